// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcement.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>

namespace attune::core {

/// How long things took, as counts on a scale of fixed steps: eight for every doubling from a millisecond on, so that a
/// value read back is off by 6 % at most. A value; adding and taking away costs the same whatever it holds.
class TookHistogram {
public:
    void add(std::chrono::microseconds took) { change(took, 1); }
    /// Precondition: it was added.
    void remove(std::chrono::microseconds took) { change(took, -1); }
    void merge(const TookHistogram& other);
    [[nodiscard]] std::uint32_t count() const noexcept { return m_count; }
    /// What `percent` (0 … 100) of the values do not exceed; nothing when there are none.
    [[nodiscard]] std::optional<std::chrono::microseconds> percentile(int percent) const;

    friend bool operator==(const TookHistogram&, const TookHistogram&) = default;

private:
    static constexpr std::size_t Cells = 241;
    [[nodiscard]] static std::size_t cellOf(std::chrono::microseconds took) noexcept;
    void change(std::chrono::microseconds took, int by);

    std::array<std::uint32_t, Cells> m_cells{};
    std::uint32_t m_count = 0;
};

/// How many enforcements were created when, by status, and how long they took: counters for stretches of time of one
/// width. Rows come and go in O(1). The width grows when the time to cover would need more than MostBuckets, which
/// merges neighbours; it never shrinks. A value.
class ActivityBuckets {
public:
    /// The words of newer servers, and an unknown status, are Other.
    enum class Share : std::uint8_t { Created, Processed, Disabled, Other };
    static constexpr std::size_t ShareCount = 4;
    static constexpr std::size_t MostBuckets = 256;

    struct Bucket {
        std::array<std::uint32_t, ShareCount> counts{}; ///< by Share
        TookHistogram took;                             ///< of those that are resolved at a known time

        [[nodiscard]] std::uint32_t total() const noexcept { return counts[0] + counts[1] + counts[2] + counts[3]; }
        friend bool operator==(const Bucket&, const Bucket&) = default;
    };

    /// `width` is the least; it is rounded up to one of a ladder of widths, from a millisecond to ten years.
    explicit ActivityBuckets(std::chrono::microseconds width = std::chrono::seconds(1));

    /// Rows created before floor() do not count, nor do those without a creation time or one that no clock shows:
    /// before 1900 or after 3999.
    void add(const EnforcementRow& row) { change(row, 1); }
    /// Precondition: the row was added, with these values.
    void remove(const EnforcementRow& row) { change(row, -1); }
    /// Covers this instant, too.
    void reach(UtcMicros time);
    /// Lets go of whole buckets that end before `time` or at it; for ever.
    void trimBefore(UtcMicros time);
    /// Lets go of buckets at the old end that count nothing.
    void trimEmpty();

    [[nodiscard]] std::chrono::microseconds width() const noexcept { return m_width; }
    [[nodiscard]] std::size_t size() const noexcept { return m_buckets.size(); }
    [[nodiscard]] bool isEmpty() const noexcept { return m_buckets.empty(); }
    /// Precondition: index < size().
    [[nodiscard]] const Bucket& at(std::size_t index) const { return m_buckets[index]; }
    /// When the bucket begins; that of size() is where the last one ends.
    [[nodiscard]] UtcMicros beginOf(std::size_t index) const noexcept;
    /// Nothing created before it counts; see trimBefore().
    [[nodiscard]] UtcMicros floor() const noexcept { return m_floor; }
    /// Times the width was made larger.
    [[nodiscard]] int coarsenings() const noexcept { return m_coarsenings; }

    [[nodiscard]] static Share shareOf(WordCode status) noexcept;

private:
    [[nodiscard]] bool counts(UtcMicros time) const noexcept;
    [[nodiscard]] std::int64_t indexOf(UtcMicros time) const noexcept;
    [[nodiscard]] Bucket& bucketFor(UtcMicros time);
    void change(const EnforcementRow& row, int by);
    void coarsen();

    std::chrono::microseconds m_width;
    std::int64_t m_first = 0; ///< of the front bucket, counted from 1970 in widths
    std::deque<Bucket> m_buckets;
    UtcMicros m_floor;
    int m_coarsenings = 0;
};

} // namespace attune::core
