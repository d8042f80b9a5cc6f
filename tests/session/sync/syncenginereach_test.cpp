// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "syncfixture.h"

namespace {
class SyncReach : public SyncTest {};

class ShallowSync : public SyncTest {
protected:
    ShallowSync() : SyncTest({.readDepth = 100}) {}
};
} // namespace

TEST_F(SyncReach, start_isLiveWithTheNewestRowsAndReadsTheOthersBehind) {
    server->fill(20'000);
    live();
    EXPECT_LE(store.size(), 1100U) << "the newest thousand is enough to be live";
    EXPECT_EQ(difference(), "");
    pass(1s);
    const core::UtcMicros since = session->status().completeSince;
    EXPECT_TRUE(session->status().isReadingReach);
    EXPECT_EQ(session->status().reachWanted, 5000U);
    std::size_t read = session->status().reachRead;
    EXPECT_GE(read, 1000U);
    while (session->status().isReadingReach) {
        pass(1s);
        ASSERT_EQ(difference(), "");
        ASSERT_EQ(state(), State::Live);
        if (session->status().isReadingReach) {
            ASSERT_GE(session->status().reachRead, read);
            read = session->status().reachRead;
        }
        ASSERT_LT(clock.now(), since + 3600 * Second);
    }
    EXPECT_GE(store.size(), 5000U);
    EXPECT_LE(store.size(), 5300U);
    EXPECT_LE(session->status().completeSince, clock.now() - 5000 * Second);
    EXPECT_LE(lists(), 75) << "hardly more than the pages there are";
    const int before = lists();
    pass(5min);
    EXPECT_FALSE(session->status().isReadingReach) << "once";
    EXPECT_LE(lists() - before, 25);
}

TEST_F(SyncReach, fewerRowsThanTheReach_areCompleteSinceTheBeginning) {
    server->fill(1700);
    live();
    ASSERT_TRUE(test::passUntil(clock, 20s, [&] { return session->status().completeSince == 0; }));
    EXPECT_EQ(store.size(), 1700U);
    EXPECT_FALSE(session->status().isReadingReach);
}

TEST_F(SyncReach, rowsThatComeWhileTheReachIsRead_doNotDisturbIt) {
    server->fill(10'000);
    live();
    ASSERT_TRUE(test::passUntil(clock, 5s, [&] { return session->status().isReadingReach; }));
    for (int i = 0; session->status().isReadingReach; ++i) {
        for (int n = 0; n < 10; ++n)
            server->create();
        if (i % 3 == 0)
            server->remove(server->rows.rbegin()->first - 20);
        pass(1s);
        ASSERT_LT(i, 120);
    }
    pass(1min);
    EXPECT_LE(session->status().completeSince, clock.now() - 5000 * Second);
    session->refresh();
    pass(20s);
    EXPECT_EQ(difference(), "");
}

TEST_F(SyncReach, moreRowsWhileAwayThanAreRead_leaveAHoleThatIsClosedAfterwards) {
    server->fill(1000);
    live();
    EXPECT_EQ(session->status().completeSince, 0);
    server->disconnect();
    server->notifierDown = true;
    server->restDown = true;
    pass(60min);
    for (int i = 6500; i > 0; --i)
        server->rows[server->create(i * Second / 2, false)].status = "processed";
    server->notifierDown = server->restDown = false;
    ASSERT_TRUE(comes(State::Live, 2min));
    EXPECT_GT(session->status().completeSince, clock.now() - 50 * 60 * Second) << "the hole is not hidden";
    EXPECT_LT(store.size(), 7000U);
    EXPECT_EQ(difference(), "");
    ASSERT_TRUE(test::passUntil(clock, 2min, [&] { return session->status().completeSince == 0; }));
    EXPECT_EQ(difference(), "");
    EXPECT_EQ(store.size(), 7500U);
}

TEST_F(SyncReach, secondsOfAFastStreamMissed_areThereTenSecondsLater) {
    for (int i = 1000; i > 0; --i)
        server->rows[server->create(i * Second / 200, false)].status = "processed";
    live();
    server->disconnect();
    server->notifierDown = true;
    server->restDown = true;
    pass(20s);
    for (int i = 4000; i > 0; --i)
        server->rows[server->create(i * Second / 200, false)].status = "processed";
    server->notifierDown = server->restDown = false;
    session->retryNow();
    const auto begin = clock.steady();
    ASSERT_TRUE(comes(State::Live, 4s));
    EXPECT_EQ(difference(), "");
    EXPECT_GT(session->status().completeSince, clock.now() - 10 * Second) << "the hole is not hidden";
    ASSERT_TRUE(test::passUntil(clock, 10s, [&] { return store.size() == server->rows.size(); })) << store.size();
    EXPECT_LE(clock.steady() - begin, 9500ms) << "forty-five pages, five a second";
    EXPECT_EQ(difference(), "");
}

TEST_F(SyncReach, readsThatFailForAWhile_onlyDelayTheReach) {
    server->fill(10'000);
    live();
    pass(2s);
    ASSERT_TRUE(session->status().isReadingReach);
    server->restStatus = 500;
    pass(5min);
    const core::UtcMicros since = session->status().completeSince;
    EXPECT_EQ(difference(), "");
    server->restStatus = 0;
    ASSERT_TRUE(test::passUntil(clock, 3min, [&] { return store.size() >= 5000; }));
    pass(10s);
    EXPECT_LT(session->status().completeSince, since);
    EXPECT_EQ(difference(), "");
}

TEST_F(SyncReach, passThatAFlawHeldUp_isRepeatedWhenEverythingIsReadAnew) {
    server->fill(2500);
    live();
    ASSERT_TRUE(test::passUntil(clock, 5s, [&] { return session->status().isReadingReach; }));
    server->rejectedRows = 1;
    ASSERT_TRUE(test::passUntil(clock, 1min, [&] { return !session->status().isReadingReach; }));
    server->rejectedRows = 0;
    pass(1min);
    ASSERT_NE(session->status().completeSince, 0) << "it proved nothing";
    session->refresh();
    EXPECT_TRUE(test::passUntil(clock, 1min, [&] { return session->status().completeSince == 0; }));
    EXPECT_EQ(difference(), "");
}

TEST_F(SyncReach, greaterReadDepth_readsFurtherBackWithoutBeingAsked) {
    server->fill(20'000);
    live();
    ASSERT_TRUE(test::passUntil(clock, 1min, [&] { return store.size() >= 5000; }));
    pass(10s);
    const int before = lists();
    session->setReadDepth(12'000);
    ASSERT_TRUE(test::passUntil(clock, 2min, [&] { return store.size() >= 12'000; }));
    EXPECT_EQ(state(), State::Live);
    pass(5s);
    EXPECT_LE(session->status().completeSince, clock.now() - 12'000 * Second);
    EXPECT_EQ(difference(), "");
    EXPECT_LT(lists() - before, 100) << "what was there is not read again";
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
    EXPECT_TRUE(comes(State::Live, 12s)) << "five seconds between two requests, and five between two walks, at most";
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
    EXPECT_EQ(lists(), before + 2) << "the newest rows and the open ones, at once";
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

TEST_F(SyncReach, manyDeferredNotifications_areReadByTheList) {
    server->fill(100);
    std::vector<core::Id> known;
    for (int i = 0; i < 50; ++i)
        known.push_back(server->create(20 * Second + i * 1000));
    live();
    pass(2min);
    const auto before = transport->sent.size();
    std::vector<core::Id> unknown;
    for (int i = 500; i > 0; --i)
        unknown.push_back(server->create(i * 1000, false));
    for (const core::Id id : unknown)
        server->announceDeferred(id);
    for (const core::Id id : known) {
        server->resolve(id, false);
        server->announceDeferred(id);
    }
    pass(100ms);
    EXPECT_TRUE(std::all_of(known.begin(), known.end(), [this](core::Id id) {
        return statusOf(id) == core::Status::Processed;
    })) << "of known rows it says enough";
    ASSERT_TRUE(test::passUntil(clock, 15s, [&] {
        return std::all_of(unknown.begin(), unknown.end(), [this](core::Id id) { return has(id); });
    }));
    EXPECT_LE(transport->sent.size() - before, 60U);
    EXPECT_EQ(difference(), "");
    pass(1min);
    EXPECT_LE(transport->sent.size() - before, 90U) << "and nothing is asked for once more";
}

TEST_F(SyncReach, manyDeferredNotificationsOfRowsThatNoListShows_areAskedForAfterIt) {
    server->fill(100);
    live();
    pass(2min);
    std::vector<core::Id> rows;
    for (int i = 60; i > 0; --i) // older than what a head walk reads
        rows.push_back(server->create(3600 * Second + i * 1000, false));
    for (const core::Id id : rows)
        server->announceDeferred(id);
    EXPECT_TRUE(test::passUntil(
        clock, 60s, [&] { return std::all_of(rows.begin(), rows.end(), [this](core::Id id) { return has(id); }); }));
}

TEST_F(SyncReach, idThatIsLeftOut_isLookedIntoWithinSeconds) {
    server->fill(100);
    live();
    pass(2min);
    const core::Id lost = server->create(0, false);
    pass(100ms);
    server->create();
    EXPECT_TRUE(test::passUntil(clock, 3s, [&] { return has(lost); }));
    pass(10s);
    EXPECT_EQ(session->counters().gapsFound, 1U);
    EXPECT_EQ(state(), State::Live);
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

TEST_F(ShallowSync, rowCommittedLateBehindMoreRowsThanAreReadAgain_isNotClaimedAndThenFound) {
    server->fill(300, Second);
    live();
    pass(1min); // the readings that follow every connect
    for (int i = 0; i < 60; ++i) {
        server->create();
        pass(100ms);
    }
    pass(35s);
    const core::UtcMicros claimed = session->status().completeSince;
    ASSERT_EQ(difference(), "");
    // The next reading meets the one before, but does not go beyond it by a minute, as it would have to.
    server->notifierDeaf = true;
    const core::Id late = server->create(50 * Second, false);
    server->rows[late].status = "processed";
    server->fill(80, 1000); // not open: only the walk in question brings them
    server->notifierDeaf = false;
    const core::Id newest = server->rows.rbegin()->first;
    ASSERT_TRUE(test::passUntil(clock, 40s, [&] { return has(newest); }));
    for (int i = 0; i < 120; ++i) {
        pass(1s);
        ASSERT_TRUE(has(late) || session->status().completeSince >= server->rows[late].created) << "second " << i;
    }
    EXPECT_TRUE(has(late)) << "long before everything is read again";
    EXPECT_LE(session->status().completeSince, claimed) << "and the claim is as wide as before";
    EXPECT_EQ(difference(), "");
}

TEST_F(ShallowSync, groundThatIsPartOfWhatIsCompleteAgain_isCheckedForDeletionsSoon) {
    server->fill(1000);
    live();
    pass(3min);
    const core::Id gone = server->rows.rbegin()->first - 60;
    ASSERT_TRUE(has(gone));
    server->disconnect();
    server->remove(gone);
    for (int i = 150; i > 0; --i)
        server->rows[server->create(i * 1000, false)].status = "processed";
    ASSERT_TRUE(comes(State::Live, 2min));
    ASSERT_TRUE(has(gone));
    const core::UtcMicros created = store.row(*store.find(gone)).created;
    ASSERT_GT(session->status().completeSince, created);
    ASSERT_TRUE(test::passUntil(clock, 5min, [&] { return session->status().completeSince < created; }));
    EXPECT_TRUE(test::passUntil(clock, 15s, [&] { return !has(gone); }));
    EXPECT_EQ(difference(), "");
}
