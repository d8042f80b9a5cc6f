// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/enforcementstore.h"
#include "attune/widgets/pausebuffer.h"

#include <gtest/gtest.h>

namespace attune::widgets {
namespace {

core::EnforcementUpdate update(core::Id id, core::WordCode status, core::Origin origin = core::Origin::Notification) {
    core::EnforcementUpdate made;
    made.row.id = id;
    made.row.created = 1'780'000'000'000'000 + id;
    made.row.ruleRef = 2;
    made.row.triggerRef = 3;
    made.row.status = status;
    made.row.resolvedAt = status == core::Status::Created ? core::NullTime : made.row.created + 5;
    made.origin = origin;
    made.receivedNs = 77;
    return made;
}

core::EnforcementBatch batchOf(std::vector<core::EnforcementUpdate> updates, std::vector<core::Id> removed = {}) {
    core::EnforcementBatch batch;
    batch.updates = std::move(updates);
    batch.removed = std::move(removed);
    return batch;
}

/// The only one that is held.
core::EnforcementBatch takeOne(PauseBuffer& buffer) {
    std::vector<core::EnforcementBatch> taken = buffer.take();
    EXPECT_EQ(taken.size(), 1U);
    return taken.empty() ? core::EnforcementBatch() : taken.front();
}

void applyTo(core::EnforcementStore& store, const std::vector<core::EnforcementBatch>& batches) {
    for (const core::EnforcementBatch& batch : batches)
        store.apply(batch);
}

TEST(PauseBuffer, newsOfOneEnforcement_isJoined) {
    PauseBuffer buffer;
    buffer.hold(batchOf({update(1, core::Status::Created), update(2, core::Status::Created)}));
    buffer.hold(batchOf({update(1, core::Status::Processed)}));
    EXPECT_EQ(buffer.held(), 2);
    const core::EnforcementBatch taken = takeOne(buffer);
    ASSERT_EQ(taken.updates.size(), 2U);
    EXPECT_EQ(taken.updates[0].row.id, 1);
    EXPECT_EQ(taken.updates[0].row.status, core::Status::Processed);
    EXPECT_EQ(taken.updates[0].receivedNs, 0);
    EXPECT_EQ(buffer.held(), 0);
    EXPECT_TRUE(buffer.take().empty());
}

TEST(PauseBuffer, longPause_costsNoMoreThanTheEnforcements) {
    PauseBuffer buffer;
    for (int round = 0; round < 1000; ++round)
        buffer.hold(batchOf({update(1, core::Status::Created), update(2, core::Status::Processed)}));
    EXPECT_EQ(takeOne(buffer).updates.size(), 2U);
}

TEST(PauseBuffer, removals_areCountedOnce) {
    PauseBuffer buffer;
    buffer.hold(batchOf({update(1, core::Status::Created)}));
    buffer.hold(batchOf({}, {7, 7, 1}));
    buffer.hold(batchOf({}, {7, 7, 1}));
    EXPECT_EQ(buffer.held(), 2);
    EXPECT_EQ(takeOne(buffer).removed, (std::vector<core::Id>{7, 1}));
}

TEST(PauseBuffer, rowThatComesBack_isThereAfterTheRemoval) {
    core::EnforcementStore store;
    store.apply(batchOf({update(1, core::Status::Created), update(2, core::Status::Created)}));
    PauseBuffer buffer;
    buffer.hold(batchOf({}, {1}));
    buffer.hold(batchOf({update(1, core::Status::Processed, core::Origin::ListPage)}));
    EXPECT_EQ(buffer.held(), 1);
    applyTo(store, buffer.take());
    ASSERT_TRUE(store.find(1).has_value());
    EXPECT_EQ(store.row(*store.find(1)).status, core::Status::Processed);
    // And goes when it is gone again.
    buffer.hold(batchOf({}, {1, 2}));
    buffer.hold(batchOf({update(1, core::Status::Processed), update(2, core::Status::Processed)}));
    buffer.hold(batchOf({}, {1}));
    applyTo(store, buffer.take());
    EXPECT_FALSE(store.find(1).has_value());
    EXPECT_TRUE(store.find(2).has_value());
}

TEST(PauseBuffer, rowsThatComeBack_doNotMakeOthersBeHeldTwice) {
    PauseBuffer buffer;
    buffer.hold(batchOf({update(1, core::Status::Created), update(2, core::Status::Created)}, {3}));
    buffer.hold(batchOf({update(3, core::Status::Created)}));
    buffer.hold(batchOf({update(1, core::Status::Created), update(2, core::Status::Processed)}));
    const std::vector<core::EnforcementBatch> taken = buffer.take();
    ASSERT_EQ(taken.size(), 2U);
    EXPECT_EQ(taken[0].updates.size(), 2U);
    EXPECT_EQ(taken[1].updates.size(), 1U);
}

TEST(PauseBuffer, contradictions_areAllKeptForTheStore) {
    PauseBuffer buffer;
    buffer.hold(batchOf({update(1, core::Status::Processed), update(1, core::Status::Disabled)}));
    EXPECT_EQ(buffer.held(), 1);
    EXPECT_EQ(takeOne(buffer).updates.size(), 2U);
}

TEST(PauseBuffer, details_keepTheirOrigin) {
    PauseBuffer buffer;
    buffer.hold(batchOf({update(1, core::Status::Created), update(1, core::Status::Processed, core::Origin::Detail)}));
    const core::EnforcementBatch taken = takeOne(buffer);
    ASSERT_EQ(taken.updates.size(), 2U);
    EXPECT_EQ(taken.updates[1].origin, core::Origin::Detail);
}

TEST(PauseBuffer, beyondTheLimit_dropsAndSaysSo) {
    PauseBuffer buffer(3);
    for (core::Id id = 1; id <= 5; ++id)
        buffer.hold(batchOf({update(id, core::Status::Created)}));
    EXPECT_TRUE(buffer.overflowed());
    // What is held still takes news.
    buffer.hold(batchOf({update(2, core::Status::Processed)}));
    const core::EnforcementBatch taken = takeOne(buffer);
    ASSERT_EQ(taken.updates.size(), 3U);
    EXPECT_EQ(taken.updates[1].row.status, core::Status::Processed);
    EXPECT_FALSE(buffer.overflowed());
}

TEST(PauseBuffer, removalsBeyondTheLimit_areDroppedToo) {
    PauseBuffer buffer(3);
    buffer.hold(batchOf({update(1, core::Status::Created)}, {2, 3}));
    EXPECT_FALSE(buffer.overflowed());
    buffer.hold(batchOf({}, {2, 4}));
    EXPECT_TRUE(buffer.overflowed());
    EXPECT_EQ(buffer.held(), 3);
}

/// Whatever is held back and in whatever pieces: the store ends as if nothing had been held.
TEST(PauseBuffer, resume_leavesTheStoreAsWithoutAPause) {
    core::EnforcementStore live;
    core::EnforcementStore paused;
    PauseBuffer buffer;
    for (core::Id step = 0; step < 4'000; ++step) {
        const core::Id id = 1 + (step * 7919) % 97;
        const auto status = step % 3 == 0 ? core::Status::Created : core::Status::Processed;
        const auto origin = step % 5 == 0 ? core::Origin::ListPage : core::Origin::Notification;
        core::EnforcementBatch batch = batchOf({update(id, status, origin)});
        if (step % 4 == 1)
            batch.removed = {1 + (step * 31) % 97, 1 + (step * 101) % 97};
        live.apply(batch);
        buffer.hold(batch);
        if (step % 50 == 0)
            applyTo(paused, buffer.take());
    }
    applyTo(paused, buffer.take());
    EXPECT_LT(live.size(), 97U);
    ASSERT_EQ(paused.size(), live.size());
    for (core::Id id = 1; id <= 97; ++id) {
        const auto a = live.find(id);
        const auto b = paused.find(id);
        ASSERT_EQ(a.has_value(), b.has_value()) << id;
        EXPECT_TRUE(!a || live.row(*a).status == paused.row(*b).status) << id;
    }
}

} // namespace
} // namespace attune::widgets
