// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "trial.h"

#include "chaos.h"
#include "guarantees.h"
#include "rowtext.h"

#include "attune/session/session.h"
#include "attune/widgets/pausebuffer.h"

#include <QCoreApplication>
#include <QEvent>

#include <optional>
#include <utility>

namespace attune::test {

namespace {

using namespace std::chrono_literals;
using State = session::ConnectionState;

/// Everything a seed decides before the run begins.
struct Setting {
    explicit Setting(core::Random& random) {
        const auto chance = [&random](double share) { return random.uniform() < share; };
        const bool isLarge = chance(0.3); // more than one page
        rows = static_cast<int>(random.uniform() * (isLarge ? 500 : 70));
        // From fewer than a flood brings, so that readings leave holes, to more than there are.
        options.readDepth = isLarge && chance(0.5) ? 1'000 : 100 + static_cast<int>(random.uniform() * 300);
        if (chance(0.1))
            options.rowCap = 130;
        if (chance(0.1)) { // much that only a search finds
            rows += 500;
            options.readDepth = 100;
        }
        options.maxPending = 130 + static_cast<std::size_t>(random.uniform() * 400);
        temper.bulk = chance(0.2) ? 150 : 40;
        temper.burst = isLarge ? options.maxPending : 0;
        temper.mayRestore = chance(0.15);
        temper.worldShare = 0.3 + 0.5 * random.uniform();
        latency = std::chrono::milliseconds(chance(0.8) ? 20 : 400);
        tokenLife = chance(0.75) ? 3600s : chance(0.5) ? 120s : 45s;
        firstId = chance(0.7) ? 1 : chance(0.5) ? (core::Id{1} << 53U) - 5 : (core::Id{1} << 62U) + 1;
        ordeal = 40s + std::chrono::seconds(static_cast<int>(random.uniform() * 140));
        waitsForPeriodicReads = chance(0.1);
    }
    /// Decided by dice of their own, so that a seed means for everything else what it always has meant.
    void decideGrants(core::Random& random) { changesGrants = random.uniform() < 0.15; }
    void decideHabits(core::Random& random) {
        operates = random.uniform() < 0.5;
        if (random.uniform() < 0.4)
            holds = static_cast<std::size_t>(random.uniform() * 400);
    }

    int rows = 0;
    session::SessionOptions options;
    Chaos::Temper temper;
    std::chrono::milliseconds latency{0};
    std::chrono::seconds tokenLife{0};
    core::Id firstId = 1;
    std::chrono::seconds ordeal{0};
    std::size_t holds = widgets::PauseBuffer::MaxNews; ///< while the view is frozen; more is lost
    bool operates = false;                             ///< else the view is left alone, and nothing is made up for
    bool changesGrants = false;                        ///< the identity may see less or more from some moment on
    bool waitsForPeriodicReads = false;                ///< instead of an operator who asks for everything to be read
};

class Trial {
public:
    Trial(std::uint64_t seed, bool withLog);
    ~Trial();

    [[nodiscard]] Verdict run();

private:
    void connectSession();
    void populate();
    void signIn();
    void suffer();
    void searchAtWhim();
    void changeGrantsAtWhim();
    void lookAwayAtWhim();
    void attend(bool attended);
    void operateAtWhim();
    void freeze(bool frozen);
    void wakeUp();
    void checkConnection();
    void setDepth(int rows);
    void recover();
    void pass(std::chrono::milliseconds span);
    void receive(const core::EnforcementBatch& batch);
    void apply(const core::EnforcementBatch& batch);
    void noteState(State state);
    void log(const std::string& what);
    static void deliver();

    std::uint64_t m_seed;
    bool m_withLog;
    core::SeededRandom m_chaosRandom;
    core::SeededRandom m_serverRandom;
    core::SeededRandom m_clientRandom;
    core::SeededRandom m_grantRandom;
    core::SeededRandom m_attentionRandom;
    core::SeededRandom m_operatorRandom;
    Setting m_setting;
    ManualClock m_clock;
    core::ServerClock m_serverClock{m_clock};
    core::Vocabulary m_vocabulary;
    core::EnforcementStore m_store;
    World m_world;
    TokenOffice m_tokens;
    Faults m_faults;
    std::unique_ptr<ScriptedTransport> m_ownedTransport;
    ScriptedTransport& m_transport;
    RestSide m_rest;
    NotifierSide m_notifier;
    Chaos m_chaos;
    Guarantees m_guarantees;
    QObject m_context;
    std::unique_ptr<session::Session> m_session;
    std::optional<State> m_state;
    bool m_isFrozen = false;
    widgets::PauseBuffer m_held;
    core::EnforcementFilter m_search;
    int m_searched = 0;
    Verdict m_verdict;
};

Trial::Trial(std::uint64_t seed, bool withLog)
    : m_seed(seed)
    , m_withLog(withLog)
    , m_chaosRandom(seed * 3)
    , m_serverRandom(seed * 3 + 1)
    , m_clientRandom(seed * 3 + 2)
    , m_grantRandom(~seed)
    , m_attentionRandom(~seed - 1)
    , m_operatorRandom(~seed - 2)
    , m_setting(m_chaosRandom)
    , m_world(m_clock, m_setting.firstId)
    , m_tokens(m_clock, m_setting.tokenLife)
    , m_ownedTransport(std::make_unique<ScriptedTransport>(m_clock))
    , m_transport(*m_ownedTransport)
    , m_rest(m_transport, m_clock, m_serverRandom, m_world, m_tokens, m_faults, m_setting.latency)
    , m_notifier(m_transport, m_clock, m_serverRandom, m_world, m_tokens, m_faults, m_setting.latency, m_vocabulary)
    , m_chaos(m_chaosRandom, m_clock, m_world, m_faults, m_notifier, m_tokens, m_setting.temper)
    , m_guarantees({m_clock, m_world, m_notifier, m_rest, m_tokens, m_faults, m_transport, m_store, m_vocabulary,
                    m_setting.options.maxPending, m_setting.options.rowCap}) {
    m_setting.decideGrants(m_grantRandom);
    m_setting.decideHabits(m_operatorRandom);
    m_held = widgets::PauseBuffer(m_setting.holds);
    m_rest.onRequest = [this](const net::HttpRequest& request) {
        ++m_verdict.requests;
        log(request.url.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority).toStdString());
        m_guarantees.onRequest(request);
    };
    m_notifier.onOpen = [this](net::Generation /*generation*/) {
        ++m_verdict.attempts;
        log("a stream is opened");
        m_guarantees.onStreamOpened();
    };
    m_chaos.onAct = [this](const std::string& what) { log(what); };
    m_transport.onClose = [this](net::Generation generation) {
        if (m_notifier.isOpen(generation))
            log("a stream is closed");
        m_guarantees.onStreamClosedByClient(generation);
        m_notifier.noteClosedByClient(generation);
    };
    connectSession();
}

void Trial::log(const std::string& what) {
    if (m_withLog)
        m_verdict.log +=
            std::to_string(std::chrono::duration<double>(m_clock.steady() - 1h).count()) + "  " + what + '\n';
}

void Trial::noteState(State state) {
    if (std::exchange(m_state, state) == state)
        return;
    m_verdict.states += session::stateWord(state).toStdString() + ' ';
    log(session::stateWord(state).toStdString());
}

Trial::~Trial() {
    m_transport.onClose = nullptr;
    m_session.reset();
    deliver();
}

void Trial::connectSession() {
    using session::Session;
    m_session = std::make_unique<Session>(std::move(m_ownedTransport), m_vocabulary, m_serverClock, m_clientRandom,
                                          m_setting.options);
    m_session->setStore(&m_store);
    QObject::connect(m_session.get(), &Session::batchReady, &m_context,
                     [this](const core::EnforcementBatch& batch) { receive(batch); });
    QObject::connect(m_session.get(), &Session::cleared, &m_context, [this] {
        log("everything is taken away");
        m_guarantees.onCleared();
        std::ignore = m_held.take();
        freeze(false);
        m_store.clear();
    });
    QObject::connect(m_session.get(), &Session::searchChanged, &m_context,
                     [this](const session::HistorySearch& search) { m_guarantees.onSearch(m_searched, search); });
    QObject::connect(m_session.get(), &Session::statusChanged, &m_context,
                     [this](const session::ConnectionStatus& status) {
                         noteState(status.state);
                         m_guarantees.onStatus(status);
                     });
}

/// As the main window does it.
void Trial::receive(const core::EnforcementBatch& batch) {
    m_guarantees.onBatch(batch);
    if (!batch.removed.empty())
        log(std::to_string(batch.removed.size()) + " rows are gone");
    if (!m_isFrozen) {
        apply(batch);
        return m_guarantees.onCaughtUp();
    }
    const bool hadLost = m_held.overflowed();
    m_held.hold(batch);
    if (hadLost || !m_held.overflowed())
        return;
    log("more comes than is held back");
    ++m_verdict.lostPauses;
    m_session->noteNewsLost();
}

void Trial::apply(const core::EnforcementBatch& batch) {
    const core::BatchPlan plan = m_store.apply(batch, m_setting.options.rowCap);
    m_guarantees.onApplied(plan);
    std::vector<core::Id> unclear = plan.incomplete;
    unclear.insert(unclear.end(), plan.conflicting.begin(), plan.conflicting.end());
    m_session->requestHydration(unclear);
}

/// Only what was posted: nothing else drives a session on a scripted network.
void Trial::deliver() {
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void Trial::pass(std::chrono::milliseconds span) {
    const auto end = m_clock.steady() + span;
    deliver();
    for (auto next = m_clock.untilNextCall(); next && m_clock.steady() + *next <= end; next = m_clock.untilNextCall()) {
        m_clock.advance(*next);
        deliver();
    }
    m_clock.advance(std::chrono::ceil<std::chrono::milliseconds>(end - m_clock.steady()));
    deliver();
    m_guarantees.sample();
}

void Trial::populate() {
    constexpr core::UtcMicros Second = 1'000'000;
    for (int i = m_setting.rows; i > 0;) {
        const int tied = std::min(i, m_chaos.upTo(20) == 0 ? m_setting.temper.bulk : 1 + m_chaos.upTo(2));
        const auto ids = m_world.insert(tied, (120 + i) * Second);
        m_world.commit(ids);
        for (const core::Id id : ids) {
            if (m_chaos.uniform() < 0.9)
                m_world.resolve(id, core::Status::Processed);
        }
        i -= tied;
    }
    m_world.backUp();
}

void Trial::signIn() {
    session::Profile profile;
    profile.name = QStringLiteral("prod");
    profile.api = QUrl(QStringLiteral("http://127.0.0.1:8080"));
    profile.login = QStringLiteral("alice");
    m_session->signIn(profile, QStringLiteral("secret"), &m_context, [](const auto& /*problem*/) {});
}

void Trial::suffer() {
    const auto end = m_clock.steady() + m_setting.ordeal;
    while (m_clock.steady() < end) {
        pass(m_chaos.within(m_chaos.uniform() < 0.2 ? 10s : 2s));
        m_chaos.act();
        const double wish = m_chaos.uniform();
        if (wish < 0.01) {
            m_session->refresh();
        } else if (wish < 0.02) {
            m_guarantees.onUserRetry();
            m_session->retryNow();
        } else if (wish < 0.025) {
            m_guarantees.onSigningOut();
            m_session->signOut();
            signIn();
        }
        searchAtWhim();
        changeGrantsAtWhim();
        lookAwayAtWhim();
        operateAtWhim();
        if (!m_session->isSignedIn() && m_chaos.uniform() < 0.2)
            signIn();
    }
}

/// The operator looks for older rows of one rule, as the server can or with words that it does not understand.
void Trial::searchAtWhim() {
    const double wish = m_chaos.uniform();
    if (wish < 0.02) {
        m_session->forgetSearch();
        m_searched = m_chaos.upTo(4);
        const QString ref = QString::fromLatin1(ruleRef(m_searched));
        m_search.rule = core::TermFilter::parse(m_chaos.uniform() < 0.7 ? QString(u'=' + ref) : ref.mid(4));
    } else if (wish < 0.03) {
        m_session->cancelSearch();
    }
    if (wish < 0.02 || (wish < 0.05 && !m_search.isEmpty())) {
        log("search");
        m_session->searchOlder(m_search);
    }
}

void Trial::changeGrantsAtWhim() {
    if (!m_setting.changesGrants || m_grantRandom.uniform() >= 0.03)
        return;
    const auto kind = static_cast<int>(m_grantRandom.uniform() * World::Kinds);
    log("other permissions for rule " + std::to_string(kind));
    m_world.setGranted(kind, m_world.hiddenKinds().contains(kind));
}

void Trial::lookAwayAtWhim() {
    if (m_attentionRandom.uniform() < 0.04)
        attend(m_attentionRandom.uniform() < 0.5);
}

void Trial::attend(bool attended) {
    log(attended ? "somebody looks" : "nobody looks");
    m_guarantees.onAttention(attended);
    m_session->setAttended(attended);
}

void Trial::operateAtWhim() {
    if (!m_setting.operates)
        return;
    const double wish = m_operatorRandom.uniform();
    if (wish < (m_isFrozen ? 0.15 : 0.05))
        freeze(!m_isFrozen);
    else if (wish > 0.99)
        wakeUp();
    else if (wish > 0.97)
        checkConnection();
    else if (wish > 0.96)
        setDepth(wish < 0.965 ? 1'000 : 100 + static_cast<int>(m_operatorRandom.uniform() * 300));
}

void Trial::freeze(bool frozen) {
    if (std::exchange(m_isFrozen, frozen) == frozen)
        return;
    log(frozen ? "the view is frozen" : "the view goes on");
    m_verdict.pauses += frozen ? 1 : 0;
    m_guarantees.onFrozen(frozen);
    if (m_held.overflowed())
        m_guarantees.onNewsLost();
    for (const core::EnforcementBatch& batch : m_held.take())
        apply(batch);
    m_guarantees.onCaughtUp();
    m_session->setFrozen(frozen);
}

void Trial::wakeUp() {
    log("the computer was asleep");
    m_guarantees.onResumed();
    m_session->onResumed();
}

void Trial::checkConnection() {
    log("the network may be another one");
    m_guarantees.onUserRetry();
    m_session->checkConnection();
}

void Trial::setDepth(int rows) {
    log("the reach is " + std::to_string(rows));
    m_setting.options.readDepth = rows;
    m_session->setReadDepth(rows);
}

/// Nothing is broken any more. Rows still come and go for a while, then all is quiet.
void Trial::recover() {
    m_chaos.calm();
    attend(true);
    if (!m_session->isSignedIn())
        signIn();
    for (int i = 0; i < 25; ++i) {
        pass(10s);
        m_chaos.live();
        searchAtWhim();
        operateAtWhim();
    }
    freeze(false);
    pass(130s); // the longest transaction, and what comes of it
    if (m_setting.waitsForPeriodicReads) {
        for (int i = 0; i < 19; ++i)
            pass(60s);
        return;
    }
    // Rows of one instant that no page straddles are asked for one by one, some at a time.
    for (int i = 0; i < (m_setting.temper.bulk > 48 ? 8 : 2); ++i) {
        m_session->refresh();
        pass(20s);
    }
    // Five requests a second: thousands of rows take their time, unresolved ones and those in doubt.
    for (int i = 0; i < 6 && (m_world.rows.size() > 1'500 || m_session->status().state != State::Live); ++i)
        pass(10s);
}

Verdict Trial::run() {
    m_verdict.seed = m_seed;
    populate();
    signIn();
    pass(m_chaos.within(5s));
    suffer();
    recover();
    const auto depth = static_cast<std::size_t>(m_setting.options.readDepth) / 2;
    m_guarantees.compare(m_setting.options.rowCap == session::SessionOptions().rowCap ? depth : 0);
    m_verdict.violations = m_guarantees.violations();
    m_verdict.compared = m_guarantees.compared();
    m_verdict.searched = m_guarantees.searched();
    m_verdict.rowsOnServer = m_world.ids([](const World::Row& row) { return row.isVisible(); }).size();
    return m_verdict;
}

} // namespace

Verdict runSchedule(std::uint64_t seed, bool withLog) { return Trial(seed, withLog).run(); }

std::string describe(const Verdict& verdict) {
    std::string text =
        "schedule " + std::to_string(verdict.seed) + " (again: ATTUNE_SEED=" + std::to_string(verdict.seed) + ")";
    for (const std::string& violation : verdict.violations)
        text += "\n  " + violation;
    return text + "\n  states: " + verdict.states.substr(0, 400) + '\n' + verdict.log;
}

} // namespace attune::test
