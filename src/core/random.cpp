// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/random.h"

namespace attune::core {

Random::~Random() = default;

std::uint64_t SeededRandom::systemSeed() {
    std::random_device device;
    return (static_cast<std::uint64_t>(device()) << 32U) | device();
}

double SeededRandom::uniform() {
    // std::uniform_real_distribution may differ between libraries; 53 bits of the engine do not.
    return static_cast<double>(m_engine() >> 11U) * 0x1.0p-53;
}

} // namespace attune::core
