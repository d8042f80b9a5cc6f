// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/gaps/lostnews.h"

#include "attune/core/vocabulary.h"

#include <gtest/gtest.h>

using namespace attune;
using core::Origin;
namespace Status = core::Status;

namespace {

constexpr core::UtcMicros Second = 1'000'000;

class LostNews : public ::testing::Test {
public:
    LostNews() {
        for (core::Id id = 10; id < 20; ++id)
            batch.updates.push_back(update(id, Status::Unknown, Status::Created));
        (void)store.apply(batch);
        batch = {};
    }
    [[nodiscard]] static core::EnforcementUpdate update(core::Id id, core::WordCode from, core::WordCode to) {
        core::EnforcementUpdate update;
        update.row.id = id;
        update.row.created = (1'000 + id) * Second;
        update.row.ruleRef = update.row.triggerRef = core::RedactedRef;
        update.row.status = to;
        update.oldStatus = from;
        update.origin = Origin::Notification;
        return update;
    }
    LostNews& told(core::Id id, core::WordCode from, core::WordCode to) {
        batch.updates.push_back(update(id, from, to));
        return *this;
    }
    /// By the batch so far, which the store takes over then.
    [[nodiscard]] bool isSuspicious(core::UtcMicros since = 1'000 * Second) {
        const bool shows = session::showsLoss(batch, store, since);
        (void)store.apply(batch);
        batch = {};
        return shows;
    }

    core::Vocabulary vocabulary;
    core::WordCode evaluating = *core::Vocabulary::word(vocabulary.statuses, "evaluating");
    core::EnforcementStore store;
    core::EnforcementBatch batch;
};

} // namespace

TEST_F(LostNews, changesInOrder_showNone) {
    EXPECT_FALSE(told(12, Status::Created, Status::Processed).isSuspicious());
    EXPECT_FALSE(told(13, Status::Created, evaluating).isSuspicious());
    EXPECT_FALSE(told(13, evaluating, Status::Disabled).isSuspicious());
    EXPECT_FALSE(told(99, Status::Unknown, Status::Created).told(99, Status::Created, evaluating).isSuspicious());
    EXPECT_FALSE(told(99, evaluating, Status::Processed).isSuspicious());
}

TEST_F(LostNews, changeOfARowNobodyHasTold_showsLoss) {
    EXPECT_TRUE(told(99, Status::Created, Status::Processed).isSuspicious());
    EXPECT_TRUE(told(9, Status::Created, Status::Processed).isSuspicious()) << "older than all others, but not too old";
    EXPECT_FALSE(told(8, Status::Created, Status::Processed).isSuspicious(1'008 * Second)) << "need not be known";
    EXPECT_FALSE(told(99, Status::Created, Status::Processed).isSuspicious()) << "known by now";
}

TEST_F(LostNews, compactChangeOfARowNobodyHasTold_showsLossUnlessItIsOlderThanAll) {
    told(15, Status::Created, Status::Processed).batch.updates.back().row.created = core::UnknownTime;
    EXPECT_FALSE(isSuspicious());
    told(99, Status::Created, Status::Processed).batch.updates.back().row.created = core::UnknownTime;
    EXPECT_TRUE(isSuspicious());
    told(5, Status::Created, Status::Processed).batch.updates.back().row.created = core::UnknownTime;
    EXPECT_FALSE(isSuspicious());
    told(99, Status::Created, Status::Processed).batch.updates.back().row.created = core::UnknownTime;
    EXPECT_FALSE(isSuspicious()) << "it waits for its detail by now";
}

TEST_F(LostNews, changeFromAnotherState_showsThatTheOneBeforeWasLost) {
    EXPECT_TRUE(told(12, evaluating, Status::Processed).isSuspicious());
    EXPECT_TRUE(told(13, Status::Created, evaluating).told(13, Status::Disabled, Status::Processed).isSuspicious());
}

TEST_F(LostNews, whatIsToldAgainOrLate_showsNone) {
    EXPECT_FALSE(told(12, Status::Created, Status::Processed).isSuspicious());
    EXPECT_FALSE(told(12, Status::Created, Status::Processed).isSuspicious());
    EXPECT_FALSE(told(12, Status::Created, evaluating).isSuspicious());
    EXPECT_FALSE(told(12, Status::Unknown, Status::Created).isSuspicious());
}

TEST_F(LostNews, whatIsRead_showsNone) {
    told(99, Status::Created, Status::Processed).batch.updates.back().origin = Origin::ListPage;
    EXPECT_FALSE(isSuspicious());
}
