// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/activity/activitybuckets.h"

#include <algorithm>
#include <utility>

namespace attune::core {

namespace {

using namespace std::chrono_literals;
using std::chrono::microseconds;

constexpr auto Day = 24h;
/// Each is a multiple of the one before, so that buckets can be merged.
constexpr microseconds Ladder[] = {1ms,   5ms, 20ms, 100ms, 500ms, 1s,      5s,       15s,       1min,      5min,
                                   15min, 1h,  4h,   12h,   Day,   7 * Day, 28 * Day, 364 * Day, 3640 * Day};

// Between them lie fewer than MostBuckets of the widest buckets.
constexpr UtcMicros Earliest = -2'208'988'800'000'000; // 1900
constexpr UtcMicros Latest = 64'060'588'800'000'000;   // 4000

std::int64_t floorDivide(std::int64_t value, std::int64_t by) {
    const std::int64_t quotient = value / by;
    return value % by < 0 ? quotient - 1 : quotient;
}

} // namespace

ActivityBuckets::ActivityBuckets(microseconds width) : m_width(std::end(Ladder)[-1]), m_floor(Earliest) {
    const auto* fitting = std::ranges::find_if(Ladder, [width](microseconds step) { return step >= width; });
    if (fitting != std::end(Ladder))
        m_width = *fitting;
}

ActivityBuckets::Share ActivityBuckets::shareOf(WordCode status) noexcept {
    switch (status) {
    case Status::Created:
        return Share::Created;
    case Status::Processed:
        return Share::Processed;
    case Status::Disabled:
        return Share::Disabled;
    default:
        return Share::Other;
    }
}

bool ActivityBuckets::counts(UtcMicros time) const noexcept { return time >= m_floor && time < Latest; }

std::int64_t ActivityBuckets::indexOf(UtcMicros time) const noexcept { return floorDivide(time, m_width.count()); }

UtcMicros ActivityBuckets::beginOf(std::size_t index) const noexcept {
    return (m_first + static_cast<std::int64_t>(index)) * m_width.count();
}

void ActivityBuckets::change(const EnforcementRow& row, int by) {
    if (!counts(row.created))
        return;
    Bucket& bucket = bucketFor(row.created);
    bucket.counts[static_cast<std::size_t>(shareOf(row.status))] += static_cast<std::uint32_t>(by);
    if (!isInstant(row.resolvedAt))
        return;
    const microseconds took(row.resolvedAt - row.created);
    if (by > 0)
        bucket.took.add(took);
    else
        bucket.took.remove(took);
}

void ActivityBuckets::reach(UtcMicros time) {
    if (counts(time))
        std::ignore = bucketFor(time);
}

ActivityBuckets::Bucket& ActivityBuckets::bucketFor(UtcMicros time) {
    std::int64_t index = indexOf(time);
    if (m_buckets.empty())
        m_first = index;
    const auto needed = [&] {
        const std::int64_t last = m_first + std::max<std::int64_t>(1, std::ssize(m_buckets)) - 1;
        return std::max(last, index) - std::min(m_first, index) + 1;
    };
    while (needed() > std::int64_t{MostBuckets}) {
        coarsen();
        index = indexOf(time);
    }
    for (; m_first > index; --m_first)
        m_buckets.emplace_front();
    while (m_first + std::ssize(m_buckets) <= index)
        m_buckets.emplace_back();
    return m_buckets[static_cast<std::size_t>(index - m_first)];
}

void ActivityBuckets::trimBefore(UtcMicros time) {
    if (!counts(time))
        return;
    while (!m_buckets.empty() && beginOf(1) <= time) {
        m_buckets.pop_front();
        ++m_first;
    }
    m_floor = std::max(m_floor, m_buckets.empty() ? time : indexOf(time) * m_width.count());
}

void ActivityBuckets::trimEmpty() {
    while (m_buckets.size() > 1 && m_buckets.front().total() == 0) {
        m_buckets.pop_front();
        ++m_first;
    }
}

void ActivityBuckets::coarsen() {
    const auto* wider = std::ranges::upper_bound(Ladder, m_width);
    const std::int64_t factor = *wider / m_width;
    m_width = *wider;
    const std::int64_t before = std::exchange(m_first, floorDivide(m_first, factor));
    std::deque<Bucket> merged;
    for (std::size_t i = 0; i < m_buckets.size(); ++i) {
        const std::int64_t index = floorDivide(before + static_cast<std::int64_t>(i), factor) - m_first;
        if (index == std::ssize(merged)) {
            merged.push_back(m_buckets[i]);
            continue;
        }
        Bucket& bucket = merged[static_cast<std::size_t>(index)];
        for (std::size_t share = 0; share < ShareCount; ++share)
            bucket.counts[share] += m_buckets[i].counts[share];
        bucket.took.merge(m_buckets[i].took);
    }
    m_buckets.swap(merged);
    ++m_coarsenings;
}

} // namespace attune::core
