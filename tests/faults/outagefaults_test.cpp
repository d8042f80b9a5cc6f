// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "faultsfixture.h"

using namespace attune;
using namespace std::chrono_literals;
using test::Road;
using State = session::ConnectionState;
using test::waitFor;

namespace {

/// One of the two roads works, the other does not, or not to the end.
class OutageFaults : public test::FaultsFixture {
protected:
    [[nodiscard]] bool areSettled(const std::vector<core::Id>& ids) const {
        return std::all_of(ids.begin(), ids.end(), [this](core::Id id) {
            const auto seq = store.find(id);
            return seq && core::Status::isFinal(store.row(*seq).status);
        });
    }
    /// What passes at most until the client tries again, and what it then takes to be connected and to have read.
    static constexpr std::chrono::seconds Return{17};
};

} // namespace

TEST_F(OutageFaults, apiRefused_isNotCalledLiveForLongerThanItsReadingsVouchFor) {
    liveAt(0);
    api->setRefusing(true);
    api->resetAll();
    auto created = control().emitCreated(5);
    EXPECT_TRUE(waitFor([&] { return hasAll(created); }, 2s));
    ASSERT_TRUE(leavesLive(70s)) << "two periods of reading, and five seconds";
    EXPECT_EQ(state(), State::Delayed);
    EXPECT_FALSE(session->status().reason.isEmpty());
    control().emitChanges(5);
    created = control().emitCreated(5);
    EXPECT_TRUE(waitFor([&] { return hasAll(created); }, 2s)) << "the notifier still tells what happens";
    EXPECT_EQ(session->counters().reconnects, 0U);
    expectRecovery(40s); // when the next periodic reading is due
}

TEST_F(OutageFaults, notifierRefused_leavesReadingEveryFewSeconds) {
    liveAt(0);
    notifier->setRefusing(true);
    notifier->resetAll();
    ASSERT_TRUE(leavesLive(1s));
    wasLive = false;
    const auto created = control().emitCreated(5);
    EXPECT_TRUE(waitFor([&] { return hasAll(created); }, 8s));
    const auto changed = control().emitChanges(5);
    EXPECT_TRUE(waitFor([&] { return areSettled(changed); }, 8s));
    EXPECT_FALSE(wasLive);
    EXPECT_FALSE(session->status().reason.isEmpty());
    expectRecovery(Return);
}

TEST_F(OutageFaults, welcomeThatNeverComes_isGivenUpAfterTenSeconds) {
    liveAt(0);
    const qsizetype answer = notifier->receivedByClients().indexOf("\r\n\r\n") + 4;
    ASSERT_TRUE(notifier->receivedByClients().startsWith("HTTP/1.1 101 "));
    notifier->setRoads({}, Road{.passOnly = answer});
    const int before = notifier->accepted();
    notifier->resetAll();
    ASSERT_TRUE(waitFor([&] { return notifier->accepted() == before + 1; }));
    EXPECT_EQ(state(), State::Connecting);
    ASSERT_TRUE(comes(State::Offline, 11s));
    EXPECT_TRUE(session->status().reason.contains(QStringLiteral("welcome"))) << session->status().reason.toStdString();
    EXPECT_EQ(notifier->accepted(), before + 1);
    expectRecovery();
}

TEST_F(OutageFaults, streamThatTellsNothing_isFoundOutAndReplacedOnce) {
    liveAt(0);
    const auto handshakes = control().stats().handshakes;
    control().dropNotifications(1'000'000);
    control().setRate(5);
    ASSERT_TRUE(comes(State::Delayed, 60s));
    EXPECT_FALSE(session->status().reason.isEmpty());
    EXPECT_GT(session->counters().gapsFound, 0U);
    const auto created = control().emitCreated(5);
    EXPECT_TRUE(waitFor([&] { return hasAll(created); }, 10s));
    EXPECT_EQ(state(), State::Delayed);
    EXPECT_EQ(control().stats().handshakes, handshakes + 1);
    EXPECT_TRUE(waitFor([&] { return control().stats().clients == 1; }));
    control().dropNotifications(0);
    expectRecovery(40s);
    EXPECT_EQ(session->counters().reconnects, 0U);
}
