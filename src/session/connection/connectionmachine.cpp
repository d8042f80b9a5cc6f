// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "connection/connectionmachine.h"

#include "logcategories.h"

#include "attune/core/testing/mutants.h"

#include <algorithm>
#include <utility>

namespace attune::session {

using core::isBroken;
using core::Mutant;

namespace {

using namespace std::chrono_literals;

constexpr int TokenExpiredCode = 4401;
constexpr std::chrono::milliseconds MinRenewalDelay = 1s;

} // namespace

void ConnectionMachine::Retire::operator()(StreamAttempt* attempt) const {
    attempt->close();
    attempt->deleteLater();
}

ConnectionMachine::ConnectionMachine(net::Transport& transport, Requester& requester, TokenKeeper& tokens,
                                     core::Clock& clock, core::Random& random, QObject* parent)
    : QObject(parent)
    , m_transport(transport)
    , m_tokens(tokens)
    , m_clock(clock)
    , m_random(random)
    , m_probe(requester, tokens, clock, this)
    , m_backoff(random, WaitCap)
    , m_renewalBackoff(random, RenewalCap) {
    connect(&m_tokens, &TokenKeeper::renewed, this, [this] {
        m_refusedInARow = 0; // nobody has refused this token yet
        renewStream();
    });
    connect(&m_tokens, &TokenKeeper::rejected, this, &ConnectionMachine::needLogin);
    connect(&m_tokens, &TokenKeeper::certificateRefused, this, &ConnectionMachine::refuseCertificate);
    connect(&m_tokens, &TokenKeeper::postponed, this, [this](const QString& reason, std::chrono::milliseconds delay) {
        if (!m_awaitsToken)
            return;
        m_reason = tr("The sign-in cannot be renewed: %1").arg(reason);
        m_nextAttempt = m_clock.now() + std::chrono::microseconds(delay).count();
        setPhase(Phase::Waiting);
    });
    connect(&m_probe, &FaultProbe::accountRefused, this, &ConnectionMachine::needLogin);
    connect(&m_probe, &FaultProbe::accepted, this, [this] {
        if (m_phase != Phase::Waiting && m_phase != Phase::Connecting)
            return;
        m_reason = tr("%1 (the API answers, the notifier does not)").arg(m_reason);
        Q_EMIT phaseChanged();
    });
}

ConnectionMachine::~ConnectionMachine() = default;

void ConnectionMachine::start(const QUrl& notifier, std::shared_ptr<core::UpdateQueue> sink, const QString& reason) {
    stop();
    m_reason = reason;
    m_notifier = notifier;
    m_sink = std::move(sink);
    m_backoff.reset();
    connectNow();
}

void ConnectionMachine::stop() {
    ++m_epoch;
    dropStreams();
    m_probe.reset();
    m_sink.reset();
    m_reason.clear();
    m_attempts = m_refusedInARow = 0;
    m_wasFenced = false;
    setPhase(Phase::Stopped);
}

void ConnectionMachine::dropStreams() {
    m_stream.reset();
    m_successor.reset();
    m_retryTimer.reset();
    m_stableTimer.reset();
    m_renewalTimer.reset();
    m_awaitsToken = false;
    m_nextAttempt = core::UnknownTime;
}

void ConnectionMachine::retryNow() {
    if (m_phase == Phase::Waiting || m_phase == Phase::CertificateRefused)
        hurry();
}

void ConnectionMachine::hurry() {
    const auto now = m_clock.steady();
    if (now - m_lastRetryNow < RetryInterval)
        return;
    m_lastRetryNow = now;
    m_transport.forgetConnections();
    startOver();
}

void ConnectionMachine::onServerBack() {
    const auto now = m_clock.steady();
    if (m_phase != Phase::Waiting || now - m_lastHurry < HurryInterval)
        return;
    m_lastHurry = now;
    startOver();
}

void ConnectionMachine::startOver() {
    m_backoff.reset();
    m_tokens.resume();
    connectNow();
}

void ConnectionMachine::setExecutionsWanted(bool wanted) {
    m_executionsWanted = wanted;
    for (auto* stream : {m_stream.get(), m_successor.get()}) {
        if (stream != nullptr)
            stream->setExecutionsWanted(wanted);
    }
}

void ConnectionMachine::setAttended(bool attended) {
    m_backoff.setCap(attended ? WaitCap : UnattendedWaitCap);
    if (attended)
        probe();
}

void ConnectionMachine::probe() {
    // What was sent while there was no network is repeated ever more rarely.
    if (m_stream && m_phase == Phase::Connecting && m_stream->isOverdue())
        hurry();
    else if (m_stream)
        m_stream->probe();
    else if (m_phase == Phase::Waiting)
        retryNow();
}

void ConnectionMachine::replaceStream() {
    if (m_clock.steady() - m_lastReplacement < ReplaceInterval)
        return;
    m_lastReplacement = m_clock.steady();
    renewStream();
}

void ConnectionMachine::reconnect(const QString& reason) {
    if (m_phase == Phase::Stopped || m_phase == Phase::CertificateRefused)
        return;
    dropStreams();
    m_reason = reason;
    m_transport.forgetConnections();
    startOver();
}

QString ConnectionMachine::reason() const {
    return isDenied() ? tr("The server refuses the subscription: %1").arg(m_stream->denial()) : m_reason;
}

ConnectionMachine::Attempt ConnectionMachine::newAttempt() {
    const net::StreamRequest request{++m_generation, m_notifier, m_tokens.bearer(), m_sink};
    Attempt attempt(new StreamAttempt(m_transport, m_clock, m_random, m_pace, request, m_executionsWanted, this));
    const StreamAttempt& which = *attempt;
    connect(&which, &StreamAttempt::fenced, this, [this, &which] { onFenced(which); });
    connect(&which, &StreamAttempt::denied, this, [this, &which] { onDenied(which); });
    connect(&which, &StreamAttempt::ended, this, [this, &which](const net::StreamEnd& end) { onEnded(which, end); });
    return attempt;
}

void ConnectionMachine::connectNow() {
    m_retryTimer.reset();
    m_nextAttempt = core::UnknownTime;
    if (m_tokens.expires())
        return awaitToken(m_reason);
    ++m_attempts;
    m_stream = newAttempt();
    m_stream->start();
    setPhase(Phase::Connecting);
}

/// Connects as soon as there is a token that has not expired.
void ConnectionMachine::awaitToken(const QString& reason) {
    m_reason = reason;
    if (std::exchange(m_awaitsToken, true)) {
        m_tokens.refresh();
    } else {
        m_tokens.refreshed(m_tokens.bearer(), this, [this, epoch = m_epoch](bool fresh) {
            if (epoch == m_epoch && std::exchange(m_awaitsToken, false) && fresh)
                connectNow();
        });
    }
    setPhase(Phase::Connecting);
}

void ConnectionMachine::onFenced(const StreamAttempt& attempt) {
    if (&attempt == m_successor.get())
        return onSuccessorFenced();
    m_refusedInARow = 0;
    m_attempts = 0;
    m_reason.clear();
    m_reconnects += std::exchange(m_wasFenced, true) ? 1U : 0U;
    // Only a link that lasts earns a quick next try: a server that flaps must not be hammered.
    m_stableTimer = m_clock.after(StableAfter, [this] { m_backoff.reset(); });
    if (isBroken(Mutant::BackoffResetOnConnect))
        m_backoff.reset();
    scheduleRenewal();
    setPhase(Phase::Fenced);
    if (m_phase == Phase::Fenced)
        Q_EMIT fenced();
}

void ConnectionMachine::onSuccessorFenced() {
    if (!isDenied() && !m_successor->denial().isEmpty()) {
        m_successor.reset(); // the old stream still tells everything
        return retryRenewal();
    }
    const bool wasDenied = isDenied();
    m_stream = std::move(m_successor);
    scheduleRenewal();
    Q_EMIT phaseChanged();
    if (wasDenied && !isDenied() && m_phase == Phase::Fenced)
        Q_EMIT fenced(); // the old stream may have said nothing all the while
}

void ConnectionMachine::onDenied(const StreamAttempt& attempt) {
    if (&attempt != m_stream.get())
        return;
    qCInfo(lcSession).noquote() << "the subscription was refused:" << attempt.denial();
    if (m_phase == Phase::Fenced && !m_successor)
        scheduleRenewal();
    Q_EMIT phaseChanged();
}

bool ConnectionMachine::tokenMayBeAtFault(const net::StreamEnd& end) const {
    if (isBroken(Mutant::RefreshOnlyOn4401))
        return end.code == TokenExpiredCode;
    return end.code == TokenExpiredCode || m_tokens.expires(ExpiryMargin) || m_refusedInARow >= 2;
}

void ConnectionMachine::onEnded(const StreamAttempt& attempt, const net::StreamEnd& end) {
    if (end.kind == net::StreamEnd::Kind::Certificate)
        return refuseCertificate(end.message);
    if (&attempt == m_successor.get()) {
        m_successor.reset(); // the old stream still works; when it ends, the usual way back is taken
        retryRenewal();
    } else if (m_successor) {
        m_stream = std::move(m_successor); // already under way
        ++m_attempts;
        m_stableTimer.reset();
        m_renewalTimer.reset();
        m_reason = end.message;
        setPhase(Phase::Connecting);
    } else {
        onLost(end);
    }
}

void ConnectionMachine::onLost(const net::StreamEnd& end) {
    dropStreams();
    m_refusedInARow = end.kind == net::StreamEnd::Kind::Refused ? m_refusedInARow + 1 : 0;
    const QString reason =
        end.message.isEmpty() ? tr("the server closed the connection (code %1)").arg(end.code) : end.message;
    if (isBroken(Mutant::Close1000IsClean) && end.code == 1000)
        return setPhase(Phase::Stopped);
    if (m_tokens.expires())
        return awaitToken(reason);
    if (tokenMayBeAtFault(end))
        m_probe.ask(m_refusedInARow >= 2);
    waitAndRetry(reason);
}

void ConnectionMachine::waitAndRetry(const QString& reason) {
    m_reason = reason;
    const auto delay = m_backoff.next();
    m_nextAttempt = m_clock.now() + std::chrono::microseconds(delay).count();
    qCInfo(lcSession).noquote() << "attempt" << m_attempts << "failed, the next in" << delay.count() << "ms:" << reason;
    m_retryTimer = m_clock.after(delay, [this] { connectNow(); });
    setPhase(Phase::Waiting);
}

void ConnectionMachine::refuseCertificate(const QString& reason) {
    if (m_phase == Phase::Stopped)
        return;
    qCWarning(lcSession).noquote() << "the certificate was refused:" << reason;
    dropStreams();
    m_reason = reason;
    setPhase(Phase::CertificateRefused);
}

void ConnectionMachine::needLogin(const QString& reason) {
    if (m_phase == Phase::Stopped)
        return;
    qCWarning(lcSession).noquote() << "the server has ended the sign-in:" << reason;
    Q_EMIT loginNeeded(reason);
    stop();
}

void ConnectionMachine::renewStream() {
    if (m_phase != Phase::Fenced || m_successor)
        return;
    m_renewalTimer.reset();
    qCDebug(lcSession) << "a second stream is to take over";
    m_successor = newAttempt();
    m_successor->start();
}

/// Before the stream is so old that it might have gone deaf unnoticed; soon if it is refused.
void ConnectionMachine::scheduleRenewal() {
    if (isDenied())
        return retryRenewal();
    m_renewalBackoff.reset();
    const auto life = StreamLife * (0.9 + 0.2 * m_random.uniform());
    m_renewalTimer =
        m_clock.after(std::chrono::duration_cast<std::chrono::milliseconds>(life), [this] { renewStream(); });
}

void ConnectionMachine::retryRenewal() {
    const auto delay = std::max<std::chrono::milliseconds>(m_renewalBackoff.next(), MinRenewalDelay);
    m_renewalTimer = m_clock.after(delay, [this] { renewStream(); });
}

void ConnectionMachine::setPhase(Phase phase) {
    m_phase = phase;
    Q_EMIT phaseChanged();
}

} // namespace attune::session
