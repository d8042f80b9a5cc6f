// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/permissionwatch.h"
#include "auth/signinflow.h"
#include "auth/signinmemory.h"
#include "auth/tokenkeeper.h"
#include "connection/connectionmachine.h"
#include "dispatcher.h"
#include "history/groundchecker.h"
#include "history/historyreader.h"
#include "ratemeter.h"
#include "requester.h"
#include "sessionlog.h"
#include "sync/gaps/countcheck.h"
#include "sync/syncengine.h"

#include "attune/session/session.h"

#include <QPointer>

#include <functional>
#include <vector>

namespace attune::session {

/// The parts of a session and the wiring between them. The status is computed from the parts, never stored as a wish.
class Session::Private : public QObject {
    Q_OBJECT
public:
    Private(Session& owner, std::unique_ptr<net::Transport> theTransport, core::Vocabulary& theVocabulary,
            core::ServerClock& theClock, core::Random& random, SessionOptions theOptions);

    void beginSignIn(const Profile& newProfile, const Credentials& credentials, QObject* context,
                     SignInService::Done done);
    /// The same, with what an earlier sign-in left behind.
    void resume(const Profile& newProfile, bool mayBeLate, QObject* context, SignInService::Done done);
    void cancelSignIn();
    void forgetSignIn();
    void onSignInDone(const SignInFlow::Outcome& outcome);
    void signOut(const QString& reason);
    void setFrozen(bool frozen);
    void noteNewsLost();
    void setReadDepth(int rows);
    void setRowCap(std::size_t rows);
    void readPinned();
    void searchOlder(const core::EnforcementFilter& filter);
    void updateStatus();
    [[nodiscard]] SessionCounters counters();

    Session& session;
    core::Vocabulary& vocabulary;
    core::Clock& clock; // of this computer
    SessionOptions options;
    Dispatcher dispatcher;
    ReadSink sink{dispatcher.queue()};
    std::unique_ptr<net::Transport> transport; // before everything that talks through it
    TokenKeeper tokens;
    Requester requester;
    PermissionWatch permissions;
    ConnectionMachine machine;
    SyncEngine engine;
    CountCheck countCheck;
    SearchedGrounds grounds;
    HistoryReader history;
    GroundChecker checker;
    SessionLog log;
    SignInMemory memory;
    Profile profile;
    ConnectionStatus status;
    const core::EnforcementStore* store = nullptr;
    std::uint64_t contradictions = 0; // met by the reader
    std::vector<QPointer<QObject>> executionWatchers;
    std::vector<core::Id> pinned;
    std::unique_ptr<SignInFlow> signIn;

private:
    void connectParts();
    void connectReaders();
    void connectHistory();
    void suspectFrame();
    void forgetHistory();
    void connectPermissions();
    void handOver(const core::EnforcementBatch& batch);
    void onPhaseChanged();
    void onPermissionsChanged();
    void clear();
    void startOver();
    void trustOwnServer() const;
    void startSignIn(const Profile& newProfile, SignInSecret secret);
    using Recalled = core::Result<QByteArray, SecretError>;
    /// Then `go on` with the password for the proxy, typed or remembered; empty when there is none.
    void withProxyPassword(const Profile& newProfile, const QString& typed, bool mayBeLate,
                           std::function<void(const QString&)> goOn);
    void onRecalled(const Profile& newProfile, const QString& proxyPassword, const Recalled& recalled);
    void answerSignIn(const std::optional<SignInProblem>& problem);
    void rememberSignIn();
    void learnSecrets(const Profile& newProfile, const SignInSecret& secret) const;
    void learnTokens() const;
    void adopt(const Profile& newProfile, const core::TokenGrant& grant);
    void tick();
    [[nodiscard]] ConnectionState currentState() const;
    [[nodiscard]] QString currentReason(ConnectionState state) const;
    [[nodiscard]] QString currentActivity() const;
    [[nodiscard]] core::UtcMicros completeSince() const;
    void fillTimes(ConnectionStatus& next) const;

    QPointer<QObject> m_signInContext;
    std::unique_ptr<QObject> m_recall; // while the keychain is asked
    SignInService::Done m_signInDone;
    net::RequestId m_nextSignInRequest;
    bool m_streamWasGood = false;
    bool m_hasIdentity = false; // rows of an identity may be on show, signed in or not
    bool m_isFrozen = false;
    bool m_hasLostNews = false; // while it is frozen; what was read then may be among it, too
    QString m_signedOutReason;
    std::uint64_t m_brokenStreams = 0;
    RateMeter m_rate;
    std::unique_ptr<core::Timer> m_ticker;
    QString m_proxyPassword; // of `profile`
};

} // namespace attune::session
