// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "faults/programpair.h"
#include "networks/ownnetwork.h"
#include "support/printers.h"

// Nobody tells the programs of it but the kernel: there is no network service.

namespace attune::e2e {
namespace {

using namespace std::chrono_literals;
using test::waitFor;

class InterfaceDown : public ProgramPair {
protected:
    ~InterfaceDown() override { EXPECT_TRUE(setInterfaceUp(true)); }
    /// An attempt waits for longer than a network takes that is there.
    [[nodiscard]] bool isHanging() {
        const QByteArray output = outputOf(tail);
        if (!sinceConnecting.isValid() || output.lastIndexOf("-> connecting") < output.lastIndexOf("connecting -> "))
            sinceConnecting.start();
        return sinceConnecting.hasExpired(3'300);
    }
    [[nodiscard]] qsizetype failures() { return outputOf(tail).count(" failed, the next in "); }

    QElapsedTimer sinceConnecting;
};

} // namespace

TEST_F(InterfaceDown, network_isBackThreeSecondsAfterItsInterface) {
    control("rate", {{QStringLiteral("rate"), 5}}); // what was missed would have to be read, too
    QElapsedTimer outage;
    outage.start();
    ASSERT_TRUE(setInterfaceUp(false));
    EXPECT_TRUE(waitFor([this] { return outputOf(tail).contains("live -> "); }, 16s)) << "the label is to be true";
    EXPECT_TRUE(waitFor([this] { return monitorState() != QStringLiteral("live"); }, 17'500ms - 1ms * outage.elapsed()))
        << "a line of measurements may be a second old";
    // What is sent after this moment to find out whether there is a network is sent four seconds later.
    (void)waitFor([&] { return isHanging() && outage.hasExpired(20'000); });
    EXPECT_LE(failures(), 15) << "no storm";
    EXPECT_EQ(outputOf(tail).count("-> live"), 1);
    const auto syncs = outputOf(tail).count("-> syncing");
    const int streams = monitor.notifier.accepted();
    ASSERT_TRUE(setInterfaceUp(true));
    EXPECT_TRUE(waitFor(
        [&] { return outputOf(tail).count("-> syncing") > syncs && monitor.notifier.accepted() > streams; }, 3s))
        << outputOf(tail).constData();
    EXPECT_TRUE(waitFor([this] { return outputOf(tail).count("-> live") > 1; }, 10s)) << outputOf(tail).constData();
    EXPECT_TRUE(waitFor([this] { return monitorState() == QStringLiteral("live"); }, 10s));
    expectMirrorOfServer();
}

TEST_F(InterfaceDown, interfaceThatFlaps_hurriesNobodyMoreThanOnceInFiveSeconds) {
    for (Watched* one : {&monitor, &tail}) {
        one->notifier.setRefusing(true);
        one->notifier.resetAll();
    }
    ASSERT_TRUE(waitFor([this] { return failures() > 0; })) << outputOf(tail).constData();
    const auto before = failures();
    for (int i = 0; i < 40; ++i) {
        ASSERT_TRUE(setInterfaceUp(i % 2 != 0));
        pass(200ms);
    }
    EXPECT_LE(failures() - before, 20) << outputOf(tail).constData();
    for (Watched* one : {&monitor, &tail})
        one->notifier.setRefusing(false);
    EXPECT_TRUE(waitFor([this] { return outputOf(tail).count("-> live") > 1; }, 20s)) << outputOf(tail).constData();
    EXPECT_TRUE(waitFor([this] { return monitorState() == QStringLiteral("live"); }, 20s));
}

} // namespace attune::e2e
