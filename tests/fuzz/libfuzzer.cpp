// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "targets.h"

#include <cstddef>
#include <cstdint>

/// The entry of libFuzzer, built once for each target.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    attune::fuzz::FUZZ_RUN({reinterpret_cast<const char*>(data), size}); // NOLINT: libFuzzer's type
    return 0;
}
