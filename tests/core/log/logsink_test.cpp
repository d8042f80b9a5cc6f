// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/manualclock.h"
#include "support/printers.h"

#include "attune/core/log/programlog.h"

#include <gtest/gtest.h>

#include <QDebug>
#include <QFile>
#include <QLoggingCategory>
#include <QTemporaryDir>

#include <thread>
#include <vector>

using namespace attune;
using namespace attune::core;

namespace {

Q_LOGGING_CATEGORY(lcTest, "attune.test", QtWarningMsg)

class LogSinkTest : public ::testing::Test {
protected:
    [[nodiscard]] std::unique_ptr<LogSink> sink(LogSink::Options options = {}) {
        return std::make_unique<LogSink>(std::move(options), clock, redactor, history,
                                         [this](const QByteArray& line) { terminal += line; });
    }
    [[nodiscard]] LogSink::Options withFile() const {
        LogSink::Options options;
        options.file = path;
        return options;
    }
    [[nodiscard]] QByteArray content() const {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
    }

    test::ManualClock clock;
    SeededRandom random{5};
    KnownSecrets secrets{random};
    Redactor redactor{secrets};
    LogHistory history{3};
    QByteArray terminal;
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("a/b.log"));
};

} // namespace

TEST_F(LogSinkTest, levels_decideWhereARecordGoes) {
    const auto log = sink(withFile());
    qCDebug(lcTest) << "d";
    qCInfo(lcTest) << "i";
    qCWarning(lcTest) << "w";
    qCCritical(lcTest) << "e";
    EXPECT_EQ(terminal, QByteArray("2026-06-01T12:00:00.000Z warning attune.test: w\n"
                                   "2026-06-01T12:00:00.000Z error attune.test: e\n"));
    EXPECT_EQ(content(), "2026-06-01T12:00:00.000Z info attune.test: i\n" + terminal);
    EXPECT_EQ(history.lines().size(), 3U);
    EXPECT_FALSE(lcTest().isDebugEnabled()) << "what nobody wants is not even put together";
}

TEST_F(LogSinkTest, debug_isWantedOnRequestOnly) {
    LogSink::Options options;
    options.terminal = options.kept = LogLevel::Debug;
    const auto log = sink(options);
    qCDebug(lcTest) << "d";
    EXPECT_TRUE(terminal.contains("debug attune.test: d"));
}

TEST_F(LogSinkTest, messagesOfQtItself_passThroughHere) {
    const auto log = sink();
    secrets.learn(u"correct horse");
    qWarning("QNetworkReply: Authorization: Bearer abc");
    qWarning().noquote() << "said correct horse\nforged";
    EXPECT_FALSE(terminal.contains("abc"));
    EXPECT_FALSE(terminal.contains("correct"));
    EXPECT_EQ(terminal.count('\n'), 2);
    EXPECT_TRUE(terminal.contains("warning default: "));
}

TEST_F(LogSinkTest, history_keepsTheLastLines) {
    const auto log = sink();
    for (int i = 0; i < 5; ++i)
        qCInfo(lcTest) << i;
    const auto lines = history.lines();
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_TRUE(lines.front().endsWith(": 2\n"));
    EXPECT_TRUE(lines.back().endsWith(": 4\n"));
}

TEST_F(LogSinkTest, fileThatCannotBeWritten_isToldOnceAndTriedAgainLater) {
    QFile inTheWay(folder.filePath(QStringLiteral("a")));
    ASSERT_TRUE(inTheWay.open(QIODevice::WriteOnly));
    const auto log = sink(withFile());
    for (int i = 0; i < 10; ++i) {
        qCInfo(lcTest) << "lost";
        clock.advance(std::chrono::seconds(61));
    }
    EXPECT_EQ(terminal.count("the log file"), 1) << terminal.constData();
    EXPECT_EQ(terminal.count('\n'), 1);
    ASSERT_TRUE(inTheWay.remove());
    qCInfo(lcTest) << "kept";
    EXPECT_TRUE(content().endsWith("attune.test: kept\n"));
    EXPECT_EQ(terminal.count("the log file"), 1);
}

TEST_F(LogSinkTest, readOnlyFolder_harmsNothing) {
    // For the superuser only a file system that is read-only is.
    LogSink::Options options;
    options.file = QStringLiteral("/proc/attune-watch/b.log");
    const auto log = sink(options);
    qCInfo(lcTest) << "one";
    qCWarning(lcTest) << "two";
    EXPECT_EQ(terminal.count("the log file"), 1);
    EXPECT_TRUE(terminal.contains(": two\n"));
}

TEST_F(LogSinkTest, whatIsSaidWhileWriting_doesNotComeBack) {
    LogSink::Options options;
    int calls = 0;
    const LogSink log(options, clock, redactor, history, [&calls](const QByteArray&) {
        ++calls;
        qWarning("and again");
    });
    qWarning("once");
    EXPECT_EQ(calls, 1);
}

TEST_F(LogSinkTest, threads_writeWholeLines) {
    auto log = sink(withFile());
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([] {
            for (int i = 0; i < 200; ++i)
                qCWarning(lcTest).noquote() << QString(50, u'x');
        });
    for (auto& thread : threads)
        thread.join();
    log.reset();
    qCDebug(lcTest) << "after the end";
    const QByteArray line = "2026-06-01T12:00:00.000Z warning attune.test: " + QByteArray(50, 'x') + '\n';
    EXPECT_EQ(content(), line.repeated(800));
    EXPECT_EQ(terminal, line.repeated(800));
}

TEST_F(LogSinkTest, end_givesTheHandlerBack) {
    const QtMessageHandler before = qInstallMessageHandler(nullptr);
    qInstallMessageHandler(before);
    sink().reset();
    const QtMessageHandler after = qInstallMessageHandler(nullptr);
    qInstallMessageHandler(after);
    EXPECT_EQ(after, before);
    EXPECT_FALSE(lcTest().isInfoEnabled());
}

TEST(ProgramLogTest, path_followsTheDesktop) {
    const QByteArray before = qgetenv("XDG_STATE_HOME");
    qputenv("XDG_STATE_HOME", "/x/state");
    EXPECT_EQ(ProgramLog::defaultPath(QStringLiteral("p")), QStringLiteral("/x/state/p/p.log"));
    for (const char* odd : {"", "relative"}) {
        qputenv("XDG_STATE_HOME", odd);
        EXPECT_EQ(ProgramLog::defaultPath(QStringLiteral("p")),
                  qEnvironmentVariable("HOME") + QStringLiteral("/.local/state/p/p.log"));
    }
    qputenv("XDG_STATE_HOME", before);
}

TEST(ProgramLogTest, off_writesNoFileButRemembers) {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.log"));
    ProgramLog log(LogLevel::Off, path);
    qCWarning(lcTest) << "silent";
    EXPECT_FALSE(QFile::exists(path));
    EXPECT_EQ(log.history().lines().size(), 1U);
}
