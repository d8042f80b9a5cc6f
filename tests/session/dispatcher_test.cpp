// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "dispatcher.h"
#include "ratemeter.h"
#include "sessionlog.h"
#include "virtualtime.h"

#include <gtest/gtest.h>

#include <thread>

using namespace attune;
using session::Dispatcher;
using namespace std::chrono_literals;

namespace {

class DispatcherTest : public ::testing::Test {
protected:
    DispatcherTest() {
        QObject::connect(&dispatcher, &Dispatcher::batchReady, &context, [this](const core::EnforcementBatch& batch) {
            frames.push_back(clock.steady());
            updates += batch.updates.size();
            removed += batch.removed.size();
        });
        QObject::connect(&dispatcher, &Dispatcher::executionsReady, &context,
                         [this](const auto& more) { executions += more.size(); });
        QObject::connect(&dispatcher, &Dispatcher::rulesReady, &context,
                         [this](const auto& more) { rules += more.size(); });
        QObject::connect(&dispatcher, &Dispatcher::overflowed, &context, [this] { ++overflows; });
        QObject::connect(&dispatcher, &Dispatcher::handedOver, &context, [this] { ++handOvers; });
    }
    [[nodiscard]] static core::EnforcementUpdate update(core::Id id) {
        core::EnforcementUpdate update;
        update.row.id = id;
        return update;
    }

    test::ManualClock clock;
    Dispatcher dispatcher{clock};
    QObject context;
    std::vector<std::chrono::nanoseconds> frames;
    std::size_t updates = 0;
    std::size_t removed = 0;
    std::size_t executions = 0;
    std::size_t rules = 0;
    int overflows = 0;
    int handOvers = 0;
};

} // namespace

TEST_F(DispatcherTest, firstChangeComesAtOnce_thenOnePerFrame) {
    dispatcher.queue().push(update(1));
    test::deliverEvents();
    EXPECT_EQ(frames.size(), 1U);
    for (int i = 0; i < 100; ++i) {
        dispatcher.streamQueue()->push(std::vector{update(3 * i + 2), update(3 * i + 3), update(3 * i + 4)});
        test::pass(clock, 1ms);
    }
    EXPECT_NEAR(static_cast<double>(frames.size()), 4, 1);
    for (std::size_t i = 1; i < frames.size(); ++i)
        EXPECT_GE(frames[i] - frames[i - 1], Dispatcher::FrameInterval);
    test::pass(clock, Dispatcher::FrameInterval);
    EXPECT_EQ(updates, 301U);
}

TEST_F(DispatcherTest, calmStream_makesFewerFramesThanABusyOne) {
    const auto framesOfASecond = [this](int each) {
        frames.clear();
        for (int i = 0; i < 1000; ++i) {
            dispatcher.streamQueue()->push(
                std::vector<core::EnforcementUpdate>(static_cast<std::size_t>(each), update(1)));
            test::pass(clock, 1ms);
        }
        return frames.size();
    };
    EXPECT_LE(framesOfASecond(1), 13U) << "whether it is calm shows within three frames";
    EXPECT_NEAR(static_cast<double>(framesOfASecond(1)), 10, 1);
    EXPECT_NEAR(static_cast<double>(framesOfASecond(5)), 30, 2);
    EXPECT_NEAR(static_cast<double>(framesOfASecond(20)), 10, 2) << "nobody can read a flood";
}

TEST_F(DispatcherTest, hiccupOfABusyStream_isNotTakenForCalm) {
    const auto streamFor = [this](int milliseconds, std::size_t each) {
        for (int i = 0; i < milliseconds; ++i) {
            dispatcher.streamQueue()->push(std::vector<core::EnforcementUpdate>(each, update(1)));
            test::pass(clock, 1ms);
        }
    };
    streamFor(500, 5);
    frames.clear();
    dispatcher.streamQueue()->push(update(2));
    test::pass(clock, 33ms); // the server hesitates
    streamFor(200, 5);
    ASSERT_GE(frames.size(), 6U);
    for (std::size_t i = 1; i < frames.size(); ++i)
        EXPECT_LT(frames[i] - frames[i - 1], Dispatcher::CalmInterval);
    frames.clear();
    dispatcher.streamQueue()->push(std::vector<core::EnforcementUpdate>(600, update(3))); // and makes up for it
    streamFor(200, 5);
    ASSERT_GE(frames.size(), 6U);
    for (std::size_t i = 1; i < frames.size(); ++i)
        EXPECT_LT(frames[i] - frames[i - 1], Dispatcher::FloodInterval) << "nor for a flood";
}

TEST_F(DispatcherTest, idle_wakesNobody) {
    dispatcher.queue().push(update(1));
    test::deliverEvents();
    test::pass(clock, 1s);
    EXPECT_EQ(clock.pendingCalls(), 0U);
    EXPECT_EQ(handOvers, 1);
}

TEST_F(DispatcherTest, pagesAndNotificationsOfAFrame_comeInOneBatch) {
    dispatcher.streamQueue()->push(update(1));
    dispatcher.queue().push(std::vector{update(2), update(3)});
    dispatcher.queue().pushRemoved(9);
    dispatcher.streamQueue()->push(core::ExecutionUpdate{});
    dispatcher.streamQueue()->push(core::RuleNotification{});
    test::deliverEvents();
    EXPECT_EQ(frames.size(), 1U);
    EXPECT_EQ(updates, 3U);
    EXPECT_EQ(removed, 1U);
    EXPECT_EQ(executions, 1U);
    EXPECT_EQ(rules, 1U);
    EXPECT_EQ(handOvers, 1);
}

TEST_F(DispatcherTest, overload_isToldOnce) {
    dispatcher.streamQueue()->push(std::vector<core::EnforcementUpdate>(core::UpdateQueue::MaxPending, update(1)));
    dispatcher.streamQueue()->push(update(2));
    dispatcher.streamQueue()->push(update(3));
    test::deliverEvents();
    EXPECT_EQ(overflows, 1);
    EXPECT_EQ(updates, 1U) << "what came after the loss";
}

TEST_F(DispatcherTest, discardedQueue_isNeverHeardOfAgain) {
    const auto old = dispatcher.streamQueue();
    old->push(update(1));
    dispatcher.queue().push(update(2));
    dispatcher.discard();
    old->push(update(3));
    test::pass(clock, 1s);
    EXPECT_EQ(updates, 0U);
    EXPECT_NE(dispatcher.streamQueue(), old);
    dispatcher.streamQueue()->push(update(4));
    old->push(update(5));
    test::pass(clock, 1s);
    EXPECT_EQ(updates, 1U);
}

TEST_F(DispatcherTest, signOutWithinABatch_endsTheFrame) {
    QObject::connect(&dispatcher, &Dispatcher::batchReady, &context, [this] { dispatcher.discard(); });
    dispatcher.streamQueue()->push(update(1));
    dispatcher.streamQueue()->push(core::ExecutionUpdate{});
    dispatcher.streamQueue()->push(core::RuleNotification{});
    test::deliverEvents();
    EXPECT_EQ(updates, 1U);
    EXPECT_EQ(executions + rules, 0U);
}

TEST_F(DispatcherTest, anotherThreadMayPush) {
    std::thread pusher([queue = dispatcher.streamQueue()] {
        for (int i = 1; i <= 10'000; ++i)
            queue->push(update(i));
    });
    pusher.join();
    test::pass(clock, 1s);
    EXPECT_EQ(updates, 10'000U);
}

TEST(RateMeter, rateOverTheLastSeconds) {
    session::RateMeter meter;
    std::chrono::nanoseconds now = 100s;
    EXPECT_EQ(meter.sample(1000, now), 0);
    std::uint64_t total = 1000;
    double rate = 0;
    for (int i = 0; i < 100; ++i) {
        now += 100ms;
        total += 20;
        rate = meter.sample(total, now);
    }
    EXPECT_NEAR(rate, 200, 1);
    for (int i = 0; i < 20; ++i)
        rate = meter.sample(total, now += 250ms);
    EXPECT_EQ(rate, 0);
}

TEST(SessionLog, keepsTheLastFifty) {
    test::ManualClock clock;
    session::SessionLog log(clock);
    for (int i = 0; i < 60; ++i) {
        clock.advance(1s);
        log.transition(session::ConnectionState::Live, session::ConnectionState::Offline, QString::number(i));
        log.rejectedFrame(QStringLiteral("frame"), QString::number(i));
        log.rejectedBody(QStringLiteral("body"), QString::number(i));
    }
    ASSERT_EQ(log.timeline().size(), 50U);
    EXPECT_EQ(log.timeline().front().reason, QStringLiteral("10"));
    EXPECT_EQ(log.timeline().back().at, clock.now());
    EXPECT_EQ(log.rejections().size(), 50U);
    EXPECT_EQ(log.rejectedBodies(), 60U);
}
