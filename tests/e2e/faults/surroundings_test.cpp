// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "faults/programpair.h"
#include "support/memory.h"
#include "support/printers.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QStandardPaths>

#include <sys/resource.h>

// The machine around the programs fails or rests, not the network.

namespace attune::e2e {
namespace {

using namespace std::chrono_literals;
using test::waitFor;

[[nodiscard]] int openFiles(const QProcess& process) {
    const QDir files(QStringLiteral("/proc/%1/fd").arg(process.processId()));
    return static_cast<int>(files.entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot).size());
}

constexpr rlim_t NoMore = 8; // as many as are open all the time; with fewer not even poll() works

void limitFiles(const QProcess& process, rlim_t count) {
    const rlimit limit{count, 1024};
    ASSERT_EQ(::prlimit(static_cast<pid_t>(process.processId()), RLIMIT_NOFILE, &limit, nullptr), 0);
}

class Cramped : public ProgramPair {
protected:
    void prepare(Watched& one, QProcessEnvironment& /*environment*/) override {
        one.process.setChildProcessModifier([] {
            const rlimit files{64, 1024};
            ::setrlimit(RLIMIT_NOFILE, &files);
            if constexpr (test::MemoryOverhead == 1) { // sanitizers reserve far more than they use
                const rlimit memory{1UL << 30U, 1UL << 30U};
                ::setrlimit(RLIMIT_AS, &memory);
            }
        });
    }
};

/// A bus that takes the place of the system's.
class Sleepy : public ProgramPair {
protected:
    Sleepy() {
        QFile config(path("bus.conf"));
        EXPECT_TRUE(config.open(QIODevice::WriteOnly));
        config.write("<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context=\"default\">"
                     "<allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/>"
                     "<allow own=\"*\"/></policy></busconfig>");
        config.close();
        bus.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--config-file=") + config.fileName(),
                                                  QStringLiteral("--nofork"), QStringLiteral("--print-address=1")});
        EXPECT_TRUE(bus.waitForReadyRead(10'000));
        address = QString::fromUtf8(bus.readLine().trimmed());
    }
    ~Sleepy() override {
        QDBusConnection::disconnectFromBus(QStringLiteral("logind"));
        bus.kill();
        bus.waitForFinished();
    }
    void prepare(Watched& /*one*/, QProcessEnvironment& environment) override {
        environment.insert(QStringLiteral("DBUS_SYSTEM_BUS_ADDRESS"), address);
    }
    void prepareForSleep(bool begins) {
        QDBusConnection logind = QDBusConnection::connectToBus(address, QStringLiteral("logind"));
        ASSERT_TRUE(logind.registerService(QStringLiteral("org.freedesktop.login1")));
        QDBusMessage word = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/login1"),
                                                       QStringLiteral("org.freedesktop.login1.Manager"),
                                                       QStringLiteral("PrepareForSleep"));
        word << begins;
        ASSERT_TRUE(logind.send(word));
    }

    QProcess bus;
    QString address;
};

/// The monitor on a display of its own.
class Displayed : public ProgramPair {
protected:
    Displayed() {
        display.setProcessChannelMode(QProcess::SeparateChannels);
        display.start(QStringLiteral("Xvfb"),
                      {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                       QStringLiteral("0"), QStringLiteral("1280x800x24"), QStringLiteral("-nolisten"),
                       QStringLiteral("tcp")});
        EXPECT_TRUE(display.waitForReadyRead(30'000)) << "Xvfb is missing or does not start";
        number = QString::fromUtf8(display.readLine().trimmed());
    }
    ~Displayed() override {
        display.kill();
        display.waitForFinished();
    }
    void prepare(Watched& one, QProcessEnvironment& environment) override {
        if (&one != &monitor || !isShown)
            return;
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        environment.insert(QStringLiteral("DISPLAY"), QStringLiteral(":") + number);
    }

    QProcess display;
    QString number;
    bool isShown = true;
};

} // namespace

TEST_F(Cramped, sixtyFourFilesAndAGibibyte_areEnough) {
    for (int i = 0; i < 3; ++i) {
        const int streams = monitor.notifier.accepted();
        for (Watched* one : {&monitor, &tail}) {
            one->notifier.resetAll();
            one->api.resetAll();
        }
        // It may be back before the next line of measurements.
        ASSERT_TRUE(waitFor([&] { return monitor.notifier.accepted() > streams; }));
        ASSERT_TRUE(waitFor([this] { return monitorState() == QStringLiteral("live"); }, 20s)) << i;
    }
    EXPECT_LT(openFiles(monitor.process), 64);
    EXPECT_LT(openFiles(tail.process), 64);
    for (Watched* one : {&monitor, &tail}) {
        stop(*one);
        EXPECT_EQ(one->process.exitStatus(), QProcess::NormalExit);
    }
}

TEST_F(Cramped, noFileLeftToOpen_isAnOutageLikeAnyOther) {
    if constexpr (test::MemoryOverhead > 1)
        GTEST_SKIP() << "a sanitizer opens a pipe to look whether memory can be read, and takes its failure for a no";
    for (Watched* one : {&monitor, &tail}) {
        limitFiles(one->process, NoMore);
        one->notifier.resetAll();
        one->api.resetAll();
    }
    ASSERT_TRUE(waitFor([this] { return outputOf(tail).contains("live -> "); })) << outputOf(tail).constData();
    EXPECT_FALSE(waitFor(
        [this] {
            return monitor.process.state() == QProcess::NotRunning || tail.process.state() == QProcess::NotRunning;
        },
        5s));
    for (Watched* one : {&monitor, &tail})
        limitFiles(one->process, 64);
    const auto before = outputOf(tail).count("-> live");
    EXPECT_TRUE(waitFor([&] { return outputOf(tail).count("-> live") > before; }, 30s)) << outputOf(tail).constData();
    EXPECT_TRUE(waitFor([this] { return monitorState() == QStringLiteral("live"); }, 30s));
}

TEST_F(Sleepy, machineThatWakesUp_hasItsStreamBackInThreeSeconds) {
    const auto before = outputOf(tail).count("-> live");
    ASSERT_EQ(outputOf(tail).count("-> syncing"), before);
    ASSERT_NO_FATAL_FAILURE(prepareForSleep(true));
    for (Watched* one : {&monitor, &tail}) // what was connected is dead, and nobody says so
        one->notifier.setBlackHole(true, true);
    EXPECT_FALSE(waitFor([&] { return outputOf(tail).count("live -> ") > 0; }, 1s)) << "nothing is known yet";
    const int accepted = tail.notifier.accepted();
    for (Watched* one : {&monitor, &tail})
        one->notifier.mend();
    ASSERT_NO_FATAL_FAILURE(prepareForSleep(false));
    EXPECT_TRUE(waitFor([&] { return tail.notifier.accepted() > accepted; }, 3s)) << "another stream, at once";
    EXPECT_TRUE(waitFor([&] { return outputOf(tail).count("-> syncing") > before; }, 3s)) << outputOf(tail).constData();
    EXPECT_TRUE(waitFor([&] { return outputOf(tail).count("-> live") > before; }, 20s)) << outputOf(tail).constData();
    EXPECT_TRUE(waitFor([this] { return monitorState() == QStringLiteral("live"); }, 20s));
}

TEST_F(Displayed, displayThatDies_endsTheMonitorAndSpoilsNothing) {
    display.kill();
    ASSERT_TRUE(waitFor([this] { return monitor.process.state() == QProcess::NotRunning; }, 5s));
    EXPECT_EQ(monitor.process.exitStatus(), QProcess::NormalExit) << outputOf(monitor).constData();
    isShown = false;
    ASSERT_TRUE(QFile::remove(path("stats.jsonl")));
    start(monitor, "attune-watch", {QStringLiteral("--stats"), path("stats.jsonl")});
    EXPECT_TRUE(waitFor([this] { return monitorState() == QStringLiteral("live"); }, 20s));
    EXPECT_FALSE(outputOf(monitor).contains("settings")) << outputOf(monitor).constData();
}

} // namespace attune::e2e
