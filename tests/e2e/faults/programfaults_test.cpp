// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "dice.h"
#include "faults/programpair.h"
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

    /// The monitor has no hole in what it shows, nor has the tail; both are as quick as the server allows.
    [[nodiscard]] bool hasCaughtUp() {
        const QJsonObject now = stats();
        const auto rows = QJsonDocument::fromJson(http("stats")).object()[u"rows"].toInteger();
        const bool isThere = now[u"state"] == QStringLiteral("live") && rows - now[u"rows"].toInteger() < 600;
        if (!isThere || outputOf(tail).lastIndexOf("-> live") < outputOf(tail).lastIndexOf("live -> "))
            m_calm.invalidate();
        else if (!m_calm.isValid())
            m_calm.start();
        return m_calm.isValid() && m_calm.hasExpired(8'000);
    }

    test::Dice dice;

private:
    QElapsedTimer m_calm;
};

} // namespace

// The mirror is written when the program ends, so it has ten seconds from the end of the last fault to its own.
TEST_F(ProgramFaults, mirrorEqualsTheServerTenSecondsAfterTheLastFault_andTheMonitorHasNotLied) {
    const int seed = test::numberFromEnvironment("ATTUNE_FAULT_SEED", 1);
    RecordProperty("seed", seed);
    dice.setSeed(seed);
    const qint64 firstRow = rowsOfServer().begin()->first;
    const auto all = faults();
    const std::chrono::seconds length(test::numberFromEnvironment("ATTUNE_FAULT_SECONDS", 15));
    QElapsedTimer total;
    total.start();
    int count = 0;
    int together = 0;
    while (total.elapsed() < std::chrono::milliseconds(length).count()) {
        for (Watched* one : {&monitor, &tail})
            dice.oneOf(all)(*one);
        ++count;
        EXPECT_FALSE(waitFor([] { return false; }, std::chrono::milliseconds(dice.between(200, 4000))));
        // Two at most come together, so that an outage is one of seconds.
        if (++together == 2 || dice.coin()) {
            mendAll();
            together = 0;
        }
    }
    // What minutes of faults have left behind takes longer to read than ten seconds, at five requests a second.
    mendAll();
    control("rate", {{QStringLiteral("rate"), 0}});
    ASSERT_TRUE(waitFor([this] { return hasCaughtUp(); }, 120s));
    control("rate", {{QStringLiteral("rate"), 200}});
    EXPECT_FALSE(waitFor([] { return false; }, 3s));
    for (Watched* one : {&monitor, &tail})
        dice.oneOf(all)(*one);
    EXPECT_FALSE(waitFor([] { return false; }, 3s));
    mendAll();
    control("rate", {{QStringLiteral("rate"), 0}});
    EXPECT_FALSE(waitFor([] { return false; }, 10s));
    const auto before = rowsOfServer(); // a row may change while the mirror is written
    stop(tail);
    const auto after = rowsOfServer();
    const auto mirror = rowsOfMirror();
    std::cout << "seed " << seed << ": " << count << " faults for each program, " << after.size() << " rows, "
              << mirror.size() << " in the mirror\n";
    EXPECT_EQ(mirror.begin()->first, firstRow) << "everything was within its reach";
    for (const auto& [id, row] : before) {
        const auto found = mirror.find(id);
        ASSERT_NE(found, mirror.end()) << "missing: " << id;
        const QString status = found->second[u"status"].toString();
        EXPECT_TRUE(status == row[u"status"].toString() || status == after.at(id)[u"status"].toString()) << id;
        for (const char16_t* field : {u"rule_ref", u"trigger_ref", u"created", u"event", u"condition"})
            EXPECT_EQ(found->second[field], row[field]) << id;
    }
    for (const auto& [id, row] : mirror)
        EXPECT_TRUE(after.contains(id)) << "ghost: " << id;
    EXPECT_TRUE(waitFor(
        [&] { return monitorState() == QStringLiteral("live") && monitorRows() == static_cast<qint64>(after.size()); },
        20s))
        << monitorState().toStdString() << ' ' << monitorRows();
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
    const double monitorBefore = cpuSeconds(monitor);
    const double tailBefore = cpuSeconds(tail);
    constexpr auto Span = 10s;
    EXPECT_FALSE(waitFor([] { return false; }, Span));
    const double share = 0.02 * Span.count();
    // The monitor is being measured, which wakes it up fifty times a second.
    EXPECT_LE(cpuSeconds(monitor) - monitorBefore, share * test::MemoryOverhead * 2);
    EXPECT_LE(cpuSeconds(tail) - tailBefore, share * test::MemoryOverhead);
}

TEST_F(ProgramFaults, frameOfAGigabyte_isRefusedByItsHead) {
    const qint64 before = peakKib(tail);
    tail.notifier.inject(QByteArray::fromHex("817f0000000040000000") + QByteArray(8'000'000, 'x'));
    ASSERT_TRUE(waitFor([this] { return outputOf(tail).count("live -> ") > 0; }));
    ASSERT_TRUE(waitFor([this] { return outputOf(tail).count("-> live") > 1; }, 30s));
    EXPECT_LE(peakKib(tail) - before, test::MemoryOverhead * 4 * 1024);
}

TEST_F(ProgramFaults, programThatWasStopped_comesBackAtOnce) {
    control("rate", {{QStringLiteral("rate"), 0}}); // what was missed would have to be read, too
    ASSERT_EQ(::kill(static_cast<pid_t>(tail.process.processId()), SIGSTOP), 0);
    EXPECT_FALSE(waitFor([] { return false; }, 12s));
    const auto before = outputOf(tail).count("-> live");
    ASSERT_EQ(::kill(static_cast<pid_t>(tail.process.processId()), SIGCONT), 0);
    EXPECT_TRUE(waitFor([&] { return outputOf(tail).count("-> live") > before; }, 5s)) << outputOf(tail).constData();
    EXPECT_TRUE(outputOf(tail).contains("live -> connecting"));
}

} // namespace attune::e2e
