// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "faultsfixture.h"
#include "support/memory.h"

using namespace attune;
using namespace std::chrono_literals;
using State = session::ConnectionState;
using test::waitFor;

namespace {

class ServerFaults : public test::FaultsFixture {};

} // namespace

TEST_F(ServerFaults, frozenServer_isNoticedAndItsLateWordsIgnored) {
    liveAt(50);
    control().stall(true, true);
    EXPECT_TRUE(leavesLive(16s));
    control().stall(false, false);
    expectRecovery();
}

TEST_F(ServerFaults, oversizedFrame_isRefusedBeforeItIsRead) {
    liveAt(0);
    test::forgetPeak();
    const qint64 before = test::memoryKib("VmHWM:");
    // The header of a text frame of one gigabyte, and some of it.
    notifier->inject(QByteArray::fromHex("817f0000000040000000") + QByteArray(4'000'000, 'x'));
    ASSERT_TRUE(leavesLive(2s));
    EXPECT_LE(test::memoryKib("VmHWM:") - before, test::MemoryOverhead * 12 * 1024)
        << "the proxy's own copies are of this process, too";
    expectRecovery();
}

TEST_F(ServerFaults, outageOfTheApi_isRiddenOut) {
    liveAt(50);
    control().fail({.pathPrefix = "/api/v1/enforcements", .status = 503, .body = R"({"error":"lock"})", .count = 5});
    control().disconnectSockets();
    ASSERT_TRUE(leavesLive(2s));
    expectRecovery(60s);
}

TEST_F(ServerFaults, lostNotifications_areFoundByReading) {
    liveAt(0);
    control().dropNotifications(30);
    const auto lost = control().emitCreated(20);
    control().emitChanges(10);
    EXPECT_TRUE(waitFor([&] { return hasAll(lost); }, 40s));
    EXPECT_TRUE(waitFor([&] { return session->counters().gapsFound > 0; }));
    expectRecovery();
}

TEST_F(ServerFaults, silentDeletions_areFound) {
    liveAt(0);
    const auto state = control().state();
    const std::vector<core::Id> victims{state[10].id, state[200].id, state[399].id};
    control().deleteRows(victims);
    session->refresh();
    EXPECT_TRUE(waitFor([&] { return !has(victims[0]) && !has(victims[1]) && !has(victims[2]); }));
    expectRecovery();
}

TEST_F(ServerFaults, backupThatIsRestored_isReadAnewAndSaidOnce) {
    liveAt(0);
    auto state = control().state();
    state.erase(state.begin(), state.end() - 50);
    std::size_t clears = 0;
    QObject::connect(session.get(), &Session::cleared, &context, [&] { ++clears; });
    std::vector<core::Id> lost;
    std::vector<sim::RowSpec> others;
    for (const sim::StateRow& row : state) {
        lost.push_back(row.id);
        sim::RowSpec other;
        other.id = row.id;
        other.ruleRef = QStringLiteral("core.other");
        other.notify = false;
        if (others.size() < 20) // the rest of the ids is not taken again yet
            others.push_back(other);
    }
    control().deleteRows(lost);
    control().emitRows(others);
    ASSERT_TRUE(waitFor([&] { return clears == 1; }, 40s)) << "with the next periodic reading";
    ASSERT_TRUE(comes(State::Live));
    expectRecovery();
    EXPECT_EQ(clears, 1U);
    EXPECT_EQ(store.size(), 370U);
}
