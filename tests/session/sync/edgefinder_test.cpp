// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/edgefinder.h"
#include "walkpages.h"

#include "attune/core/random.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace attune;
using session::EdgeFinder;
using session::VerifiedWalk;
using State = EdgeFinder::State;

namespace {

/// Rows from the newest down to one created at 1, one a microsecond; more may come on top, or some may go from there.
class MovingList {
public:
    explicit MovingList(core::Id newest) : m_newest(newest) {}

    void move(core::Id by) { m_newest = std::max<core::Id>(0, m_newest + by); }
    [[nodiscard]] core::EnforcementPage read(std::int64_t offset, int count) const {
        const core::Id first = m_newest - offset;
        const int rows = static_cast<int>(std::clamp<std::int64_t>(first, 0, count));
        return test::pageOf(test::rowsDown(first, rows), first > count);
    }

private:
    core::Id m_newest;
};

} // namespace

TEST(EdgeFinder, goodGuess_findsItAtOnce) {
    EdgeFinder finder(5000, 4999);
    EXPECT_EQ(finder.row(), 4999);
    EXPECT_EQ(finder.feed(MovingList(10'000).read(4950, 100), 4950), State::Found);
}

TEST(EdgeFinder, topOfTheListBelowTheInstant_isTheBeginning) {
    EdgeFinder finder(5000, 0);
    EXPECT_EQ(finder.feed(MovingList(100).read(0, 50), 0), State::Found);
    EdgeFinder empty(5000, 0);
    EXPECT_EQ(empty.feed(test::pageOf({}), 0), State::Found);
}

TEST(EdgeFinder, listAboveTheInstant_isReadToItsEnd) {
    EdgeFinder finder(-5, 0);
    MovingList list(130);
    EXPECT_EQ(finder.feed(list.read(0, 100), 0), State::Looking);
    EXPECT_EQ(finder.feed(list.read(100, 100), 100), State::Found) << "no row is that old, and there is no next page";
}

TEST(EdgeFinder, listThatOnlyRepeatsItself_isGivenUp) {
    EdgeFinder finder(5, 0);
    int requests = 0;
    while (finder.feed(test::pageOf(test::rowsDown(1000, 100), true), finder.row()) == State::Looking)
        ++requests;
    EXPECT_EQ(requests, EdgeFinder::MaxProbes);
}

TEST(EdgeFinder, anyGuessInAMovingList_findsThePageInFewSteps) {
    for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
        core::SeededRandom random(seed);
        const auto pick = [&random](core::Id limit) {
            return static_cast<core::Id>(random.uniform() * static_cast<double>(limit));
        };
        const core::Id rows = pick(2) == 0 ? pick(400) : pick(1'000'000);
        MovingList list(rows);
        const core::UtcMicros instant = pick(rows + 200);
        VerifiedWalk walk({.maxRows = 1, .high = instant, .firstRow = pick(rows + 1000)});
        const bool moves = pick(2) == 0;
        int requests = 0;
        while (walk.isLocating() && walk.state() == VerifiedWalk::State::Reading) {
            const auto [page, perPage] = walk.request();
            const auto offset = static_cast<std::int64_t>(page - 1) * perPage;
            const auto answer = list.read(offset, static_cast<int>(perPage));
            walk.feed(answer);
            ASSERT_LE(++requests, 45) << "seed " << seed;
            if (!walk.isLocating()) {
                ASSERT_TRUE(offset == 0 || answer.items.front().row.created > instant) << "seed " << seed;
                ASSERT_TRUE(!answer.pagination.hasNext || answer.items.back().row.created <= instant);
            }
            list.move(moves ? pick(200) - 60 : 0);
        }
        ASSERT_NE(walk.state(), VerifiedWalk::State::Abandoned) << "seed " << seed;
    }
}
