// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/verifiedwalk.h"

#include "attune/session/connectionstatus.h"

#include <chrono>
#include <vector>

namespace attune::session {

/// Since when everything is loaded, as far as walks over the list have shown. A value.
///
/// A row may be committed up to Margin after its creation time, behind rows that were read before: of what a walk went
/// over, the part that was younger than that is firm only if a later walk goes over it again. So head walks join where
/// the later one goes back to the time at which the other began, minus the margin: the time of the server, of which
/// only so much is known that it is not before the newest row it has shown. What lies below a hole is remembered, so
/// that only the hole need be read to have all of it again.
class Coverage {
public:
    using Instant = std::chrono::nanoseconds; ///< of the steady clock

    /// The walk went down from the newest row; it began later than every walk noted before and ends now. False if it
    /// proves nothing.
    bool noteHead(const VerifiedWalk& walk, Instant began, Instant now);
    /// The walk began anywhere in the list.
    void noteOther(const VerifiedWalk& walk, Instant began);
    void reset() { *this = {}; }

    /// Every row created after this instant was read when the last head walk ended; UnknownTime = nothing is known.
    [[nodiscard]] core::UtcMicros completeSince() const;
    /// The same of the rows that the reader has: what was read may be on its way there still. A hole counts at once.
    [[nodiscard]] core::UtcMicros storedSince() const { return m_storedSince; }
    /// Rows were read that the reader has not got yet.
    void noteOnTheWay() { m_isOnTheWay = true; }
    /// The reader has everything that was read.
    void noteStored();
    /// How far down the next head walk has to go to join the last one; UnknownTime = to the end.
    [[nodiscard]] core::UtcMicros nextLow() const { return firmAt(m_mark); }
    /// The last head walk went as far down as it had to, or was the first one.
    [[nodiscard]] bool isJoined() const { return m_isJoined; }
    /// The newest instant below completeSince() that other firm ground begins at; UnknownTime if there is none.
    [[nodiscard]] core::UtcMicros nextIsland() const;

    static constexpr core::UtcMicros BeginningOfTime = SinceTheBeginning;
    static constexpr std::chrono::seconds Margin{60};
    /// Firm ranges that are remembered; beyond, the shortest is forgotten.
    static constexpr std::size_t MaxIslands = 16;

private:
    /// All rows created after `above`, up to `top`, were loaded, and no row will be committed there any more.
    struct Range {
        core::UtcMicros above = core::UnknownTime;
        core::UtcMicros top = core::UnknownTime;
    };

    /// What is no longer going to change when the time of the server is `serverTime`.
    [[nodiscard]] static core::UtcMicros firmAt(core::UtcMicros serverTime);
    /// It was not earlier then.
    [[nodiscard]] core::UtcMicros serverTimeAt(Instant instant) const;
    void addFirm(Range range);
    void noteChange();

    core::UtcMicros m_ahead = core::UnknownTime; // the server's time is ahead of the steady clock by this much or more
    core::UtcMicros m_mark = core::UnknownTime;  // time of the server when the last head walk began
    core::UtcMicros m_edge = VerifiedWalk::NothingCovered; // of the last head walk
    bool m_isJoined = false;
    std::vector<Range> m_firm; // newest first, apart from each other
    bool m_isOnTheWay = false;
    core::UtcMicros m_storedSince = core::UnknownTime;
};

} // namespace attune::session
