// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "windowfixture.h"

#include "attune/widgets/badge.h"

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>

namespace attune::widgets {
namespace {

using session::ServiceError;

TEST_F(EnforcementWindowTest, opensAtOnce_withWhatTheRowKnows) {
    open();
    EXPECT_EQ(window->windowTitle(), QStringLiteral("#4711  ops.disk_full"));
    EXPECT_TRUE(shown().contains(QStringLiteral("mon.disk"))) << qPrintable(shown());
    EXPECT_TRUE(shown().contains(QStringLiteral("#90210")));
    EXPECT_EQ(window->findChild<BadgeLabel*>(QStringLiteral("status"))->badge().text, QStringLiteral("created"));
    ASSERT_EQ(details.enforcements.size(), 1U);
    EXPECT_EQ(details.enforcements[0].id, 4711);
    EXPECT_EQ(details.executionPages.size(), 1U);
    EXPECT_TRUE(details.events.empty());
    EXPECT_EQ(details.watchers, 1);
}

TEST_F(EnforcementWindowTest, age_ticksUntilResolved) {
    open();
    auto* age = window->findChild<QLabel*>(QStringLiteral("age"));
    EXPECT_EQ(age->text(), QStringLiteral("open for 3 s"));
    clock.advance(std::chrono::seconds(2));
    EXPECT_EQ(age->text(), QStringLiteral("open for 5 s"));
    row.status = core::Status::Processed;
    row.resolvedAt = row.created + 564'000;
    window->onRowChanged(row);
    EXPECT_EQ(age->text(), QStringLiteral("took 564 ms"));
    EXPECT_EQ(window->findChild<BadgeLabel*>(QStringLiteral("status"))->badge().text, QStringLiteral("processed"));
    clock.advance(std::chrono::seconds(2));
    EXPECT_EQ(clock.pendingCalls(), 0U);
}

TEST_F(EnforcementWindowTest, detail_fillsTheTabsAndTeachesTheTable) {
    open();
    QSignalSpy learned(window, &EnforcementWindow::learned);
    answer(detail());
    EXPECT_TRUE(shown().contains(QStringLiteral("custom.tag")));
    showTab(QStringLiteral("Payload"));
    EXPECT_TRUE(shown().contains(QStringLiteral("used_pct"))) << qPrintable(shown());
    showTab(QStringLiteral("Conditions"));
    EXPECT_TRUE(shown().contains(QStringLiteral("no conditions")));
    showTab(QStringLiteral("Configuration"));
    EXPECT_TRUE(shown().contains(QStringLiteral("password")));
    EXPECT_FALSE(shown().contains(QStringLiteral("attune_secret")));
    showTab(QStringLiteral("Raw"));
    EXPECT_TRUE(shown().contains(QStringLiteral("\"id\": 4711"))) << qPrintable(shown());
    ASSERT_EQ(learned.count(), 1);
    EXPECT_EQ(learned[0][0].value<core::EnforcementBatch>().updates.at(0).row.id, 4711);
}

TEST_F(EnforcementWindowTest, forbidden_namesThePermissionAndKeepsTheRow) {
    open();
    answer(error(ServiceError::Kind::Forbidden, QStringLiteral("Insufficient permissions: enforcements:read"), 403));
    EXPECT_TRUE(notice().contains(QStringLiteral("enforcements:read"))) << qPrintable(notice());
    EXPECT_FALSE(noticeButton()->isVisible());
    EXPECT_TRUE(shown().contains(QStringLiteral("mon.disk")));
}

TEST_F(EnforcementWindowTest, notFound_saysDeletedAndTellsTheTable) {
    open();
    QSignalSpy learned(window, &EnforcementWindow::learned);
    answer(error(ServiceError::Kind::NotFound, {}, 404));
    EXPECT_TRUE(notice().contains(QStringLiteral("deleted"))) << qPrintable(notice());
    ASSERT_EQ(learned.count(), 1);
    EXPECT_EQ(learned[0][0].value<core::EnforcementBatch>().removed, std::vector<core::Id>{4711});
    EXPECT_TRUE(shown().contains(QStringLiteral("mon.disk")));
}

TEST_F(EnforcementWindowTest, unreachable_offersRetryAndLosesNothing) {
    open();
    answer(detail());
    QTest::keyClick(window, Qt::Key_F5);
    ASSERT_EQ(details.enforcements.size(), 2U);
    answer(error(ServiceError::Kind::Unreachable, QStringLiteral("Connection refused")));
    EXPECT_TRUE(notice().contains(QStringLiteral("Connection refused")));
    showTab(QStringLiteral("Payload"));
    EXPECT_TRUE(shown().contains(QStringLiteral("used_pct")));
    ASSERT_TRUE(noticeButton()->isVisible());
    QTest::mouseClick(noticeButton(), Qt::LeftButton);
    ASSERT_EQ(details.enforcements.size(), 3U);
    answer(detail());
    EXPECT_TRUE(notice().isEmpty());
}

TEST_F(EnforcementWindowTest, signedOut_offersToSignIn) {
    open();
    QSignalSpy wanted(window, &EnforcementWindow::signInRequested);
    answer(error(ServiceError::Kind::SignedOut));
    QTest::mouseClick(noticeButton(), Qt::LeftButton);
    EXPECT_EQ(wanted.count(), 1);
    EXPECT_EQ(details.enforcements.size(), 1U);
}

TEST_F(EnforcementWindowTest, statusChange_readsTheDetailAgain) {
    open();
    answer(detail());
    row.status = core::Status::Disabled;
    row.resolvedAt = row.created + 1000;
    window->onRowChanged(row);
    EXPECT_EQ(details.enforcements.size(), 2U);
    EXPECT_EQ(details.executionPages.size(), 2U);
    window->onRowChanged(row);
    EXPECT_EQ(details.enforcements.size(), 2U);
}

TEST_F(EnforcementWindowTest, rowsOfOthers_areIgnored) {
    open();
    row.id = 4712;
    row.status = core::Status::Processed;
    window->onRowChanged(row);
    EXPECT_EQ(window->row().status, core::Status::Created);
}

TEST_F(EnforcementWindowTest, contradictingDetail_isTheNewestWord) {
    row.status = core::Status::Disabled;
    row.resolvedAt = row.created + 1000;
    open();
    core::EnforcementDetail newest = detail();
    newest.update.row.status = core::Status::Processed;
    answer(newest);
    EXPECT_EQ(window->row().status, core::Status::Processed);
}

TEST_F(EnforcementWindowTest, otherSubject_ignoresAnswersAboutTheFirst) {
    open();
    const auto first = details.enforcements[0].done;
    core::EnforcementRow other = row;
    other.id = 4712;
    other.ruleRef = *vocabulary.refs.intern("ops.cpu");
    window->setSubject({other, QString()});
    EXPECT_EQ(window->windowTitle(), QStringLiteral("#4712  ops.cpu"));
    first(detail());
    EXPECT_EQ(window->id(), 4712);
    EXPECT_FALSE(shown().contains(QStringLiteral("custom.tag")));
    showTab(QStringLiteral("Payload"));
    EXPECT_FALSE(shown().contains(QStringLiteral("used_pct")));
}

TEST_F(EnforcementWindowTest, altUpAndDown_askForNeighbours) {
    open();
    QSignalSpy previous(window, &EnforcementWindow::previousRequested);
    QSignalSpy next(window, &EnforcementWindow::nextRequested);
    QTest::keyClick(window, Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(window, Qt::Key_Down, Qt::AltModifier);
    ASSERT_EQ(previous.count(), 1);
    ASSERT_EQ(next.count(), 1);
    EXPECT_EQ(next[0][0].value<core::Id>(), 4711);
}

TEST_F(EnforcementWindowTest, copyActions_fillTheClipboard) {
    open();
    action(QStringLiteral("Copy &ID"))->trigger();
    EXPECT_EQ(QApplication::clipboard()->text(), QStringLiteral("4711"));
    action(QStringLiteral("Copy as &JSON"))->trigger();
    EXPECT_TRUE(QApplication::clipboard()->text().contains(QStringLiteral("ops.disk_full")));
    answer(detail());
    action(QStringLiteral("Copy as &JSON"))->trigger();
    EXPECT_TRUE(QApplication::clipboard()->text().contains(QStringLiteral("\"host\": \"db3\"")));
    action(QStringLiteral("Copy as c&URL"))->trigger();
    EXPECT_EQ(QApplication::clipboard()->text(),
              QStringLiteral("curl --fail-with-body --header \"Authorization: Bearer $ATTUNE_TOKEN\" --header 'Accept: "
                             "application/json' 'https://attune.example.com/base/api/v1/enforcements/4711'"));
}

TEST_F(EnforcementWindowTest, geometry_isRemembered) {
    open();
    window->resize(801, 603);
    window->close();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    ASSERT_TRUE(window.isNull());
    open();
    EXPECT_EQ(window->size(), QSize(801, 603));
}

TEST_F(EnforcementWindowTest, purgedEvent_isSaidInWords) {
    open();
    showTab(QStringLiteral("Event"));
    ASSERT_EQ(details.events.size(), 1U);
    EXPECT_EQ(details.events[0].id, 90210);
    details.events[0].done(error(ServiceError::Kind::NotFound, {}, 404));
    EXPECT_TRUE(shown().contains(QStringLiteral("#90210 has been purged"))) << qPrintable(shown());
}

TEST_F(EnforcementWindowTest, event_isReadOnceWhenFirstSeen) {
    open();
    showTab(QStringLiteral("Event"));
    core::EventDetail event;
    event.id = 90210;
    event.sourceRef = QStringLiteral("core.sensor");
    event.payload = json(R"({"inode":7})");
    event.raw = "{}";
    details.events.back().done(event);
    EXPECT_TRUE(shown().contains(QStringLiteral("core.sensor")));
    EXPECT_TRUE(shown().contains(QStringLiteral("inode")));
    showTab(QStringLiteral("Raw"));
    showTab(QStringLiteral("Event"));
    EXPECT_EQ(details.events.size(), 1U);
}

TEST_F(EnforcementWindowTest, noEvent_isSaidInWords) {
    row.event = core::NullId;
    open();
    showTab(QStringLiteral("Event"));
    EXPECT_TRUE(details.events.empty());
    EXPECT_TRUE(shown().contains(QStringLiteral("no event")));
    EXPECT_FALSE(action(QStringLiteral("Open E&vent"))->isEnabled());
}

TEST_F(EnforcementWindowTest, redactedRefs_areNotLookedUp) {
    row.ruleRef = core::RedactedRef;
    open();
    EXPECT_FALSE(action(QStringLiteral("Open &Rule"))->isEnabled());
    EXPECT_FALSE(action(QStringLiteral("&Disable Rule…"))->isEnabled());
    EXPECT_TRUE(action(QStringLiteral("Open &Trigger"))->isEnabled());
}

TEST_F(EnforcementWindowTest, disableRule_asksThenSaysHowItEnded) {
    open();
    dialogs.accept = false;
    action(QStringLiteral("&Disable Rule…"))->trigger();
    ASSERT_EQ(dialogs.questions.size(), 1U);
    EXPECT_TRUE(dialogs.questions[0].text.contains(QStringLiteral("ops.disk_full")));
    EXPECT_TRUE(details.ruleChanges.empty());
    dialogs.accept = true;
    action(QStringLiteral("&Disable Rule…"))->trigger();
    ASSERT_EQ(details.ruleChanges.size(), 1U);
    EXPECT_FALSE(details.ruleChanges[0].enabled);
    core::RuleDetail rule;
    rule.enabled = false;
    details.ruleChanges[0].done(rule);
    EXPECT_EQ(notice(), QStringLiteral("Rule ops.disk_full is disabled."));
    action(QStringLiteral("&Enable Rule…"))->trigger();
    details.ruleChanges.back().done(error(ServiceError::Kind::Refused, QStringLiteral("no worker"), 422));
    EXPECT_TRUE(notice().contains(QStringLiteral("no worker")));
    EXPECT_TRUE(notice().contains(QStringLiteral("422")));
}

TEST_F(EnforcementWindowTest, openRule_showsItInAWindowOfItsOwn) {
    open();
    action(QStringLiteral("Open &Rule"))->trigger();
    ASSERT_EQ(details.rules.size(), 1U);
    EXPECT_EQ(details.rules[0].ref, QStringLiteral("ops.disk_full"));
    QWidget* info = nullptr;
    for (QWidget* top : QApplication::topLevelWidgets()) {
        if (top->isVisible() && top->windowTitle() == QStringLiteral("Rule ops.disk_full"))
            info = top;
    }
    ASSERT_NE(info, nullptr);
    core::RuleDetail rule;
    rule.label = QStringLiteral("Disk full");
    rule.actionRef = QStringLiteral("ops.page");
    rule.raw = "{}";
    details.rules[0].done(rule);
    QStringList values;
    for (const auto* edit : info->findChildren<QLineEdit*>())
        values += edit->text();
    EXPECT_TRUE(values.contains(QStringLiteral("ops.page"))) << qPrintable(values.join(u'|'));
    EXPECT_TRUE(values.contains(QStringLiteral("disabled")));
}

} // namespace
} // namespace attune::widgets
