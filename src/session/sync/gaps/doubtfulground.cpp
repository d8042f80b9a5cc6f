// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/gaps/doubtfulground.h"

#include "sync/verifiedwalk.h"

#include <algorithm>
#include <limits>
#include <unordered_set>
#include <utility>

namespace attune::session {

namespace {

using core::EnforcementRow;
using Span = MissedSpans::Span;

/// Looking at more would be felt by the operator, and what a flood left out is read best as it is listed.
constexpr std::size_t MostRows = 200'000;
constexpr std::size_t MostWithin = 20'000;

/// Rows created within the stretch, and the next ones on both sides, by id; newest first. Nothing when they are too
/// many.
[[nodiscard]] std::optional<std::vector<const EnforcementRow*>> rowsAround(const core::EnforcementStore& store,
                                                                           Span span) {
    std::vector<const EnforcementRow*> rows;
    if (store.size() > MostRows)
        return std::nullopt;
    const EnforcementRow* below = nullptr;
    const EnforcementRow* above = nullptr;
    const auto note = [&](const EnforcementRow& row) {
        if (!core::isInstant(row.created))
            return;
        if (row.created > span.to)
            above = above == nullptr || row.id < above->id ? &row : above;
        else if (row.created <= span.from)
            below = below == nullptr || row.id > below->id ? &row : below;
        else
            rows.push_back(&row);
    };
    for (auto seq = store.firstSeq(); seq < store.endSeq();) {
        const auto run = store.run(seq);
        std::for_each(run.begin(), run.end(), note);
        if (rows.size() > MostWithin)
            return std::nullopt;
        seq += static_cast<core::EnforcementStore::Seq>(run.size());
    }
    for (const EnforcementRow* row : {below, above}) {
        if (row != nullptr)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end(), [](const auto* a, const auto* b) { return a->id > b->id; });
    return rows;
}

[[nodiscard]] bool isOpen(const EnforcementRow* row) { return row->status == core::Status::Created; }

/// Some rows are open for long, and in the middle of rows that are not they are no sign of anything.
constexpr std::ptrdiff_t Few = 4; // of a page

/// As many of the rows of which that holds as a page around row `i` would show.
template<class Holds>
[[nodiscard]] std::ptrdiff_t countNear(const std::vector<const EnforcementRow*>& rows, std::size_t i, Holds&& holds) {
    constexpr std::size_t Half = VerifiedWalk::MaxPage / 2;
    const auto first = rows.begin() + static_cast<std::ptrdiff_t>(i - std::min(i, Half));
    const auto last = rows.begin() + static_cast<std::ptrdiff_t>(std::min(i + Half, rows.size()));
    return std::count_if(first, last, holds);
}

} // namespace

std::optional<Span> newestDoubtful(const core::EnforcementStore& store, Span span) {
    const auto around = rowsAround(store, span);
    if (!around)
        return span;
    const auto& rows = *around;
    std::optional<Span> doubtful;
    std::size_t clean = 0; // rows since the last doubt
    const auto doubt = [&](core::UtcMicros from, core::UtcMicros to) {
        from = std::clamp(from, span.from, span.to);
        to = std::clamp(to, span.from, span.to);
        if (from >= to)
            return;
        doubtful = doubtful ? Span{std::min(doubtful->from, from), std::max(doubtful->to, to)} : Span{from, to};
        clean = 0;
    };
    if (rows.empty() || rows.front()->created <= span.to)
        doubt(rows.empty() ? span.from : rows.front()->created, span.to);
    for (std::size_t i = 0; i < rows.size() && !(doubtful && clean >= VerifiedWalk::MaxPage); ++i) {
        ++clean;
        const core::UtcMicros created = rows[i]->created;
        const bool isLast = i + 1 == rows.size();
        const core::UtcMicros next = isLast ? span.from : rows[i + 1]->created;
        if (isOpen(rows[i]) && countNear(rows, i, isOpen) > Few)
            doubt(created - 1, created);
        if (isLast ? created > span.from : rows[i]->id > rows[i + 1]->id + 1)
            doubt(std::min(created, next), std::max(created, next));
    }
    return doubtful;
}

std::vector<core::Id> closeTogether(const core::EnforcementStore& store, const std::vector<core::Id>& ids) {
    std::vector<core::Id> close;
    const std::unordered_set<core::Id> wanted(ids.begin(), ids.end());
    Span span{std::numeric_limits<core::UtcMicros>::max(), 0};
    for (const core::Id id : ids) {
        if (const auto seq = store.find(id); seq && core::isInstant(store.row(*seq).created))
            span = {std::min(span.from, store.row(*seq).created - 1), std::max(span.to, store.row(*seq).created)};
    }
    const auto isWanted = [&wanted](const EnforcementRow* row) { return wanted.contains(row->id); };
    const auto rows = rowsAround(store, span).value_or(std::vector<const EnforcementRow*>());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (isWanted(rows[i]) && countNear(rows, i, isWanted) > Few)
            close.push_back(rows[i]->id);
    }
    return close;
}

} // namespace attune::session
