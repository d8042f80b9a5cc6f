// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/rows.h"
#include "support/waiting.h"

#include "attune/models/activity/activitytracker.h"
#include "attune/models/enforcementfilterproxymodel.h"

#include <gtest/gtest.h>

#include <random>

namespace attune::models {
namespace {

using namespace std::chrono_literals;
using core::ActivityBuckets;
using core::Id;

class ActivityTrackerTest : public ::testing::Test {
protected:
    void activate(core::UtcMicros now) {
        tracker.setNow(now);
        tracker.setActive(true);
    }
    void add(Id first, Id last, core::WordCode status = core::Status::Created) {
        core::EnforcementBatch batch;
        for (Id id = first; id <= last; ++id) {
            core::EnforcementRow row = test::makeRow(vocabulary, id, id % 3 == 0 ? "ops.third" : "ops.other");
            batch.updates.push_back(test::update(status == core::Status::Created ? row : test::resolved(row, status)));
        }
        table.apply(batch);
    }
    bool finish() {
        return test::waitFor([this] { return !tracker.isCounting(); });
    }
    [[nodiscard]] std::uint32_t total() const {
        std::uint32_t sum = 0;
        for (std::size_t i = 0; i < tracker.buckets().size(); ++i)
            sum += tracker.buckets().at(i).total();
        return sum;
    }
    /// Counts anew from the table.
    void expectTrue() {
        const ActivityBuckets& buckets = tracker.buckets();
        core::EnforcementFilter filter = proxy.filter();
        filter.window.reset();
        std::vector<ActivityBuckets::Bucket> expected(buckets.size());
        for (int i = 0; i < table.rowCount(); ++i) {
            const core::EnforcementRow& row = table.rowAt(i);
            if (!filter.match(row, vocabulary, core::UnknownTime) || row.created < buckets.floor())
                continue;
            const std::int64_t offset = row.created - buckets.beginOf(0);
            ASSERT_GE(offset, 0);
            const auto index = static_cast<std::size_t>(offset / buckets.width().count());
            ASSERT_LT(index, expected.size());
            ++expected[index].counts[static_cast<std::size_t>(ActivityBuckets::shareOf(row.status))];
            if (core::isInstant(row.resolvedAt))
                expected[index].took.add(std::chrono::microseconds(row.resolvedAt - row.created));
        }
        for (std::size_t i = 0; i < buckets.size(); ++i)
            ASSERT_TRUE(buckets.at(i) == expected[i]) << "bucket " << i << " of " << buckets.size();
    }

    core::Vocabulary vocabulary;
    EnforcementTableModel table{vocabulary};
    EnforcementFilterProxyModel proxy{table};
    ActivityTracker tracker{proxy};
};

TEST_F(ActivityTrackerTest, rowsUntilNow_areCounted) {
    add(1, 100);
    activate(test::second(120));
    EXPECT_EQ(tracker.buckets().width(), 1s);
    EXPECT_EQ(tracker.buckets().beginOf(0), test::second(1));
    EXPECT_EQ(tracker.buckets().beginOf(tracker.buckets().size()), test::second(121));
    EXPECT_EQ(total(), 100U);
    expectTrue();
}

TEST_F(ActivityTrackerTest, anInactiveTracker_looksAtNothing) {
    add(1, 100);
    EXPECT_EQ(tracker.rowsLookedAt(), 0U);
    activate(test::second(120));
    tracker.setActive(false);
    const auto before = tracker.rowsLookedAt();
    add(50, 200, core::Status::Processed);
    EXPECT_EQ(tracker.rowsLookedAt(), before);
    tracker.setActive(true);
    EXPECT_EQ(total(), 200U);
}

TEST_F(ActivityTrackerTest, aFrame_costsItsRowsHoweverManyThereAre) {
    add(1, 200'000);
    activate(test::second(200'001));
    ASSERT_TRUE(finish());
    const auto before = tracker.rowsLookedAt();
    add(199'901, 200'100, core::Status::Processed); // 100 change, 100 come
    EXPECT_EQ(tracker.rowsLookedAt() - before, 300U);
    expectTrue();
}

TEST_F(ActivityTrackerTest, anotherFilter_isCountedAnewInSlices) {
    add(1, 120'000);
    activate(test::second(120'001));
    EXPECT_TRUE(tracker.isCounting());
    ASSERT_TRUE(finish());
    core::EnforcementFilter filter;
    filter.rule = core::TermFilter::parse(u"third");
    const auto before = tracker.rowsLookedAt();
    proxy.setFilter(filter);
    EXPECT_EQ(tracker.rowsLookedAt() - before, static_cast<std::uint64_t>(ActivityTracker::SliceRows));
    add(119'990, 120'030, core::Status::Disabled); // some counted, some not yet
    add(1, 5, core::Status::Disabled);
    ASSERT_TRUE(finish());
    EXPECT_EQ(total(), 40'010U);
    expectTrue();
}

TEST_F(ActivityTrackerTest, aWindow_slidesAndForgets) {
    add(1, 600);
    core::EnforcementFilter filter;
    filter.window = 5min;
    proxy.setNow(test::second(600));
    proxy.setFilter(filter);
    activate(test::second(600));
    EXPECT_EQ(tracker.buckets().width(), 5s);
    EXPECT_EQ(tracker.buckets().beginOf(0), test::second(300));
    tracker.setNow(test::second(660));
    EXPECT_EQ(tracker.buckets().beginOf(0), test::second(360));
    EXPECT_EQ(total(), 241U);
    add(100, 120, core::Status::Processed); // outside
    add(400, 410, core::Status::Processed);
    EXPECT_EQ(total(), 241U);
    expectTrue();
}

TEST_F(ActivityTrackerTest, aRange_isCoveredWhole) {
    add(1, 600);
    core::EnforcementFilter filter;
    filter.from = test::second(100);
    filter.to = test::second(110);
    proxy.setFilter(filter);
    activate(test::second(600));
    EXPECT_EQ(tracker.buckets().width(), 100ms);
    EXPECT_EQ(tracker.buckets().beginOf(0), test::second(100));
    EXPECT_EQ(tracker.buckets().beginOf(tracker.buckets().size()), test::second(110));
    EXPECT_EQ(total(), 10U);
}

TEST_F(ActivityTrackerTest, whenTheOldEndGoes_bucketsGetNarrowerAgain) {
    activate(test::second(0));
    add(1, 20);
    add(1'000'000, 1'000'050);
    tracker.setNow(test::second(1'000'060));
    EXPECT_GT(tracker.buckets().width(), 1h - 1s);
    table.setCap(50);
    add(1'000'051, 1'000'060);
    ASSERT_TRUE(finish());
    EXPECT_EQ(tracker.buckets().width(), 1s);
    expectTrue();
}

TEST_F(ActivityTrackerTest, anyHistory_endsAsIfCountedAnew) {
    std::mt19937_64 random(7);
    const auto pick = [&random](Id below) { return static_cast<Id>(random() % static_cast<std::uint64_t>(below)); };
    ASSERT_EQ(core::Vocabulary::word(vocabulary.statuses, "cancelled"), core::Status::FirstOther);
    activate(test::second(0));
    Id next = 1'000'000;
    Id oldest = next;
    for (int step = 0; step < 3'000; ++step) {
        core::EnforcementBatch batch;
        for (Id i = pick(20); i > 0; --i) {
            core::EnforcementRow row = test::makeRow(vocabulary, next++, pick(3) == 0 ? "ops.third" : "ops.other");
            batch.updates.push_back(test::update(pick(2) == 0 ? row : test::resolved(row)));
        }
        for (Id i = pick(10); i > 0; --i) {
            const Id id = oldest + pick(next - oldest);
            const int row = table.rowOfId(id);
            if (row >= 0)
                batch.updates.push_back(test::update(
                    test::resolved(table.rowAt(row), static_cast<core::WordCode>(2 + pick(3)), 1 + pick(100'000))));
        }
        if (pick(4) == 0)
            batch.removed.push_back(oldest + pick(next - oldest));
        if (pick(10) == 0) {
            for (Id i = 0; i < 10; ++i)
                batch.updates.push_back(test::update(test::makeRow(vocabulary, --oldest)));
        }
        table.apply(batch);
        if (pick(100) == 0)
            table.setCap(static_cast<std::size_t>(1'000 + pick(3'000)));
        if (pick(50) == 0) {
            core::EnforcementFilter filter;
            if (pick(2) == 0)
                filter.rule = core::TermFilter::parse(u"third");
            if (pick(3) == 0)
                filter.statuses = {QStringLiteral("processed")};
            if (pick(3) == 0)
                filter.window = std::chrono::seconds(100 + pick(5'000));
            else if (pick(3) == 0)
                filter.from = test::second(next - pick(3'000));
            proxy.setFilter(filter);
        }
        if (pick(3) == 0) {
            proxy.setNow(test::second(next));
            tracker.setNow(test::second(next));
        }
        if (step % 20 == 0) {
            ASSERT_TRUE(finish());
            ASSERT_NO_FATAL_FAILURE(expectTrue()) << "step " << step;
        }
    }
}

TEST_F(ActivityTrackerTest, anEmptiedTable_countsNothing) {
    add(1, 100);
    activate(test::second(120));
    table.clear();
    EXPECT_EQ(total(), 0U);
    add(1, 10);
    EXPECT_EQ(total(), 10U);
}

TEST_F(ActivityTrackerTest, clockThatGoesBack_letsRowsCountAgain) {
    core::EnforcementFilter filter;
    filter.window = 1min;
    proxy.setFilter(filter);
    add(1, 100);
    activate(test::second(100));
    const auto before = total();
    EXPECT_GE(before, 60U);
    tracker.setNow(test::second(7300)); // somebody has set the clock …
    EXPECT_EQ(total(), 0U);
    tracker.setNow(test::second(100)); // … and learned better
    ASSERT_TRUE(finish());
    EXPECT_EQ(total(), before);
    EXPECT_EQ(tracker.buckets().beginOf(tracker.buckets().size()), test::second(101));
    expectTrue();
    const auto looked = tracker.rowsLookedAt();
    tracker.setNow(test::second(100) - 500'000);
    EXPECT_EQ(tracker.rowsLookedAt(), looked) << "clocks are put right all the time";
}

} // namespace
} // namespace attune::models
