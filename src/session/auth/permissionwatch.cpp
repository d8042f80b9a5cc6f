// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "auth/permissionwatch.h"

#include "attune/core/decoderest.h"

#include <QPointer>

#include <utility>

namespace attune::session {

PermissionWatch::PermissionWatch(Requester& requester, core::Clock& clock, QObject* parent)
    : QObject(parent), m_requester(requester), m_clock(clock) {}

void PermissionWatch::start() {
    stop();
    m_isRunning = true;
    check();
}

void PermissionWatch::stop() {
    ++m_epoch;
    m_isRunning = m_isAsking = m_isPaused = false;
    m_timer.reset();
    m_permissions.clear();
}

void PermissionWatch::pause() {
    m_isPaused = true;
    m_timer.reset();
}

void PermissionWatch::resume() {
    if (std::exchange(m_isPaused, false))
        check();
}

void PermissionWatch::check() {
    if (!m_isRunning || m_isPaused || std::exchange(m_isAsking, true))
        return;
    m_timer.reset();
    m_requester.get<core::Identity>(
        QStringLiteral("/auth/me"), {}, Urgency::List, core::decodeIdentity,
        [self = QPointer(this), epoch = m_epoch](const ServiceResult<core::Identity>& identity) {
            if (self && self->m_epoch == epoch)
                self->onAnswer(identity);
        });
}

void PermissionWatch::onAnswer(const ServiceResult<core::Identity>& identity) {
    m_isAsking = false;
    if (!m_isPaused)
        m_timer = m_clock.after(identity ? Period : RetryPeriod, [this] { check(); });
    if (identity)
        compare(identity->permissionsHash);
    else if (identity.error().kind == ServiceError::Kind::Forbidden)
        Q_EMIT accountRefused(identity.error().message);
}

/// A server that does not tell them has changed nothing.
void PermissionWatch::compare(const QByteArray& permissions) {
    if (permissions.isEmpty())
        return;
    const QByteArray before = std::exchange(m_permissions, permissions);
    if (!before.isEmpty() && before != permissions)
        Q_EMIT changed();
}

} // namespace attune::session
