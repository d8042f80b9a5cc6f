// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/clock.h"
#include "attune/core/column.h"
#include "attune/core/enforcementfilter.h"
#include "attune/models/enforcementfilterproxymodel.h"

#include <QWidget>

#include <chrono>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

class QAction;
class QLineEdit;
class QMenu;
class QToolButton;

namespace attune::models {
class RefCompletionModel;
class StatusFilterModel;
} // namespace attune::models

namespace attune::widgets {

class EventEdit;
class ExpressionLine;
class HintLine;
class RefEdit;
class StatusPicker;
class StatusTally;
class WindowPicker;

/// How long the bar waits for the operator to finish before it applies what they typed or picked.
struct FilterDelays {
    std::chrono::milliseconds text{500};
    std::chrono::milliseconds selection{300};
};

/// The filter of the table. Says filterChanged() only when the value really differs. Enter, picking a completion, Clear
/// and closing a drop-down apply at once; everything else after a delay. Never touched by arriving rows.
class FilterBar : public QWidget {
    Q_OBJECT
public:
    /// Models and clock outlive the bar.
    FilterBar(models::StatusFilterModel& statuses, models::RefCompletionModel& rules,
              models::RefCompletionModel& triggers, core::Clock& clock, QWidget* parent = nullptr);
    ~FilterBar() override;

    void setDelays(FilterDelays delays) { m_delays = delays; }
    /// Asked about once a second, more often while the list of statuses is open; without it no counts are shown.
    void setCountSource(std::function<models::StatusCounts()> source);
    /// The filter in force: what filterChanged() said last.
    [[nodiscard]] const core::EnforcementFilter& filter() const { return m_applied; }
    /// Shows `filter` and puts it in force; one filterChanged() if it differs. Fields that already mean it are left
    /// alone.
    void setFilter(const core::EnforcementFilter& filter);

    void focusRule();
    /// Opens the line for an expression.
    void focusExpression();
    void clear();
    /// "Only this value" and "Exclude this value" of a table cell, empty ones included; what has no field of its own
    /// becomes part of the expression. Where canRestrict() is false they do nothing.
    void restrictTo(core::Column column, const QString& value);
    void exclude(core::Column column, const QString& value);
    /// Whether rows that show the same in this column can be asked for.
    [[nodiscard]] static bool canRestrict(core::Column column, const QString& value);

    /// Whether rows carry trace tags, which older servers do not tell: a field for them is there then.
    void setTraceTagsOffered(bool offered);
    /// A button that opens the menu of saved views, which outlives the bar or is owned by its window.
    void setViewsMenu(QMenu& menu);
    /// A line under the fields, such as "Rows before 09:02 are not loaded."; `action` is a link behind it; empty hides
    /// it.
    void setHint(const QString& text, const QString& action = {});

Q_SIGNALS:
    void filterChanged(const attune::core::EnforcementFilter& filter);
    /// Esc in an empty field: the table should have the focus again.
    void escaped();
    void hintActionTriggered();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void describeFields();
    void connectFields();
    void refreshLook();
    void updateTagField();
    void openExpression();
    void showExpression(bool shown);
    [[nodiscard]] bool clearFocusedField();
    void applyLater(std::chrono::milliseconds delay);
    void applyNow();
    void toggleOnly(const QString& status);
    void addToExpression(const QString& term);
    [[nodiscard]] core::EnforcementFilter read() const;

    core::Clock& m_clock;
    FilterDelays m_delays;
    core::EnforcementFilter m_applied;
    std::unique_ptr<core::Timer> m_pending;
    bool m_tagsOffered = false;
    StatusPicker* m_status;
    StatusTally* m_tally;
    RefEdit* m_rule;
    RefEdit* m_trigger;
    EventEdit* m_event;
    QLineEdit* m_tag;
    ExpressionLine* m_expression;
    QToolButton* m_expert;
    WindowPicker* m_window;
    QToolButton* m_clear;
    QToolButton* m_views;
    HintLine* m_hint;
    std::vector<std::pair<QAction*, QString>> m_icons; ///< and the names of their drawings
};

} // namespace attune::widgets
