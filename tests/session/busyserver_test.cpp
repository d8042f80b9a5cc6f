// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sessionfixture.h"

using namespace attune;
using namespace std::chrono_literals;
using test::passUntil;

namespace {

/// A server that answers late, or asks to be left alone.
class BusyServer : public test::SessionFixture {
protected:
    /// Lists that go further down than the newest rows take longer than anybody waits for an answer.
    void slowDown() {
        transport->onRequest = [this, answer = transport->onRequest](const net::HttpRequest& request) {
            const QUrlQuery query(request.url);
            if (isHealthy || query.queryItemValue(QStringLiteral("page")).toInt() < 3)
                return answer(request);
            ++slow;
            timers.push_back(clock.after(request.timeout, [this, id = request.id] {
                if (transport->requests.contains(id))
                    transport->fail(id, net::HttpReply::Outcome::TimedOut, QStringLiteral("no answer"));
            }));
        };
    }
    /// The notifier tells of a row and of its end, and both are seen.
    void expectNewsIsShown() {
        const core::Id id = server->create();
        pass(1s);
        EXPECT_EQ(statusOf(id), core::Status::Created);
        server->resolve(id);
        pass(1s);
        EXPECT_EQ(statusOf(id), core::Status::Processed);
    }

    std::vector<std::unique_ptr<core::Timer>> timers;
    int slow = 0; ///< requests that nobody waited for to the end
    bool isHealthy = false;
};

} // namespace

TEST_F(BusyServer, pleaForMinutes_isHeardToItsEndAndSaid) {
    server->fill(300);
    live();
    pass(1min); // the first, early readings are through
    transport->retryAfter = 300s;
    server->restStatus = 429;
    const int before = lists();
    ASSERT_TRUE(passUntil(clock, 2min, [&] { return lists() > before; }));
    pass(1s);
    server->restStatus = 0; // it could answer, but has asked for time
    const int asked = lists();
    EXPECT_EQ(state(), State::Live) << "the last reading still vouches for it";
    const core::Id told = server->create();
    ASSERT_TRUE(passUntil(clock, 100s, [&] { return state() != State::Live; }));
    EXPECT_EQ(state(), State::Delayed);
    EXPECT_TRUE(session->status().reason.contains(QStringLiteral("busy"))) << session->status().reason.toStdString();
    EXPECT_TRUE(has(told)) << "the notifier goes on";
    pass(190s);
    EXPECT_EQ(lists(), asked);
    EXPECT_EQ(state(), State::Delayed);
    ASSERT_TRUE(passUntil(clock, 2min, [&] { return lists() > asked; }));
    EXPECT_TRUE(comes(State::Live, 500ms)) << "with the first reading that it answers, not after the next pause";
    EXPECT_TRUE(session->status().reason.isEmpty());
    EXPECT_EQ(session->counters().reconnects, 0U);
    EXPECT_EQ(difference(), "");
}

TEST_F(BusyServer, listThatTakesHalfAMinute_delaysTheSearchForDeletionsAndNothingElse) {
    server->fill(900);
    live();
    pass(2min);
    slowDown();
    const core::Id victim = server->rows.begin()->first;
    server->remove(victim);
    ASSERT_TRUE(passUntil(clock, 30min, [&] { return slow > 0; })) << "the periodic full reading";
    states.clear();
    for (int i = 0; i < 40; ++i) {
        expectNewsIsShown();
        pass(8s);
    }
    EXPECT_EQ(states, std::vector{State::Live}) << "all the time";
    EXPECT_GE(slow, 3) << "it is tried again";
    EXPECT_LE(slow, 10) << "but not for ever";
    EXPECT_TRUE(has(victim)) << "nothing is concluded from what was not read";
    EXPECT_EQ(server->count(QStringLiteral("include_total")), 0) << "the list alone is less work";
    isHealthy = true;
    EXPECT_TRUE(passUntil(clock, 30min, [&] { return !has(victim); }));
    EXPECT_EQ(states, std::vector{State::Live});
    EXPECT_EQ(difference(), "");
}
