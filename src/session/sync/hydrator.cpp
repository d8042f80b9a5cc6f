// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/hydrator.h"

#include "attune/core/decoderest.h"

#include <QPointer>

namespace attune::session {

Hydrator::Hydrator(Requester& requester, ReadSink& sink, core::Vocabulary& vocabulary, core::Clock& clock,
                   core::Random& random, QObject* parent)
    : QObject(parent)
    , m_requester(requester)
    , m_sink(sink)
    , m_vocabulary(vocabulary)
    , m_clock(clock)
    , m_random(random) {}

void Hydrator::reset() {
    ++m_epoch;
    m_running = 0;
    m_retries.clear();
    m_queue.clear();
    m_spare.clear();
    m_onlySpared.clear();
    m_wanted.clear();
    m_forbidden.clear();
}

void Hydrator::request(const std::vector<core::Id>& ids, Wish wish) {
    for (const core::Id id : ids) {
        if (isForbidden(id)) {
            Q_EMIT settled({.id = id}, Outcome::Forbidden);
        } else if (wish == Wish::Spare) {
            if (m_wanted.insert(id).second && m_onlySpared.insert(id).second)
                enqueue(m_spare, id);
        } else if (m_wanted.insert(id).second) {
            enqueue(m_queue, id);
        } else if (m_onlySpared.erase(id) > 0) {
            std::erase(m_spare, id);
            enqueue(m_queue, id);
        }
    }
    pump();
}

void Hydrator::enqueue(std::deque<core::Id>& queue, core::Id id) {
    queue.push_back(id);
    if (queue.size() <= MaxQueued)
        return;
    // The oldest wish is the one least looked at; the periodic walks find what it would have found.
    const core::Id oldest = queue.front();
    queue.pop_front();
    m_wanted.erase(oldest);
    m_onlySpared.erase(oldest);
    Q_EMIT settled({.id = oldest}, Outcome::Dropped);
}

core::Id Hydrator::takeNext() {
    if (!m_queue.empty()) {
        const core::Id id = m_queue.back();
        m_queue.pop_back();
        return id;
    }
    const core::Id id = m_spare.front();
    m_spare.pop_front();
    m_onlySpared.erase(id);
    return id;
}

bool Hydrator::isForbidden(core::Id id) {
    const auto refused = m_forbidden.find(id);
    if (refused == m_forbidden.end())
        return false;
    if (m_clock.steady() < refused->second)
        return true;
    m_forbidden.erase(refused);
    return false;
}

void Hydrator::pump() {
    while (m_running < MaxConcurrent && !(m_queue.empty() && m_spare.empty())) {
        const Wish wish = m_queue.empty() ? Wish::Spare : Wish::Needed;
        ++m_running;
        ask(takeNext(), wish);
    }
}

void Hydrator::ask(core::Id id, Wish wish) {
    m_requester.get<core::EnforcementDetail>(
        QStringLiteral("/api/v1/enforcements/%1").arg(id), {}, Urgency::Row,
        [vocabulary = &m_vocabulary](const QByteArray& body) {
            return core::decodeEnforcementDetail(body, *vocabulary);
        },
        [self = QPointer(this), id, wish, epoch = m_epoch](ServiceResult<core::EnforcementDetail> detail) {
            if (self && self->m_epoch == epoch)
                self->onDetail(id, wish, std::move(detail));
        });
}

bool Hydrator::triesAgain(core::Id id, const ServiceError& error) {
    constexpr int FirstServerError = 500;
    if (error.kind != ServiceError::Kind::Unreachable && error.httpStatus < FirstServerError)
        return false;
    Retry& retry = m_retries.try_emplace(id, Retry{core::Backoff(m_random, RetryCap), nullptr}).first->second;
    if (retry.backoff.attempt() >= MaxRetries)
        return false;
    retry.timer = m_clock.after(retry.backoff.next(), [this, id] { ask(id, Wish::Needed); });
    return true;
}

Hydrator::Outcome Hydrator::judge(core::Id id, const ServiceResult<core::EnforcementDetail>& detail) {
    if (detail) {
        m_sink.push({detail->update}, m_requester.askedAt());
        return Outcome::Read;
    }
    if (detail.error().kind == ServiceError::Kind::NotFound) {
        m_sink.pushRemoved(id, m_clock.steady());
        return Outcome::Gone;
    }
    if (detail.error().kind != ServiceError::Kind::Forbidden)
        return Outcome::Failed;
    if (m_forbidden.size() >= MaxForbidden)
        m_forbidden.clear();
    m_forbidden[id] = m_clock.steady() + ForbiddenFor;
    return Outcome::Forbidden;
}

void Hydrator::onDetail(core::Id id, Wish wish, ServiceResult<core::EnforcementDetail> detail) {
    if (!detail && wish == Wish::Needed && triesAgain(id, detail.error()))
        return;
    --m_running;
    m_retries.erase(id);
    m_wanted.erase(id);
    const Outcome outcome = judge(id, detail);
    const auto epoch = m_epoch;
    Q_EMIT settled(detail ? detail->update.row : core::EnforcementRow{.id = id}, outcome);
    if (epoch == m_epoch)
        pump();
}

} // namespace attune::session
