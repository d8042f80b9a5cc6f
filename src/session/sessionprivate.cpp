// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sessionprivate.h"

#include "logcategories.h"
#include "sync/storequery.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace attune::session {

namespace {

// Apart from the ids of the requester and of the token keeper.
constexpr net::RequestId FirstSignInRequest = net::RequestId{1} << 61U;

} // namespace

Session::Private::Private(Session& owner, std::unique_ptr<net::Transport> theTransport, core::Vocabulary& theVocabulary,
                          core::ServerClock& theClock, core::Random& random, SessionOptions theOptions)
    : session(owner)
    , vocabulary(theVocabulary)
    , clock(theClock.local())
    , options(theOptions)
    , dispatcher(clock, theOptions.maxPending)
    , transport(std::move(theTransport))
    , tokens(*transport, clock, random)
    , requester(*transport, tokens, theClock)
    , permissions(requester, clock)
    , machine(*transport, requester, tokens, clock, random)
    , engine(requester, sink, theVocabulary, theClock, random)
    , countCheck(requester, theVocabulary, clock, random, [this] { return engine.knowsOpenRows(); })
    , history(requester, theVocabulary, theClock, random, grounds)
    , checker(requester, theVocabulary, clock, random, grounds)
    , log(clock)
    , memory(theOptions.secrets, clock)
    , m_nextSignInRequest(FirstSignInRequest) {
    setRowCap(options.rowCap);
    status.since = clock.now();
    connectParts();
    connectReaders();
    connectHistory();
    connectPermissions();
}

void Session::Private::connectParts() {
    connect(&dispatcher, &Dispatcher::batchReady, &engine, &SyncEngine::onBatch); // compares it with the store first
    connect(&dispatcher, &Dispatcher::batchReady, this, &Private::handOver);
    connect(&dispatcher, &Dispatcher::executionsReady, &session, &Session::executionsChanged);
    connect(&dispatcher, &Dispatcher::rulesReady, &session, [this](const std::vector<core::RuleNotification>& updates) {
        for (const core::RuleNotification& update : updates)
            Q_EMIT session.ruleChanged(vocabulary.refs.text(update.ruleRef), update.active);
    });
    connect(&dispatcher, &Dispatcher::overflowed, &engine, &SyncEngine::startOver);
    connect(&dispatcher, &Dispatcher::handedOver, this, [this] {
        sink.onHandedOver();
        engine.onSinkDrained();
    });
    connect(&machine, &ConnectionMachine::fenced, &requester, &Requester::resendStalled);
    connect(&machine, &ConnectionMachine::fenced, &engine, &SyncEngine::resync);
    connect(&engine, &SyncEngine::deafened, &machine, &ConnectionMachine::replaceStream);
    connect(&machine, &ConnectionMachine::phaseChanged, this, &Private::onPhaseChanged);
    connect(&machine, &ConnectionMachine::loginNeeded, this, [this](const QString& reason) {
        forgetSignIn();
        signOut(reason);
    });
    connect(&tokens, &TokenKeeper::renewed, this, [this] {
        learnTokens();
        rememberSignIn();
    });
    connect(&memory, &SignInMemory::problemChanged, this, &Private::updateStatus);
    connect(&requester, &Requester::certificateRefused, &machine, &ConnectionMachine::refuseCertificate);
    connect(&requester, &Requester::reachedAgain, &machine, &ConnectionMachine::onServerBack);
}

void Session::Private::handOver(const core::EnforcementBatch& batch) {
    const std::set<core::Id> told = sink.toldOf(batch.updates);
    if (told.empty())
        return void(Q_EMIT session.batchReady(batch));
    core::EnforcementBatch passing = batch;
    std::erase_if(passing.updates, [&told](const core::EnforcementUpdate& update) {
        return update.origin == core::Origin::Notification && told.contains(update.row.id);
    });
    if (!passing.isEmpty())
        Q_EMIT session.batchReady(passing);
    if (tokens.isSignedIn())
        engine.hydrate({told.begin(), told.end()});
}

void Session::Private::connectReaders() {
    connect(&dispatcher, &Dispatcher::batchReady, &countCheck, &CountCheck::noteBatch);
    connect(&countCheck, &CountCheck::differs, &engine, &SyncEngine::suspectAll);
    connect(&engine, &SyncEngine::changed, this, &Private::updateStatus);
    connect(&engine, &SyncEngine::serverReplaced, this, [this] {
        countCheck.stop();
        forgetHistory();
        sink.clear();
        clear();
    });
    connect(&engine, &SyncEngine::rowsRejected, this, [this](std::size_t count, const QString& reason) {
        log.rejectedBody(tr("%n row(s) of a page", nullptr, static_cast<int>(count)), reason);
    });
    connect(&requester, &Requester::bodyRejected, this,
            [this](const QString& path, const QString& reason) { log.rejectedBody(path, reason); });
    connect(transport.get(), &net::Transport::frameRejected, this,
            [this](net::Generation /*generation*/, const QString& reason) {
                log.rejectedFrame(tr("notification"), reason);
                suspectFrame();
            });
    connect(transport.get(), &net::Transport::streamEnded, this,
            [this](net::Generation /*generation*/, const net::StreamEnd& end) {
                if (end.kind == net::StreamEnd::Kind::Protocol)
                    ++m_brokenStreams;
            });
    connect(transport.get(), &net::Transport::frameUnknown, this, &Private::suspectFrame);
}

/// Whatever a frame said that could not be read, reading the list will tell.
void Session::Private::suspectFrame() {
    if (tokens.isSignedIn())
        engine.suspect();
}

void Session::Private::connectHistory() {
    connect(&history, &HistoryReader::pageRead, &engine, &SyncEngine::take);
    connect(&history, &HistoryReader::everythingRead, &engine, &SyncEngine::noteRead);
    connect(&history, &HistoryReader::unseenFound, &engine, &SyncEngine::settleAbsent);
    connect(&history, &HistoryReader::changed, this, [this] { Q_EMIT session.searchChanged(history.state()); });
    connect(&checker, &GroundChecker::pageRead, &engine, &SyncEngine::take);
    connect(&checker, &GroundChecker::unseenFound, &engine, &SyncEngine::settleAbsent);
    connect(&engine, &SyncEngine::listChecked, &checker, &GroundChecker::check);
    connect(&engine, &SyncEngine::listChecked, this, &Private::readPinned);
}

/// No walk passes them: what becomes of them is not found in any other way.
void Session::Private::readPinned() {
    std::vector<core::Id> below = pinned;
    const core::UtcMicros passed = std::max(engine.completeSince(), newestRetired(store));
    std::erase_if(below, [this, passed](core::Id id) { return createdOf(store, id) > passed; });
    engine.hydrate(below);
}

void Session::Private::connectPermissions() {
    connect(&tokens, &TokenKeeper::renewed, &permissions, &PermissionWatch::check);
    connect(&permissions, &PermissionWatch::changed, this, &Private::onPermissionsChanged);
    connect(&permissions, &PermissionWatch::accountRefused, this, [this](const QString& reason) {
        forgetSignIn();
        signOut(reason);
    });
}

/// What was seen may be hidden now, and what was hidden is not announced on a stream that was opened before.
void Session::Private::onPermissionsChanged() {
    qCWarning(lcSession) << "the permissions of this sign-in have changed; everything is read anew";
    engine.reset();
    countCheck.stop();
    forgetHistory();
    requester.abandon();
    dispatcher.discard();
    sink.clear();
    clear();
    if (tokens.isSignedIn())
        machine.start(notifierUrl(profile), dispatcher.streamQueue(),
                      tr("The permissions of this sign-in have changed"));
}

void Session::Private::forgetHistory() {
    checker.stop();
    history.forget();
    grounds.clear();
}

void Session::Private::searchOlder(const core::EnforcementFilter& filter) {
    if (tokens.isSignedIn())
        history.search(filter, completeSince());
}

void Session::Private::onPhaseChanged() {
    using Phase = ConnectionMachine::Phase;
    const Phase phase = machine.phase();
    if (phase == Phase::CertificateRefused) {
        permissions.pause();
        engine.suspend();
    } else {
        // The first attempt gets its chance before the list is read without a stream.
        const bool firstTry =
            phase == Phase::Connecting && machine.attempt() <= 1 && engine.lastReconcile() == core::UnknownTime;
        const bool streamIsGood = phase == Phase::Fenced && !machine.isDenied();
        if (phase == Phase::Fenced)
            permissions.resume();
        if (!std::exchange(m_streamWasGood, streamIsGood) && streamIsGood)
            engine.distrust(); // fenced() follows, and with it a reading of what was missed
        engine.setDegraded(tokens.isSignedIn() && phase != Phase::Stopped && !firstTry && !streamIsGood);
    }
    updateStatus();
}

void Session::Private::signOut(const QString& reason) {
    m_signedOutReason = reason;
    engine.reset();
    countCheck.stop();
    forgetHistory();
    permissions.stop();
    tokens.forget(); // before anything that makes the status be computed again
    machine.stop();
    requester.reset({});
    dispatcher.discard();
    sink.clear();
    m_ticker.reset();
    if (reason.isEmpty() && std::exchange(m_hasIdentity, false)) {
        profile = {};
        status.login.clear();
        updateStatus();
        clear();
        return;
    }
    updateStatus();
}

/// The reader forgets what it has, and what it has not kept with it.
void Session::Private::clear() {
    m_hasLostNews = false;
    Q_EMIT session.cleared();
}

void Session::Private::setFrozen(bool frozen) {
    m_isFrozen = frozen;
    if (!frozen && std::exchange(m_hasLostNews, false) && tokens.isSignedIn())
        startOver();
    engine.setFrozen(frozen);
}

void Session::Private::noteNewsLost() {
    m_hasLostNews = m_isFrozen;
    if (!m_isFrozen)
        return startOver();
    forgetHistory();
    updateStatus();
}

/// What a search has gone over is among what was lost, too.
void Session::Private::startOver() {
    forgetHistory();
    engine.startOver();
    updateStatus();
}

void Session::Private::setReadDepth(int rows) {
    options.readDepth = rows;
    const auto wanted = static_cast<std::size_t>(std::max(rows, 0));
    const std::size_t cap = options.rowCap > 0 ? options.rowCap : std::numeric_limits<std::size_t>::max();
    engine.setReach(std::min(wanted, cap), cap);
}

void Session::Private::setRowCap(std::size_t rows) {
    options.rowCap = rows;
    history.setCap(rows);
    setReadDepth(options.readDepth);
}

/// The passing of time alone can make what is shown less true.
void Session::Private::tick() {
    updateStatus();
    if (tokens.isSignedIn())
        m_ticker = clock.after(core::untilFullSecond(clock), [this] { tick(); });
}

SessionCounters Session::Private::counters() {
    const auto& stream = transport->counters();
    SessionCounters counts;
    counts.received = stream.frames.load(std::memory_order_relaxed);
    counts.notifications = stream.enforcements.load(std::memory_order_relaxed);
    counts.malformed = stream.malformed.load(std::memory_order_relaxed) + log.rejectedBodies();
    counts.unknown = stream.unknown.load(std::memory_order_relaxed);
    counts.brokenStreams = m_brokenStreams;
    counts.contradictions = contradictions;
    counts.reconnects = machine.reconnects();
    counts.gapsFound = engine.gapsFound();
    counts.requests = requester.total();
    counts.requestsLastMinute = requester.lastMinute();
    counts.notificationsPerSecond = m_rate.sample(counts.notifications, clock.steady());
    return counts;
}

} // namespace attune::session
