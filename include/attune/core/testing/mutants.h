// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace attune::core {

/// Rules that keep the cache true. A test breaks one at a time to prove that it would notice; in the programs none can
/// be broken, and nothing of this is left in them.
enum class Mutant : std::uint8_t {
    NoOverlap,                 ///< pages of a walk follow each other without an overlap
    StopAtFirstKnown,          ///< a walk ends where the last one began
    DeleteByIncompleteAbsence, ///< what a flawed walk did not see is gone
    ListRowClearsResolution,   ///< what a list does not tell becomes unknown
    CreatedAfterFinal,         ///< the latest word counts, not the final one
    Close1000IsClean,          ///< a polite end is not worth another try
    BackoffResetOnConnect,     ///< every connection starts the back-off anew
    NoGenerationCheck,         ///< events of one stream are taken for those of another
    RefreshOnlyOn4401,         ///< refused handshakes say nothing about the token
    WallClockExpiry,           ///< the age of a token follows the wall clock
    DropWithoutResync,         ///< dropped updates are not read again
    IdThroughDouble,           ///< ids pass through a double
};
inline constexpr int MutantCount = 12;

#ifdef ATTUNE_MUTANTS
[[nodiscard]] bool isBroken(Mutant rule) noexcept;
#else
[[nodiscard]] consteval bool isBroken(Mutant /*rule*/) noexcept { return false; }
#endif

} // namespace attune::core
