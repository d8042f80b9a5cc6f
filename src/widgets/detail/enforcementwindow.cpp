// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/widgets/enforcementwindow.h"

#include "detail/detailactions.h"
#include "detail/detailheader.h"
#include "dialogs/noticebar.h"
#include "panes/eventpane.h"
#include "panes/executionspane.h"
#include "panes/jsonpane.h"
#include "panes/overviewpane.h"
#include "panes/rawpane.h"

#include "attune/core/displaytext.h"
#include "attune/core/merge.h"
#include "attune/session/settings.h"
#include "attune/widgets/badge.h"

#include <QAction>
#include <QCloseEvent>
#include <QTabWidget>
#include <QVBoxLayout>

namespace attune::widgets {

namespace {

constexpr std::chrono::milliseconds TickInterval{1000};
constexpr QSize FirstSize{760, 560};

core::TimeStyle timeStyle(const session::Settings& settings) {
    // Ages would hide what this window is opened for: relative times are shown as local ones.
    return settings.text(session::Setting::TimeStyle) == u"utc" ? core::TimeStyle::Utc : core::TimeStyle::Local;
}

} // namespace

EnforcementWindow::EnforcementWindow(const EnforcementSubject& subject, const DetailContext& context, QWidget* parent)
    : QMainWindow(parent, Qt::Window), m_context(context) {
    setAttribute(Qt::WA_DeleteOnClose);
    createPanes();
    connectPanes();
    if (!restoreGeometry(context.settings.bytes(session::Setting::DetailGeometry)))
        resize(FirstSize);
    context.service.watchExecutions(this);
    applyTimeStyle();
    setSubject(subject);
}

EnforcementWindow::~EnforcementWindow() = default;

void EnforcementWindow::createPanes() {
    m_header = new DetailHeader(this);
    m_notice = new NoticeBar(this);
    m_tabs = new QTabWidget(this);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Parts of the enforcement"));
    m_overview = new OverviewPane(m_tabs);
    m_payload = new JsonPane(tr("Payload"), m_tabs);
    m_conditions = new JsonPane(tr("Conditions"), m_tabs);
    m_config = new JsonPane(tr("Configuration"), m_tabs);
    m_executions = new ExecutionsPane(m_context, m_tabs);
    m_event = new EventPane(m_context.service, m_tabs);
    m_raw = new RawPane(m_context.dialogs, m_tabs);
    m_tabs->addTab(m_overview, tr("Overview"));
    m_tabs->addTab(m_payload, tr("Payload"));
    m_tabs->addTab(m_conditions, tr("Conditions"));
    m_tabs->addTab(m_config, tr("Configuration"));
    m_tabs->addTab(m_executions, tr("Executions"));
    m_tabs->addTab(m_event, tr("Event"));
    m_tabs->addTab(m_raw, tr("Raw"));

    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_notice);
    layout->addWidget(m_tabs, 1);
    setCentralWidget(page);
}

void EnforcementWindow::connectPanes() {
    m_actions = new DetailActions(m_context, *this);
    m_actions->addToExecutionMenu(m_executions->showResultAction());
    m_actions->addToExecutionMenu(m_executions->cancelAction());
    m_overview->setActions(m_actions->openRule(), m_actions->openTrigger(), m_actions->openEvent());
    for (QAction* action : {m_actions->copyId(), m_actions->previous(), m_actions->next()})
        m_header->addButton(action);
    const auto say = [this](Tone tone, const QString& sentence) { m_notice->showNotice(tone, sentence); };
    connect(m_actions, &DetailActions::noticed, m_notice, say);
    connect(m_executions, &ExecutionsPane::noticed, m_notice, say);
    connect(m_executions, &ExecutionsPane::countChanged, this, [this](int count) {
        m_tabs->setTabText(m_tabs->indexOf(m_executions),
                           count > 0 ? tr("Executions (%1)").arg(count) : tr("Executions"));
    });
    connect(m_notice, &NoticeBar::actionTriggered, this, &EnforcementWindow::onNoticeAction);
    connect(m_actions->reload(), &QAction::triggered, this, [this] {
        load();
        m_executions->reload();
        m_event->reload();
    });
    connect(&m_context.settings, &session::Settings::changed, this, [this](session::Setting setting) {
        if (setting != session::Setting::TimeStyle)
            return;
        applyTimeStyle();
        showRow();
    });
    connect(m_actions->previous(), &QAction::triggered, this, [this] { Q_EMIT previousRequested(m_row.id); });
    connect(m_actions->next(), &QAction::triggered, this, [this] { Q_EMIT nextRequested(m_row.id); });
}

void EnforcementWindow::setSubject(const EnforcementSubject& subject) {
    m_row = subject.row;
    m_traceTag = subject.traceTag;
    m_shownRaw.clear();
    m_gone = false;
    m_notice->clear();
    for (JsonPane* pane : {m_payload, m_conditions, m_config})
        pane->setMessage(tr("Reading enforcement #%1…").arg(m_row.id));
    m_raw->setJson({}, {});
    m_actions->setRaw({});
    showRow();
    load();
    m_executions->setEnforcement(m_row.id);
}

void EnforcementWindow::applyTimeStyle() {
    m_executions->setTimeStyle(timeStyle(m_context.settings));
    m_event->setTimeStyle(timeStyle(m_context.settings));
}

void EnforcementWindow::say(const QString& sentence) { m_notice->showNotice(Tone::Neutral, sentence); }

void EnforcementWindow::showRow() {
    if (m_traceTag.isEmpty() && m_row.traceTag == core::TraceTag::Derived)
        m_traceTag = m_context.vocabulary.refs.text(m_row.triggerRef) + u'.' + QString::number(m_row.event);
    const core::UtcMicros now = m_context.clock.now();
    const QString& rule = m_context.vocabulary.refs.text(m_row.ruleRef);
    const QString title = tr("#%1  %2", "number, rule").arg(QString::number(m_row.id), rule);
    setWindowTitle(core::titleText(title));
    m_header->setTitle(title);
    m_header->setStatus(statusBadge(m_row.status, m_context.vocabulary.statuses.text(m_row.status)));
    m_overview->showRow(m_row, m_traceTag, m_context.vocabulary, timeStyle(m_context.settings), now);
    m_actions->setSubject(m_row, m_traceTag);
    m_event->setEvent(m_row.event);
    tick();
}

void EnforcementWindow::tick() {
    const core::UtcMicros now = m_context.clock.now();
    m_header->setAge(rowAge(m_row, now));
    m_overview->showTook(m_row, now);
    m_executions->tick(now);
    const bool ages = !core::Status::isFinal(m_row.status) || m_executions->hasRunning();
    m_tick = ages && !m_gone ? m_context.clock.after(TickInterval, [this] { tick(); }) : nullptr;
}

void EnforcementWindow::closeEvent(QCloseEvent* event) {
    m_context.settings.set(session::Setting::DetailGeometry, saveGeometry());
    QMainWindow::closeEvent(event);
}

} // namespace attune::widgets
