// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/updatequeue.h"

#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <thread>

namespace attune::core {
namespace {

EnforcementUpdate update(Id id) {
    EnforcementUpdate update;
    update.row.id = id;
    return update;
}

ExecutionUpdate execution(Id id) {
    ExecutionUpdate update;
    update.row.id = id;
    return update;
}

TEST(UpdateQueue, drain_takesEverythingInOrder) {
    UpdateQueue queue([] {});
    EXPECT_TRUE(queue.isEmpty());
    queue.push(update(1));
    queue.push(std::vector{update(2), update(3)});
    queue.push(execution(9));
    queue.push(RuleNotification{7, true});
    queue.pushRemoved(4);
    EXPECT_FALSE(queue.isEmpty());

    const PendingUpdates pending = queue.drain();
    ASSERT_EQ(pending.enforcements.updates.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_EQ(pending.enforcements.updates[i].row.id, static_cast<Id>(i + 1));
    EXPECT_EQ(pending.enforcements.removed, std::vector<Id>{4});
    ASSERT_EQ(pending.executions.size(), 1U);
    EXPECT_EQ(pending.executions[0].row.id, 9);
    ASSERT_EQ(pending.rules.size(), 1U);
    EXPECT_EQ(pending.rules[0].ruleRef, 7U);
    EXPECT_FALSE(pending.overflowed);
    EXPECT_EQ(pending.size(), 6U);

    EXPECT_TRUE(queue.isEmpty());
    EXPECT_TRUE(queue.drain().isEmpty());
}

TEST(UpdateQueue, vectorIntoEmptyQueue_keepsOrderToo) {
    UpdateQueue queue([] {});
    queue.push(std::vector{update(1), update(2)});
    queue.push(update(3));
    const auto pending = queue.drain();
    ASSERT_EQ(pending.enforcements.updates.size(), 3U);
    EXPECT_EQ(pending.enforcements.updates[0].row.id, 1);
    EXPECT_EQ(pending.enforcements.updates[2].row.id, 3);
}

TEST(UpdateQueue, wake_comesOncePerBurst) {
    int wakes = 0;
    UpdateQueue queue([&wakes] { ++wakes; });
    for (Id id = 1; id <= 100; ++id)
        queue.push(update(id));
    queue.push(execution(1));
    EXPECT_EQ(wakes, 1);
    EXPECT_FALSE(queue.drain().isEmpty());
    queue.pushRemoved(1);
    queue.push(RuleNotification{});
    EXPECT_EQ(wakes, 2);
}

TEST(UpdateQueue, emptyVector_wakesNobody) {
    int wakes = 0;
    UpdateQueue queue([&wakes] { ++wakes; });
    queue.push(std::vector<EnforcementUpdate>{});
    EXPECT_EQ(wakes, 0);
    EXPECT_TRUE(queue.isEmpty());
}

TEST(UpdateQueue, wake_holdsNoLock) {
    UpdateQueue* target = nullptr;
    std::size_t drained = 0;
    UpdateQueue queue([&] { drained += target->drain().size(); });
    target = &queue;
    queue.push(update(1));
    queue.push(update(2));
    EXPECT_EQ(drained, 2U);
}

TEST(UpdateQueue, exactlyFull_losesNothing) {
    UpdateQueue queue([] {});
    for (std::size_t i = 0; i < UpdateQueue::MaxPending; ++i)
        queue.pushRemoved(static_cast<Id>(i + 1));
    const auto pending = queue.drain();
    EXPECT_FALSE(pending.overflowed);
    EXPECT_EQ(pending.size(), UpdateQueue::MaxPending);
}

TEST(UpdateQueue, overflow_dropsEverythingAndSaysSo) {
    int wakes = 0;
    UpdateQueue queue([&wakes] { ++wakes; });
    for (std::size_t i = 0; i <= UpdateQueue::MaxPending; ++i)
        queue.pushRemoved(static_cast<Id>(i + 1));
    queue.push(update(42));
    EXPECT_EQ(wakes, 1);
    const auto pending = queue.drain();
    EXPECT_TRUE(pending.overflowed);
    EXPECT_FALSE(pending.isEmpty());
    EXPECT_TRUE(pending.enforcements.removed.empty());
    ASSERT_EQ(pending.enforcements.updates.size(), 1U) << "what came after the overflow is kept";
    EXPECT_EQ(pending.enforcements.updates[0].row.id, 42);
    EXPECT_FALSE(queue.drain().overflowed) << "told once";
}

TEST(UpdateQueue, oversizedPush_isAnOverflowThatWakes) {
    int wakes = 0;
    UpdateQueue queue([&wakes] { ++wakes; });
    queue.push(std::vector<EnforcementUpdate>(UpdateQueue::MaxPending + 1));
    EXPECT_EQ(wakes, 1);
    EXPECT_FALSE(queue.isEmpty());
    const auto pending = queue.drain();
    EXPECT_TRUE(pending.overflowed);
    EXPECT_EQ(pending.size(), 0U);
}

TEST(UpdateQueue, twoThreads_loseNothingAndMissNoWake) {
    std::mutex mutex;
    std::condition_variable awake;
    bool woken = false;
    std::atomic<int> wakes = 0;
    UpdateQueue queue([&] {
        ++wakes;
        const std::lock_guard lock(mutex);
        woken = true;
        awake.notify_one();
    });
    constexpr Id Count = 100'000;
    std::jthread io([&queue] {
        for (Id id = 1; id <= Count; ++id) {
            if (id % 3 == 0)
                queue.push(std::vector{update(id)});
            else
                queue.push(update(id));
            if (id % 10 == 0)
                queue.push(execution(id));
        }
    });
    Id last = 0;
    std::size_t executions = 0;
    int drains = 0;
    // The reader only drains when it is woken: a wake too few would leave it waiting for ever.
    while (last < Count || executions < Count / 10) {
        std::unique_lock lock(mutex);
        ASSERT_TRUE(awake.wait_for(lock, std::chrono::seconds(20), [&woken] { return woken; }));
        woken = false;
        lock.unlock();
        const auto pending = queue.drain();
        ++drains;
        for (const auto& one : pending.enforcements.updates)
            ASSERT_EQ(one.row.id, ++last);
        executions += pending.executions.size();
        ASSERT_FALSE(pending.overflowed);
    }
    io.join();
    EXPECT_LE(drains, wakes);
    EXPECT_TRUE(queue.isEmpty());
}

} // namespace
} // namespace attune::core
