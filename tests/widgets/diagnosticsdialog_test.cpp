// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "fakes.h"
#include "support/printers.h"

#include "attune/session/settings.h"
#include "attune/widgets/diagnosticsdialog.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

namespace attune::widgets {
namespace {

class DiagnosticsTest : public ::testing::Test {
protected:
    DiagnosticsTest() {
        facts.now = 1'780'315'200'000'000;
        facts.components = {QStringLiteral("Attune Watch 1.2"), QStringLiteral("Qt 6.4.2 (xcb)")};
        facts.report.status.state = session::ConnectionState::Delayed;
        facts.report.status.host = QStringLiteral("attune.example.com");
        facts.report.status.reason = QStringLiteral("The last check is overdue.");
        facts.report.status.clockAhead = std::chrono::minutes(-3);
        facts.report.counters.gapsFound = 17;
        facts.report.counters.brokenStreams = 2;
        facts.report.counters.contradictions = 31;
        facts.report.timeline.push_back({facts.now - 1'000'000, session::ConnectionState::Live,
                                         session::ConnectionState::Delayed, QStringLiteral("overdue")});
        facts.report.rejections.push_back({facts.now, QStringLiteral("notification"), QStringLiteral("no type")});
        facts.log = {"2026-06-01T11:59:59.000Z info attune.net: stream 1 opened\n"};
    }
    [[nodiscard]] QString text() const { return diagnosticsText(facts, redactor); }

    core::SeededRandom random{1};
    core::KnownSecrets secrets{random};
    core::Redactor redactor{secrets};
    DiagnosticsFacts facts;
};

class DiagnosticsDialogTest : public ::testing::Test {
protected:
    void press(const char* name) {
        QTest::mouseClick(dialog.findChild<QPushButton*>(QString::fromLatin1(name)), Qt::LeftButton);
    }
    [[nodiscard]] QString done() { return dialog.findChild<QLabel*>(QStringLiteral("done"))->text(); }

    QTemporaryDir folder;
    test::FakeDialogs dialogs;
    DiagnosticsDialog dialog{QStringLiteral("line one\n<b>line</b> two\n"), dialogs};
};

} // namespace

TEST_F(DiagnosticsTest, text_tellsWhatIsKnown) {
    const QString told = text();
    for (const char* expected :
         {"state of 2026-06-01T12:00:00.000Z", "Attune Watch 1.2\nQt 6.4.2 (xcb)\n", "State: delayed",
          "Reason: The last check is overdue.", "Server: attune.example.com",
          "Clock of the server: 3 min 00 s behind this computer's", "Gaps found and repaired: 17",
          "Streams that broke the protocol: 2", "Contradictions: 31",
          "2026-06-01T11:59:59.000Z live -> delayed overdue\n", "notification: no type\n", "stream 1 opened\n",
          "Last message: unknown", "Settings that were changed\n--------------------------\nnone\n"})
        EXPECT_TRUE(told.contains(QString::fromLatin1(expected))) << expected << " in\n" << told.toStdString();
}

TEST_F(DiagnosticsTest, secrets_areTakenOutWhereverTheyStand) {
    secrets.learn(u"correct horse");
    facts.report.status.reason = QStringLiteral("Authorization: Bearer canary-1");
    facts.report.timeline[0].reason = QStringLiteral("https://a:canary-2@h");
    facts.report.rejections[0].reason = QStringLiteral("{\"password\":\"canary-3\"}");
    facts.settings = {QStringLiteral("x/token = canary-4")};
    facts.components += QStringLiteral("eyJhbGciOiJIUzI1NiJ9.canary-5");
    facts.log.push_back("2026-06-01T12:00:00.000Z info attune.net: correct horse\n"); // learned after it was logged
    const QString told = text();
    EXPECT_FALSE(told.contains(QStringLiteral("canary"))) << told.toStdString();
    EXPECT_FALSE(told.contains(QStringLiteral("correct"))) << told.toStdString();
    EXPECT_EQ(told.count(QStringLiteral("[redacted]")), 6);
}

TEST_F(DiagnosticsTest, hostileText_cannotForgeLines) {
    const qsizetype lines = text().count(u'\n');
    facts.report.status.reason = QStringLiteral("\u001B[31m\nState: live\r\u202E") + test::hostileText();
    const QString told = text();
    EXPECT_EQ(told.count(u'\n'), lines);
    EXPECT_FALSE(told.contains(QChar(0x1B)));
    EXPECT_FALSE(told.contains(QChar(0x202E)));
}

TEST_F(DiagnosticsTest, settings_areListedWhereTheyDifferFromTheDefault) {
    QTemporaryDir folder;
    session::Settings settings(folder.filePath(QStringLiteral("s.ini")));
    EXPECT_EQ(changedSettings(settings), QStringList());
    settings.set(session::Setting::Theme, QStringLiteral("dark"));
    settings.set(session::Setting::TextDebounceMs, 250);
    settings.set(session::Setting::WindowState, QByteArray("binary"));
    EXPECT_EQ(changedSettings(settings),
              (QStringList{QStringLiteral("look/theme = dark"), QStringLiteral("filter/text_debounce_ms = 250")}));
}

TEST_F(DiagnosticsDialogTest, preview_isTheWholeTextAndNothingElse) {
    const auto* preview = dialog.findChild<QPlainTextEdit*>();
    EXPECT_EQ(preview->toPlainText(), QStringLiteral("line one\n<b>line</b> two\n"));
    EXPECT_TRUE(preview->isReadOnly());
    EXPECT_EQ(QApplication::clipboard()->text(), QString()) << "nothing is passed on before it was read";
}

TEST_F(DiagnosticsDialogTest, copy_takesPlainText) {
    press("copy");
    EXPECT_EQ(QApplication::clipboard()->text(), QStringLiteral("line one\n<b>line</b> two\n"));
    EXPECT_FALSE(QApplication::clipboard()->mimeData()->hasHtml());
    EXPECT_EQ(done(), QStringLiteral("Copied."));
    QApplication::clipboard()->clear();
}

TEST_F(DiagnosticsDialogTest, save_writesAPrivateFile) {
    dialogs.file = folder.filePath(QStringLiteral("report.txt"));
    press("save");
    QFile file(dialogs.file);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), QByteArray("line one\n<b>line</b> two\n"));
    EXPECT_EQ(file.permissions() & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);
    EXPECT_TRUE(done().contains(dialogs.file));
    EXPECT_TRUE(dialogs.suggestions.value(0).startsWith(QStringLiteral("attune-watch-")));
}

TEST_F(DiagnosticsDialogTest, linkOrImpossiblePath_isSaidAndNothingWritten) {
    const QString target = folder.filePath(QStringLiteral("target"));
    dialogs.file = folder.filePath(QStringLiteral("link"));
    ASSERT_TRUE(QFile::link(target, dialogs.file));
    press("save");
    EXPECT_FALSE(QFile::exists(target));
    dialogs.file = folder.filePath(QStringLiteral("missing/report.txt"));
    press("save");
    EXPECT_EQ(dialogs.warnings.size(), 2);
    EXPECT_EQ(done(), QString());
}

} // namespace attune::widgets
