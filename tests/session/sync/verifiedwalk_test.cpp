// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/verifiedwalk.h"
#include "walkpages.h"

#include "attune/core/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <vector>

using namespace attune;
using session::VerifiedWalk;
using State = VerifiedWalk::State;
using test::drive;
using test::pageOf;
using test::rowsDown;
using Row = test::ListRow;

namespace {

/// A server's list: ordered by `created` descending, ties in another order at every read.
class List {
public:
    explicit List(core::Random& random) : m_random(random) {}

    void insert(core::UtcMicros created) { m_rows.push_back({++m_lastId, created}); }
    void eraseAt(std::size_t index) { m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(index)); }
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }

    [[nodiscard]] core::EnforcementPage read(const VerifiedWalk::Request& request) {
        for (std::size_t i = m_rows.size(); i > 1; --i)
            std::swap(m_rows[i - 1], m_rows[static_cast<std::size_t>(m_random.uniform() * static_cast<double>(i))]);
        std::stable_sort(m_rows.begin(), m_rows.end(),
                         [](const Row& a, const Row& b) { return a.created > b.created; });
        const std::size_t offset = std::size_t{request.page - 1} * request.perPage;
        const std::size_t from = std::min(offset, m_rows.size());
        const std::size_t to = std::min(offset + request.perPage, m_rows.size());
        return pageOf(
            {m_rows.begin() + static_cast<std::ptrdiff_t>(from), m_rows.begin() + static_cast<std::ptrdiff_t>(to)},
            to < m_rows.size());
    }

private:
    core::Random& m_random;
    std::vector<Row> m_rows;
    core::Id m_lastId = 0;
};

/// One walk over a list that changes all the while. Returns the walk after its end; `survivors` are the rows that were
/// there from its beginning to its end.
class Storm {
public:
    explicit Storm(std::uint64_t seed) : m_random(seed), m_list(m_random) {
        const int rows = pick(0, 700);
        const int ties = pick(1, 12);
        for (int i = 0; i < rows; ++i)
            m_list.insert(i / pick(1, ties) * 1000);
        m_now = rows * 1000;
    }

    VerifiedWalk walk() {
        VerifiedWalk::Goal goal;
        if (pick(0, 1) == 1)
            goal.low = m_now - pick(0, 600) * 1000;
        goal.maxRows = static_cast<std::size_t>(pick(100, 600));
        VerifiedWalk walk(goal);
        survivors = m_list.rows();
        const int inserts = pick(0, 40);
        const int deletes = pick(0, 40);
        while (walk.state() == State::Reading) {
            const VerifiedWalk::Request request = walk.request();
            EXPECT_GE(request.page, 1U);
            EXPECT_GE(request.perPage, VerifiedWalk::MinPage);
            EXPECT_LE(request.perPage, VerifiedWalk::MaxPage);
            walk.feed(m_list.read(request));
            if (++requests > 1000)
                break;
            disturb(inserts, deletes);
        }
        return walk;
    }

    std::vector<Row> survivors;
    int requests = 0;

private:
    int pick(int from, int to) { return from + static_cast<int>(m_random.uniform() * (to - from + 1)); }

    void disturb(int inserts, int deletes) {
        for (int i = pick(0, inserts); i > 0; --i)
            m_list.insert(m_now + (pick(0, 9) == 0 ? -pick(0, 300) * 1000 : pick(0, 3) * 1000)); // some commit late
        m_now += pick(0, 3) * 1000;
        for (int i = pick(0, deletes); i > 0 && !m_list.rows().empty(); --i) {
            const auto victim = static_cast<std::size_t>(pick(0, static_cast<int>(m_list.rows().size()) - 1));
            const core::Id id = m_list.rows()[victim].id;
            m_list.eraseAt(victim);
            std::erase_if(survivors, [id](const Row& row) { return row.id == id; });
        }
    }

    core::SeededRandom m_random;
    List m_list;
    core::UtcMicros m_now = 0;
};

} // namespace

TEST(VerifiedWalk, listThatMovesByMoreThanAPageBetweenTwo_isReadAllTheSame) {
    for (const int perRequest : {30, 99, 150, 250}) {
        core::SeededRandom random(3);
        List list(random);
        core::UtcMicros now = 0;
        for (int i = 0; i < 20'000; ++i)
            list.insert(now += 1000);
        const std::vector<Row> before = list.rows();
        VerifiedWalk walk({.low = core::UnknownTime, .maxRows = 3'000});
        const int requests = drive(walk, [&](const VerifiedWalk::Request& request) {
            auto page = list.read(request);
            for (int i = static_cast<int>((0.85 + 0.3 * random.uniform()) * perRequest); i > 0; --i)
                list.insert(now += 1000);
            return page;
        });
        EXPECT_EQ(walk.state(), State::Complete) << perRequest;
        EXPECT_TRUE(walk.proven()) << perRequest;
        EXPECT_LT(requests, 400) << perRequest;
        for (const Row& row : before)
            ASSERT_TRUE(!walk.covers(row.created) || walk.seen().contains(row.id)) << perRequest;
    }
}

// What comes between two pages is not always as much: requests wait for each other.
TEST(VerifiedWalk, listThatMovesUnevenly_isReadInFewPages) {
    constexpr int Wanted = 1'000;
    core::Id newest = 10'000;
    VerifiedWalk walk({.maxRows = Wanted});
    int turn = 0;
    const int requests = drive(walk, [&](const VerifiedWalk::Request& request) {
        newest += std::array{40, 40, 8, 80}[static_cast<std::size_t>(turn++ % 4)];
        const core::Id first = newest - core::Id{request.page - 1} * request.perPage;
        return pageOf(rowsDown(first, static_cast<int>(request.perPage)), true);
    });
    EXPECT_TRUE(walk.proven());
    EXPECT_LE(requests, 26);
}

TEST(VerifiedWalk, listThatMovesUpNowAndThen_costsOneStepBack) {
    constexpr int Wanted = 1'000;
    core::Id newest = 10'000;
    VerifiedWalk walk({.maxRows = Wanted});
    int turn = 0;
    const int requests = drive(walk, [&](const VerifiedWalk::Request& request) {
        newest += ++turn % 2 == 0 ? -10 : 8;
        const core::Id first = newest - core::Id{request.page - 1} * request.perPage;
        return pageOf(rowsDown(first, static_cast<int>(request.perPage)), true);
    });
    EXPECT_TRUE(walk.proven());
    EXPECT_LE(requests, 18);
}

TEST(VerifiedWalk, overAChangingList_seesEverySurvivorOfTheCoveredRange) {
    int proven = 0;
    int abandoned = 0;
    constexpr int Seeds = 4000;
    for (std::uint64_t seed = 1; seed <= Seeds; ++seed) {
        Storm storm(seed);
        const VerifiedWalk walk = storm.walk();
        ASSERT_NE(walk.state(), State::Reading) << "seed " << seed;
        if (walk.state() == State::Abandoned) {
            ++abandoned;
            continue;
        }
        proven += walk.proven() ? 1 : 0;
        for (const Row& row : storm.survivors) {
            if (walk.covers(row.created)) {
                ASSERT_TRUE(walk.seen().contains(row.id)) << "seed " << seed << ", row " << row.id;
            }
        }
    }
    EXPECT_GT(proven, Seeds * 9 / 10);
    EXPECT_LT(abandoned, Seeds / 50);
}

TEST(VerifiedWalk, quietList_costsLittleMoreThanPlainPages) {
    core::SeededRandom random(7);
    List list(random);
    for (int i = 0; i < 5000; ++i)
        list.insert(i);
    VerifiedWalk walk({});
    const int requests = drive(walk, [&](const auto& request) { return list.read(request); });
    EXPECT_LE(requests, 60);
    EXPECT_TRUE(walk.proven());
    EXPECT_EQ(walk.seen().size(), 5000U);
    EXPECT_EQ(walk.coveredAbove(), core::UnknownTime);
    EXPECT_EQ(walk.newest(), 4999);
}

TEST(VerifiedWalk, emptyList_isCompleteAndProven) {
    VerifiedWalk walk({});
    EXPECT_EQ(walk.feed(pageOf({})), State::Complete);
    EXPECT_TRUE(walk.proven());
    EXPECT_TRUE(walk.covers(0));
    EXPECT_EQ(walk.newest(), core::UnknownTime);
    EXPECT_EQ(walk.progress(), 1);
}

TEST(VerifiedWalk, nextPage_startsAboveTheTieGroupAtTheEdge) {
    VerifiedWalk walk({});
    EXPECT_EQ(walk.feed(pageOf(rowsDown(1000, 100), true)), State::Reading);
    const auto [page, perPage] = walk.request();
    EXPECT_LE((page - 1) * perPage, 98U) << "row 98 is the last one above the edge";
    EXPECT_GT(page * perPage, 100U);
}

TEST(VerifiedWalk, goalByAge_endsBelowIt) {
    VerifiedWalk walk({.low = 950, .maxRows = 20'000});
    EXPECT_EQ(walk.feed(pageOf(rowsDown(1000, 100), true)), State::Complete);
    EXPECT_EQ(walk.coveredAbove(), 901);
    EXPECT_TRUE(walk.covers(902));
    EXPECT_FALSE(walk.covers(901));
}

TEST(VerifiedWalk, goalAtTheEdge_readsOn) {
    VerifiedWalk walk({.low = 901, .maxRows = 20'000});
    EXPECT_EQ(walk.feed(pageOf(rowsDown(1000, 100), true)), State::Reading);
}

TEST(VerifiedWalk, goalByRows_endsThere) {
    VerifiedWalk walk({.low = core::UnknownTime, .maxRows = 100});
    EXPECT_EQ(walk.feed(pageOf(rowsDown(1000, 100), true)), State::Complete);
    EXPECT_TRUE(walk.proven());
    EXPECT_EQ(walk.coveredAbove(), 901);
}

TEST(VerifiedWalk, listThatMovedUp_isReadAgainHigher) {
    VerifiedWalk walk({});
    walk.feed(pageOf(rowsDown(1000, 100), true));
    const auto before = walk.request();
    EXPECT_EQ(walk.feed(pageOf(rowsDown(850, 100), true)), State::Reading);
    const auto after = walk.request();
    EXPECT_LT((after.page - 1) * after.perPage, (before.page - 1) * before.perPage);
    EXPECT_TRUE(walk.proven());
    EXPECT_FALSE(walk.seen().contains(850)) << "a page that may have missed rows proves nothing about its own";
}

TEST(VerifiedWalk, pageThatBecameEmpty_isReadAgainHigher) {
    VerifiedWalk walk({});
    walk.feed(pageOf(rowsDown(1000, 100), true));
    EXPECT_EQ(walk.feed(pageOf({})), State::Reading);
    EXPECT_TRUE(walk.proven());
}

TEST(VerifiedWalk, listThatAlwaysMovesUp_isAbandoned) {
    VerifiedWalk walk({});
    walk.feed(pageOf(rowsDown(1000, 100), true));
    walk.feed(pageOf(rowsDown(904, 100), true));
    const int requests = drive(walk, [](const VerifiedWalk::Request& request) {
        return request.page == 1 ? pageOf(rowsDown(1000, static_cast<int>(request.perPage)), true)
                                 : pageOf(rowsDown(10, 5), true);
    });
    EXPECT_EQ(walk.state(), State::Abandoned);
    EXPECT_LE(requests, VerifiedWalk::MaxStepsBack + VerifiedWalk::MaxIdlePages + 2);
}

TEST(VerifiedWalk, samePageForEver_isAbandoned) {
    VerifiedWalk walk({});
    const int requests = drive(walk, [](const VerifiedWalk::Request& request) {
        return pageOf(rowsDown(1000, static_cast<int>(request.perPage)), true);
    });
    EXPECT_EQ(walk.state(), State::Abandoned);
    EXPECT_LE(requests, VerifiedWalk::MaxIdlePages + 3);
}

TEST(VerifiedWalk, endlessList_endsAtTheRowLimit) {
    VerifiedWalk walk({.low = core::UnknownTime, .maxRows = 2000});
    const int requests = drive(walk, [](const VerifiedWalk::Request& request) {
        const auto offset = static_cast<core::Id>(request.page - 1) * request.perPage;
        return pageOf(rowsDown(1'000'000 - offset, static_cast<int>(request.perPage)), true);
    });
    EXPECT_EQ(walk.state(), State::Complete);
    EXPECT_LE(requests, 40);
}

TEST(VerifiedWalk, rejectedRow_breaksTheProofButKeepsWhatWasCovered) {
    VerifiedWalk walk({.low = core::UnknownTime, .maxRows = 500});
    walk.feed(pageOf(rowsDown(1000, 100), true));
    core::Id next = 950;
    const int requests = drive(walk, [&](const VerifiedWalk::Request& request) {
        core::EnforcementPage page = pageOf(rowsDown(next, static_cast<int>(request.perPage) - 1), true);
        page.rejected = 1;
        next -= request.perPage;
        return page;
    });
    EXPECT_LT(requests, 20);
    EXPECT_FALSE(walk.proven());
    EXPECT_EQ(walk.state(), State::Complete);
    EXPECT_EQ(walk.coveredAbove(), 901);
}

TEST(VerifiedWalk, onlyRejectedRows_isAbandoned) {
    VerifiedWalk walk({});
    drive(walk, [](const VerifiedWalk::Request& request) {
        core::EnforcementPage page = pageOf({}, true);
        page.rejected = request.perPage;
        return page;
    });
    EXPECT_EQ(walk.state(), State::Abandoned);
    EXPECT_FALSE(walk.covers(core::NullTime + 1'000'000));
}

TEST(VerifiedWalk, unsortedPage_coversNothing) {
    std::vector<Row> rows = rowsDown(1000, 100);
    std::swap(rows[10], rows[20]);
    VerifiedWalk limited({.low = core::UnknownTime, .maxRows = 100});
    EXPECT_EQ(limited.feed(pageOf(rows, true)), State::Complete);
    EXPECT_FALSE(limited.proven());
    EXPECT_EQ(limited.coveredAbove(), VerifiedWalk::NothingCovered);
    rows.resize(30);
    VerifiedWalk toTheEnd({});
    EXPECT_EQ(toTheEnd.feed(pageOf(rows)), State::Complete);
    EXPECT_FALSE(toTheEnd.proven());
    EXPECT_FALSE(toTheEnd.covers(1000));
}

TEST(VerifiedWalk, shortPageWithANextOne_isNotTheEnd) {
    VerifiedWalk walk({});
    EXPECT_EQ(walk.feed(pageOf(rowsDown(1000, 30), true)), State::Reading);
    EXPECT_FALSE(walk.proven());
    EXPECT_EQ(walk.feed(pageOf(rowsDown(900, 30))), State::Complete);
    EXPECT_FALSE(walk.proven());
    EXPECT_EQ(walk.coveredAbove(), VerifiedWalk::NothingCovered);
    VerifiedWalk empty({});
    drive(empty, [](const auto&) { return pageOf({}, true); });
    EXPECT_EQ(empty.state(), State::Abandoned);
}

TEST(VerifiedWalk, tieGroupLargerThanAPage_breaksTheProofBelowItOnly) {
    core::SeededRandom random(3);
    List list(random);
    for (int i = 0; i < 100; ++i)
        list.insert(i);
    for (int i = 0; i < 300; ++i)
        list.insert(5000);
    for (int i = 0; i < 100; ++i)
        list.insert(9000 + i);
    VerifiedWalk walk({});
    drive(walk, [&](const auto& request) { return list.read(request); });
    EXPECT_EQ(walk.state(), State::Complete);
    EXPECT_FALSE(walk.proven());
    EXPECT_EQ(walk.coveredAbove(), 5000);
    EXPECT_EQ(walk.newest(), 9099);
}

TEST(VerifiedWalk, progress_growsTowardsTheGoal) {
    VerifiedWalk walk({.low = core::UnknownTime, .maxRows = 1000});
    EXPECT_EQ(walk.progress(), 0);
    walk.feed(pageOf(rowsDown(5000, 100), true));
    EXPECT_NEAR(walk.progress(), 0.1, 0.001);
    VerifiedWalk byTime({.low = 4000, .maxRows = 20'000});
    byTime.feed(pageOf(rowsDown(5000, 100), true));
    EXPECT_NEAR(byTime.progress(), 0.099, 0.001);
}
