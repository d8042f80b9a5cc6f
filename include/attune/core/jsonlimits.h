// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/result.h"

#include <cstddef>
#include <string_view>

namespace attune::core {

/// Limits against hostile or broken servers.
inline constexpr std::size_t MaxFrameBytes = std::size_t{256} * 1024;
inline constexpr std::size_t MaxPageBytes = std::size_t{8} * 1024 * 1024;
inline constexpr std::size_t MaxDetailBytes = std::size_t{4} * 1024 * 1024;
inline constexpr int MaxJsonDepth = 128;
inline constexpr std::size_t MaxJsonNodes = 200'000;
inline constexpr std::size_t MaxJsonStringBytes = std::size_t{1} * 1024 * 1024;

} // namespace attune::core
