// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/syncfixture.h"

#include <vector>

// A backup was restored: the newest rows are gone, and their ids come again for other ones only much later, if ever.

namespace {

class TopWatchTest : public SyncTest {
protected:
    /// All rows of a server that has been watched for a while, and that many which came while it was.
    void settle(int count) {
        server->fill(300);
        live();
        pass(2min);
        for (int i = 0; i < count; ++i) {
            newestIds.push_back(server->create());
            pass(1s);
            server->resolve(newestIds.back());
        }
        pass(2min);
        ASSERT_EQ(difference(), "");
    }
    void lose(std::size_t count) {
        for (std::size_t i = newestIds.size() - count; i < newestIds.size(); ++i)
            server->remove(newestIds[i]);
    }

    std::vector<core::Id> newestIds;
};

} // namespace

TEST_F(TopWatchTest, newestRowsThatAreGone_areARestoredServer) {
    settle(40);
    lose(40);
    QStringList reasons;
    QObject::connect(session.get(), &session::Session::statusChanged, &context,
                     [&](const session::ConnectionStatus& status) { reasons << status.reason; });
    EXPECT_TRUE(test::passUntil(clock, 90s, [&] { return difference().empty(); })) << difference();
    EXPECT_EQ(clears, 1);
    EXPECT_TRUE(reasons.contains(QStringLiteral("the server was restored or replaced")));
    EXPECT_TRUE(comes(State::Live, 30s));
    EXPECT_EQ(difference(), "");
}

TEST_F(TopWatchTest, restoredServerThatGoesOn_isFoundOutByWhatItNoLongerHas) {
    settle(40);
    for (int i = 0; i < 15; ++i) // what is open is looked for by others, too
        newestIds.push_back(server->create());
    pass(1s);
    lose(55);
    transport->end(newest(), net::StreamEnd::Kind::Closed, 1012);
    ASSERT_TRUE(comes(State::Live, 30s));
    for (int i = 0; i < 30; ++i) {
        server->resolve(server->create());
        pass(100ms);
    }
    EXPECT_TRUE(test::passUntil(clock, 90s, [&] { return clears == 1; })) << "whoever has removed them";
    EXPECT_TRUE(comes(State::Live, 30s));
    EXPECT_EQ(difference(), "");
}

TEST_F(TopWatchTest, emptiedServer_isShownEmpty) {
    settle(40);
    server->rows.clear();
    EXPECT_TRUE(test::passUntil(clock, 90s, [&] { return store.size() == 0; }));
}

TEST_F(TopWatchTest, fewRowsThatWereDeleted_goWithoutAFuss) {
    settle(40);
    lose(3);
    EXPECT_TRUE(test::passUntil(clock, 90s, [&] { return difference().empty(); })) << difference();
    EXPECT_EQ(clears, 0);
    EXPECT_EQ(state(), State::Live);
}

TEST_F(TopWatchTest, listThatIsBehindForAWhile_takesNothingAway) {
    settle(40);
    for (const core::Id id : newestIds)
        server->rows[id].hidden = true;
    const int before = lists();
    ASSERT_TRUE(test::passUntil(clock, 1min, [&] { return lists() > before; }));
    pass(5s);
    for (const core::Id id : newestIds)
        server->rows[id].hidden = false;
    pass(5min);
    EXPECT_EQ(clears, 0);
    EXPECT_EQ(difference(), "");
    EXPECT_EQ(session->counters().gapsFound, 0U);
}

TEST_F(TopWatchTest, rowsThatWereNeverListed_doNotCountAsGone) {
    settle(40);
    for (int i = 0; i < 100; ++i) {
        server->create();
        pass(500ms);
    }
    EXPECT_EQ(clears, 0);
    EXPECT_EQ(difference(), "");
}
