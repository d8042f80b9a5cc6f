// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/walkrunner.h"

#include "attune/core/decoderest.h"

#include <QPointer>

#include <utility>

namespace attune::session {

WalkRunner::WalkRunner(Requester& requester, core::Vocabulary& vocabulary, core::Clock& clock, core::Random& random,
                       Plan plan, QObject* parent)
    : QObject(parent)
    , m_requester(requester)
    , m_vocabulary(vocabulary)
    , m_clock(clock)
    , m_plan(std::move(plan))
    , m_walk(m_plan.begun ? *std::exchange(m_plan.begun, {}) : VerifiedWalk(m_plan.goal))
    , m_backoff(random, RetryCap)
    , m_stride(m_plan.pace, m_plan.goesOn) {}

void WalkRunner::start() {
    m_stride.noteAsked(m_clock.steady());
    readAfter(m_plan.goesOn ? m_stride.firstPause() : std::chrono::milliseconds(0));
}

void WalkRunner::setPace(const Pace& pace) {
    m_stride.setPace(pace);
    if (m_pauseTimer)
        readNext();
}

void WalkRunner::readAfter(std::chrono::milliseconds pause) {
    if (pause.count() == 0)
        return readNext();
    m_pauseTimer = m_clock.after(pause, [this] {
        if (m_stride.waitsOn(m_requester.lastMinute(), m_clock.steady()))
            readAfter(Stride::LookAgain);
        else
            readNext();
    });
}

void WalkRunner::stop() {
    if (std::exchange(m_ended, true))
        return;
    m_retryTimer.reset();
    m_pauseTimer.reset();
    deleteLater();
}

void WalkRunner::readNext() {
    m_pauseTimer.reset();
    m_stride.noteAsked(m_clock.steady());
    const VerifiedWalk::Request next = m_walk.request();
    QUrlQuery query = m_plan.filter;
    query.addQueryItem(QStringLiteral("page"), QString::number(next.page));
    query.addQueryItem(QStringLiteral("per_page"), QString::number(next.perPage));
    const bool urgent = m_plan.firstPageIsUrgent && m_walk.seen().empty() && m_backoff.attempt() == 0;
    m_requester.get<core::EnforcementPage>(
        QStringLiteral("/api/v1/enforcements"), query, urgent ? Urgency::Foreground : m_plan.urgency,
        [vocabulary = &m_vocabulary](const QByteArray& body) { return core::decodeEnforcementPage(body, *vocabulary); },
        [self = QPointer(this)](ServiceResult<core::EnforcementPage> page) {
            if (self && !self->m_ended)
                self->onPage(std::move(page));
        });
}

void WalkRunner::onPage(ServiceResult<core::EnforcementPage> page) {
    if (!page)
        return onFailure(page.error());
    m_backoff.reset();
    if (!std::exchange(m_hasBegun, true))
        Q_EMIT begun(m_requester.askedAt());
    const VerifiedWalk::State state = m_walk.feed(*page);
    if (!m_walk.isLocating())
        Q_EMIT pageRead(*page);
    if (m_ended)
        return;
    switch (state) {
    case VerifiedWalk::State::Reading:
        readAfter(m_stride.pause(m_walk));
        break;
    case VerifiedWalk::State::Complete:
        stop();
        Q_EMIT completed();
        break;
    case VerifiedWalk::State::Abandoned:
        abandon(tr("the list moved faster than it could be read"));
        break;
    }
}

void WalkRunner::onFailure(const ServiceError& error) {
    const bool hopeless = error.kind == ServiceError::Kind::SignedOut || error.kind == ServiceError::Kind::Forbidden;
    if (hopeless || m_backoff.attempt() >= MaxRetries)
        return abandon(error.message);
    m_retryTimer = m_clock.after(m_backoff.next(), [this] { readNext(); });
}

void WalkRunner::abandon(const QString& reason) {
    stop();
    Q_EMIT abandoned(reason);
}

} // namespace attune::session
