// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "syncfixture.h"

namespace {
class SyncReach : public SyncTest {};
} // namespace

TEST_F(SyncReach, moreRowsWhileAwayThanAreRead_makeItCompleteSinceLater) {
    server->fill(1000);
    live();
    EXPECT_EQ(session->status().completeSince, 0);
    server->disconnect();
    server->notifierDown = true;
    server->restDown = true;
    pass(30min);
    for (int i = 3000; i > 0; --i)
        server->rows[server->create(i * Second / 2, false)].status = "processed";
    server->notifierDown = server->restDown = false;
    ASSERT_TRUE(comes(State::Live, 2min));
    const core::UtcMicros since = session->status().completeSince;
    EXPECT_GT(since, clock.now() - 20 * 60 * Second);
    EXPECT_EQ(difference(), "");
    EXPECT_LT(store.size(), 2300U) << "the hole is not hidden";
    pass(20min);
    EXPECT_LE(session->status().completeSince, since) << "the last page of a later walk may reach a little further";
    EXPECT_GT(session->status().completeSince, since - 60 * Second);
    EXPECT_EQ(difference(), "");
}

TEST_F(SyncReach, greaterReadDepth_readsFurtherBack) {
    server->fill(5000);
    live();
    const core::UtcMicros since = session->status().completeSince;
    session->setReadDepth(3000);
    session->refresh();
    ASSERT_TRUE(test::passUntil(clock, 1min, [&] { return store.size() >= 3000; }));
    ASSERT_TRUE(comes(State::Live));
    EXPECT_LT(session->status().completeSince, since - 1900 * Second);
    EXPECT_EQ(difference(), "");
    const int before = lists();
    session->refresh();
    pass(20s);
    EXPECT_LT(lists() - before, 45) << "only the full walk goes all the way down again";
}

TEST_F(SmallCapTest, rowsThatAreNoLongerKept_areNotClaimed) {
    server->fill(1000);
    live();
    const core::UtcMicros before = session->status().completeSince;
    EXPECT_LE(store.size(), 300U);
    EXPECT_EQ(difference(), "");
    for (int i = 0; i < 200; ++i) {
        server->create();
        pass(1s);
    }
    EXPECT_GT(session->status().completeSince, before + 100 * Second);
    EXPECT_EQ(difference(), "");
}

TEST_F(SyncReach, restSilentOnALiveStream_isDelayedInTime) {
    server->fill(100);
    live();
    server->restDown = true;
    const auto from = clock.steady();
    ASSERT_TRUE(comes(State::Delayed, 3min));
    EXPECT_LE(clock.steady() - from, 66s);
    EXPECT_EQ(session->status().reason, QStringLiteral("Connection refused"));
    EXPECT_LT(session->status().dataAsOf, clock.now() - 60 * Second);
    server->create();
    pass(1s);
    EXPECT_EQ(store.size(), 101U) << "the stream still works";
    EXPECT_EQ(state(), State::Delayed);
    server->restDown = false;
    EXPECT_TRUE(comes(State::Live, 1min));
    EXPECT_EQ(session->status().reason, QString());
}

TEST_F(SyncReach, restDownAtTheStart_isSyncingWithAReasonUntilItComes) {
    server->fill(100);
    signIn();
    ASSERT_TRUE(test::passUntil(clock, 5s, [&] { return answered; }));
    server->restDown = true;
    pass(5min);
    EXPECT_EQ(state(), State::Syncing);
    EXPECT_EQ(session->status().reason, QStringLiteral("Connection refused"));
    EXPECT_EQ(std::count(states.begin(), states.end(), State::Live), 0);
    server->restDown = false;
    EXPECT_TRUE(comes(State::Live, 1min));
    EXPECT_EQ(difference(), "");
}

TEST_F(SyncReach, notifierDown_rowsAreReadAllTheSame) {
    server->fill(300);
    server->notifierDown = true;
    signIn();
    ASSERT_TRUE(test::passUntil(clock, 30s, [&] { return store.size() == 300; }));
    EXPECT_NE(state(), State::Live);
    const core::Id id = server->create();
    EXPECT_TRUE(test::passUntil(clock, 8s, [&] { return has(id); })) << "every five seconds";
    server->resolve(id);
    EXPECT_TRUE(test::passUntil(clock, 80s, [&] { return statusOf(id) == core::Status::Processed; }));
    EXPECT_EQ(std::count(states.begin(), states.end(), State::Live), 0);
    EXPECT_GT(session->status().dataAsOf, clock.now() - 10 * Second);
    server->notifierDown = false;
    EXPECT_TRUE(comes(State::Live, 1min));
}

TEST_F(SyncReach, deniedSubscription_isDelayedAndPolled) {
    server->fill(100);
    server->deniesSubscriptions = true;
    signIn();
    ASSERT_TRUE(comes(State::Delayed, 30s));
    EXPECT_TRUE(session->status().reason.contains(QStringLiteral("Unauthorized")));
    const core::Id id = server->create();
    EXPECT_TRUE(test::passUntil(clock, 8s, [&] { return has(id); }));
    pass(10min);
    EXPECT_EQ(std::count(states.begin(), states.end(), State::Live), 0);
    EXPECT_EQ(session->counters().gapsFound, 0U);
    server->deniesSubscriptions = false;
    EXPECT_TRUE(comes(State::Live, 2min));
    EXPECT_EQ(difference(), "");
}

TEST_F(SyncReach, badFrames_makeItLookButNotTooOften) {
    server->fill(100);
    live();
    pass(2min);
    const int before = lists();
    transport->reject(newest(), QStringLiteral("nonsense"));
    pass(1s);
    EXPECT_EQ(lists(), before + 1) << "at once";
    for (int i = 0; i < 20; ++i) {
        transport->reject(newest(), QStringLiteral("nonsense"));
        pass(1s);
    }
    EXPECT_LE(lists() - before, 8) << "at most every five seconds, besides the usual ones";
    EXPECT_GE(lists() - before, 4);
    EXPECT_EQ(session->counters().malformed, 21U);
    EXPECT_EQ(session->rejections().size(), 21U);
    EXPECT_EQ(state(), State::Live);
}

TEST_F(SyncReach, badFrameDuringAHeadWalk_isLookedIntoAfterIt) {
    server->fill(100);
    live();
    pass(2min);
    server->latency = 2s;
    transport->reject(newest(), QStringLiteral("nonsense"));
    pass(1s);
    const int before = lists();
    transport->reject(newest(), QStringLiteral("nonsense"));
    pass(10s);
    EXPECT_EQ(lists(), before + 1);
}

TEST_F(SyncReach, deferredNotification_isCompletedByItsDetail) {
    server->fill(100);
    live();
    const core::Id id = server->create(0, false);
    server->announceDeferred(id);
    ASSERT_TRUE(test::passUntil(clock, 3s, [&] { return has(id); }));
    EXPECT_EQ(server->count(QStringLiteral("/enforcements/%1").arg(id)), 1);
    EXPECT_EQ(store.row(*store.find(id)).created, server->rows[id].created);
}

TEST_F(SyncReach, deferredNotificationOfAForbiddenRow_isAskedForOnce) {
    server->fill(100);
    server->detailsForbidden = true;
    live();
    const core::Id id = server->create(0, false);
    for (int i = 0; i < 5; ++i) {
        server->announceDeferred(id);
        pass(1s);
    }
    EXPECT_EQ(server->count(QStringLiteral("/enforcements/%1").arg(id)), 1);
    EXPECT_TRUE(test::passUntil(clock, 45s, [&] { return has(id); })) << "the list brings it";
}

TEST_F(SyncReach, bulkInsertOfOneInstant_doesNotStopTheSync) {
    server->fill(100);
    const core::UtcMicros instant = 30 * Second;
    for (int i = 0; i < 400; ++i)
        server->create(instant, false);
    live();
    EXPECT_GE(session->status().completeSince, clock.now() - instant - 60 * Second) << "no list can prove more";
    EXPECT_EQ(difference(), "");
    pass(2min);
    EXPECT_EQ(state(), State::Live);
}

TEST_F(SyncReach, listOutOfOrder_isNeverLive) {
    server->fill(100);
    const auto onRequest = transport->onRequest;
    transport->onRequest = [&](const net::HttpRequest& request) {
        if (!request.url.query().contains(QStringLiteral("per_page")))
            return onRequest(request);
        QMetaObject::invokeMethod(
            transport,
            [this, id = request.id] {
                const QByteArray row =
                    R"("rule":1,"rule_ref":"a.b","trigger_ref":"c.d","event":1,"status":"processed",)";
                transport->answer(id, "{\"items\":[{\"id\":1," + row + R"("created":"2026-01-01T00:00:00Z"},{"id":2,)" +
                                          row +
                                          R"("created":"2026-01-02T00:00:00Z"}],"pagination":{"has_next":false}})");
            },
            Qt::QueuedConnection);
    };
    signIn();
    pass(2min);
    EXPECT_EQ(state(), State::Syncing);
    EXPECT_FALSE(session->status().reason.isEmpty());
    EXPECT_EQ(session->status().completeSince, core::UnknownTime);
    EXPECT_EQ(store.size(), 2U) << "what was read is shown all the same";
}

TEST_F(SyncReach, idleLiveSession_asksLittle) {
    server->fill(1000);
    live();
    pass(2min);
    const auto before = transport->sent.size();
    pass(10min);
    EXPECT_LE(transport->sent.size() - before, 120U);
}

TEST_F(SyncReach, syncProgress_growsAndNamesWhatIsRead) {
    server->fill(2000);
    server->create(1500 * Second, false);
    std::vector<double> progress;
    QStringList activities;
    QObject::connect(session.get(), &session::Session::statusChanged, &context,
                     [&](const session::ConnectionStatus& status) {
                         if (status.state != State::Syncing)
                             return;
                         progress.push_back(status.syncProgress);
                         if (!activities.contains(status.activity))
                             activities += status.activity;
                     });
    live();
    EXPECT_GE(progress.size(), 8U);
    EXPECT_TRUE(std::is_sorted(progress.begin(), progress.end()));
    EXPECT_LE(progress.back(), 1);
    EXPECT_EQ(activities.size(), 2);
}
