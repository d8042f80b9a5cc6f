// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/hydrator.h"

#include "attune/core/decoderest.h"

#include <QPointer>

namespace attune::session {

Hydrator::Hydrator(Requester& requester, core::UpdateQueue& sink, core::Vocabulary& vocabulary, core::Clock& clock,
                   QObject* parent)
    : QObject(parent), m_requester(requester), m_sink(sink), m_vocabulary(vocabulary), m_clock(clock) {}

void Hydrator::reset() {
    ++m_epoch;
    m_running = 0;
    m_queue.clear();
    m_wanted.clear();
    m_forbidden.clear();
}

void Hydrator::request(const std::vector<core::Id>& ids) {
    const auto now = m_clock.steady();
    for (const core::Id id : ids) {
        if (const auto refused = m_forbidden.find(id); refused != m_forbidden.end() && now < refused->second)
            continue;
        if (!m_wanted.insert(id).second)
            continue;
        m_queue.push_back(id);
        if (m_queue.size() > MaxQueued) {
            // The oldest wish is the one least looked at; the periodic walks find what it would have found.
            m_wanted.erase(m_queue.front());
            m_queue.pop_front();
        }
    }
    pump();
}

void Hydrator::pump() {
    while (m_running < MaxConcurrent && !m_queue.empty()) {
        const core::Id id = m_queue.back();
        m_queue.pop_back();
        ++m_running;
        m_requester.get<core::EnforcementDetail>(
            QStringLiteral("/api/v1/enforcements/%1").arg(id), {}, Urgency::Background,
            [vocabulary = &m_vocabulary](const QByteArray& body) {
                return core::decodeEnforcementDetail(body, *vocabulary);
            },
            [self = QPointer(this), id, epoch = m_epoch](ServiceResult<core::EnforcementDetail> detail) {
                if (self && self->m_epoch == epoch)
                    self->onDetail(id, std::move(detail));
            });
    }
}

void Hydrator::onDetail(core::Id id, ServiceResult<core::EnforcementDetail> detail) {
    --m_running;
    m_wanted.erase(id);
    if (detail) {
        m_sink.push(detail->update);
    } else if (detail.error().kind == ServiceError::Kind::NotFound) {
        m_sink.pushRemoved(id);
        Q_EMIT removedFound(id);
    } else if (detail.error().kind == ServiceError::Kind::Forbidden) {
        m_forbidden[id] = m_clock.steady() + ForbiddenFor;
    }
    pump();
}

} // namespace attune::session
