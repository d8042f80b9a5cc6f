// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "syncfixture.h"

// What is said to be loaded, against what the reader has, whenever it is said.

namespace {

class ClaimedRows : public SyncTest {
protected:
    explicit ClaimedRows(session::SessionOptions theOptions = {}) : SyncTest(theOptions) {
        QObject::connect(session.get(), &session::Session::statusChanged, &context,
                         [this](const session::ConnectionStatus& status) { judge(status.completeSince); });
    }

    /// More may be claimed only if the reader has it; of what was claimed before the notifier tells.
    void judge(core::UtcMicros since) {
        if (since != core::UnknownTime && (claimed == core::UnknownTime || since < claimed)) {
            ++steps;
            for (const auto& [id, row] : server->rows) {
                const bool isNew = claimed == core::UnknownTime || row.created <= claimed;
                missing += row.created > since && isNew && !has(id) ? 1 : 0;
            }
        }
        claimed = since;
    }

    core::UtcMicros claimed = core::UnknownTime;
    int steps = 0;   ///< so often more was claimed
    int missing = 0; ///< rows, when they were claimed
};

class ShallowClaimedRows : public ClaimedRows {
protected:
    ShallowClaimedRows() : ClaimedRows({.readDepth = 100}) {}
};

} // namespace

TEST_F(ClaimedRows, firstReading_isClaimedOnceItsRowsAreThere) {
    server->fill(300);
    live();
    EXPECT_EQ(claimed, session::SinceTheBeginning);
    EXPECT_EQ(steps, 1);
    EXPECT_EQ(missing, 0);
}

TEST_F(ClaimedRows, rowsReadBehind_areClaimedOnceTheyAreThere) {
    server->fill(10'000);
    live();
    ASSERT_TRUE(test::passUntil(clock, 3min, [&] { return !session->status().isReadingReach; }));
    pass(1s);
    EXPECT_EQ(difference(), "");
    EXPECT_GE(steps, 3);
    EXPECT_EQ(missing, 0);
}

TEST_F(ShallowClaimedRows, holeThatIsClosed_isClaimedOnceItsRowsAreThere) {
    server->fill(300, Second);
    live();
    pass(1min);
    const core::UtcMicros before = claimed;
    server->disconnect();
    server->fill(1'500, 1000);
    ASSERT_TRUE(test::passUntil(clock, 1min, [&] { return claimed > before; })) << "the hole is told";
    ASSERT_TRUE(test::passUntil(clock, 10min, [&] { return claimed <= before; }));
    EXPECT_EQ(difference(), "");
    EXPECT_EQ(missing, 0);
}

TEST_F(ClaimedRows, emptyList_isClaimedAlthoughNothingComes) {
    live();
    EXPECT_EQ(claimed, session::SinceTheBeginning);
}

TEST_F(ClaimedRows, rowsHeldByAPausedView_areClaimedWhenItGoesOn) {
    server->fill(5'000);
    signIn();
    ASSERT_TRUE(test::passUntil(clock, 10s, [&] { return store.size() > 200; }));
    pause();
    pass(3min);
    EXPECT_EQ(missing, 0);
    resume();
    pass(1s);
    EXPECT_EQ(claimed, session::SinceTheBeginning);
    EXPECT_EQ(missing, 0);
    EXPECT_EQ(difference(), "");
}
