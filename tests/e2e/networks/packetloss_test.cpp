// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "faults/programpair.h"
#include "networks/packetloss.h"
#include "support/printers.h"

#include <iostream>

namespace attune::e2e {
namespace {

using namespace std::chrono_literals;
using test::waitFor;

class PacketLoss : public ProgramPair {
protected:
    struct Counts {
        int streams = 0;
        int connections = 0;
        qsizetype requests = 0;
    };

    /// In both directions of all connections that there are, and of those to come.
    void lose(unsigned percent) {
        apply(percent);
        searches.disconnect();
        QObject::connect(&searches, &QTimer::timeout, &searches, [this, percent] { apply(percent); });
        searches.start(50ms);
    }
    [[nodiscard]] static Counts countsOf(const Watched& one) {
        return {one.notifier.accepted(), one.api.accepted(), one.api.sentByClients().count("\r\nHost: ")};
    }

    QTimer searches;
    bool isRefused = false;
    std::string refusal;

private:
    void apply(unsigned percent) {
        for (Watched* one : {&monitor, &tail}) {
            for (const test::FaultProxy* proxy : {&one->api, &one->notifier}) {
                for (const int socket : proxy->clientSockets())
                    isRefused = isRefused || !setLoss(socket, percent);
            }
            if (refusal.empty() && one->process.state() == QProcess::Running)
                refusal = setLossOf(static_cast<pid_t>(one->process.processId()), percent);
        }
    }
};

} // namespace

TEST_F(PacketLoss, thirdOfAllSegmentsLost_isNoStorm) {
    control("rate", {{QStringLiteral("rate"), 20}});
    const long before = segmentsSentAgain();
    const Counts monitorBefore = countsOf(monitor);
    const Counts tailBefore = countsOf(tail);
    lose(30);
    if (isRefused || !refusal.empty())
        GTEST_SKIP() << (isRefused ? "this machine does not allow filters of sockets" : refusal);
    constexpr auto Span = 15s;
    EXPECT_FALSE(waitFor([this] { return monitorState() == QStringLiteral("signed_out"); }, Span));
    const long lost = segmentsSentAgain() - before;
    EXPECT_GT(lost, 15) << "the loss is a real one";
    for (const auto& [one, earlier] : {std::pair{&monitor, monitorBefore}, {&tail, tailBefore}}) {
        const Counts now = countsOf(*one);
        std::cout << now.streams - earlier.streams << " more streams, " << now.connections - earlier.connections
                  << " connections, " << now.requests - earlier.requests << " requests, " << lost
                  << " segments sent again\n";
        EXPECT_EQ(one->process.state(), QProcess::Running);
        EXPECT_LE(now.streams - earlier.streams, 12);
        EXPECT_LE(now.requests - earlier.requests, 5 * Span.count());
        EXPECT_LE(now.connections - earlier.connections, 5 * Span.count());
    }
    lose(0);
    ASSERT_FALSE(isRefused);
    ASSERT_EQ(refusal, "");
    // What was sent again in vain is waited for at most as long as an attempt, and then for the next one.
    EXPECT_TRUE(waitFor(
        [this] {
            const QByteArray output = outputOf(tail);
            return output.lastIndexOf("-> live") > output.lastIndexOf("live -> ");
        },
        30s))
        << outputOf(tail).constData();
    EXPECT_TRUE(waitFor([this] { return monitorState() == QStringLiteral("live"); }, 30s));
    expectMirrorOfServer();
}

} // namespace attune::e2e
