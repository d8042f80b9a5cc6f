// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/edgefinder.h"

#include "attune/core/details.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <unordered_set>

namespace attune::session {

/// Reads a list that is ordered by `created` descending, without a second key, while rows come and go: pages are
/// chained so that each starts at least one row above the tie group at the edge of the one before. If that held for
/// every page (proven()), each row that existed all the while in the covered range has been seen; what was not seen is
/// gone. Ends against any server, however it answers. A pure state machine: request() says what to read next, feed()
/// takes the answer.
class VerifiedWalk {
public:
    struct Goal {
        core::UtcMicros low = core::UnknownTime;  ///< read down to rows created before this; unknown = to the end
        std::size_t maxRows = 20'000;             ///< or until this many rows are seen
        core::UtcMicros high = core::UnknownTime; ///< begin with rows created then or before; unknown = the newest
        std::int64_t firstRow = 0;                ///< a guess at the place of the first of them in the list
    };
    struct Request {
        std::uint32_t page = 1; ///< from 1
        std::uint32_t perPage = MaxPage;
    };
    enum class State : std::uint8_t { Reading, Complete, Abandoned };

    explicit VerifiedWalk(Goal goal);

    [[nodiscard]] Request request() const;
    /// `page` answers request(). Rows are worth merging whatever the new state.
    State feed(const core::EnforcementPage& page);
    /// Complete only because of its number of rows: goes on where it ended, down to rows created before `low` or until
    /// `maxRows` are seen. False if there is nothing left to do.
    bool goOn(std::size_t maxRows, core::UtcMicros low);

    [[nodiscard]] State state() const { return m_state; }
    /// Still on the way to the first row wanted: the pages so far are not part of the walk.
    [[nodiscard]] bool isLocating() const { return m_finder.has_value(); }
    /// Nothing broke the chain: what was not seen in the covered range is gone.
    [[nodiscard]] bool proven() const { return m_proven; }
    /// Covered are all rows created after this instant, as far as the chain of pages held: UnknownTime = all rows there
    /// are, NothingCovered = none. Valid in the state Complete.
    [[nodiscard]] core::UtcMicros coveredAbove() const { return m_coveredAbove; }
    [[nodiscard]] bool covers(core::UtcMicros created) const {
        return created > m_coveredAbove && isBelowHigh(created);
    }
    /// The walk went past this instant, with or without a proof: rows it did not see are worth a question.
    [[nodiscard]] bool spans(core::UtcMicros created) const { return created > m_reached && isBelowHigh(created); }
    /// Where it began; UnknownTime = at the newest row.
    [[nodiscard]] core::UtcMicros high() const { return m_goal.high; }
    /// How far down it was to go; UnknownTime = as far as its number of rows allows.
    [[nodiscard]] core::UtcMicros low() const { return m_goal.low; }
    /// Of the first page: what came into the list behind the walk is not counted.
    [[nodiscard]] core::UtcMicros newest() const { return m_newest; }
    /// Creation time of the oldest row read so far; UnknownTime = none yet, or, in the state Complete, the end of the
    /// list.
    [[nodiscard]] core::UtcMicros oldest() const { return m_state == State::Complete ? m_reached : m_last; }
    /// The same as an instant: 0 at the end of the list.
    [[nodiscard]] core::UtcMicros reached() const { return std::max<core::UtcMicros>(oldest(), 0); }
    /// The last page did not come down to where the one before had ended: the list has run away, or has to be read
    /// again.
    [[nodiscard]] bool isBehind() const { return m_isBehind; }
    /// How many rows the list moved down from one page to the next, the last time.
    [[nodiscard]] std::int64_t drift() const { return m_drift; }
    /// How many rows the list had down to there.
    [[nodiscard]] std::int64_t rank() const { return m_rank; }
    [[nodiscard]] const std::unordered_set<core::Id>& seen() const { return m_seen; }
    /// 0 … 1, towards the goal.
    [[nodiscard]] double progress() const;

    static constexpr core::UtcMicros NothingCovered = std::numeric_limits<core::UtcMicros>::max();
    static constexpr std::uint32_t MaxPage = 100; // the documented maximum
    static constexpr std::uint32_t MinPage = 50;  // smaller pages would only give finer windows
    static constexpr int MaxStepsBack = 40;
    static constexpr std::int64_t MaxOverlap = 20;   ///< rows, once the list has moved up
    static constexpr std::int64_t MaxDrift = 10'000; ///< rows between two pages; faster lists are given up
    static constexpr int MaxIdlePages = 100;         ///< pages that bring nothing new; a step back may cost two

private:
    [[nodiscard]] static Request window(std::int64_t firstRow);
    [[nodiscard]] bool isBelowHigh(core::UtcMicros created) const {
        return m_goal.high == core::UnknownTime || created <= m_goal.high;
    }
    State locate(const core::EnforcementPage& page);
    [[nodiscard]] std::int64_t offset() const { return static_cast<std::int64_t>(m_next.page - 1) * m_next.perPage; }
    [[nodiscard]] bool note(const core::EnforcementPage& page);
    [[nodiscard]] bool reachedGoal() const;
    void learnDrift(const core::EnforcementPage& page);
    [[nodiscard]] auto edgeGroup(const core::EnforcementPage& page) const
        -> std::vector<core::EnforcementUpdate>::const_iterator;
    State stepBack();
    State complete(core::UtcMicros edge);
    void chain(const core::EnforcementPage& page);
    void breakChain();
    void plainNextPage();

    Goal m_goal;
    Request m_next;
    std::optional<EdgeFinder> m_finder; // until the first row wanted is found
    State m_state = State::Reading;
    bool m_proven = true;
    bool m_isBehind = false;
    int m_stepsBack = 0;
    int m_idlePages = 0;
    std::int64_t m_edgeRow = -1;    // place of the first row at the edge, when it was seen; negative = nowhere
    std::int64_t m_drift = 0;       // rows that the list moved down from one page to the next, the last time …
    std::int64_t m_driftBefore = 0; // … and the time before
    std::int64_t m_ahead = 0;       // of it the next page is asked for so far below the edge
    int m_asked = 0;                // pages since the edge was seen
    std::int64_t m_overlap = 1;     // rows above the edge that the next page begins with
    std::int64_t m_rank = 0;
    core::UtcMicros m_newest = core::UnknownTime;
    core::UtcMicros m_last = core::UnknownTime; // creation time at the edge; unknown before the first page
    core::UtcMicros m_coveredAbove = NothingCovered;
    core::UtcMicros m_reached = NothingCovered; // like it, without regard to the chain
    std::unordered_set<core::Id> m_seen;
};

} // namespace attune::session
