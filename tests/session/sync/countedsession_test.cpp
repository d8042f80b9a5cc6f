// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "syncfixture.h"

// The server's own count of the open rows, against a whole session.

namespace {

constexpr core::UtcMicros LongAgo = 7'200 * Second; ///< at the first count, before every row of the tests

class CountedSession : public SyncTest {
protected:
    using SyncTest::SyncTest;

    /// Before a count is answered; how long it takes.
    void atEachCount(std::function<void()> what, std::chrono::milliseconds takes = 0ms) {
        transport->onRequest = [this, what = std::move(what), takes,
                                answer = transport->onRequest](const net::HttpRequest& request) {
            if (!request.url.query().contains(QStringLiteral("include_total")))
                return answer(request);
            ++counts;
            what();
            if (takes < request.timeout)
                timers.push_back(clock.after(takes, [answer, request] { answer(request); }));
            else
                timers.push_back(clock.after(request.timeout, [this, id = request.id] {
                    transport->fail(id, net::HttpReply::Outcome::TimedOut, QStringLiteral("no answer"));
                }));
        };
    }
    [[nodiscard]] bool counted(int times = 1, std::chrono::milliseconds within = 80min) {
        return test::passUntil(clock, within, [&] { return counts >= times; });
    }
    /// From one request for the top of the list to the next: head walks and full ones.
    [[nodiscard]] std::vector<std::chrono::nanoseconds> pausesBetweenHeads(std::chrono::milliseconds span) {
        std::vector<std::chrono::nanoseconds> pauses;
        const auto isHead = [](const net::HttpRequest& request) {
            return request.url.query() == QStringLiteral("page=1&per_page=100");
        };
        const auto heads = [&] { return std::count_if(transport->sent.begin(), transport->sent.end(), isHead); };
        for (const auto end = clock.steady() + span; clock.steady() < end;) {
            const auto from = clock.steady();
            const auto before = heads();
            (void)test::passUntil(clock, 5min, [&] { return heads() > before; });
            pauses.push_back(clock.steady() - from);
        }
        return pauses;
    }

    std::vector<std::unique_ptr<core::Timer>> timers;
    int counts = 0;
};

class ShallowCountedSession : public CountedSession {
protected:
    ShallowCountedSession() : CountedSession({.readDepth = 100}) {}
};

} // namespace

TEST_F(CountedSession, sameNumber_isNoReasonToRead) {
    server->fill(300);
    for (int i = 0; i < 20; ++i)
        server->create(i * 100 * Second, false);
    live();
    int lists = -1;
    atEachCount([&] { lists = server->count(QStringLiteral("page=2")); });
    ASSERT_TRUE(counted());
    pass(10s);
    EXPECT_EQ(server->count(QStringLiteral("page=2")), lists) << "only full walks go so far";
    pass(6h);
    EXPECT_GE(counts, 5);
    EXPECT_LE(counts, 8);
    EXPECT_EQ(session->counters().gapsFound, 0U);
    EXPECT_EQ(difference(), "");
}

TEST_F(CountedSession, openRowThatNobodyTold_isThereWithinSeconds) {
    server->fill(300);
    live();
    core::Id lost = core::UnknownId;
    atEachCount([&] {
        if (lost == core::UnknownId)
            lost = server->create(LongAgo, false); // no head walk goes so far back
    });
    ASSERT_TRUE(counted());
    states.clear();
    EXPECT_TRUE(test::passUntil(clock, 8s, [&] { return has(lost); }));
    pass(10min);
    EXPECT_LE(counts, 2) << "once more, to know whether that was all";
    EXPECT_EQ(states, std::vector{State::Live}) << "Live all the time";
    EXPECT_EQ(session->counters().gapsFound, 1U);
    EXPECT_EQ(difference(), "");
}

TEST_F(ShallowCountedSession, openRowBelowEverythingThatIsRead_isThereWithinSeconds) {
    server->fill(1000);
    live();
    core::Id lost = core::UnknownId;
    atEachCount([&] {
        if (lost == core::UnknownId)
            lost = server->create(LongAgo, false);
    });
    ASSERT_TRUE(counted());
    EXPECT_TRUE(test::passUntil(clock, 6s, [&] { return has(lost); })) << "only the list of open rows shows it";
}

TEST_F(CountedSession, rowsThatAreGoneOrClosedUntold_areSettledWithinSeconds) {
    server->fill(300);
    live();
    std::function<void()> next = [] {};
    atEachCount([&] { std::exchange(next, [] {})(); });
    for (int round = 0; round < 5; ++round) { // not by chance, with a periodic reading
        const core::Id gone = server->create();
        const core::Id closed = server->create();
        pass(10min); // whether the last difference was all is known
        counts = 0;
        next = [&] {
            server->remove(gone);
            server->resolve(closed, false);
        };
        ASSERT_TRUE(counted());
        EXPECT_TRUE(
            test::passUntil(clock, 7s, [&] { return !has(gone) && statusOf(closed) == core::Status::Processed; }));
        EXPECT_EQ(difference(), "");
    }
}

TEST_F(CountedSession, countThatTakesHalfAMinute_delaysNothingButItself) {
    server->fill(300);
    live();
    pass(5min);
    const auto usual = pausesBetweenHeads(10min);
    bool isTaken = false;
    atEachCount(
        [&] {
            if (!std::exchange(isTaken, true))
                server->remove(server->create(100 * Second, true)); // told, and gone untold
        },
        30s);
    ASSERT_TRUE(counted());
    states.clear();
    const core::Id id = server->create();
    pass(100ms);
    EXPECT_EQ(statusOf(id), core::Status::Created);
    const auto slow = pausesBetweenHeads(25s);
    EXPECT_LE(std::ranges::max(slow), std::ranges::max(usual) + 1s);
    server->resolve(id);
    pass(100ms);
    EXPECT_EQ(statusOf(id), core::Status::Processed);
    pass(2min);
    EXPECT_EQ(states, std::vector{State::Live}) << "Live all the time";
    EXPECT_EQ(difference(), "");
}

TEST_F(CountedSession, countThatNeverComes_isGivenUpAndNotSaid) {
    server->fill(300);
    live();
    atEachCount([] {}, 10min);
    ASSERT_TRUE(counted());
    states.clear();
    pass(20min);
    EXPECT_EQ(states, std::vector{State::Live}) << "Live all the time";
    EXPECT_EQ(counts, 1);
    EXPECT_EQ(session->counters().malformed, 0U);
    EXPECT_TRUE(session->rejections().empty());
}

TEST_F(CountedSession, refusedCount_isNotSaid) {
    server->fill(300);
    live();
    for (const int status : {400, 403, 500, 503}) {
        transport->onRequest = [this, status, answer = transport->onRequest](const net::HttpRequest& request) {
            if (!request.url.query().contains(QStringLiteral("include_total")))
                return answer(request);
            ++counts;
            timers.push_back(clock.after(
                20ms, [this, status, id = request.id] { transport->answer(id, status, R"({"error":"no"})"); }));
        };
        counts = 0;
        ASSERT_TRUE(counted());
        states.clear();
        pass(5min);
        EXPECT_EQ(counts, 1);
        EXPECT_EQ(states, std::vector{State::Live}) << status;
        EXPECT_TRUE(session->isSignedIn());
    }
    EXPECT_EQ(session->counters().malformed, 0U);
    EXPECT_EQ(difference(), "");
}

TEST_F(CountedSession, rowsThatMayNotBeSeen_areNotMissed) {
    server->fill(300);
    for (int i = 0; i < 5; ++i)
        server->rows[server->create(i * Second, false)].hidden = true;
    live();
    int full = 0;
    atEachCount([&] { full = server->count(QStringLiteral("page=3")); });
    ASSERT_TRUE(counted());
    pass(10s);
    EXPECT_EQ(server->count(QStringLiteral("page=3")), full) << "the server counts only what it shows";
    server->countsHidden = true;
    ASSERT_TRUE(counted(2));
    pass(10s);
    EXPECT_GT(server->count(QStringLiteral("page=3")), full) << "a difference";
    int walks = 0;
    for (int again = 3; again < 9; ++again) {
        ASSERT_TRUE(counted(again));
        pass(10s);
        walks += server->count(QStringLiteral("page=3")) > full ? 1 : 0;
    }
    EXPECT_LE(walks, 2) << "the same as ever, unless a periodic reading happens to come just then";
    EXPECT_EQ(session->counters().gapsFound, 0U);
    EXPECT_EQ(difference(), "");
}
