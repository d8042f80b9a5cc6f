// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcementfilter.h"
#include "attune/core/random.h"
#include "attune/core/serverclock.h"
#include "attune/core/updatequeue.h"
#include "attune/session/connectionstatus.h"
#include "attune/session/detailservice.h"
#include "attune/session/historysearch.h"
#include "attune/session/signinservice.h"

#include <QObject>

#include <memory>
#include <vector>

namespace attune::core {
class EnforcementStore;
class KnownSecrets;
} // namespace attune::core
namespace attune::net {
class Transport;
}

namespace attune::session {

class SecretStore;

struct SessionOptions {
    int readDepth = 5'000;        ///< the reach: newest rows to be read, at least 100; the first thousand at once
    std::size_t rowCap = 100'000; ///< rows the caller keeps
    /// Updates that may wait for the caller; beyond, they are dropped and read again.
    std::size_t maxPending = core::UpdateQueue::MaxPending;
    SecretStore* secrets = nullptr;             ///< outlives the session; none = every sign-in ends with the program
    core::KnownSecrets* knownSecrets = nullptr; ///< outlives the session; told every secret before it is used
};

/// One signed-in identity on one server: signs in, keeps the connection, keeps the cache true, answers windows. The
/// only object widgets and programs talk to. GUI thread (or the one thread of a console program).
class Session : public QObject, public SignInService, public DetailService {
    Q_OBJECT
public:
    /// `transport` runs the sockets; `vocabulary`, `clock` and `random` outlive the session. It keeps the clock in step
    /// with the server's; the times in its status, timeline and rejections are by the one of this computer.
    Session(std::unique_ptr<net::Transport> transport, core::Vocabulary& vocabulary, core::ServerClock& clock,
            core::Random& random, SessionOptions options, QObject* parent = nullptr);
    ~Session() override;

    void signIn(const Profile& profile, const Credentials& credentials, QObject* context, Done done) override;
    void resume(const Profile& profile, bool mayBeLate, QObject* context, Done done) override;
    void cancelSignIn() override;
    void forget(const Profile& profile) override;
    void forgetProxy(const Profile& profile) override;
    /// Forgets the tokens, also those in the keychain, and every pending answer; emits cleared().
    void signOut();
    /// The operator cannot wait for the back-off.
    void retryNow();
    /// The machine or the program was asleep: connects anew at once.
    void onResumed();
    /// The network may have changed, or the operator is back: asks for a sign of life, or connects at once.
    void checkConnection();
    /// Reads the newest rows again now.
    void refresh();
    /// Whether somebody may be looking, which is so until the caller says otherwise. While nobody does, the list is
    /// read more rarely and attempts to connect are further apart; afterwards what is overdue is made up for at once.
    void setAttended(bool attended);
    /// The reader holds back what batchReady() brings, and the store stays behind: no difference between it and the
    /// server means anything until this is over.
    void setFrozen(bool frozen);
    /// The reader has not kept all that batchReady() brought: from now on nothing is known to be complete, until all of
    /// it has been read again. That begins when nothing is held back any more.
    void noteNewsLost();
    /// The reach. A greater one than before is read in the background.
    void setReadDepth(int rows);
    /// Rows the caller keeps, 0 = all of them.
    void setRowCap(std::size_t rows);
    /// Rows that somebody looks at. Those that are older than what is complete are read one by one whenever the list is
    /// checked for what the stream has not told.
    void setPinned(const std::vector<core::Id>& ids);
    /// Pages backwards through rows older than what is loaded, as far as the server itself can, with its own filters;
    /// what it finds comes like everything else by batchReady(). Again: goes on where it ended. Without effect while
    /// nobody is signed in.
    void searchOlder(const core::EnforcementFilter& filter);
    /// What was found stays, and the search can go on.
    void cancelSearch();
    /// The operator looks for something else.
    void forgetSearch();
    [[nodiscard]] const HistorySearch& search() const;

    [[nodiscard]] const ConnectionStatus& status() const;
    [[nodiscard]] SessionCounters counters() const;
    [[nodiscard]] const std::vector<TimelineEntry>& timeline() const; ///< the last 50, oldest first
    [[nodiscard]] const std::vector<Rejection>& rejections() const;   ///< the last 50, oldest first
    [[nodiscard]] const Profile& profile() const;
    [[nodiscard]] bool isSignedIn() const;

    /// The cache that batchReady() feeds, so that reading can tell what is missing or gone; not owned, may be null.
    void setStore(const core::EnforcementStore* store);
    /// What a plan of the store could not use or contradicted: the session reads these ids by detail.
    void requestHydration(const std::vector<core::Id>& ids);
    /// How many contradictions a plan of the store has met: counted.
    void noteContradictions(std::size_t count);

    void fetchEnforcement(core::Id id, QObject* context, ServiceDone<core::EnforcementDetail> done) override;
    void fetchEvent(core::Id id, QObject* context, ServiceDone<core::EventDetail> done) override;
    void fetchExecutions(core::Id enforcement, QObject* context, ServiceDone<core::ExecutionPage> done) override;
    void fetchExecution(core::Id id, QObject* context, ServiceDone<core::ExecutionDetail> done) override;
    void fetchRule(const QString& ref, QObject* context, ServiceDone<core::RuleDetail> done) override;
    void fetchTrigger(const QString& ref, QObject* context, ServiceDone<core::TriggerDetail> done) override;
    void setRuleEnabled(const QString& ref, bool enabled, QObject* context,
                        ServiceDone<core::RuleDetail> done) override;
    void cancelExecution(core::Id id, QObject* context, ServiceDone<core::ExecutionDetail> done) override;
    void fetchRuleRefs(QObject* context, ServiceDone<std::vector<QString>> done) override;
    void fetchTriggerRefs(QObject* context, ServiceDone<std::vector<QString>> done) override;
    void watchExecutions(QObject* watcher) override;
    [[nodiscard]] QUrl apiUrl() const override;

Q_SIGNALS:
    void statusChanged(const attune::session::ConnectionStatus& status);
    void timelineChanged();
    void searchChanged(const attune::session::HistorySearch& search);
    /// At most once per frame; the receiver merges it into its store.
    void batchReady(const attune::core::EnforcementBatch& batch);
    void executionsChanged(const std::vector<attune::core::ExecutionUpdate>& updates);
    void ruleChanged(const QString& ruleRef, bool enabled);
    /// Another identity or server: everything shown so far must go.
    void cleared();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace attune::session
