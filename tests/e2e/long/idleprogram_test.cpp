// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "faults/consumption.h"
#include "simprocess.h"
#include "support/memory.h"
#include "support/waiting.h"

#include <gtest/gtest.h>

#include <QGuiApplication>
#include <QTemporaryDir>

#include <iostream>
#include <optional>

namespace attune::e2e {
namespace {

using namespace std::chrono_literals;
using test::waitFor;

/// The monitor in a window that can be seen, with a server that has nothing to tell.
class IdleProgram : public ::testing::Test {
protected:
    void SetUp() override {
        if (QGuiApplication::platformName() != QStringLiteral("xcb"))
            GTEST_SKIP() << "needs Xvfb, openbox and xdotool";
        sim.emplace(QStringList{QStringLiteral("--rows"), QStringLiteral("2000"), QStringLiteral("--rate"),
                                QStringLiteral("0")});
        ASSERT_TRUE(sim->isReady());
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home.path());
        environment.insert(QStringLiteral("ATTUNE_PASSWORD"), sim->password());
        monitor.setProcessEnvironment(environment);
        monitor.setStandardInputFile(QProcess::nullDevice());
        monitor.start(program("attune-watch"),
                      sim->connection() + QStringList{QStringLiteral("--log-level"), QStringLiteral("info")});
        ASSERT_TRUE(says("-> live"));
    }
    ~IdleProgram() override {
        monitor.kill();
        monitor.waitForFinished();
    }

    [[nodiscard]] bool says(const char* what) {
        return waitFor(
            [this, what] {
                said += monitor.readAllStandardError();
                return said.contains(what);
            },
            60s);
    }
    /// Of a core, over a minute: time that the processor spent, which hardly depends on what else it had to do.
    [[nodiscard]] double share() const {
        EXPECT_FALSE(waitFor([] { return false; }, 10s)) << "what has just happened is over";
        constexpr std::chrono::seconds Span = 60s;
        const double before = cpuSeconds(monitor);
        EXPECT_FALSE(waitFor([] { return false; }, Span));
        return (cpuSeconds(monitor) - before) / static_cast<double>(Span.count());
    }

    static constexpr double Idle = 0.006 * test::MemoryOverhead;

    std::optional<SimProcess> sim;
    QTemporaryDir home;
    QProcess monitor;
    QByteArray said;
};

} // namespace

TEST_F(IdleProgram, liveWithNothingToTell_takesNextToNothing) {
    const double live = share();
    std::cout << "live: " << live * 100 << " % of a core\n";
    EXPECT_LE(live, Idle);
    EXPECT_EQ(said.count("-> live"), 1) << said.constData();
}

TEST_F(IdleProgram, offline_takesNextToNothing) {
    sim.reset();
    ASSERT_TRUE(says("live -> "));
    const double offline = share();
    std::cout << "offline: " << offline * 100 << " % of a core\n";
    EXPECT_LE(offline, Idle);
    EXPECT_EQ(monitor.state(), QProcess::Running);
}

} // namespace attune::e2e
