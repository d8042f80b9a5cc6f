// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/coverage.h"
#include "walkpages.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace attune;
using session::Coverage;
using session::VerifiedWalk;
using namespace std::chrono_literals;

namespace {

constexpr core::UtcMicros Second = 1'000'000;
constexpr core::UtcMicros Margin = std::chrono::microseconds(Coverage::Margin).count();

/// A list with one row a second, from `newest` down.
class EvenList {
public:
    explicit EvenList(core::UtcMicros newest, int rows) : m_newest(newest), m_rows(rows) {}

    [[nodiscard]] VerifiedWalk walk(VerifiedWalk::Goal goal) const {
        VerifiedWalk walk(goal);
        test::drive(walk, [this](const VerifiedWalk::Request& request) {
            const auto offset = static_cast<int>((request.page - 1) * request.perPage);
            const int count = std::clamp(m_rows - offset, 0, static_cast<int>(request.perPage));
            std::vector<test::ListRow> rows;
            for (int i = offset; i < offset + count; ++i)
                rows.push_back({m_newest / Second - i, m_newest - i * Second});
            return test::pageOf(rows, offset + count < m_rows);
        });
        return walk;
    }
    /// From the newest row on.
    [[nodiscard]] VerifiedWalk head(std::size_t maxRows) const {
        return walk({.low = core::UnknownTime, .maxRows = maxRows});
    }

private:
    core::UtcMicros m_newest;
    int m_rows;
};

constexpr core::UtcMicros Start = 100'000 * Second;

/// A coverage and the steady clock, which began when the server's clock showed Start.
struct Judge : Coverage {
    using Coverage::noteHead;
    using Coverage::noteOther;
    bool noteHead(const VerifiedWalk& walk) { return noteHead(walk, now, now); }
    void noteOther(const VerifiedWalk& walk) { noteOther(walk, now); }
    void pass(std::chrono::seconds span) { now += span; }

    Instant now{0};
};

} // namespace

TEST(Coverage, everythingRead_isCompleteSinceTheBeginning) {
    Judge coverage;
    EXPECT_EQ(coverage.completeSince(), core::UnknownTime);
    EXPECT_EQ(coverage.nextLow(), core::UnknownTime);
    EXPECT_TRUE(coverage.noteHead(EvenList(Start, 30).head(1000)));
    EXPECT_EQ(coverage.completeSince(), Coverage::BeginningOfTime);
    EXPECT_EQ(coverage.nextLow(), Start - Margin);
    EXPECT_TRUE(coverage.isJoined());
    EXPECT_EQ(coverage.nextIsland(), core::UnknownTime);
}

TEST(Coverage, emptyList_isCompleteAndNothingIsHigh) {
    Judge coverage;
    EXPECT_TRUE(coverage.noteHead(EvenList(Start, 0).head(1000)));
    EXPECT_EQ(coverage.completeSince(), Coverage::BeginningOfTime);
    EXPECT_EQ(coverage.nextLow(), core::UnknownTime) << "the next walk goes to the end, too";
    EXPECT_TRUE(coverage.noteHead(EvenList(Start, 5000).head(1000)));
    EXPECT_GT(coverage.completeSince(), Start - 1100 * Second) << "nothing is known of what came into it below";
    EXPECT_FALSE(coverage.isJoined());
}

TEST(Coverage, deepList_isCompleteSinceTheEdge) {
    Judge coverage;
    const VerifiedWalk walk = EvenList(Start, 50'000).head(1000);
    EXPECT_TRUE(coverage.noteHead(walk));
    EXPECT_EQ(coverage.completeSince(), walk.coveredAbove());
    EXPECT_LT(coverage.completeSince(), Start - 990 * Second);
}

TEST(Coverage, walkThatGoesBackByTheMargin_keepsTheOldEdge) {
    Judge coverage;
    EXPECT_TRUE(coverage.noteHead(EvenList(Start, 50'000).head(1000)));
    const core::UtcMicros edge = coverage.completeSince();
    EXPECT_TRUE(coverage.noteHead(EvenList(Start + 30 * Second, 50'000).head(100)));
    EXPECT_TRUE(coverage.isJoined());
    EXPECT_EQ(coverage.completeSince(), edge);
    EXPECT_EQ(coverage.nextLow(), Start + 30 * Second - Margin);
}

TEST(Coverage, walkThatMeetsTheOldOneWithinTheMargin_claimsOnlyItsOwn) {
    Judge coverage;
    EXPECT_TRUE(coverage.noteHead(EvenList(Start, 50'000).head(1000)));
    const core::UtcMicros edge = coverage.completeSince();
    const VerifiedWalk later = EvenList(Start + 60 * Second, 50'000).head(100);
    EXPECT_TRUE(coverage.noteHead(later));
    ASSERT_LT(later.coveredAbove(), Start) << "it met the other one";
    EXPECT_FALSE(coverage.isJoined());
    EXPECT_EQ(coverage.completeSince(), later.coveredAbove()) << "a row may have been committed between the two";
    EXPECT_EQ(coverage.nextIsland(), Start - Margin);
    EXPECT_TRUE(coverage.noteHead(EvenList(Start + 90 * Second, 50'000).head(100)));
    EXPECT_TRUE(coverage.isJoined());
    EXPECT_EQ(coverage.completeSince(), later.coveredAbove()) << "the next one does not know of it";
    // What lies between is read again.
    const EvenList list(Start + 120 * Second, 50'000);
    coverage.noteOther(list.walk({.low = coverage.nextIsland(), .high = later.coveredAbove()}));
    EXPECT_EQ(coverage.completeSince(), edge);
    EXPECT_EQ(coverage.nextIsland(), core::UnknownTime);
}

TEST(Coverage, moreNewRowsThanWereRead_leaveAHole) {
    Judge coverage;
    EXPECT_TRUE(coverage.noteHead(EvenList(Start, 50'000).head(1000)));
    const VerifiedWalk later = EvenList(2 * Start, 500'000).head(1000);
    EXPECT_TRUE(coverage.noteHead(later));
    EXPECT_FALSE(coverage.isJoined());
    EXPECT_EQ(coverage.completeSince(), later.coveredAbove());
    EXPECT_EQ(coverage.nextIsland(), Start - Margin);
}

TEST(Coverage, walkFurtherDown_widensTheClaim) {
    Judge coverage;
    const EvenList list(Start, 50'000);
    EXPECT_TRUE(coverage.noteHead(list.head(1000)));
    const core::UtcMicros edge = coverage.completeSince();
    const VerifiedWalk deeper = list.walk({.maxRows = 3000, .high = edge, .firstRow = 990});
    coverage.noteOther(deeper);
    EXPECT_EQ(coverage.completeSince(), deeper.coveredAbove());
    EXPECT_LT(coverage.completeSince(), edge - 2900 * Second);
}

TEST(Coverage, walkBelowAnEdgeThatIsYoung_countsWhenItHasAged) {
    Judge coverage;
    // Ten rows a second: the edge of the first walk is ten seconds old.
    const auto dense = [](core::UtcMicros newest, VerifiedWalk::Goal goal) {
        VerifiedWalk walk(goal);
        test::drive(walk, [newest](const VerifiedWalk::Request& request) {
            std::vector<test::ListRow> rows;
            for (core::UtcMicros i = (request.page - 1) * request.perPage; i < request.page * request.perPage; ++i)
                rows.push_back({newest / (Second / 10) - i, newest - i * Second / 10});
            return test::pageOf(rows, true);
        });
        return walk;
    };
    EXPECT_TRUE(coverage.noteHead(dense(Start, {.maxRows = 100})));
    const core::UtcMicros edge = coverage.completeSince();
    const VerifiedWalk below = dense(Start, {.maxRows = 3000, .high = edge});
    coverage.noteOther(below);
    EXPECT_EQ(coverage.completeSince(), edge) << "rows as young as that may still be committed";
    EXPECT_EQ(coverage.nextIsland(), Start - Margin);
    coverage.pass(30s);
    EXPECT_TRUE(coverage.noteHead(dense(Start + 30 * Second, {.low = coverage.nextLow()})));
    EXPECT_EQ(coverage.completeSince(), below.coveredAbove());
}

TEST(Coverage, quietServer_needsNoRowsToGrowOld) {
    Judge coverage;
    const EvenList list(Start, 50'000);
    EXPECT_TRUE(coverage.noteHead(list.head(1000)));
    coverage.pass(90s);
    EXPECT_EQ(coverage.nextLow(), Start - Margin) << "the walk is as old as it is";
    EXPECT_TRUE(coverage.noteHead(list.walk({.low = coverage.nextLow()})));
    EXPECT_EQ(coverage.nextLow(), Start + 30 * Second) << "but the next one knows what time it was at least";
    EXPECT_TRUE(coverage.noteHead(list.head(1)));
    EXPECT_TRUE(coverage.isJoined());
}

TEST(Coverage, walkBesideEverything_isRememberedUntilTheGapIsClosed) {
    Judge coverage;
    const EvenList list(Start, 50'000);
    EXPECT_TRUE(coverage.noteHead(list.head(1000)));
    const core::UtcMicros edge = coverage.completeSince();
    coverage.noteOther(list.walk({.maxRows = 500, .high = edge - 2000 * Second}));
    EXPECT_EQ(coverage.completeSince(), edge);
    EXPECT_EQ(coverage.nextIsland(), edge - 2000 * Second);
    coverage.noteOther(list.walk({.low = edge - 2000 * Second, .high = edge}));
    EXPECT_LT(coverage.completeSince(), edge - 2400 * Second);
}

TEST(Coverage, manyIslands_leaveTheLongestOnes) {
    Judge coverage;
    const EvenList list(Start, 50'000);
    EXPECT_TRUE(coverage.noteHead(list.head(100)));
    coverage.noteOther(list.walk({.maxRows = 5000, .high = Start - 40'000 * Second}));
    for (int i = 0; i < 100; ++i)
        coverage.noteOther(list.walk({.maxRows = 100, .high = Start - (1000 + 300 * i) * Second}));
    const core::UtcMicros island = coverage.nextIsland();
    EXPECT_LE(island, Start - 1000 * Second);
    coverage.noteOther(list.walk({.maxRows = 45'000, .high = coverage.completeSince()}));
    EXPECT_LE(coverage.completeSince(), Start - 44'900 * Second) << "the long one was not forgotten";
}

TEST(Coverage, worthlessWalk_changesNothing) {
    Judge coverage;
    EXPECT_TRUE(coverage.noteHead(EvenList(Start, 50'000).head(1000)));
    const core::UtcMicros since = coverage.completeSince();
    const core::UtcMicros low = coverage.nextLow();
    std::vector<test::ListRow> rows = test::rowsDown(2 * Start, 100);
    std::swap(rows[1], rows[2]);
    VerifiedWalk walk({.low = core::UnknownTime, .maxRows = 100});
    walk.feed(test::pageOf(rows, true));
    EXPECT_FALSE(coverage.noteHead(walk));
    coverage.noteOther(walk);
    EXPECT_EQ(coverage.completeSince(), since);
    EXPECT_EQ(coverage.nextLow(), low);
    coverage.reset();
    EXPECT_EQ(coverage.completeSince(), core::UnknownTime);
}
