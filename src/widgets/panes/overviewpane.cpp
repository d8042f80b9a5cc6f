// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "panes/overviewpane.h"

#include "detail/valuefield.h"

#include "attune/core/displaytext.h"

#include <QAction>
#include <QCoreApplication>
#include <QDateTime>
#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

namespace attune::widgets {

namespace {

QString idText(core::Id id) {
    if (id > 0)
        return u'#' + QString::number(id);
    return id == core::NullId ? QCoreApplication::translate("OverviewPane", "none, or hidden from you") : QString();
}

} // namespace

OverviewPane::OverviewPane(QWidget* parent) : QScrollArea(parent) {
    auto* page = new QWidget(this);
    m_grid = new QGridLayout(page);
    m_grid->setContentsMargins(16, 12, 16, 12);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnStretch(1, 1);
    m_rule = addLine(tr("Rule"));
    m_trigger = addLine(tr("Trigger"));
    m_event = addLine(tr("Event"));
    m_status = addLine(tr("Status"));
    m_condition = addLine(tr("Condition"));
    m_condition->setToolTip(tr("How the conditions of the rule combine, not whether they held"));
    m_created = addLine(tr("Created"));
    m_resolved = addLine(tr("Resolved"));
    m_took = addLine(tr("Took"));
    m_traceTag = addLine(tr("Trace tag"));
    m_grid->setRowStretch(m_grid->rowCount(), 1);
    setWidget(page);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Overview"));
}

ValueField* OverviewPane::addLine(const QString& name) {
    const int line = m_grid->rowCount();
    auto* label = new QLabel(name, widget() == nullptr ? m_grid->parentWidget() : widget());
    label->setForegroundRole(QPalette::PlaceholderText);
    auto* value = new ValueField(m_grid->parentWidget());
    value->setAccessibleName(name);
    label->setBuddy(value);
    m_grid->addWidget(label, line, 0);
    m_grid->addWidget(value, line, 1);
    return value;
}

void OverviewPane::addButton(ValueField* line, QAction* action) {
    int row = 0;
    int column = 0;
    int rowSpan = 0;
    int columnSpan = 0;
    m_grid->getItemPosition(m_grid->indexOf(line), &row, &column, &rowSpan, &columnSpan);
    auto* button = new QToolButton(m_grid->parentWidget());
    button->setDefaultAction(action);
    button->setFocusPolicy(Qt::TabFocus);
    m_grid->addWidget(button, row, 2);
    setTabOrder(line, button);
}

void OverviewPane::setActions(QAction* openRule, QAction* openTrigger, QAction* openEvent) {
    addButton(m_rule, openRule);
    addButton(m_trigger, openTrigger);
    addButton(m_event, openEvent);
}

void OverviewPane::showRow(const core::EnforcementRow& row, const QString& traceTag, const core::Vocabulary& vocabulary,
                           core::TimeStyle style, core::UtcMicros now) {
    m_rule->setValue(vocabulary.refs.text(row.ruleRef));
    m_trigger->setValue(vocabulary.refs.text(row.triggerRef));
    m_event->setValue(idText(row.event));
    m_status->setValue(vocabulary.statuses.text(row.status));
    m_condition->setValue(vocabulary.conditions.text(row.condition));
    m_created->setValue(preciseTime(row.created, style));
    m_created->setToolTip(core::toolTipText(core::instantToolTip(row.created)));
    m_resolved->setValue(row.resolvedAt == core::NullTime ? tr("not yet") : preciseTime(row.resolvedAt, style));
    m_resolved->setToolTip(core::toolTipText(core::instantToolTip(row.resolvedAt)));
    m_traceTag->setValue(traceTag);
    showTook(row, now);
}

void OverviewPane::showTook(const core::EnforcementRow& row, core::UtcMicros now) {
    const auto span = core::took(row, now);
    m_took->setValue(!span                              ? QString()
                     : row.resolvedAt == core::NullTime ? tr("%1 so far").arg(core::ageText(*span))
                                                        : core::durationText(*span));
}

QString preciseTime(core::UtcMicros time, core::TimeStyle style) {
    if (!core::isInstant(time))
        return {};
    QDateTime moment = QDateTime::fromMSecsSinceEpoch(time / 1000, Qt::UTC);
    if (style != core::TimeStyle::Utc)
        moment = moment.toLocalTime();
    return moment.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz t"));
}

QString rowAge(const core::EnforcementRow& row, core::UtcMicros now) {
    const auto span = core::took(row, now);
    if (!span)
        return {};
    return core::isInstant(row.resolvedAt)
               ? QCoreApplication::translate("OverviewPane", "took %1").arg(core::durationText(*span))
               : QCoreApplication::translate("OverviewPane", "open for %1").arg(core::ageText(*span));
}

} // namespace attune::widgets
