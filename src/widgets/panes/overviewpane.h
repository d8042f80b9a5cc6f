// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/column.h"
#include "attune/core/enforcement.h"

#include <QScrollArea>

class QAction;
class QGridLayout;

namespace attune::widgets {

class ValueField;

/// What an enforcement is, line by line, every value to be selected and copied.
class OverviewPane : public QScrollArea {
    Q_OBJECT
public:
    explicit OverviewPane(QWidget* parent = nullptr);

    /// Buttons behind the values they open.
    void setActions(QAction* openRule, QAction* openTrigger, QAction* openEvent);
    void showRow(const core::EnforcementRow& row, const QString& traceTag, const core::Vocabulary& vocabulary,
                 core::TimeStyle style, core::UtcMicros now);
    /// Only what changes with time.
    void showTook(const core::EnforcementRow& row, core::UtcMicros now);

private:
    ValueField* addLine(const QString& name);
    void addButton(ValueField* line, QAction* action);

    QGridLayout* m_grid;
    ValueField* m_rule;
    ValueField* m_trigger;
    ValueField* m_event;
    ValueField* m_status;
    ValueField* m_condition;
    ValueField* m_created;
    ValueField* m_resolved;
    ValueField* m_took;
    ValueField* m_traceTag;
};

/// Date, time to the millisecond and zone, in local time or UTC; a dash when unknown or null.
[[nodiscard]] QString preciseTime(core::UtcMicros time, core::TimeStyle style);
/// "took 564 ms", "open for 3 s", or nothing when unknown.
[[nodiscard]] QString rowAge(const core::EnforcementRow& row, core::UtcMicros now);

} // namespace attune::widgets
