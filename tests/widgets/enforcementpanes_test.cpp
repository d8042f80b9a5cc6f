// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/waiting.h"
#include "windowfixture.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QFile>
#include <QHeaderView>

namespace attune::widgets {
namespace {

using session::ServiceError;

class EnforcementPanesTest : public EnforcementWindowTest {
protected:
    EnforcementPanesTest() { open(); }

    template<class T>
    T* inTab(const char* name = "") {
        return tabs()->currentWidget()->findChild<T*>(QString::fromLatin1(name));
    }
    QTreeView* tree() { return inTab<QTreeView>(); }

    core::ExecutionRow execution(core::Id id, core::Id parent, const QString& status) {
        core::ExecutionRow made;
        made.id = id;
        made.parent = parent;
        made.enforcement = 4711;
        made.actionRef = QStringLiteral("ops.page");
        made.status = status;
        made.created = clock.now() - 1'000'000 + id;
        made.startedAt = made.created;
        made.updated = made.created;
        return made;
    }
    void answerExecutions(std::vector<core::ExecutionRow> rows) {
        core::ExecutionPage page;
        page.items = std::move(rows);
        details.executionPages.back().done(page);
        showTab(QStringLiteral("Executions"));
    }
    void showPayload(const std::string& text) {
        core::EnforcementDetail made = detail();
        made.payload = std::make_shared<const nlohmann::json>(nlohmann::json::parse(text));
        made.raw = QByteArray::fromStdString(text);
        answer(made);
        showTab(QStringLiteral("Payload"));
    }
    QString current(int column) { return tree()->currentIndex().siblingAtColumn(column).data().toString(); }
};

TEST_F(EnforcementPanesTest, search_walksTheMatchesWithEnter) {
    showPayload(R"({"a":{"disk":1},"b":[{"name":"Disk 2"},{"name":"cpu"}],"z":"nothing"})");
    auto* field = inTab<QLineEdit>("search");
    auto* count = inTab<QLabel>("matches");
    QTest::keyClicks(field, QStringLiteral("disk"));
    ASSERT_TRUE(test::waitFor([&] { return !count->text().isEmpty(); }));
    EXPECT_EQ(count->text(), QStringLiteral("1 of 2"));
    EXPECT_EQ(current(0), QStringLiteral("disk"));
    QTest::keyClick(field, Qt::Key_Return);
    EXPECT_EQ(count->text(), QStringLiteral("2 of 2"));
    EXPECT_EQ(current(1), QStringLiteral("Disk 2"));
    QTest::keyClick(field, Qt::Key_Return);
    EXPECT_EQ(count->text(), QStringLiteral("1 of 2"));
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("missing"));
    QTest::keyClick(field, Qt::Key_Return); // does not wait for the delay
    EXPECT_EQ(count->text(), QStringLiteral("not found"));
}

TEST_F(EnforcementPanesTest, treeCopies_pathAndExactValue) {
    showPayload(R"({"hosts":[{"name":"db\u202e3"}]})");
    auto* field = inTab<QLineEdit>("search");
    QTest::keyClicks(field, QStringLiteral("name"));
    QTest::keyClick(field, Qt::Key_Return);
    tree()->setFocus();
    QTest::keyClick(tree(), Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QApplication::clipboard()->text(), QStringLiteral("db\u202E3"));
    QTest::keyClick(tree(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(QApplication::clipboard()->text(), QStringLiteral("$.hosts[0].name"));
}

TEST_F(EnforcementPanesTest, sameDetailAgain_leavesTheTreeAlone) {
    showPayload(R"({"hosts":{"a":1}})");
    tree()->collapseAll();
    action(QStringLiteral("&Reload"))->trigger();
    showPayload(R"({"hosts":{"a":1}})");
    EXPECT_FALSE(tree()->isExpanded(tree()->model()->index(0, 0)));
}

TEST_F(EnforcementPanesTest, redactedSecret_isMarked) {
    answer(detail());
    showTab(QStringLiteral("Configuration"));
    EXPECT_TRUE(shown().contains(QStringLiteral("redacted"))) << qPrintable(shown());
}

TEST_F(EnforcementPanesTest, executions_areShownWithTheirChildren) {
    answerExecutions(
        {execution(1, core::NullId, QStringLiteral("running")), execution(2, 1, QStringLiteral("completed"))});
    EXPECT_EQ(tree()->model()->rowCount(), 2);
    EXPECT_EQ(tabs()->tabText(tabs()->currentIndex()), QStringLiteral("Executions (2)"));
    EXPECT_TRUE(shown().contains(QStringLiteral("completed")));
}

TEST_F(EnforcementPanesTest, noExecution_isSaidInWords) {
    answerExecutions({});
    EXPECT_TRUE(shown().contains(QStringLiteral("started no execution"))) << qPrintable(shown());
}

TEST_F(EnforcementPanesTest, failedExecutions_offerRetry) {
    details.executionPages.back().done(error(ServiceError::Kind::Unreachable, QStringLiteral("timed out")));
    showTab(QStringLiteral("Executions"));
    EXPECT_TRUE(shown().contains(QStringLiteral("timed out"))) << qPrintable(shown());
    QTest::mouseClick(inTab<QPushButton>("noticeAction"), Qt::LeftButton);
    EXPECT_EQ(details.executionPages.size(), 2U);
    answerExecutions({execution(1, core::NullId, QStringLiteral("running"))});
    EXPECT_FALSE(shown().contains(QStringLiteral("timed out")));
}

TEST_F(EnforcementPanesTest, liveExecutions_appearAndChange) {
    answerExecutions({});
    core::ExecutionUpdate update;
    update.row = execution(1, core::NullId, QStringLiteral("running"));
    window->onExecutionsChanged({update});
    EXPECT_TRUE(shown().contains(QStringLiteral("running")));
    update.row.status = QStringLiteral("failed");
    window->onExecutionsChanged({update});
    EXPECT_TRUE(shown().contains(QStringLiteral("failed")));
    update.row.id = 9;
    update.row.enforcement = 1;
    window->onExecutionsChanged({update});
    EXPECT_EQ(tree()->model()->rowCount(), 1);
}

TEST_F(EnforcementPanesTest, result_isReadOnDemand) {
    answerExecutions({execution(1, core::NullId, QStringLiteral("completed"))});
    EXPECT_TRUE(details.executions.empty());
    tree()->setFocus();
    QTest::keyClick(tree(), Qt::Key_Return);
    ASSERT_EQ(details.executions.size(), 1U);
    core::ExecutionDetail made;
    made.row = execution(1, core::NullId, QStringLiteral("completed"));
    made.result = json(R"({"stdout":"done"})");
    details.executions[0].done(made);
    EXPECT_TRUE(shown().contains(QStringLiteral("stdout"))) << qPrintable(shown());
    // A second request that fails takes nothing away.
    QTest::keyClick(tree(), Qt::Key_Return);
    details.executions.back().done(error(ServiceError::Kind::Unreachable));
    EXPECT_TRUE(shown().contains(QStringLiteral("stdout")));
}

TEST_F(EnforcementPanesTest, cancel_asksThenSaysHowItEnded) {
    answerExecutions({execution(1, core::NullId, QStringLiteral("running"))});
    dialogs.accept = false;
    action(QStringLiteral("&Cancel Execution…"))->trigger();
    ASSERT_EQ(dialogs.questions.size(), 1U);
    EXPECT_TRUE(details.cancellations.empty());
    dialogs.accept = true;
    action(QStringLiteral("&Cancel Execution…"))->trigger();
    ASSERT_EQ(details.cancellations.size(), 1U);
    core::ExecutionDetail made;
    made.row = execution(1, core::NullId, QStringLiteral("canceling"));
    details.cancellations[0].done(made);
    EXPECT_TRUE(notice().contains(QStringLiteral("being cancelled"))) << qPrintable(notice());
    EXPECT_TRUE(shown().contains(QStringLiteral("canceling")));
}

TEST_F(EnforcementPanesTest, cancelTooLate_saysSoAndReadsAgain) {
    answerExecutions({execution(1, core::NullId, QStringLiteral("running"))});
    action(QStringLiteral("&Cancel Execution…"))->trigger();
    details.cancellations[0].done(error(ServiceError::Kind::Conflict, QStringLiteral("Execution is completed"), 409));
    EXPECT_TRUE(notice().contains(QStringLiteral("too late"))) << qPrintable(notice());
    EXPECT_TRUE(notice().contains(QStringLiteral("Execution is completed")));
    EXPECT_EQ(details.executionPages.size(), 2U);
}

TEST_F(EnforcementPanesTest, finishedExecution_cannotBeCancelled) {
    answerExecutions({execution(1, core::NullId, QStringLiteral("completed"))});
    EXPECT_FALSE(action(QStringLiteral("&Cancel Execution…"))->isEnabled());
    EXPECT_TRUE(action(QStringLiteral("Show &Result"))->isEnabled());
}

TEST_F(EnforcementPanesTest, hugeRaw_isCutOnScreenAndWholeInTheFile) {
    core::EnforcementDetail made = detail();
    made.raw =
        R"({"big":")" + QByteArray(3'000'000, 'x') + R"(","list":[)" + QByteArray("1,").repeated(700'000) + "2]}";
    answer(made);
    QElapsedTimer elapsed;
    elapsed.start();
    showTab(QStringLiteral("Raw"));
    QCoreApplication::processEvents();
    EXPECT_LT(elapsed.elapsed(), 5000);
    auto* text = inTab<QPlainTextEdit>();
    EXPECT_LE(text->toPlainText().size(), 1024 * 1024);
    dialogs.file = folder.filePath(QStringLiteral("saved.json"));
    QTest::mouseClick(inTab<QPushButton>("saveRaw"), Qt::LeftButton);
    QFile saved(dialogs.file);
    ASSERT_TRUE(saved.open(QIODevice::ReadOnly));
    const QByteArray whole = saved.readAll();
    EXPECT_EQ(whole.count('x'), 3'000'000);
    EXPECT_EQ(whole.count("1,"), 700'000);
    EXPECT_EQ(dialogs.suggestions.value(0), QStringLiteral("enforcement-4711.json"));
    EXPECT_TRUE(dialogs.warnings.isEmpty());
}

TEST_F(EnforcementPanesTest, unwritableFile_isSaidInWords) {
    answer(detail());
    showTab(QStringLiteral("Raw"));
    dialogs.file = folder.filePath(QStringLiteral("no/such/folder/saved.json"));
    QTest::mouseClick(inTab<QPushButton>("saveRaw"), Qt::LeftButton);
    ASSERT_EQ(dialogs.warnings.size(), 1);
    EXPECT_TRUE(dialogs.warnings[0].contains(dialogs.file));
}

TEST_F(EnforcementPanesTest, timeStyle_changesTheOpenWindow) {
    settings.set(session::Setting::TimeStyle, QStringLiteral("utc"));
    EXPECT_TRUE(shown().contains(QStringLiteral("UTC"))) << qPrintable(shown());
}

} // namespace
} // namespace attune::widgets
