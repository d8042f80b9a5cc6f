// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/syncfixture.h"

// What notifications say without meaning to: that others were lost.

namespace {

class Suspicions : public SyncTest {
protected:
    /// The first readings are through, and the next ones are far away.
    void settle() {
        live();
        pass(2min);
        before = lists();
    }

    int before = 0; ///< lists asked for until now
};

} // namespace

TEST_F(Suspicions, framesOfAnUnknownKind_makeItLookButNotTooOften) {
    server->fill(100);
    settle();
    const core::Id untold = server->create(0, false);
    transport->unknown(newest(), QStringLiteral("enforcement_created_v2"));
    pass(1s);
    EXPECT_TRUE(has(untold));
    EXPECT_EQ(lists(), before + 2) << "the newest rows and the open ones, at once";
    for (int i = 0; i < 20; ++i) {
        transport->unknown(newest(), QStringLiteral("enforcement_created_v2"));
        pass(1s);
    }
    EXPECT_LE(lists() - before, 12) << "at most every five seconds, besides the usual ones";
    EXPECT_TRUE(session->rejections().empty()) << "there is nothing wrong with them";
    EXPECT_EQ(session->counters().unknown, 21U);
    EXPECT_EQ(state(), State::Live);
}
