// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace attune::net {

/// What somebody wants who talks to the program that runs.
enum class Wish : std::uint8_t {
    Unfinished, ///< the rest is on its way
    Raise,      ///< the window shall come to the front
    Refused,    ///< anything else
};

inline constexpr std::string_view RaiseMessage = "raise\n";
inline constexpr std::string_view DoneMessage = "done\n"; ///< what the one that runs says to it

/// Of all that was said so far.
[[nodiscard]] Wish wishOf(std::string_view message);

} // namespace attune::net
