// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "dice.h"
#include "faults/consumption.h"
#include "faults/difference.h"
#include "faults/programpair.h"
#include "support/memory.h"
#include "support/printers.h"

#include <QElapsedTimer>

#include <csignal>
#include <iostream>

namespace attune::e2e {
namespace {

using namespace std::chrono_literals;
using test::Road;
using test::waitFor;

class ProgramFaults : public ProgramPair {
protected:
    [[nodiscard]] std::vector<std::function<void(Watched&)>> faults() {
        return {
            [](Watched& one) { one.notifier.resetAll(); },
            [](Watched& one) { one.notifier.closeAll(); },
            [](Watched& one) { one.api.resetAll(); },
            [this](Watched& one) { one.notifier.setBlackHole(dice.coin(), true); },
            [](Watched& one) { one.api.setBlackHole(true, true); },
            [](Watched& one) {
                one.notifier.setRefusing(true);
                one.notifier.resetAll();
            },
            [this](Watched& one) {
                const Road slow{.latency = std::chrono::milliseconds(dice.between(0, 500)), .jitter = 300ms};
                one.notifier.setRoads(slow, slow);
                one.api.setRoads(slow, slow);
            },
            [this](Watched& one) { one.notifier.setRoads({}, Road{.segment = dice.between(1, 100)}); },
            [this](Watched&) {
                control("drop", {{QStringLiteral("n"), static_cast<int>(dice.between(1, 300))}});
            },
            [this](Watched&) {
                control("close", {{QStringLiteral("code"), dice.coin() ? 1012 : 1000}});
            },
            [this](Watched&) {
                control("fail", {{QStringLiteral("path"), QStringLiteral("/api")},
                                 {QStringLiteral("status"), 500},
                                 {QStringLiteral("body"), QStringLiteral("{}")},
                                 {QStringLiteral("count"), static_cast<int>(dice.between(1, 5))}});
            },
        };
    }

    /// Faults of both programs at random, a quiet moment in between now and then, for as long as that; the last one is
    /// mended when it returns. How many there were.
    int storm(std::chrono::milliseconds length) {
        const auto all = faults();
        QElapsedTimer total;
        total.start();
        int count = 0;
        while (total.elapsed() < length.count()) {
            // Two at most come together, so that an outage is one of seconds.
            for (int together = 0; together == 0 || (together == 1 && dice.coin()); ++together) {
                for (Watched* one : {&monitor, &tail})
                    dice.oneOf(all)(*one);
                ++count;
                pass(std::chrono::milliseconds(dice.between(200, 4'000)));
            }
            mendAll();
            if (dice.between(0, 3) > 0 && total.elapsed() < length.count())
                pass(std::chrono::milliseconds(dice.between(0, 15'000)));
        }
        return count;
    }
    /// About: a line of measurements may be a second old.
    [[nodiscard]] qint64 rowsMissing() {
        return QJsonDocument::fromJson(http("stats")).object()[u"rows"].toInteger() - monitorRows();
    }
    [[nodiscard]] std::string whatTheySay() {
        return "monitor: " + QJsonDocument(stats()).toJson(QJsonDocument::Compact).toStdString() + "\n" +
               outputOf(monitor).right(2'000).toStdString() + "\ntail:\n" + outputOf(tail).right(2'000).toStdString();
    }

    test::Dice dice;
};

} // namespace

// The mirror is written when the program ends, so it has ten seconds from the end of the last fault to its own.
TEST_F(ProgramFaults, mirrorEqualsTheServerTenSecondsAfterTheLastFault_andTheMonitorHasNotLied) {
    const int seed = test::numberFromEnvironment("ATTUNE_FAULT_SEED", 1);
    RecordProperty("seed", seed);
    dice.setSeed(seed);
    const qint64 firstRow = rowsOfServer().begin()->first;
    const std::chrono::seconds length(test::numberFromEnvironment("ATTUNE_FAULT_SECONDS", 15));
    const int count = storm(length);
    const qint64 leftByStorm = rowsMissing();
    control("rate", {{QStringLiteral("rate"), 0}});
    pass(10s);
    const Rows before = rowsOfServer(); // a row may change while the mirror is written
    stop(tail);
    const Rows after = rowsOfServer();
    const Rows mirror = rowsOfMirror();
    std::cout << "seed " << seed << ": " << count << " faults for each program, " << after.size() << " rows, "
              << mirror.size() << " in the mirror; the monitor lacked " << leftByStorm << " after the storm\n";
    ASSERT_FALSE(mirror.empty());
    EXPECT_EQ(mirror.begin()->first, firstRow) << "everything was within its reach";
    const Difference difference = compare(mirror, before, after);
    EXPECT_TRUE(difference.isNone()) << difference.text(after) << whatTheySay();
    EXPECT_TRUE(waitFor(
        [&] { return monitorState() == QStringLiteral("live") && monitorRows() == static_cast<qint64>(after.size()); },
        120s))
        << whatTheySay();
    EXPECT_EQ(monitor.lies, 0) << "Live while nothing could come through";
}

TEST_F(ProgramFaults, serverThatIsAway_costsNextToNothing) {
    for (Watched* one : {&monitor, &tail}) {
        one->api.setRefusing(true);
        one->notifier.setRefusing(true);
        one->api.resetAll();
        one->notifier.resetAll();
    }
    ASSERT_TRUE(waitFor([this] { return monitorState() != QStringLiteral("live"); }));
    constexpr auto Span = 10s;
    // Far from the half of a core or more that trying without a rest would take, and from what a machine with other
    // work makes of next to nothing.
    const double share = 0.05 * Span.count();
    bool isCheap = false;
    for (int i = 0; i < 3 && !isCheap; ++i) {
        const double monitorBefore = cpuSeconds(monitor.process);
        const double tailBefore = cpuSeconds(tail.process);
        pass(Span);
        // The monitor is being measured, which wakes it up fifty times a second.
        isCheap = cpuSeconds(monitor.process) - monitorBefore <= share * test::MemoryOverhead * 2 &&
                  cpuSeconds(tail.process) - tailBefore <= share * test::MemoryOverhead;
    }
    EXPECT_TRUE(isCheap);
}

TEST_F(ProgramFaults, frameOfAGigabyte_isRefusedByItsHead) {
    const qint64 before = peakKib(tail.process);
    tail.notifier.inject(QByteArray::fromHex("817f0000000040000000") + QByteArray(8'000'000, 'x'));
    ASSERT_TRUE(waitFor([this] { return outputOf(tail).count("live -> ") > 0; }));
    ASSERT_TRUE(waitFor([this] { return outputOf(tail).count("-> live") > 1; }, 30s));
    EXPECT_LE(peakKib(tail.process) - before, test::MemoryOverhead * 4 * 1024);
}

TEST_F(ProgramFaults, programThatWasStopped_comesBackAtOnce) {
    control("rate", {{QStringLiteral("rate"), 0}}); // what was missed would have to be read, too
    ASSERT_EQ(::kill(static_cast<pid_t>(tail.process.processId()), SIGSTOP), 0);
    pass(12s);
    const auto before = outputOf(tail).count("-> live");
    ASSERT_EQ(::kill(static_cast<pid_t>(tail.process.processId()), SIGCONT), 0);
    EXPECT_TRUE(waitFor([&] { return outputOf(tail).count("-> live") > before; }, 5s)) << outputOf(tail).constData();
    EXPECT_TRUE(outputOf(tail).contains("live -> connecting"));
}

} // namespace attune::e2e
