// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
// The part of EnforcementWindow that learns: from the server's detail and from live changes.
#include "detail/detailactions.h"
#include "detail/problemsentence.h"
#include "dialogs/noticebar.h"
#include "panes/executionspane.h"
#include "panes/jsonpane.h"
#include "panes/rawpane.h"

#include "attune/core/displaytext.h"
#include "attune/core/merge.h"
#include "attune/widgets/enforcementwindow.h"

#include <utility>

namespace attune::widgets {

void EnforcementWindow::load() {
    const int load = ++m_loads;
    m_context.service.fetchEnforcement(m_row.id, this,
                                       [this, load](const session::ServiceResult<core::EnforcementDetail>& result) {
                                           if (load == m_loads)
                                               onDetail(result);
                                       });
}

void EnforcementWindow::onDetail(const session::ServiceResult<core::EnforcementDetail>& result) {
    if (result) {
        if (std::exchange(m_problemShown, false))
            m_notice->clear();
        showDetail(*result);
        return;
    }
    const Problem problem = loadProblem(result.error(), tr("enforcement #%1").arg(m_row.id));
    if (m_shownRaw.isEmpty()) {
        for (JsonPane* pane : {m_payload, m_conditions, m_config})
            pane->setMessage(problem.sentence);
    }
    if (result.error().kind == session::ServiceError::Kind::NotFound) {
        onRowGone();
        core::EnforcementBatch batch;
        batch.removed.push_back(m_row.id);
        Q_EMIT learned(batch);
        return;
    }
    m_remedy = problem.remedy;
    m_problemShown = true;
    const QString action = m_remedy == Remedy::Retry    ? tr("Re&try")
                           : m_remedy == Remedy::SignIn ? tr("&Sign in…")
                                                        : QString();
    m_notice->showNotice(Tone::Warning, problem.sentence, action);
}

void EnforcementWindow::onNoticeAction() {
    if (m_remedy == Remedy::SignIn)
        Q_EMIT signInRequested();
    else
        load();
}

void EnforcementWindow::showDetail(const core::EnforcementDetail& detail) {
    join(detail.update.row, core::Origin::Detail);
    if (!detail.update.traceTag.empty())
        m_traceTag = core::exactText(detail.update.traceTag);
    showRow();
    if (detail.raw != m_shownRaw) {
        m_shownRaw = detail.raw;
        m_payload->setDocument(detail.payload, tr("The event carried no payload."));
        m_conditions->setDocument(detail.conditions,
                                  tr("The rule has no conditions: every event of its trigger matches."));
        m_config->setDocument(detail.config, tr("The action gets no parameters."));
        m_raw->setJson(detail.raw, QStringLiteral("enforcement-%1.json").arg(m_row.id));
        m_actions->setRaw(detail.raw);
    }
    core::EnforcementBatch batch;
    batch.updates.push_back(detail.update);
    Q_EMIT learned(batch);
}

void EnforcementWindow::join(const core::EnforcementRow& row, core::Origin origin) {
    core::EnforcementRow joined = m_row;
    if (core::merge(joined, row).conflicts != core::Field::None && origin == core::Origin::Detail) {
        // The detail is the newest word: what it says stands, what it leaves out stays.
        core::EnforcementRow newest = row;
        core::merge(newest, m_row);
        joined = newest;
    }
    m_row = joined;
}

void EnforcementWindow::onRowChanged(const core::EnforcementRow& row) {
    if (row.id != m_row.id)
        return;
    const core::EnforcementRow before = m_row;
    join(row, core::Origin::Notification);
    if (m_row == before)
        return;
    const bool resolved = m_row.status != before.status;
    showRow();
    if (!resolved || m_gone)
        return;
    load(); // the text of the detail says the old status
    m_executions->reload();
}

void EnforcementWindow::onExecutionsChanged(const std::vector<core::ExecutionUpdate>& updates) {
    m_executions->apply(updates);
    if (m_tick == nullptr)
        tick();
}

void EnforcementWindow::onRowGone() {
    m_gone = true;
    m_notice->showNotice(
        Tone::Warning,
        tr("Enforcement #%1 has been deleted from the server. This is what was known of it.").arg(m_row.id));
}

} // namespace attune::widgets
