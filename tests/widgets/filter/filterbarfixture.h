// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/manualclock.h"
#include "support/printers.h"
#include "support/rows.h"
#include "support/waiting.h"

#include "attune/models/refcompletionmodel.h"
#include "attune/models/roles.h"
#include "attune/models/statusfiltermodel.h"
#include "attune/widgets/filterbar.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMainWindow>
#include <QPropertyAnimation>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace attune::widgets {

using namespace std::chrono_literals;
using core::EnforcementFilter;
using core::TermFilter;

/// The bar in a window, with a clock of its own.
class FilterBarTest : public ::testing::Test {
protected:
    FilterBarTest() {
        table.apply(test::batch(test::makeRow(vocabulary, 1, "ops.disk_full", "mon.disk"),
                                test::makeRow(vocabulary, 2, "core.on_timer", "core.timer")));
        rules.refresh();
        triggers.refresh();
        window.setCentralWidget(&bar);
        window.resize(1100, 300);
        window.show();
        window.activateWindow();
        EXPECT_TRUE(test::waitFor([this] { return window.isActiveWindow(); }));
    }
    ~FilterBarTest() override { bar.setParent(nullptr); }

    template<class Widget>
    Widget& named(const QString& accessibleName) {
        for (auto* widget : bar.findChildren<Widget*>()) {
            if (widget->accessibleName() == accessibleName)
                return *widget;
        }
        throw std::runtime_error("no such widget: " + accessibleName.toStdString());
    }
    QLineEdit& rule() { return named<QLineEdit>(QStringLiteral("Rule")); }
    QLineEdit& trigger() { return named<QLineEdit>(QStringLiteral("Trigger")); }
    QLineEdit& event() { return named<QLineEdit>(QStringLiteral("Event ID")); }
    QComboBox& times() { return named<QComboBox>(QStringLiteral("Time window")); }
    QListView& statusList() { return named<QListView>(QStringLiteral("Statuses to show")); }
    QToolButton& statusButton() {
        for (auto* button : bar.findChildren<QToolButton*>()) {
            if (button->text().startsWith(QStringLiteral("Status")))
                return *button;
        }
        throw std::runtime_error("no status button");
    }
    void press(const QString& buttonText) {
        for (auto* button : bar.findChildren<QPushButton*>()) {
            if (button->text() == buttonText) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        }
        FAIL() << "no button " << buttonText.toStdString();
    }
    EnforcementFilter last() { return *static_cast<const EnforcementFilter*>(changes.back().at(0).constData()); }

    core::Vocabulary vocabulary;
    test::ManualClock clock;
    models::EnforcementTableModel table{vocabulary};
    models::StatusFilterModel statuses{vocabulary};
    models::RefCompletionModel rules{table, models::RefCompletionModel::Kind::Rule};
    models::RefCompletionModel triggers{table, models::RefCompletionModel::Kind::Trigger};
    QMainWindow window;
    FilterBar bar{statuses, rules, triggers, clock};
    QSignalSpy changes{&bar, &FilterBar::filterChanged};
};

} // namespace attune::widgets
