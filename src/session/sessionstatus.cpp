// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sessionprivate.h"

#include <algorithm>

namespace attune::session {

using namespace std::chrono_literals;

ConnectionState Session::Private::currentState() const {
    using Phase = ConnectionMachine::Phase;
    if (!tokens.isSignedIn())
        return ConnectionState::SignedOut;
    switch (machine.phase()) {
    case Phase::Stopped:
    case Phase::Connecting:
        return ConnectionState::Connecting;
    case Phase::Waiting:
        return ConnectionState::Offline;
    case Phase::CertificateRefused:
        return ConnectionState::CertificateRefused;
    case Phase::Fenced:
        break;
    }
    if (!engine.isSynced())
        return ConnectionState::Syncing;
    if (machine.isDenied() || !engine.isFresh() || engine.isDeaf())
        return ConnectionState::Delayed;
    return engine.outdated() > 0 ? ConnectionState::Syncing : ConnectionState::Live;
}

QString Session::Private::currentReason(ConnectionState state) const {
    QString waiting =
        requester.isHeldBack() ? tr("The server is busy and has asked not to be read for a while.") : engine.failure();
    switch (state) {
    case ConnectionState::SignedOut:
        return m_signedOutReason;
    case ConnectionState::Delayed:
        if (machine.isDenied())
            return machine.reason();
        if (engine.isDeaf())
            return tr("The server leaves out many notifications. What they would tell is read every few seconds.");
        return waiting.isEmpty() ? tr("The last check against the server is overdue.") : waiting;
    case ConnectionState::Connecting:
    case ConnectionState::Offline:
    case ConnectionState::CertificateRefused:
        return machine.reason();
    case ConnectionState::Syncing:
        return waiting;
    case ConnectionState::Live:
        return {};
    }
    Q_UNREACHABLE();
}

QString Session::Private::currentActivity() const {
    return engine.isCheckingOpenRows() ? tr("Checking enforcements that were unresolved")
                                       : tr("Reading the newest enforcements");
}

/// What the reader does not keep is not loaded, however much was read.
core::UtcMicros Session::Private::completeSince() const {
    const core::UtcMicros read = m_hasLostNews ? core::UnknownTime : engine.completeSince();
    if (store == nullptr || store->size() == 0 || read == core::UnknownTime)
        return read;
    const core::UtcMicros retired = store->newestRetired();
    const bool isFull = options.rowCap > 0 && store->size() >= options.rowCap; // takes no history any more
    if (retired == core::UnknownTime && !isFull)
        return read;
    return std::max({read, retired, store->row(store->firstSeq()).created});
}

void Session::Private::fillTimes(ConnectionStatus& next) const {
    const auto& counters = transport->counters();
    const std::chrono::nanoseconds lastFrame(counters.lastFrameNs.load(std::memory_order_relaxed));
    if (lastFrame.count() != 0) {
        const auto ago = std::chrono::duration_cast<std::chrono::microseconds>(clock.steady() - lastFrame);
        next.lastMessage = clock.now() - ago.count();
    }
    if (counters.enforcements.load(std::memory_order_relaxed) > 0)
        next.lag = std::max(0us, std::chrono::microseconds(counters.lagMicros.load(std::memory_order_relaxed)));
    if (next.state == ConnectionState::SignedOut && m_hasIdentity)
        return; // as they were when the server ended the sign-in
    next.completeSince = completeSince();
    next.dataAsOf = next.state == ConnectionState::Live ? clock.now() : engine.lastReconcile();
}

void Session::Private::updateStatus() {
    ConnectionStatus next = status;
    next.state = currentState();
    next.reason = currentReason(next.state);
    next.profileName = profile.name;
    next.host = profile.api.authority();
    next.plainText = isPlainText(profile.api) || isPlainText(notifierUrl(profile));
    next.signInNotice = memory.problem();
    next.attempt = machine.attempt();
    next.nextAttempt = next.state == ConnectionState::Offline ? machine.nextAttempt() : core::UnknownTime;
    next.syncProgress = next.state == ConnectionState::Syncing ? engine.progress() : 0;
    next.activity = next.state == ConnectionState::Syncing ? currentActivity() : QString();
    next.outdated = engine.outdated();
    next.newestOutdated = engine.newestOutdated();
    next.isReadingReach = engine.isReadingReach();
    next.reachRead = engine.isReadingReach() ? engine.reachRead() : 0;
    next.reachWanted = engine.isReadingReach() ? engine.reachWanted() : 0;
    next.clockAhead = m_hasIdentity ? requester.clockAhead() : std::nullopt;
    fillTimes(next);
    history.onCompleteSince(next.completeSince);
    countCheck.setLive(next.state == ConnectionState::Live);
    const bool moved = next.state != status.state;
    if (moved) {
        next.since = clock.now();
        log.transition(status.state, next.state, next.reason);
    }
    if (next == status)
        return;
    status = next;
    Q_EMIT session.statusChanged(status);
    if (moved)
        Q_EMIT session.timelineChanged();
}

} // namespace attune::session
