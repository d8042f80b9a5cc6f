// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "dice.h"
#include "hands.h"
#include "simprocess.h"
#include "support/printers.h"
#include "support/waiting.h"

#include "attune/core/random.h"
#include "attune/session/profilestore.h"
#include "attune/session/savedviewstore.h"
#include "attune/session/settings.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>

#include <iostream>

namespace attune::e2e {
namespace {

using namespace std::chrono_literals;
using test::waitFor;

/// The monitor, whose operator changes this and that until it is killed.
class KilledProgram : public ::testing::Test {
protected:
    void SetUp() override {
        if (QGuiApplication::platformName() != QStringLiteral("xcb"))
            GTEST_SKIP() << "needs Xvfb, openbox and xdotool";
        ASSERT_TRUE(sim.isReady());
        ASSERT_TRUE(waitFor([] { return Hands::haveManager(); }));
    }
    ~KilledProgram() override {
        for (QProcess* process : {&hands, &monitor}) {
            process->kill();
            process->waitForFinished();
        }
    }

    /// To the moment at which somebody can operate it.
    void start() {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home.path());
        environment.insert(QStringLiteral("ATTUNE_PASSWORD"), sim.password());
        monitor.setProcessEnvironment(environment);
        monitor.setStandardInputFile(QProcess::nullDevice());
        QElapsedTimer took;
        took.start();
        monitor.start(program("attune-watch"),
                      sim.connection() + QStringList{QStringLiteral("--log-level"), QStringLiteral("info")});
        QByteArray said;
        ASSERT_TRUE(waitFor(
            [&] {
                said += monitor.readAllStandardError();
                return said.contains("-> live");
            },
            20s)) // somebody who is dead would keep a file for half a minute
            << said.constData();
        ASSERT_FALSE(said.contains("ettings") || said.contains("cannot be")) << said.constData();
        QString window;
        ASSERT_TRUE(waitFor([&] {
            window = Hands::windowOf(monitor.processId());
            return !window.isEmpty();
        }));
        ASSERT_TRUE(waitFor([&] {
            Hands::activate(window);
            return Hands::activeWindow() == window;
        }));
    }
    /// Begins to press keys: settings, columns, a view, and in the end the window is closed, which keeps the layout.
    void operate(int round) {
        const auto keys = [](const char* what) {
            return QStringList{QStringLiteral("key"), QString::fromLatin1(what)};
        };
        const auto rest = [](const char* seconds) {
            return QStringList{QStringLiteral("sleep"), QString::fromLatin1(seconds)};
        };
        const QString name = QString::number(round % 40); // each letter is a key
        QStringList all = keys("ctrl+shift+g") + keys("ctrl+1") + keys("ctrl+shift+g") + keys("ctrl+2") +
                          keys("ctrl+shift+g") + keys("ctrl+shift+s") + rest("0.2") +
                          QStringList{QStringLiteral("key")} + name.split(QString(), Qt::SkipEmptyParts) +
                          keys("Return") + rest("0.05") + keys("ctrl+t") + keys("alt+shift+Right") +
                          keys("ctrl+shift+g");
        if (round % 4 == 0) // the layout at once
            all = keys("alt+shift+Right") + keys("ctrl+q") + rest("0.5");
        hands.start(QStringLiteral("xdotool"), all);
    }
    void killLater(std::chrono::milliseconds time) {
        EXPECT_FALSE(waitFor([] { return false; }, time));
        if (monitor.state() != QProcess::NotRunning) {
            monitor.kill();
            monitor.waitForFinished();
            ++killed;
        }
        hands.kill();
        hands.waitForFinished();
    }
    /// Reads copies: reading puts right what is wrong.
    void expectClean() {
        const QTemporaryDir copy;
        const auto copied = [&](const QString& name) {
            const QString from = home.filePath(QStringLiteral("attune-watch/") + name);
            const QString to = copy.filePath(name);
            QDir().mkpath(QFileInfo(to).path());
            QFile::copy(from, to);
            EXPECT_FALSE(QFile::exists(from + QStringLiteral(".bad"))) << name.toStdString();
            return to;
        };
        const session::Settings settings(copied(QStringLiteral("settings.ini")));
        ASSERT_EQ(settings.problems(), QStringList());
        (settings.flag(session::Setting::ActivityStrip) ? withStrip : withoutStrip)++;
        withLayout += settings.bytes(session::Setting::HeaderState).isEmpty() ? 0 : 1;
        const session::SavedViewStore store(copy.filePath(QStringLiteral("views")));
        const QString owner = QStringLiteral("127.0.0.1"); // the server, where no profile has been chosen
        copied(QDir(copy.path()).relativeFilePath(store.pathOf(owner)));
        const session::ReadViews read = store.load(owner);
        ASSERT_EQ(read.problems, QStringList());
        ASSERT_GE(read.views.size(), views) << "what was written once is there";
        views = read.views.size();
    }

    SimProcess sim{{QStringLiteral("--rows"), QStringLiteral("200"), QStringLiteral("--rate"), QStringLiteral("5")}};
    QTemporaryDir home;
    QProcess monitor;
    QProcess hands;
    int killed = 0;
    int withStrip = 0;
    int withoutStrip = 0;
    int withLayout = 0;
    std::size_t views = 0;
};

} // namespace

TEST_F(KilledProgram, startsCleanEveryTime) {
    const int rounds = test::numberFromEnvironment("ATTUNE_KILLS", 200);
    core::SeededRandom random(1);
    for (int round = 0; round < rounds; ++round) {
        ASSERT_NO_FATAL_FAILURE(start()) << round;
        operate(round);
        constexpr double Longest = 1200; // milliseconds: about what the keys take
        killLater(std::chrono::milliseconds(static_cast<int>(random.uniform() * Longest)));
        ASSERT_NO_FATAL_FAILURE(expectClean()) << round;
    }
    std::cout << killed << " of " << rounds << " killed; " << views << " views, the strip shown after " << withStrip
              << " and hidden after " << withoutStrip << ", a layout after " << withLayout << '\n';
    EXPECT_GT(killed, rounds / 2);
    EXPECT_GT(views, 0U);
    EXPECT_GT(withStrip, 0);
    EXPECT_GT(withoutStrip, 0);
    EXPECT_GT(withLayout, 0);
}

} // namespace attune::e2e
