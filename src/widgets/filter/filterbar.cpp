// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/widgets/filterbar.h"

#include "access/fieldbuttons.h"
#include "cells/cellterm.h"
#include "filter/eventedit.h"
#include "filter/expressionline.h"
#include "filter/hintline.h"
#include "filter/refedit.h"
#include "filter/statuspicker.h"
#include "filter/statustally.h"
#include "filter/windowpicker.h"
#include "layout/wrappingline.h"

#include "attune/core/expression/expressioncompletion.h"
#include "attune/widgets/theme.h"
#include "attune/widgets/themedicon.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace attune::widgets {

namespace {

constexpr int RoomBesideText = 62; // in a field with an icon before its text and one behind it

} // namespace

FilterBar::FilterBar(models::StatusFilterModel& statuses, models::RefCompletionModel& rules,
                     models::RefCompletionModel& triggers, core::Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_status(new StatusPicker(statuses, clock))
    , m_tally(new StatusTally(statuses, clock))
    , m_rule(new RefEdit(rules))
    , m_trigger(new RefEdit(triggers))
    , m_event(new EventEdit)
    , m_tag(new QLineEdit)
    , m_expression(new ExpressionLine(statuses, rules, triggers))
    , m_expert(new QToolButton)
    , m_window(new WindowPicker(clock))
    , m_clear(new QToolButton)
    , m_views(new QToolButton)
    , m_hint(new HintLine) {
    build();
    describeFields();
    connectFields();
    refreshLook();
}

FilterBar::~FilterBar() = default;

void FilterBar::build() {
    m_clear->setText(tr("Clear"));
    m_clear->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_clear->setAutoRaise(true);
    m_clear->setFocusPolicy(Qt::TabFocus);
    m_clear->setEnabled(false);
    m_views->setText(tr("Views"));
    m_views->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_views->setAutoRaise(true);
    m_views->setFocusPolicy(Qt::TabFocus);
    m_views->setPopupMode(QToolButton::InstantPopup);
    m_views->hide();
    m_expert->setCheckable(true);
    m_expert->setAutoRaise(true);
    m_expert->setFocusPolicy(Qt::TabFocus);
    m_expression->hide();
    for (RefEdit* edit : {m_rule, m_trigger}) {
        m_icons.emplace_back(edit->addAction(QIcon(), QLineEdit::LeadingPosition),
                             edit == m_rule ? QStringLiteral("rule") : QStringLiteral("bolt"));
        edit->setMinimumWidth(110);
    }
    m_icons.emplace_back(m_event->addAction(QIcon(), QLineEdit::LeadingPosition), QStringLiteral("event"));
    m_event->setFixedWidth(m_event->fontMetrics().averageCharWidth() * 14 + 48);

    m_icons.emplace_back(m_tag->addAction(QIcon(), QLineEdit::LeadingPosition), QStringLiteral("tag"));
    m_tag->setClearButtonEnabled(true);
    m_tag->hide();

    auto* fields = new WrappingLine(8);
    fields->addField(m_status);
    fields->addField(m_rule, 3);
    fields->addField(m_trigger, 2);
    fields->addField(m_event);
    fields->addField(m_tag, 1);
    fields->addField(m_window);
    fields->addField(m_expert);
    fields->addField(m_clear);
    fields->addField(m_views);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(4);
    layout->addLayout(fields);
    layout->addWidget(m_expression);
    auto* line = new QHBoxLayout;
    line->setSpacing(24);
    line->addWidget(m_tally);
    line->addWidget(m_hint, 1);
    line->addStretch();
    layout->addLayout(line);
}

void FilterBar::describeFields() {
    const QString terms = tr("Part of the name; * and ? for patterns, = for an exact name, - to exclude");
    m_rule->setPlaceholderText(tr("Rule"));
    m_rule->setAccessibleName(tr("Rule"));
    m_rule->setToolTip(terms);
    m_trigger->setPlaceholderText(tr("Trigger"));
    m_trigger->setAccessibleName(tr("Trigger"));
    m_trigger->setToolTip(terms);
    m_event->setPlaceholderText(tr("Event ID"));
    m_event->setAccessibleName(tr("Event ID"));
    m_tag->setPlaceholderText(tr("Trace tag"));
    m_tag->setMinimumWidth(m_tag->fontMetrics().horizontalAdvance(m_tag->placeholderText()) + RoomBesideText);
    m_tag->setAccessibleName(tr("Trace tag"));
    m_tag->setToolTip(tr("The whole tag, letter by letter"));
    for (QLineEdit* field : std::initializer_list<QLineEdit*>{m_rule, m_trigger, m_event, m_tag})
        nameFieldButtons(*field);
    m_expert->setToolTip(tr("Filter by an expression (%1)")
                             .arg(QKeySequence(QStringLiteral("Ctrl+E")).toString(QKeySequence::NativeText)));
    m_expert->setAccessibleName(tr("Expression"));
    m_window->setAccessibleName(tr("Time window"));
    m_views->setToolTip(tr("Saved views"));
    m_views->setAccessibleName(tr("Saved views"));
    m_clear->setToolTip(tr("Clear all filters"));
    m_clear->setAccessibleName(tr("Clear all filters"));
}

void FilterBar::connectFields() {
    const auto typed = [this] { applyLater(m_delays.text); };
    const auto picked = [this] { applyLater(m_delays.selection); };
    for (RefEdit* edit : {m_rule, m_trigger}) {
        connect(edit, &QLineEdit::textEdited, this, typed);
        connect(edit, &RefEdit::committed, this, &FilterBar::applyNow);
    }
    connect(m_event, &QLineEdit::textEdited, this, typed);
    connect(m_event, &EventEdit::committed, this, &FilterBar::applyNow);
    connect(m_tag, &QLineEdit::textEdited, this, typed);
    connect(m_tag, &QLineEdit::returnPressed, this, &FilterBar::applyNow);
    connect(&m_expression->edit(), &QLineEdit::textEdited, this, typed);
    connect(&m_expression->edit(), &ExpressionEdit::committed, this, &FilterBar::applyNow);
    connect(m_expert, &QToolButton::toggled, this, &FilterBar::showExpression);
    connect(m_status, &StatusPicker::chosenChanged, this, picked);
    connect(m_tally, &StatusTally::statusClicked, this, &FilterBar::toggleOnly);
    connect(m_status, &StatusPicker::committed, this, &FilterBar::applyNow);
    connect(m_window, &WindowPicker::timeWindowChanged, this, picked);
    connect(m_window, &WindowPicker::committed, this, &FilterBar::applyNow);
    connect(m_clear, &QToolButton::clicked, this, &FilterBar::clear);
    connect(m_hint, &HintLine::actionTriggered, this, &FilterBar::hintActionTriggered);
}

void FilterBar::setCountSource(std::function<models::StatusCounts()> source) {
    m_status->setCountSource(source);
    m_tally->setCountSource(std::move(source));
}

void FilterBar::setFilter(const core::EnforcementFilter& filter) {
    if (filter.statuses != m_status->chosen())
        m_status->choose(filter.statuses);
    const auto showTerms = [](RefEdit* edit, const core::TermFilter& terms) {
        if (core::TermFilter::parse(edit->text()) != terms)
            edit->setText(terms.toString());
    };
    showTerms(m_rule, filter.rule);
    showTerms(m_trigger, filter.trigger);
    if (m_event->id() != filter.event || !m_event->isValid())
        m_event->setText(filter.event ? QString::number(*filter.event) : QString());
    if (m_tag->text().trimmed() != filter.traceTag)
        m_tag->setText(filter.traceTag);
    if (!m_expression->edit().isValid() || m_expression->edit().expression() != filter.expression)
        m_expression->edit().setText(filter.expression.toString());
    if (!filter.expression.isEmpty())
        openExpression();
    const TimeWindow window{.span = filter.window, .from = filter.from, .to = filter.to};
    if (window != m_window->timeWindow())
        m_window->setTimeWindow(window);
    applyNow();
}

void FilterBar::setTraceTagsOffered(bool offered) {
    if (std::exchange(m_tagsOffered, offered) != offered)
        updateTagField();
}

void FilterBar::setViewsMenu(QMenu& menu) {
    m_views->setMenu(&menu);
    m_views->show();
}

/// A field in use stays, whatever the server.
void FilterBar::updateTagField() { m_tag->setVisible(m_tagsOffered || !m_tag->text().isEmpty() || m_tag->hasFocus()); }

void FilterBar::focusRule() {
    m_rule->setFocus(Qt::ShortcutFocusReason);
    m_rule->selectAll();
}

void FilterBar::focusExpression() {
    m_expert->setChecked(true);
    m_expression->setFocus(Qt::ShortcutFocusReason);
}

/// Leaves the focus where it is.
void FilterBar::openExpression() {
    const QSignalBlocker quiet(m_expert);
    m_expert->setChecked(true);
    m_expression->show();
}

/// A line that nobody sees does not filter.
void FilterBar::showExpression(bool shown) {
    m_expression->setVisible(shown);
    if (shown)
        m_expression->setFocus(Qt::OtherFocusReason);
    else
        m_expression->edit().clear();
    applyNow();
}

void FilterBar::clear() { setFilter({}); }

bool FilterBar::canRestrict(core::Column column, const QString& value) { return !cellTerm(column, value).isEmpty(); }

void FilterBar::restrictTo(core::Column column, const QString& value) {
    if (value.isEmpty())
        addToExpression(cellTerm(column, value));
    else if (column == core::Column::Rule || column == core::Column::Trigger)
        (column == core::Column::Rule ? m_rule : m_trigger)->setText(u'=' + value);
    else if (column == core::Column::Status)
        m_status->choose({value});
    else if (column == core::Column::Event)
        m_event->setText(value);
    else if (column == core::Column::TraceTag)
        m_tag->setText(value);
    else
        addToExpression(cellTerm(column, value));
    applyNow();
}

void FilterBar::exclude(core::Column column, const QString& value) {
    if (!value.isEmpty() && (column == core::Column::Rule || column == core::Column::Trigger)) {
        RefEdit* edit = column == core::Column::Rule ? m_rule : m_trigger;
        edit->setText(QString(edit->text() + QStringLiteral(" -=") + value).trimmed());
    } else if (!value.isEmpty() && column == core::Column::Status) {
        m_status->exclude(value);
    } else {
        addToExpression(otherCellsTerm(column, value));
    }
    applyNow();
}

void FilterBar::toggleOnly(const QString& status) {
    const std::set<QString> only{status};
    m_status->choose(m_status->chosen() == only ? std::set<QString>() : only);
    applyNow();
}

void FilterBar::addToExpression(const QString& term) {
    if (term.isEmpty())
        return;
    const QString before = m_applied.expression.toString();
    // `and` binds tighter than `or`.
    const bool needsBrackets = before.contains(QStringLiteral(" or "));
    const QString left = needsBrackets ? QString(u'(' + before + u')') : before;
    const auto both = core::Expression::parse(left.isEmpty() ? term : QString(left + QStringLiteral(" and ") + term));
    if (!both)
        return;
    m_expression->edit().setText(both->toString());
    openExpression();
}

void FilterBar::setHint(const QString& text, const QString& action) { m_hint->setHint(text, action); }

void FilterBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Escape || event->modifiers() != Qt::NoModifier) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (!clearFocusedField())
        Q_EMIT escaped();
}

void FilterBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshLook();
}

bool FilterBar::clearFocusedField() {
    bool cleared = false;
    if (auto* edit = qobject_cast<QLineEdit*>(focusWidget()); edit && edit->hasFocus()) {
        cleared = !edit->text().isEmpty();
        edit->clear();
    } else if (m_status->hasFocus()) {
        cleared = !m_status->chosen().empty();
        m_status->choose({});
    } else if (m_window->hasFocus()) {
        cleared = !m_window->timeWindow().isAlways();
        m_window->setTimeWindow({});
    }
    if (cleared)
        applyNow();
    return cleared;
}

void FilterBar::applyLater(std::chrono::milliseconds delay) {
    m_pending = m_clock.after(delay, [this] { applyNow(); });
}

void FilterBar::applyNow() {
    m_pending.reset();
    core::EnforcementFilter next = read();
    m_clear->setEnabled(!next.isEmpty() || !m_event->isValid() || !m_expression->edit().isValid());
    updateTagField();
    if (next == m_applied)
        return;
    m_applied = std::move(next);
    Q_EMIT filterChanged(m_applied);
}

core::EnforcementFilter FilterBar::read() const {
    core::EnforcementFilter filter;
    filter.statuses = m_status->chosen();
    filter.rule = core::TermFilter::parse(m_rule->text());
    filter.trigger = core::TermFilter::parse(m_trigger->text());
    filter.event = m_event->id();
    filter.traceTag = m_tag->text().trimmed();
    // Half an expression leaves the whole one before it in force.
    filter.expression = m_expression->edit().isValid() ? m_expression->edit().expression() : m_applied.expression;
    filter.window = m_window->timeWindow().span;
    filter.from = m_window->timeWindow().from;
    filter.to = m_window->timeWindow().to;
    return filter;
}

void FilterBar::refreshLook() {
    for (const auto& [action, icon] : m_icons)
        action->setIcon(themedIcon(icon, Theme::of(palette()).secondaryText));
    m_expert->setIcon(themedIcon(QStringLiteral("filter"), palette()));
    m_clear->setIcon(themedIcon(QStringLiteral("clear"), palette()));
    m_views->setIcon(themedIcon(QStringLiteral("window"), palette()));
}

} // namespace attune::widgets
