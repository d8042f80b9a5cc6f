// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "faultsfixture.h"
#include "support/memory.h"

using namespace attune;
using namespace std::chrono_literals;
using State = session::ConnectionState;
using test::waitFor;

namespace {

class ProtocolFaults : public test::FaultsFixture {
protected:
    /// The last notification that the notifier sent, as a frame.
    [[nodiscard]] QByteArray lastNotification() const {
        const QByteArray& received = notifier->receivedByClients();
        const qsizetype begin = received.lastIndexOf(R"({"type":"notification")");
        const qsizetype next = received.indexOf('\x81', begin); // the head of another text frame
        const qsizetype end = received.lastIndexOf('}', next);
        return begin < 0 ? QByteArray() : received.mid(begin, end + 1 - begin);
    }
};

} // namespace

TEST_F(ProtocolFaults, sameNotificationAHundredTimes_isOneRow) {
    liveAt(0);
    const auto created = control().emitCreated(1);
    ASSERT_TRUE(waitFor([&] { return hasAll(created); }));
    const QByteArray frame = lastNotification();
    ASSERT_TRUE(frame.startsWith('{') && frame.endsWith('}')) << frame.constData();
    const auto before = session->counters();
    const auto rows = store.size();
    for (int i = 0; i < 100; ++i)
        control().sendText(frame);
    EXPECT_TRUE(waitFor([&] { return session->counters().notifications == before.notifications + 100; }));
    EXPECT_EQ(session->counters().malformed, before.malformed);
    EXPECT_EQ(store.size(), rows);
    EXPECT_EQ(state(), State::Live);
    expectRecovery();
}

TEST_F(ProtocolFaults, createdThatComesAfterItsResolution_changesNothing) {
    liveAt(0);
    const auto created = control().emitCreated(1);
    ASSERT_TRUE(waitFor([&] { return hasAll(created); }));
    const QByteArray stale = lastNotification();
    control().emitChanges(1);
    const auto status = [&] { return vocabulary.statuses.text(store.row(*store.find(created[0])).status); };
    ASSERT_TRUE(waitFor([&] { return status() != QStringLiteral("created"); }));
    bool wentBack = false;
    QObject::connect(session.get(), &Session::batchReady, &context,
                     [&] { wentBack |= status() == QStringLiteral("created"); });
    control().sendText(stale);
    const auto later = control().emitCreated(1);
    ASSERT_TRUE(waitFor([&] { return hasAll(later); })) << "and with it everything that was said before";
    expectRecovery();
    EXPECT_FALSE(wentBack);
}

TEST_F(ProtocolFaults, framesOfNoUse_areCountedAndWhatTheyMayHaveSaidIsRead) {
    liveAt(0);
    ASSERT_TRUE(waitFor([&] { return api->busyLinks() == 0; }));
    control().dropNotifications(5);
    const auto lost = control().emitCreated(5);
    const auto malformed = session->counters().malformed;
    for (const char* frame :
         {R"({"notification_type":"enforcement_created","payload":{"id":1}})", "{", "", "[[[[",
          R"({"type":"notification","entity_type":"enforcement","payload":{"id":9223372036854775808}})",
          R"({"type":"notification","entity_type":"enforcement","payload":{"id":"7"}})",
          R"({"type":"notification","entity_type":"enforcement","payload":{"id":-1}})"})
        control().sendText(frame);
    control().sendText("{\"type\":\"notification\",\"x\":\"" + QByteArray(1, '\0') + "\"}");
    control().sendText(QByteArray(100'000, '['));
    EXPECT_TRUE(waitFor([&] { return session->counters().malformed > malformed; }));
    EXPECT_TRUE(waitFor([&] { return hasAll(lost); }, 8s)) << "not only with the next periodic reading";
    EXPECT_FALSE(session->rejections().empty());
    expectRecovery();
}

TEST_F(ProtocolFaults, hundredsOfCompactNotifications_costFewRequests) {
    liveAt(0);
    EXPECT_FALSE(waitFor([] { return false; }, 3s)); // the tokens for a burst are there again
    const auto before = control().stats().requests;
    const auto created = control().emitCreated(500, false, true);
    EXPECT_TRUE(waitFor([&] { return hasAll(created); }));
    EXPECT_LE(control().stats().requests - before, 60U);
    expectRecovery();
}

TEST_F(ProtocolFaults, flood_isDroppedAndReadAgainRatherThanKept) {
    liveAt(0);
    const qint64 before = test::memoryKib("VmRSS:");
    control().setRate(5'000);
    EXPECT_FALSE(waitFor([] { return false; }, 6s));
    control().setRate(0);
    EXPECT_LE(test::memoryKib("VmRSS:") - before, test::MemoryOverhead * 200 * 1024)
        << "the server's rows are in it, too";
    expectRecovery();
}

TEST_F(ProtocolFaults, everyCloseCode_isFollowedByAReturn) {
    liveAt(20);
    for (const int code : {1000, 1001, 1011, 1012, 1013, 3000, 4401, 4999}) {
        const auto reconnects = session->counters().reconnects;
        control().closeSockets(code);
        ASSERT_TRUE(waitFor(
            [&] {
                if (state() == State::Offline)
                    session->retryNow(); // the operator cannot wait
                return session->counters().reconnects > reconnects;
            },
            40s))
            << code;
    }
    expectRecovery();
}

TEST_F(ProtocolFaults, complaintOfTheNotifier_isNotLiveForTwoSecondsAndSaysWhy) {
    liveAt(20);
    control().sendText(R"({"type":"error","message":"Unauthorized to subscribe to requested filter"})");
    ASSERT_TRUE(leavesLive(2s));
    EXPECT_TRUE(session->status().reason.contains(QStringLiteral("Unauthorized")));
    expectRecovery();
}

TEST_F(ProtocolFaults, deletionDuringTheReading_isNoFalseOne) {
    serveBehindProxies([](sim::SimOptions& options) {
        options.rows = 3'000;
        options.rate = 200;
        options.delayScale = 0.1;
    });
    const test::Road slow{.latency = 40ms};
    api->setRoads(slow, slow);
    ASSERT_FALSE(signIn());
    std::mt19937 dice(1);
    std::vector<core::Id> deleted;
    for (int i = 0; i < 60; ++i) { // behind the cursor and before it
        const auto rows = control().state();
        deleted.push_back(rows[dice() % rows.size()].id);
        control().deleteRows({deleted.back()});
        EXPECT_FALSE(waitFor([] { return false; }, 50ms));
    }
    ASSERT_TRUE(comes(State::Live));
    control().setRate(0);
    session->refresh();
    EXPECT_TRUE(waitFor([&] { return std::ranges::none_of(deleted, [&](core::Id id) { return has(id); }); }));
    expectRecovery();
    const auto since = session->status().completeSince;
    EXPECT_TRUE(waitFor([&] { return session->status().completeSince == session::SinceTheBeginning; })) << since;
    // What was read last is handed over with the next frame.
    EXPECT_TRUE(waitFor([&] { return store.size() == control().state().size(); }, 1s)) << store.size();
}
