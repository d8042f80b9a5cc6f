// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sessionfixture.h"

using namespace attune;
using session::ProfileField;
using session::Session;
using Kind = net::StreamEnd::Kind;
using Outcome = net::HttpReply::Outcome;
using namespace std::chrono_literals;

namespace {

constexpr core::UtcMicros Second = 1'000'000;

class SessionTest : public test::SessionFixture {};

} // namespace

TEST_F(SessionTest, beforeSigningIn_isSignedOutAndSilent) {
    EXPECT_EQ(state(), State::SignedOut);
    EXPECT_FALSE(session->isSignedIn());
    session->refresh();
    session->retryNow();
    session->requestHydration({1, 2});
    session->signOut();
    pass(1h);
    EXPECT_TRUE(transport->sent.empty());
    EXPECT_EQ(clears, 0);
    EXPECT_EQ(session->status().reason, QString());
}

TEST_F(SessionTest, signIn_goesThroughItsStatesToLive) {
    server->fill(200);
    live();
    EXPECT_TRUE(answered);
    EXPECT_FALSE(problem);
    EXPECT_EQ(states, (std::vector{State::Connecting, State::Syncing, State::Live}));
    const session::ConnectionStatus& status = session->status();
    EXPECT_EQ(status.profileName, QStringLiteral("prod"));
    EXPECT_EQ(status.login, QStringLiteral("alice"));
    EXPECT_EQ(status.host, QStringLiteral("127.0.0.1:8080"));
    EXPECT_FALSE(status.plainText);
    EXPECT_EQ(status.attempt, 0);
    EXPECT_EQ(status.dataAsOf, clock.now());
    EXPECT_EQ(status.completeSince, 0);
    EXPECT_EQ(status.nextAttempt, core::UnknownTime);
    EXPECT_EQ(session->apiUrl(), profile.api);
    EXPECT_EQ(transport->stream(newest()).request.url, QUrl(QStringLiteral("ws://127.0.0.1:8081/ws")));
    ASSERT_EQ(session->timeline().size(), 3U);
    EXPECT_EQ(session->timeline().back().to, State::Live);
}

TEST_F(SessionTest, live_meansWhatItSays) {
    server->fill(100);
    live();
    const auto expectNotLive = [this](const char* what) { EXPECT_NE(state(), State::Live) << what; };
    server->disconnect();
    expectNotLive("no stream");
    ASSERT_TRUE(comes(State::Live));
    session->refresh();
    expectNotLive("a sync is under way");
    ASSERT_TRUE(comes(State::Live));
    transport->errorFrame(newest(), QStringLiteral("Malformed message"));
    expectNotLive("the server complained");
    ASSERT_TRUE(comes(State::Live));
    server->notifierFrozen = true;
    EXPECT_TRUE(test::passUntil(clock, 16s, [&] { return state() != State::Live; })) << "no sign of life";
    server->notifierFrozen = false;
    ASSERT_TRUE(comes(State::Live));
    server->restDown = true;
    EXPECT_TRUE(test::passUntil(clock, 66s, [&] { return state() == State::Delayed; })) << "nothing vouches for it";
    server->restDown = false;
    ASSERT_TRUE(comes(State::Live));
    transport->end(newest(), Kind::Certificate, 0, QStringLiteral("changed"));
    EXPECT_EQ(state(), State::CertificateRefused);
    session->retryNow();
    ASSERT_TRUE(comes(State::Live));
    session->signOut();
    EXPECT_EQ(state(), State::SignedOut);
}

TEST_F(SessionTest, reconnect_isNeverLiveBeforeItHasCaughtUp) {
    server->fill(10);
    live();
    server->notifierDown = true;
    server->disconnect();
    pass(20s); // meanwhile the list is read without a stream
    server->notifierDown = false;
    states.clear();
    ASSERT_TRUE(comes(State::Live));
    ASSERT_GE(states.size(), 2U);
    const auto live = std::find(states.begin(), states.end(), State::Live);
    ASSERT_NE(live, states.begin());
    EXPECT_EQ(*(live - 1), State::Syncing);
}

TEST_F(SessionTest, statusIsToldOnlyWhenItDiffers) {
    server->fill(10);
    live();
    std::optional<session::ConnectionStatus> last;
    QObject::connect(session.get(), &Session::statusChanged, &context, [&](const session::ConnectionStatus& status) {
        EXPECT_TRUE(!last || *last != status);
        EXPECT_EQ(status, session->status());
        last = status;
    });
    server->create();
    pass(5min);
    EXPECT_TRUE(last);
}

TEST_F(SessionTest, offline_tellsWhyAndWhen) {
    live();
    server->notifierDown = true;
    server->disconnect();
    EXPECT_EQ(state(), State::Offline);
    EXPECT_EQ(session->status().reason, QStringLiteral("gone"));
    EXPECT_GE(session->status().nextAttempt, clock.now());
    EXPECT_EQ(session->status().since, clock.now());
    ASSERT_TRUE(test::passUntil(clock, 1min, [&] { return session->status().attempt == 3; }));
    EXPECT_LE(session->status().dataAsOf, clock.now());
}

TEST_F(SessionTest, lastMessageAndLag_comeFromTheStream) {
    live();
    server->create();
    pass(3s);
    EXPECT_NEAR(static_cast<double>(clock.now() - session->status().lastMessage), 3e6, 1.1e6);
    transport->counters().lagMicros = 1234;
    pass(1s);
    EXPECT_EQ(session->status().lag, std::chrono::microseconds(1234));
    EXPECT_EQ(session->counters().notifications, 1U);
    EXPECT_GE(session->counters().received, 3U);
    EXPECT_GE(session->counters().requests, 2U);
    EXPECT_GE(session->counters().requestsLastMinute, 2);
}

TEST_F(SessionTest, wrongPassword_isSaidAndChangesNothing) {
    signIn(QStringLiteral("wrong"));
    ASSERT_TRUE(test::passUntil(clock, 5s, [&] { return answered; }));
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->field, ProfileField::Secret);
    EXPECT_EQ(state(), State::SignedOut);
    EXPECT_FALSE(session->isSignedIn());
    pass(1h);
    EXPECT_TRUE(transport->streams.empty());
}

TEST_F(SessionTest, wrongPassword_leavesTheSessionThatRunsAlone) {
    profile.caFile = QStringLiteral("/dev/null");
    live();
    session::Profile other = profile;
    other.name = QStringLiteral("other");
    other.caFile.clear();
    session->signIn(other, QStringLiteral("wrong"), &context, [this](const auto& what) { problem = what; });
    ASSERT_TRUE(test::passUntil(clock, 5s, [&] { return problem.has_value(); }));
    EXPECT_EQ(state(), State::Live);
    EXPECT_EQ(session->profile().name, QStringLiteral("prod"));
    EXPECT_EQ(transport->authorities, (QStringList{QStringLiteral("/dev/null"), {}, QStringLiteral("/dev/null")}))
        << "its own authorities are trusted again";
}

TEST_F(SessionTest, cancelledSignIn_neverAnswersAndTrustsTheOldAuthoritiesAgain) {
    live();
    session->signIn(profile, QStringLiteral("secret"), &context, [](const auto&) { ADD_FAILURE(); });
    session->cancelSignIn();
    session->cancelSignIn();
    pass(1min);
    EXPECT_EQ(transport->authorities.size(), 3);
    EXPECT_EQ(state(), State::Live);
}

TEST_F(SessionTest, secondSignIn_takesTheFirstOnesPlaceAndIgnoresItsLateAnswers) {
    session->signIn(profile, QStringLiteral("first"), &context, [](const auto&) { ADD_FAILURE(); });
    pass(25ms);
    const net::RequestId late = transport->sent.back().id;
    EXPECT_TRUE(transport->sent.back().body.contains("first"));
    signIn();
    EXPECT_NE(transport->sent.back().id, late);
    net::HttpReply reply;
    reply.id = late;
    reply.outcome = Outcome::Answered;
    reply.status = 401;
    reply.json = true;
    Q_EMIT transport->requestFinished(reply);
    EXPECT_FALSE(answered);
    ASSERT_TRUE(test::passUntil(clock, 5s, [&] { return answered; }));
    EXPECT_FALSE(problem);
}

TEST_F(SessionTest, askerThatIsGone_isNotAnswered) {
    auto gone = std::make_unique<QObject>();
    session->signIn(profile, QStringLiteral("secret"), gone.get(), [](const auto&) { ADD_FAILURE(); });
    gone.reset();
    EXPECT_TRUE(comes(State::Live)) << "it is signed in all the same";
}

TEST_F(SessionTest, badProfile_isRefusedBeforeAnythingIsSent) {
    profile.api = QUrl(QStringLiteral("http://192.0.2.7:8080"));
    signIn();
    EXPECT_FALSE(answered) << "never before signIn() returns";
    test::deliverEvents();
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->field, ProfileField::Api);
    EXPECT_TRUE(transport->sent.empty());
    profile.allowPlainText = true;
    live();
    EXPECT_TRUE(session->status().plainText);
}

TEST_F(SessionTest, plainNotifierElsewhere_isMarked) {
    profile.ws = QUrl(QStringLiteral("ws://192.0.2.7/ws"));
    signIn();
    test::deliverEvents();
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->field, ProfileField::Ws);
    profile.allowPlainText = true;
    live();
    EXPECT_TRUE(session->status().plainText);
    EXPECT_EQ(transport->stream(newest()).request.url, profile.ws);
}

TEST_F(SessionTest, signOut_forgetsEverythingAndClears) {
    server->fill(100);
    live();
    const auto oldSink = transport->stream(newest()).request.sink;
    server->create();
    pass(15ms); // the notification is on its way
    session->signOut();
    EXPECT_EQ(state(), State::SignedOut);
    EXPECT_EQ(clears, 1);
    EXPECT_EQ(session->status().login, QString());
    EXPECT_EQ(session->status().completeSince, core::UnknownTime);
    EXPECT_TRUE(session->profile().name.isEmpty());
    EXPECT_TRUE(transport->openStreams().empty());
    core::EnforcementUpdate late;
    late.row.id = 4711;
    oldSink->push(late);
    const auto requests = transport->sent.size();
    const int before = batches;
    pass(1h);
    EXPECT_EQ(batches, before) << "not a row after the table was cleared";
    EXPECT_EQ(store.size(), 0U);
    EXPECT_EQ(transport->sent.size(), requests);
    EXPECT_EQ(clock.pendingCalls(), 0U) << "nothing wakes up any more";
}

TEST_F(SessionTest, otherProfile_showsNothingOfTheFirst) {
    server->fill(100);
    live();
    session::Profile other = profile;
    other.name = QStringLiteral("staging");
    const auto pending = transport->waiting();
    session->signIn(other, QStringLiteral("secret"), &context, [](const auto&) {});
    ASSERT_TRUE(test::passUntil(clock, 5s, [&] { return clears == 1; }));
    EXPECT_EQ(store.size(), 0U);
    EXPECT_EQ(session->profile().name, QStringLiteral("staging"));
    ASSERT_TRUE(comes(State::Live));
    EXPECT_EQ(difference(), "");
    EXPECT_EQ(transport->openStreams().size(), 1U);
}

TEST_F(SessionTest, switchDuringAWalk_isClean) {
    server->fill(1500);
    for (int i = 0; i < 30; ++i) {
        signIn();
        pass(std::chrono::milliseconds(20 + 13 * i));
    }
    ASSERT_TRUE(comes(State::Live));
    EXPECT_EQ(difference(), "");
    EXPECT_EQ(transport->openStreams().size(), 1U);
}

TEST_F(SessionTest, signInRefusedByTheServer_keepsTheRowsReadableAndDated) {
    server->fill(100);
    server->tokenLifetime = 100;
    live();
    const core::UtcMicros liveUntil = clock.now();
    server->frozenAccount = true;
    ASSERT_TRUE(comes(State::SignedOut, 3min));
    EXPECT_EQ(session->status().reason, QStringLiteral("Identity is frozen"));
    EXPECT_EQ(session->timeline().back().reason, QStringLiteral("Identity is frozen"));
    EXPECT_EQ(clears, 0);
    EXPECT_EQ(store.size(), 100U);
    EXPECT_GE(session->status().dataAsOf, liveUntil);
    EXPECT_EQ(session->profile().name, QStringLiteral("prod"));
    EXPECT_EQ(session->status().login, QStringLiteral("alice"));
    const auto requests = transport->sent.size();
    pass(1h);
    EXPECT_EQ(transport->sent.size(), requests);
    server->frozenAccount = false;
    live();
    EXPECT_EQ(clears, 1) << "another sign-in may be another identity";
}

TEST_F(SessionTest, signInRefused_ofANamelessProfile_isClearedBeforeTheNext) {
    server->fill(100);
    server->tokenLifetime = 100;
    profile.name.clear();
    live();
    server->frozenAccount = true;
    ASSERT_TRUE(comes(State::SignedOut, 3min));
    server->frozenAccount = false;
    live();
    EXPECT_EQ(clears, 1);
}

TEST_F(SessionTest, tokenRenewals_leaveNoGap) {
    server->fill(100);
    server->tokenLifetime = 30;
    live();
    for (int i = 0; i < 300; ++i) {
        const core::Id id = server->create();
        pass(1s);
        EXPECT_TRUE(has(id)) << "second " << i;
        EXPECT_EQ(state(), State::Live);
        EXPECT_LE(transport->openStreams().size(), 2U);
    }
    EXPECT_GE(server->count(QStringLiteral("/auth/refresh")), 9);
    EXPECT_EQ(session->counters().gapsFound, 0U);
    EXPECT_EQ(session->counters().reconnects, 0U);
}

TEST_F(SessionTest, revokedToken_isRenewedAtTheFirst401) {
    server->fill(100);
    live();
    server->rotateTokens();
    pass(2min);
    EXPECT_EQ(server->count(QStringLiteral("/auth/refresh")), 1);
    EXPECT_EQ(state(), State::Live);
}

TEST_F(SessionTest, certificateOfTheApiRefused_stopsEverythingUntilTheOperatorActs) {
    server->fill(100);
    live();
    server->restCertificateBad = true;
    ASSERT_TRUE(comes(State::CertificateRefused, 2min));
    EXPECT_EQ(session->status().reason, QStringLiteral("The certificate has expired"));
    EXPECT_TRUE(transport->openStreams().empty());
    EXPECT_EQ(store.size(), 100U);
    const auto requests = transport->sent.size();
    pass(30min);
    EXPECT_EQ(transport->sent.size(), requests);
    server->restCertificateBad = false;
    session->retryNow();
    EXPECT_TRUE(comes(State::Live));
}

TEST_F(SessionTest, overload_readsEverythingAgain) {
    server->fill(1500);
    live();
    ASSERT_EQ(difference(), "");
    store.clear(); // as if the rows had been in the queue that was dropped
    overflow();
    EXPECT_EQ(state(), State::Syncing);
    EXPECT_EQ(session->status().completeSince, core::UnknownTime);
    ASSERT_TRUE(comes(State::Live));
    EXPECT_GE(store.size(), 1000U);
    EXPECT_EQ(difference(), "");
}

TEST_F(SessionTest, retryNow_connectsAtOnce) {
    live();
    server->notifierDown = true;
    server->disconnect();
    pass(2min);
    server->notifierDown = false;
    if (state() != State::Offline) {
        ASSERT_TRUE(comes(State::Offline));
    }
    session->retryNow();
    EXPECT_EQ(state(), State::Connecting);
    EXPECT_TRUE(comes(State::Live, 2s));
}

TEST_F(SessionTest, windowThatWatchesExecutions_subscribesThem) {
    const auto wants = [this] {
        const QString texts = transport->stream(newest()).texts.join(u' ');
        return texts.lastIndexOf(QStringLiteral("entity_type:execution\",\"type\":\"subscribe")) >
               texts.lastIndexOf(QStringLiteral("entity_type:execution\",\"type\":\"unsubscribe"));
    };
    live();
    EXPECT_FALSE(wants());
    auto first = std::make_unique<QObject>();
    auto second = std::make_unique<QObject>();
    session->watchExecutions(first.get());
    session->watchExecutions(second.get());
    EXPECT_TRUE(wants());
    first.reset();
    EXPECT_TRUE(wants());
    second.reset();
    EXPECT_FALSE(wants());
}

TEST_F(SessionTest, executionsAndRules_arePassedOn) {
    live();
    std::size_t executions = 0;
    QString rule;
    QObject::connect(session.get(), &Session::executionsChanged, &context,
                     [&](const auto& updates) { executions += updates.size(); });
    QObject::connect(session.get(), &Session::ruleChanged, &context,
                     [&](const QString& ref, bool enabled) { rule = ref + (enabled ? u'+' : u'-'); });
    core::ExecutionUpdate execution;
    execution.row.id = 5;
    transport->stream(newest()).request.sink->push(execution);
    transport->stream(newest()).request.sink->push(
        core::RuleNotification{vocabulary.refs.intern("ops.disk_full").value(), false});
    pass(20ms);
    EXPECT_EQ(executions, 1U);
    EXPECT_EQ(rule, QStringLiteral("ops.disk_full-"));
}

TEST_F(SessionTest, destroyedAtAnyMoment_isSilent) {
    server->fill(500);
    for (int i = 0; i < 60; ++i) {
        core::ServerClock otherClock(clock);
        auto owned = std::make_unique<test::ScriptedTransport>(clock);
        auto* network = owned.get();
        auto fake = std::make_unique<test::FakeServer>(*network, clock, random, vocabulary);
        fake->fill(300);
        auto other = std::make_unique<Session>(std::move(owned), vocabulary, otherClock, random, options);
        QObject::connect(other.get(), &Session::cleared, &context, [] { ADD_FAILURE(); });
        other->signIn(profile, QStringLiteral("secret"), &context, [](const auto&) {});
        pass(std::chrono::milliseconds(7 * i));
        bool called = false;
        other->fetchEvent(1, &context, [&](const auto&) { called = true; });
        fake.reset(); // speaks through the transport that dies with the session
        other.reset();
        pass(100ms);
        EXPECT_FALSE(called);
    }
}

TEST_F(SessionTest, signedOutWithinAnyStatus_staysSignedOut) {
    server->fill(300);
    for (int round = 0; round < 60; ++round) {
        signIn();
        int left = round;
        const auto connection = QObject::connect(session.get(), &Session::statusChanged, &context, [&] {
            if (left-- == 0)
                session->signOut();
        });
        pass(3s);
        QObject::disconnect(connection);
        session->signOut();
        const auto requests = transport->sent.size();
        pass(1min);
        EXPECT_EQ(transport->sent.size(), requests) << "round " << round;
        EXPECT_TRUE(transport->openStreams().empty());
        EXPECT_EQ(clock.pendingCalls(), 0U);
    }
}

TEST_F(SessionTest, clockThatDiffersFromTheServers_changesNothingAndIsSaid) {
    server->fill(100);
    transport->clockAhead = 10min;
    live();
    EXPECT_EQ(session->status().clockAhead, 10min);
    transport->clockAhead = 10min - 1s; // an answer that was longer on its way
    pass(2min);
    EXPECT_EQ(state(), State::Live);
    EXPECT_EQ(session->status().clockAhead, 10min);
    EXPECT_EQ(difference(), "");
    transport->clockAhead = 0s; // somebody has set the clock
    pass(2min);
    EXPECT_EQ(session->status().clockAhead, 0s);
}

TEST_F(SessionTest, clockJumps_changeNoConnection) {
    server->fill(100);
    live();
    for (const core::UtcMicros jump : {-365 * 86'400 * Second, 2 * 365 * 86'400 * Second, -7'200 * Second}) {
        clock.setNow(clock.now() + jump);
        pass(2min);
        EXPECT_EQ(state(), State::Live);
    }
    EXPECT_EQ(transport->streams.size(), 1U);
    EXPECT_EQ(server->count(QStringLiteral("/auth/refresh")), 0);
}
