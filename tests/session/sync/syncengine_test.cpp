// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "syncfixture.h"

TEST_F(SyncTest, start_readsNothingBeforeTheStreamIsConfirmed) {
    server->fill(2500);
    server->answersFence = false;
    signIn();
    ASSERT_TRUE(test::passUntil(clock, 5s, [&] { return !transport->openStreams().empty(); }));
    pass(500ms);
    EXPECT_EQ(lists(), 0);
    transport->confirm(newest());
    EXPECT_EQ(lists(), 1);
    EXPECT_TRUE(transport->sent.back().url.query().startsWith(QStringLiteral("page=1&per_page=100")));
    ASSERT_TRUE(test::passUntil(clock, 1s, [&] { return store.size() > 0; }));
    EXPECT_EQ(store.size(), 100U) << "the first page is there before the second one is asked for";
    EXPECT_EQ(state(), State::Syncing);
    EXPECT_TRUE(comes(State::Live));
    EXPECT_GE(store.size(), 1000U);
    EXPECT_LE(store.size(), 1100U);
    EXPECT_EQ(difference(), "");
    EXPECT_EQ(server->count(QStringLiteral("status=created")), 1);
    EXPECT_LE(lists(), 15);
    for (const net::HttpRequest& request : transport->sent)
        EXPECT_FALSE(request.url.toString().contains(QStringLiteral("token")));
}

TEST_F(SyncTest, emptyServer_isLiveAndCompleteSinceTheBeginning) {
    live();
    EXPECT_EQ(store.size(), 0U);
    EXPECT_EQ(session->status().completeSince, 0);
    server->create();
    pass(1s);
    EXPECT_EQ(store.size(), 1U);
}

TEST_F(SyncTest, openRowsBelowTheReadDepth_areReadToo) {
    const core::Id old = server->create(5000 * Second, false);
    server->fill(2000);
    live();
    EXPECT_TRUE(has(old));
}

TEST_F(SyncTest, whatHappenedWhileAway_isThereBeforeItSaysLive) {
    server->fill(300);
    const core::Id open = server->create(200 * Second, false);
    const core::Id gone = server->create(190 * Second, false);
    live();
    const core::Id resolvedLate = server->create();
    pass(1s);
    server->disconnect();
    server->notifierDown = true;
    pass(90s);
    const auto whileAway = server->create();
    server->resolve(open);
    server->resolve(resolvedLate);
    server->remove(gone);
    for (int i = 0; i < 250; ++i)
        server->create(i * 1000, false);
    server->notifierDown = false;
    server->restDown = true;
    ASSERT_TRUE(comes(State::Syncing, 1min));
    server->restDown = false;
    ASSERT_TRUE(comes(State::Live, 1min));
    EXPECT_TRUE(has(whileAway));
    EXPECT_EQ(difference(), "");
    EXPECT_EQ(session->counters().gapsFound, 0U) << "nobody was there to announce it";
    EXPECT_EQ(session->counters().reconnects, 1U);
}

TEST_F(SyncTest, manyRowsResolvedWhileAway_areFoundByTheListNotOneByOne) {
    std::vector<core::Id> open;
    for (int i = 0; i < 400; ++i)
        open.push_back(server->create((5000 - i) * Second, false));
    server->fill(300);
    live();
    ASSERT_EQ(statusOf(open.front()), core::Status::Created);
    server->disconnect();
    for (const core::Id id : open)
        server->resolve(id, false);
    const int before = server->count(QStringLiteral("/enforcements/"));
    ASSERT_TRUE(comes(State::Live, 1min));
    EXPECT_EQ(difference(), "");
    EXPECT_LE(server->count(QStringLiteral("/enforcements/")) - before, 50);
}

TEST_F(SyncTest, someDozenRowsResolvedWhileAway_costAsManyRequestsAsThereArePages) {
    std::vector<core::Id> open;
    for (int i = 0; i < 40; ++i)
        open.push_back(server->create((5000 - i) * Second, false));
    server->fill(300);
    live();
    pass(1min);
    server->disconnect();
    for (const core::Id id : open)
        server->resolve(id, false);
    const auto before = transport->sent.size();
    ASSERT_TRUE(comes(State::Live, 1min));
    EXPECT_EQ(difference(), "");
    EXPECT_LE(transport->sent.size() - before, 12U) << "four pages tell what forty details would";
}

TEST_F(SyncTest, detailForbidden_stillSettlesByTheList) {
    server->detailsForbidden = true;
    const core::Id open = server->create(4000 * Second, false);
    server->fill(50);
    live();
    server->disconnect();
    server->resolve(open, false);
    ASSERT_TRUE(comes(State::Live, 1min));
    EXPECT_EQ(statusOf(open), core::Status::Processed);
}

TEST_F(SyncTest, detailBroken_stillSettlesByTheList) {
    server->detailsFail = true;
    const core::Id open = server->create(4000 * Second, false);
    server->fill(50);
    live();
    server->disconnect();
    server->resolve(open, false);
    ASSERT_TRUE(comes(State::Live, 1min));
    EXPECT_EQ(statusOf(open), core::Status::Processed);
}

TEST_F(SyncTest, lostCreation_isFoundByTheHeadWalkAndCounted) {
    server->fill(200);
    live();
    pass(1min);
    server->notifierDeaf = true;
    const core::Id lost = server->create();
    server->notifierDeaf = false;
    ASSERT_TRUE(test::passUntil(clock, 45s, [&] { return has(lost); }));
    pass(5s);
    EXPECT_EQ(session->counters().gapsFound, 1U);
    EXPECT_EQ(state(), State::Live);
    pass(5min);
    EXPECT_EQ(session->counters().gapsFound, 1U);
}

TEST_F(SyncTest, deafStream_isDelayedWithinAMinuteAndReplacedOnce) {
    server->fill(200);
    live();
    server->notifierDeaf = true;
    const auto streams = transport->streams.size();
    const auto goesOn = [&](std::chrono::seconds span, State until) {
        for (auto left = span; left.count() > 0 && state() != until; left -= 1s) {
            server->create();
            pass(1s);
        }
        return state() == until;
    };
    EXPECT_TRUE(goesOn(60s, State::Delayed));
    EXPECT_FALSE(session->status().reason.isEmpty());
    EXPECT_FALSE(goesOn(60s, State::Live));
    EXPECT_EQ(transport->streams.size(), streams + 1) << "another one, which was no better";
    server->notifierDeaf = false;
    EXPECT_TRUE(goesOn(40s, State::Live));
    pass(10s);
    EXPECT_EQ(store.size(), server->rows.size());
}

TEST_F(SyncTest, streamsThatStayDeaf_areReplacedAgainEveryFewMinutes) {
    server->fill(200);
    live();
    server->notifierDeaf = true;
    const auto streams = transport->streams.size();
    for (int second = 0; second < 13 * 60; ++second) {
        server->create();
        pass(1s);
    }
    EXPECT_EQ(state(), State::Delayed);
    EXPECT_GE(transport->streams.size(), streams + 2) << "whose notifier may be well meanwhile";
    EXPECT_LE(transport->streams.size(), streams + 3) << "five minutes apart, at least";
}

TEST_F(SyncTest, fewLostNotifications_areNoDeafness) {
    server->fill(200);
    live();
    for (int i = 0; i < 20; ++i) {
        server->notifierDeaf = true;
        server->create();
        server->notifierDeaf = false;
        pass(60s);
        EXPECT_EQ(state(), State::Live);
    }
    EXPECT_EQ(session->counters().gapsFound, 20U);
}

TEST_F(SyncTest, lostStatusChange_isFoundByTheOpenWalkAndCounted) {
    server->fill(200);
    live();
    const core::Id id = server->create();
    pass(2min);
    server->notifierDeaf = true;
    server->resolve(id);
    server->notifierDeaf = false;
    ASSERT_TRUE(test::passUntil(clock, 20s, [&] { return statusOf(id) == core::Status::Processed; }));
    pass(5s);
    EXPECT_EQ(session->counters().gapsFound, 1U);
}

TEST_F(SyncTest, rowThatAPageBringsBeforeItsNotification_isNoGap) {
    server->fill(200);
    live();
    pass(1min);
    const core::Id id = server->create(0, false);
    session->setReadDepth(1000);
    transport->reject(newest(), QStringLiteral("look now"));
    ASSERT_TRUE(test::passUntil(clock, 5s, [&] { return has(id); }));
    pass(2s);
    server->resolve(id);
    pass(10s);
    EXPECT_EQ(session->counters().gapsFound, 0U);
}

TEST_F(SyncTest, announcedRows_areNoGaps) {
    server->fill(200);
    live();
    for (int i = 0; i < 300; ++i) {
        const core::Id id = server->create();
        pass(700ms);
        server->resolve(id);
        pass(300ms);
    }
    EXPECT_EQ(session->counters().gapsFound, 0U);
    EXPECT_EQ(difference(), "");
}

TEST_F(SyncTest, fewDeletedRows_areAskedForAndRemoved) {
    server->fill(300);
    live();
    for (core::Id id = 100; id < 110; ++id)
        server->remove(id);
    ASSERT_TRUE(test::passUntil(clock, 19min, [&] { return store.size() == 290; }));
    EXPECT_EQ(difference(), "");
    EXPECT_EQ(server->count(QStringLiteral("/enforcements/")), 10);
}

TEST_F(SyncTest, manyDeletedRows_areRemovedByProof) {
    server->fill(900);
    live();
    for (core::Id id = 1; id <= 500; ++id)
        server->remove(id);
    ASSERT_TRUE(test::passUntil(clock, 19min, [&] { return store.size() == 400; }));
    EXPECT_EQ(difference(), "");
    EXPECT_EQ(server->count(QStringLiteral("/enforcements/")), 0);
}

TEST_F(SyncTest, refresh_findsDeletionsAtOnce) {
    server->fill(300);
    live();
    server->remove(150);
    session->refresh();
    EXPECT_TRUE(test::passUntil(clock, 10s, [&] { return !has(150); }));
    EXPECT_TRUE(comes(State::Live));
}

TEST_F(SyncTest, refreshWhileTheListIsBeingRead_findsWhatWasDeletedBehindThatReading) {
    server->fill(3'000);
    live();
    ASSERT_TRUE(test::passUntil(clock, 2min, [&] { return store.size() == 3'000; }));
    session->refresh();
    pass(2s);
    server->remove(2'950); // the reading is past it
    session->refresh();
    EXPECT_TRUE(test::passUntil(clock, 30s, [&] { return !has(2'950); }));
    EXPECT_EQ(difference(), "");
}

TEST_F(SyncTest, absenceWithoutProof_removesNothingByItself) {
    server->fill(300);
    live();
    server->rejectedRows = 3; // of every page: those rows exist and are not seen
    session->refresh();
    pass(20min);
    EXPECT_EQ(store.size(), 300U);
    for (core::Id id = 1; id <= 100; ++id)
        server->remove(id);
    pass(20min);
    EXPECT_LT(store.size(), 300U) << "those that the server itself says are gone, if asked for one by one";
    for (core::Id id = 101; id <= 300; ++id)
        EXPECT_TRUE(has(id));
    EXPECT_FALSE(session->rejections().empty());
    EXPECT_GT(session->counters().malformed, 0U);
}

TEST_F(SyncTest, notFoundFromAProxy_removesNothing) {
    server->fill(100);
    live();
    server->remove(50);
    const auto onRequest = transport->onRequest;
    transport->onRequest = [&](const net::HttpRequest& request) {
        if (!request.url.path().endsWith(QStringLiteral("/50")))
            return onRequest(request);
        QMetaObject::invokeMethod(
            transport, [this, id = request.id] { transport->answer(id, 404, "<html>default backend</html>", false); },
            Qt::QueuedConnection);
    };
    session->refresh();
    pass(1min);
    EXPECT_TRUE(has(50));
}

TEST_F(SyncTest, hiddenRow_isRemovedOnceAListHasProvenIt) {
    server->fill(100);
    live();
    server->rows[50].hidden = true;
    session->refresh();
    EXPECT_TRUE(test::passUntil(clock, 10s, [&] { return !has(50); }));
    server->rows[50].hidden = false;
    session->refresh();
    EXPECT_TRUE(test::passUntil(clock, 10s, [&] { return has(50); })) << "and may come back";
}

TEST_F(SyncTest, brokenDetail_isNoProofOfDeletion) {
    server->fill(100);
    live();
    server->rows[50].hidden = true;
    server->detailsFail = true;
    server->rows[50].hidden = false;
    server->remove(51);
    server->restStatus = 500;
    session->refresh();
    pass(2min);
    EXPECT_EQ(store.size(), 100U);
}
