// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace attune::widgets {

/// How close rows stand.
enum class Density : std::uint8_t { Comfortable, Compact };

} // namespace attune::widgets
