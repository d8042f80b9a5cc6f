// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/walkrunner.h"

#include "attune/core/backoff.h"
#include "attune/core/decoderest.h"

#include <QPointer>

namespace attune::session {

WalkRunner::WalkRunner(Requester& requester, core::Vocabulary& vocabulary, core::Clock& clock, core::Random& random,
                       Plan plan, QObject* parent)
    : QObject(parent)
    , m_requester(requester)
    , m_vocabulary(vocabulary)
    , m_clock(clock)
    , m_random(random)
    , m_plan(std::move(plan))
    , m_walk(m_plan.goal) {}

void WalkRunner::start() { readNext(); }

void WalkRunner::readNext() {
    const VerifiedWalk::Request next = m_walk.request();
    QUrlQuery query = m_plan.filter;
    query.addQueryItem(QStringLiteral("page"), QString::number(next.page));
    query.addQueryItem(QStringLiteral("per_page"), QString::number(next.perPage));
    const bool urgent = m_plan.firstPageIsUrgent && m_walk.seen().empty();
    m_requester.get<core::EnforcementPage>(
        QStringLiteral("/api/v1/enforcements"), query, urgent ? Urgency::Foreground : Urgency::Background,
        [vocabulary = &m_vocabulary](const QByteArray& body) { return core::decodeEnforcementPage(body, *vocabulary); },
        [self = QPointer(this)](ServiceResult<core::EnforcementPage> page) {
            if (self)
                self->onPage(std::move(page));
        });
}

void WalkRunner::onPage(ServiceResult<core::EnforcementPage> page) {
    if (!page) {
        const auto kind = page.error().kind;
        const bool hopeless = kind == ServiceError::Kind::SignedOut || kind == ServiceError::Kind::Forbidden;
        if (hopeless || m_retries >= MaxRetries) {
            Q_EMIT abandoned(page.error().message);
            return;
        }
        core::Backoff backoff(m_random);
        for (int i = 0; i < m_retries; ++i)
            [[maybe_unused]] const auto skipped = backoff.next();
        ++m_retries;
        m_retryTimer = m_clock.after(backoff.next(), [this] { readNext(); });
        return;
    }
    m_retries = 0;
    const VerifiedWalk::State state = m_walk.feed(*page);
    const QPointer<WalkRunner> self(this);
    Q_EMIT pageRead(*page);
    if (!self)
        return;
    switch (state) {
    case VerifiedWalk::State::Reading:
        readNext();
        break;
    case VerifiedWalk::State::Complete:
        Q_EMIT completed();
        break;
    case VerifiedWalk::State::Abandoned:
        Q_EMIT abandoned(tr("the list moved faster than it could be read"));
        break;
    }
}

} // namespace attune::session
