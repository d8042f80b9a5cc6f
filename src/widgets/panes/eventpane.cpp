// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "panes/eventpane.h"

#include "detail/problemsentence.h"
#include "detail/valuefield.h"
#include "dialogs/noticebar.h"
#include "panes/jsonpane.h"
#include "panes/overviewpane.h"

#include "attune/core/displaytext.h"

#include <QFormLayout>
#include <QVBoxLayout>

namespace attune::widgets {

EventPane::EventPane(session::DetailService& service, QWidget* parent)
    : QWidget(parent)
    , m_service(service)
    , m_notice(new NoticeBar(this))
    , m_source(new ValueField(this))
    , m_created(new ValueField(this))
    , m_traceTag(new ValueField(this))
    , m_payload(new JsonPane(tr("Payload of the event"), this)) {
    auto* form = new QFormLayout;
    form->setContentsMargins(16, 12, 16, 4);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->addRow(tr("Source"), m_source);
    form->addRow(tr("Created"), m_created);
    form->addRow(tr("Trace tag"), m_traceTag);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addLayout(form);
    layout->addWidget(m_payload, 1);
    connect(m_notice, &NoticeBar::actionTriggered, this, &EventPane::load);
    reload();
}

void EventPane::setEvent(core::Id id) {
    if (id == m_event)
        return;
    m_event = id;
    m_raw.clear();
    m_createdAt = core::UnknownTime;
    m_source->setValue({});
    m_created->setValue({});
    m_traceTag->setValue({});
    reload();
}

void EventPane::setTimeStyle(core::TimeStyle style) {
    m_timeStyle = style;
    m_created->setValue(preciseTime(m_createdAt, m_timeStyle));
}

void EventPane::reload() {
    m_wanted = true;
    if (isVisible())
        load();
}

void EventPane::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_wanted)
        load();
}

void EventPane::load() {
    m_wanted = false;
    m_notice->clear();
    const int load = ++m_loads;
    if (m_event <= 0) {
        m_payload->setMessage(m_event == core::NullId ? tr("There is no event, or it is hidden from you.")
                                                      : tr("It is not known yet which event this was."));
        return;
    }
    if (m_raw.isEmpty())
        m_payload->setMessage(tr("Reading event #%1…").arg(m_event));
    m_service.fetchEvent(m_event, this, [this, load](const session::ServiceResult<core::EventDetail>& result) {
        if (load != m_loads)
            return;
        if (result)
            showDetail(*result);
        else
            showProblem(result.error());
    });
}

void EventPane::showDetail(const core::EventDetail& detail) {
    if (detail.raw == m_raw)
        return;
    m_raw = detail.raw;
    m_source->setValue(detail.sourceRef);
    m_createdAt = detail.created;
    m_created->setValue(preciseTime(m_createdAt, m_timeStyle));
    m_created->setToolTip(core::toolTipText(core::instantToolTip(detail.created)));
    m_traceTag->setValue(detail.traceTag);
    m_payload->setDocument(detail.payload, tr("The event carried no payload."));
}

void EventPane::showProblem(const session::ServiceError& error) {
    Problem problem = loadProblem(error, tr("event #%1").arg(m_event));
    if (error.kind == session::ServiceError::Kind::NotFound)
        problem.sentence = tr("Event #%1 has been purged. Events are kept for a time of their own, often shorter than "
                              "that of enforcements.")
                               .arg(m_event);
    if (m_raw.isEmpty())
        m_payload->setMessage(problem.sentence);
    if (!m_raw.isEmpty() || problem.remedy == Remedy::Retry)
        m_notice->showNotice(Tone::Warning, problem.sentence,
                             problem.remedy == Remedy::Retry ? tr("Re&try") : QString());
}

} // namespace attune::widgets
