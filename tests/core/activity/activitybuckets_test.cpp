// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/rows.h"

#include "attune/core/activity/activitybuckets.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace attune::core {
namespace {

using namespace std::chrono_literals;
using Share = ActivityBuckets::Share;

EnforcementRow rowAt(UtcMicros created, WordCode status = Status::Created, UtcMicros resolvedAt = NullTime) {
    EnforcementRow row;
    row.created = created;
    row.status = status;
    row.resolvedAt = resolvedAt;
    return row;
}

/// Counts and percentiles from nothing but the rows.
void expectSame(const ActivityBuckets& buckets, const std::vector<EnforcementRow>& rows) {
    std::vector<ActivityBuckets::Bucket> expected(buckets.size());
    for (const EnforcementRow& row : rows) {
        if (row.created < buckets.floor())
            continue;
        const std::int64_t offset = row.created - buckets.beginOf(0);
        ASSERT_GE(offset, 0);
        const auto index = static_cast<std::size_t>(offset / buckets.width().count());
        ASSERT_LT(index, buckets.size());
        ++expected[index].counts[static_cast<std::size_t>(ActivityBuckets::shareOf(row.status))];
        if (isInstant(row.resolvedAt))
            expected[index].took.add(std::chrono::microseconds(row.resolvedAt - row.created));
    }
    for (std::size_t i = 0; i < buckets.size(); ++i)
        ASSERT_TRUE(buckets.at(i) == expected[i]) << "bucket " << i;
}

TEST(TookHistogram, percentile_isWithinSixPercent) {
    for (std::int64_t value = 1'100; value < 300'000'000'000; value = value * 5 / 4) {
        TookHistogram histogram;
        histogram.add(std::chrono::microseconds(value));
        const auto read = static_cast<double>(histogram.percentile(50)->count());
        EXPECT_NEAR(read / static_cast<double>(value), 1.0, 0.0626) << value;
    }
}

TEST(TookHistogram, percentiles_areRanks) {
    TookHistogram histogram;
    EXPECT_FALSE(histogram.percentile(50));
    for (int i = 0; i < 94; ++i)
        histogram.add(10ms);
    for (int i = 0; i < 6; ++i)
        histogram.add(10s);
    EXPECT_NEAR(static_cast<double>(histogram.percentile(50)->count()), 10'000, 600);
    EXPECT_NEAR(static_cast<double>(histogram.percentile(94)->count()), 10'000, 600);
    EXPECT_NEAR(static_cast<double>(histogram.percentile(95)->count()), 10'000'000, 600'000);
    for (int i = 0; i < 6; ++i)
        histogram.remove(10s);
    EXPECT_NEAR(static_cast<double>(histogram.percentile(100)->count()), 10'000, 600);
}

TEST(TookHistogram, oddSpans_stayOnTheScale) {
    TookHistogram histogram;
    for (const auto took :
         {std::chrono::microseconds(-5), std::chrono::microseconds(0), std::chrono::microseconds::max()})
        histogram.add(took);
    EXPECT_EQ(histogram.count(), 3U);
    EXPECT_LT(*histogram.percentile(1), 1ms);
    EXPECT_GT(*histogram.percentile(100), 24h);
}

TEST(ActivityBuckets, rows_countWhereTheyWereCreatedAndByStatus) {
    ActivityBuckets buckets;
    buckets.add(rowAt(test::second(0)));
    buckets.add(rowAt(test::second(2) + 999'999, Status::Processed, test::second(4)));
    buckets.add(rowAt(test::second(2), Status::Disabled));
    buckets.add(rowAt(test::second(2), Status::FirstOther + 3));
    buckets.add(rowAt(UnknownTime));
    ASSERT_EQ(buckets.size(), 3U);
    EXPECT_EQ(buckets.width(), 1s);
    EXPECT_EQ(buckets.beginOf(0), test::second(0));
    EXPECT_EQ(buckets.at(0).counts, (std::array<std::uint32_t, 4>{1, 0, 0, 0}));
    EXPECT_EQ(buckets.at(1).total(), 0U);
    EXPECT_EQ(buckets.at(2).counts, (std::array<std::uint32_t, 4>{0, 1, 1, 1}));
    EXPECT_EQ(buckets.at(2).took.count(), 1U);
}

TEST(ActivityBuckets, longTimes_makeWiderBuckets) {
    ActivityBuckets buckets;
    buckets.add(rowAt(test::second(0)));
    buckets.reach(test::second(255));
    EXPECT_EQ(buckets.width(), 1s);
    buckets.reach(test::second(256));
    EXPECT_EQ(buckets.width(), 5s);
    buckets.add(rowAt(test::second(-100'000)));
    EXPECT_LE(buckets.size(), ActivityBuckets::MostBuckets);
    EXPECT_EQ(buckets.width(), 15min);
    expectSame(buckets, {rowAt(test::second(0)), rowAt(test::second(-100'000))});
}

TEST(ActivityBuckets, timesBeyondReason_doNotCount) {
    ActivityBuckets buckets;
    for (const char* time :
         {"0001-01-01T00:00:00Z", "1900-01-01T00:00:00Z", "3999-12-31T23:59:59Z", "9999-12-31T00:00:00Z"})
        buckets.add(rowAt(*parseTimestamp(time)));
    EXPECT_LE(buckets.size(), ActivityBuckets::MostBuckets);
    std::uint32_t total = 0;
    for (std::size_t i = 0; i < buckets.size(); ++i)
        total += buckets.at(i).total();
    EXPECT_EQ(total, 2U);
}

TEST(ActivityBuckets, trimmedTime_neverCountsAgain) {
    ActivityBuckets buckets;
    for (int second = 0; second < 10; ++second)
        buckets.add(rowAt(test::second(second)));
    buckets.trimBefore(test::second(4) + 500'000);
    ASSERT_EQ(buckets.beginOf(0), test::second(4));
    buckets.remove(rowAt(test::second(1)));
    buckets.add(rowAt(test::second(1)));
    ASSERT_EQ(buckets.size(), 6U);
    buckets.remove(rowAt(test::second(4)));
    EXPECT_EQ(buckets.at(0).total(), 0U);
    buckets.trimEmpty();
    EXPECT_EQ(buckets.beginOf(0), test::second(5));
}

TEST(ActivityBuckets, anyHistory_endsAsIfCountedAnew) {
    std::mt19937_64 random(20261124);
    const auto pick = [&random](std::int64_t below) {
        return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(below));
    };
    for (int round = 0; round < 20; ++round) {
        ActivityBuckets buckets;
        std::vector<EnforcementRow> rows;
        UtcMicros now = test::second(0);
        const std::int64_t pace = 1 + pick(round % 4 == 3 ? 500'000'000 : 500'000);
        for (int step = 0; step < 4'000; ++step) {
            now += pick(pace);
            if (rows.empty() || pick(3) > 0) {
                rows.push_back(
                    rowAt(now - pick(pace * 10), static_cast<WordCode>(pick(6)), pick(2) == 0 ? NullTime : now));
                buckets.add(rows.back());
            } else if (pick(2) == 0) {
                const auto gone = rows.begin() + pick(std::ssize(rows));
                buckets.remove(*gone);
                rows.erase(gone);
            } else {
                EnforcementRow& changed = rows[static_cast<std::size_t>(pick(std::ssize(rows)))];
                buckets.remove(changed);
                changed.status = Status::Processed;
                changed.resolvedAt = now;
                buckets.add(changed);
            }
            if (round % 2 == 1 && step % 500 == 499) {
                buckets.trimBefore(now - pick(pace * 200));
                std::erase_if(rows, [&](const EnforcementRow& row) { return row.created < buckets.floor(); });
            }
        }
        expectSame(buckets, rows);
    }
}

} // namespace
} // namespace attune::core
