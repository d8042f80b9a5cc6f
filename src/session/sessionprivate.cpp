// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sessionprivate.h"

#include <utility>

namespace attune::session {

namespace {

using namespace std::chrono_literals;

constexpr auto TickPeriod = 1s;

} // namespace

Session::Private::Private(Session& owner, std::unique_ptr<net::Transport> theTransport, core::Vocabulary& theVocabulary,
                          core::Clock& theClock, core::Random& random, SessionOptions theOptions)
    : session(owner)
    , vocabulary(theVocabulary)
    , clock(theClock)
    , options(theOptions)
    , dispatcher(theClock)
    , transport(std::move(theTransport))
    , tokens(*transport, theClock, random)
    , requester(*transport, tokens, theClock)
    , machine(*transport, requester, tokens, theClock, random)
    , engine(requester, dispatcher.queue(), theVocabulary, theClock, random)
    , log(theClock) {
    transport->setSink(&dispatcher.queue());
    engine.setReadDepth(options.readDepth);
    status.since = clock.now();
    connectParts();
}

void Session::Private::connectParts() {
    connect(&dispatcher, &Dispatcher::batchReady, &session, &Session::batchReady);
    connect(&dispatcher, &Dispatcher::executionsReady, &session, &Session::executionsChanged);
    connect(&dispatcher, &Dispatcher::rulesReady, &session, [this](const std::vector<core::RuleNotification>& updates) {
        for (const core::RuleNotification& update : updates)
            Q_EMIT session.ruleChanged(vocabulary.refs.text(update.ruleRef), update.active);
    });
    connect(&dispatcher, &Dispatcher::overflowed, &engine, &SyncEngine::resync);
    connect(&machine, &ConnectionMachine::fenced, &engine, &SyncEngine::resync);
    connect(&machine, &ConnectionMachine::phaseChanged, this, [this] {
        const auto phase = machine.phase();
        engine.setDegraded(tokens.isSignedIn() && engine.lastReconcile() != core::UnknownTime &&
                           (phase != ConnectionMachine::Phase::Fenced || machine.isDenied()));
        updateStatus();
    });
    connect(&machine, &ConnectionMachine::loginNeeded, this, [this](const QString& reason) { signOut(reason); });
    connect(&engine, &SyncEngine::progressChanged, this, &Private::updateStatus);
    connect(&engine, &SyncEngine::synced, this, &Private::updateStatus);
    connect(&engine, &SyncEngine::reconciled, this, &Private::updateStatus);
    connect(&engine, &SyncEngine::failed, this, &Private::updateStatus);
    connect(&engine, &SyncEngine::rowsRejected, this, [this](std::size_t count, const QString& reason) {
        log.rejection(tr("%n row(s) of a page", nullptr, static_cast<int>(count)), reason);
    });
    connect(&requester, &Requester::bodyRejected, this,
            [this](const QString& path, const QString& reason) { log.rejection(path, reason); });
    connect(transport.get(), &net::Transport::frameRejected, this,
            [this](net::Generation /*generation*/, const QString& reason) {
                log.rejection(tr("notification"), reason);
                engine.suspect(); // whatever it said, reading will tell
            });
}

void Session::Private::beginSignIn(const Profile& newProfile, const QString& secret, QObject* context,
                                   SignInService::Done done) {
    m_signInContext = context;
    m_signInDone = std::move(done);
    signIn = std::make_unique<SignInFlow>(
        *transport, newProfile, secret, [this](const SignInFlow::Outcome& outcome) { onSignInDone(outcome); }, nullptr);
    signIn->start();
}

void Session::Private::onSignInDone(const SignInFlow::Outcome& outcome) {
    SignInFlow* flow = signIn.release();
    flow->deleteLater();
    const auto done = std::exchange(m_signInDone, nullptr);
    if (const auto* problem = std::get_if<SignInProblem>(&outcome)) {
        if (m_signInContext && done)
            done(*problem);
        return;
    }
    signOut({});
    profile = flow->profile();
    const auto& grant = std::get<core::TokenGrant>(outcome);
    status.login = grant.login.isEmpty() ? profile.login : grant.login;
    requester.reset(profile.api);
    tokens.adopt(profile.api, grant);
    machine.start(notifierUrl(profile));
    tick();
    if (m_signInContext && done)
        done(std::nullopt);
}

void Session::Private::signOut(const QString& reason) {
    const bool wasSignedIn = !profile.name.isEmpty() || tokens.isSignedIn();
    m_signedOutReason = reason;
    machine.stop();
    tokens.forget();
    requester.reset({});
    engine.reset();
    dispatcher.discard();
    m_ticker.reset();
    updateStatus();
    if (wasSignedIn && reason.isEmpty()) {
        profile = {};
        Q_EMIT session.cleared();
    }
}

/// The passing of time alone can make what is shown less true.
void Session::Private::tick() {
    updateStatus();
    if (tokens.isSignedIn())
        m_ticker = clock.after(TickPeriod, [this] { tick(); });
}

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
    return machine.isDenied() || !engine.isFresh() ? ConnectionState::Delayed : ConnectionState::Live;
}

QString Session::Private::currentReason(ConnectionState state) const {
    switch (state) {
    case ConnectionState::SignedOut:
        return m_signedOutReason;
    case ConnectionState::Delayed:
        return machine.isDenied() ? machine.reason() : tr("The last check against the server is overdue.");
    case ConnectionState::Connecting:
    case ConnectionState::Offline:
    case ConnectionState::CertificateRefused:
        return machine.reason();
    case ConnectionState::Syncing:
    case ConnectionState::Live:
        return {};
    }
    Q_UNREACHABLE();
}

void Session::Private::fillTimes(ConnectionStatus& next) const {
    const auto& counters = transport->counters();
    const std::chrono::nanoseconds lastFrame(counters.lastFrameNs.load(std::memory_order_relaxed));
    if (lastFrame.count() != 0) {
        const auto ago = std::chrono::duration_cast<std::chrono::microseconds>(clock.steady() - lastFrame);
        next.lastMessage = clock.now() - ago.count();
    }
    if (counters.enforcements.load(std::memory_order_relaxed) > 0)
        next.lag = std::chrono::microseconds(counters.lagMicros.load(std::memory_order_relaxed));
    next.completeSince = engine.completeSince();
    next.dataAsOf = next.state == ConnectionState::Live ? clock.now() : engine.lastReconcile();
}

void Session::Private::updateStatus() {
    ConnectionStatus next = status;
    next.state = currentState();
    next.reason = currentReason(next.state);
    next.profileName = profile.name;
    next.host = profile.api.authority();
    next.plainText = profile.api.scheme() == QStringLiteral("http") && !isThisMachine(profile.api);
    next.attempt = machine.attempt();
    next.nextAttempt = next.state == ConnectionState::Offline ? machine.nextAttempt() : core::UnknownTime;
    next.syncProgress = next.state == ConnectionState::Syncing ? engine.progress() : 0;
    next.activity = next.state == ConnectionState::Syncing ? tr("Reading the newest enforcements") : QString();
    fillTimes(next);
    if (next.state != status.state) {
        next.since = clock.now();
        log.transition(status.state, next.state, next.reason);
    }
    const bool moved = next.state != status.state;
    if (next == status)
        return;
    status = next;
    Q_EMIT session.statusChanged(status);
    if (moved)
        Q_EMIT session.timelineChanged();
}

SessionCounters Session::Private::counters() {
    const auto& stream = transport->counters();
    SessionCounters counts;
    counts.received = stream.frames.load(std::memory_order_relaxed);
    counts.notifications = stream.enforcements.load(std::memory_order_relaxed);
    counts.malformed = log.rejected();
    counts.unknown = stream.unknown.load(std::memory_order_relaxed);
    counts.reconnects = machine.reconnects();
    counts.gapsFound = engine.gapsFound();
    counts.requests = requester.total();
    counts.requestsLastMinute = requester.lastMinute();
    counts.notificationsPerSecond = m_rate.sample(counts.notifications, clock.steady());
    return counts;
}

} // namespace attune::session
