// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fakes.h"
#include "support/manualclock.h"
#include "support/printers.h"

#include "attune/session/settings.h"
#include "attune/widgets/enforcementwindow.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

namespace attune::widgets {

[[nodiscard]] inline core::JsonDocument json(const char* text) {
    return std::make_shared<const nlohmann::json>(nlohmann::json::parse(text));
}

/// One enforcement window over fakes, and ways to read what it shows.
class EnforcementWindowTest : public ::testing::Test {
protected:
    EnforcementWindowTest() {
        row.id = 4711;
        row.rule = 12;
        row.event = 90210;
        row.created = clock.now() - 3'000'000;
        row.resolvedAt = core::NullTime;
        row.ruleRef = *vocabulary.refs.intern("ops.disk_full");
        row.triggerRef = *vocabulary.refs.intern("mon.disk");
        row.status = core::Status::Created;
        row.condition = core::Condition::All;
    }

    void open() {
        window = new EnforcementWindow({row, QString()}, DetailContext{vocabulary, details, settings, clock, dialogs});
        EXPECT_TRUE(test::showActive(*window));
    }
    ~EnforcementWindowTest() override { delete window.data(); }

    core::EnforcementDetail detail() {
        core::EnforcementDetail made;
        made.update.row = row;
        made.update.origin = core::Origin::Detail;
        made.update.row.traceTag = core::TraceTag::Stored;
        made.update.traceTag = "custom.tag";
        made.payload = json(R"({"host":"db3","used_pct":97})");
        made.conditions = json("[]");
        made.config = json(R"({"host":"db3","password":{"$attune_secret":true,"redacted":true}})");
        made.raw = R"({"id":4711,"payload":{"host":"db3"}})";
        return made;
    }
    void answer(session::ServiceResult<core::EnforcementDetail> result) {
        details.enforcements.back().done(std::move(result));
    }
    static session::ServiceError error(session::ServiceError::Kind kind, const QString& message = {}, int status = 0) {
        return session::ServiceError{kind, status, message};
    }

    QTabWidget* tabs() { return window->findChild<QTabWidget*>(); }
    void showTab(const QString& title) {
        for (int i = 0; i < tabs()->count(); ++i) {
            if (tabs()->tabText(i).startsWith(title))
                tabs()->setCurrentIndex(i);
        }
    }
    QString notice() { return window->findChild<QLabel*>(QStringLiteral("noticeText"))->text(); }
    QPushButton* noticeButton() { return window->findChild<QPushButton*>(QStringLiteral("noticeAction")); }
    /// Every text that the current tab shows.
    QString shown() {
        QStringList texts;
        for (const auto* edit : tabs()->currentWidget()->findChildren<QLineEdit*>())
            texts += edit->text();
        for (const auto* label : tabs()->currentWidget()->findChildren<QLabel*>())
            texts += label->isVisible() ? label->text() : QString();
        for (const auto* text : tabs()->currentWidget()->findChildren<QPlainTextEdit*>())
            texts += text->toPlainText();
        for (const auto* tree : tabs()->currentWidget()->findChildren<QTreeView*>()) {
            if (tree->isVisible())
                texts += cells(*tree->model(), {});
        }
        return texts.join(u'\n');
    }
    static QStringList cells(const QAbstractItemModel& model, const QModelIndex& parent) {
        QStringList texts;
        for (int i = 0; i < model.rowCount(parent); ++i) {
            for (int column = 0; column < model.columnCount(parent); ++column)
                texts += model.index(i, column, parent).data().toString();
            texts += cells(model, model.index(i, 0, parent));
        }
        return texts;
    }
    QAction* action(const QString& text) {
        for (auto* candidate : window->findChildren<QAction*>()) {
            if (candidate->text() == text)
                return candidate;
        }
        return nullptr;
    }

    test::ManualClock clock;
    QTemporaryDir folder;
    session::Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    core::Vocabulary vocabulary;
    test::FakeDetails details;
    test::FakeDialogs dialogs;
    core::EnforcementRow row;
    QPointer<EnforcementWindow> window;
};

} // namespace attune::widgets
