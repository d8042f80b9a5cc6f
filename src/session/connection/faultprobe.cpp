// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "connection/faultprobe.h"

#include "attune/core/decoderest.h"

#include <QPointer>

#include <utility>

namespace attune::session {

FaultProbe::FaultProbe(Requester& requester, TokenKeeper& tokens, core::Clock& clock, QObject* parent)
    : QObject(parent), m_requester(requester), m_tokens(tokens), m_clock(clock) {}

void FaultProbe::ask(bool handshakesFail) {
    if (std::exchange(m_isAsking, true))
        return;
    m_requester.get<core::Identity>(
        QStringLiteral("/auth/me"), {}, Urgency::Foreground, core::decodeIdentity,
        [self = QPointer(this), epoch = m_epoch,
         refused = handshakesFail ? m_tokens.bearer() : QByteArray()](const ServiceResult<core::Identity>& identity) {
            if (self && self->m_epoch == epoch)
                self->onIdentity(identity, refused);
        });
}

void FaultProbe::reset() {
    ++m_epoch;
    m_isAsking = false;
}

void FaultProbe::onIdentity(const ServiceResult<core::Identity>& identity, const QByteArray& refused) {
    m_isAsking = false;
    if (!identity) {
        if (identity.error().kind == ServiceError::Kind::Forbidden)
            Q_EMIT accountRefused(identity.error().message);
        return; // anything else: the server is at fault
    }
    const auto now = m_clock.steady();
    // A token that was renewed meanwhile has not been refused yet.
    if (refused == m_tokens.bearer() && now - m_lastForcedRefresh >= ForcedRefreshInterval) {
        m_lastForcedRefresh = now;
        m_tokens.refresh();
    }
    Q_EMIT accepted();
}

} // namespace attune::session
