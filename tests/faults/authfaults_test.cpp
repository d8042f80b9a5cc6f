// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "faultsfixture.h"

using namespace attune;
using namespace std::chrono_literals;
using State = session::ConnectionState;
using test::waitFor;

namespace {

class AuthFaults : public test::FaultsFixture {
protected:
    /// Live, with tokens that are short-lived.
    void liveFor(std::chrono::seconds lifetime, double rate = 50) {
        serveBehindProxies([lifetime, rate](sim::SimOptions& options) {
            options.rows = 300;
            options.rate = rate;
            options.delayScale = 0.1;
            options.accessLifetime = lifetime;
            options.expiryCheck = 500ms;
        });
        if (!HasFatalFailure())
            live();
    }
    [[nodiscard]] qsizetype refreshes() const { return api->sentByClients().count("POST /auth/refresh"); }
};

} // namespace

TEST_F(AuthFaults, tokensThatExpire_areRenewedWithoutAGapAlsoOnASlowRoad) {
    liveFor(8s);
    const test::Road slow{.latency = 150ms, .jitter = 150ms};
    api->setRoads(slow, slow);
    notifier->setRoads(slow, slow);
    ASSERT_TRUE(waitFor([&] { return refreshes() >= 2; }, 30s));
    EXPECT_EQ(session->counters().reconnects, 0U);
    EXPECT_EQ(session->counters().gapsFound, 0U);
    expectRecovery();
}

TEST_F(AuthFaults, renewalThatFailsForAWhile_isCaughtUpWithWhatWasMissed) {
    liveFor(3s);
    control().fail({.pathPrefix = "/auth/refresh", .status = 500, .body = R"({"error":"later"})", .count = 3});
    EXPECT_TRUE(leavesLive(10s)) << "the token expires before there is another one";
    EXPECT_TRUE(comes(State::Live, 30s));
    EXPECT_GE(refreshes(), 4);
    expectRecovery();
}

TEST_F(AuthFaults, handshakeThatNobodyAnswersWithTheTruth_isNotRepeatedWithoutAsking) {
    liveFor(3600s, 0);
    control().fail({.pathPrefix = "/ws", .status = 401, .body = R"({"error":"invalid_token"})", .count = 3});
    notifier->resetAll();
    EXPECT_TRUE(waitFor([&] { return api->sentByClients().contains("GET /auth/me HTTP"); }));
    EXPECT_TRUE(waitFor([&] { return refreshes() == 1; }, 30s)) << "the API takes the token, the notifier does not";
    EXPECT_TRUE(comes(State::Live, 60s));
    EXPECT_EQ(refreshes(), 1);
    expectRecovery();
}

TEST_F(AuthFaults, frozenIdentity_needsALoginAndSaysSoInTheServersWords) {
    liveFor(3600s, 0);
    control().setFrozen(true);
    notifier->resetAll();
    ASSERT_TRUE(comes(State::SignedOut, 60s));
    EXPECT_EQ(session->status().reason, QStringLiteral("Identity is frozen and cannot authenticate"));
    EXPECT_EQ(store.size(), 300U) << "readable until somebody signs in";
    const auto requests = control().stats().requests;
    const auto handshakes = control().stats().handshakes;
    EXPECT_FALSE(waitFor([&] { return control().stats().handshakes > handshakes; }, 3s));
    EXPECT_EQ(control().stats().requests, requests) << "and then it is quiet";
    control().setFrozen(false);
    live();
    expectRecovery();
}

TEST_F(AuthFaults, otherPermissions_takeAwayWhatMayNotBeSeenAnyMore) {
    liveFor(4s, 0);
    std::size_t clears = 0;
    QObject::connect(session.get(), &Session::cleared, &context, [&] { ++clears; });
    const auto all = store.size();
    control().setPermissions(sim::PermissionMode::RulesScoped);
    ASSERT_TRUE(waitFor([&] { return clears == 1; })) << "with the next renewal";
    EXPECT_EQ(store.size(), 0U);
    ASSERT_TRUE(comes(State::Live));
    EXPECT_LT(store.size(), all);
    for (auto seq = store.firstSeq(); seq < store.endSeq(); ++seq)
        ASSERT_FALSE(vocabulary.refs.text(store.row(seq).ruleRef).startsWith(QStringLiteral("net.")));
    control().setPermissions(sim::PermissionMode::Full);
    ASSERT_TRUE(waitFor([&] { return clears == 2; }));
    expectRecovery();
    EXPECT_EQ(store.size(), all);
}

TEST_F(AuthFaults, newSecretOfTheServer_needsALoginAndLosesNothing) {
    liveFor(3600s);
    control().rotateSecret();
    notifier->resetAll();
    ASSERT_TRUE(comes(State::SignedOut, 60s));
    EXPECT_FALSE(session->status().reason.isEmpty());
    live();
    expectRecovery();
}

TEST_F(AuthFaults, signOutAndIn_amidEverything_leavesOneStreamAndNobodyElsesRows) {
    liveFor(3600s, 200);
    for (int i = 0; i < 10; ++i) {
        session->refresh();
        session->signOut();
        EXPECT_EQ(store.size(), 0U);
        ASSERT_FALSE(signIn());
    }
    expectRecovery();
}

TEST_F(AuthFaults, tokenRefusedToRequestsAtOnce_isRenewedOnceAndEachIsSentAgainOnce) {
    liveFor(3600s, 0);
    const auto rows = control().state();
    const test::Road slow{.latency = 100ms};
    api->setRoads(slow, slow);
    ASSERT_TRUE(waitFor([&] { return api->busyLinks() == 0; }));
    control().fail({.pathPrefix = "/api/v1/enforcements/",
                    .status = 401,
                    .body = R"({"error":"Invalid token","code":"UNAUTHORIZED"})",
                    .count = 4});
    std::size_t answers = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        session->fetchEnforcement(rows[i].id, &context, [&](const auto& detail) {
            ++answers;
            EXPECT_TRUE(detail) << detail.error().message.toStdString();
        });
    }
    ASSERT_TRUE(waitFor([&] { return answers == 8; }));
    EXPECT_EQ(refreshes(), 1);
    for (std::size_t i = 0; i < 8; ++i) {
        const QByteArray request = "GET /api/v1/enforcements/" + QByteArray::number(rows[i].id) + ' ';
        EXPECT_EQ(api->sentByClients().count(request), i < 4 ? 2 : 1) << i;
    }
    EXPECT_EQ(state(), State::Live);
    expectRecovery();
    EXPECT_EQ(refreshes(), 1);
}

TEST_F(AuthFaults, detailsThatMayNotBeReadAnyMore_areRefusedAndTakeNothingAway) {
    liveFor(3600s, 0);
    const core::Id id = control().state().back().id;
    std::optional<session::ServiceError> error;
    std::size_t answers = 0;
    const auto fetch = [&] {
        session->fetchEnforcement(id, &context, [&](const auto& detail) {
            ++answers;
            error = detail ? std::nullopt : std::optional(detail.error());
        });
    };
    fetch();
    ASSERT_TRUE(waitFor([&] { return answers == 1; }));
    EXPECT_FALSE(error);
    control().setPermissions(sim::PermissionMode::JuneViewer);
    fetch();
    ASSERT_TRUE(waitFor([&] { return answers == 2; }));
    ASSERT_TRUE(error);
    EXPECT_EQ(error->kind, session::ServiceError::Kind::Forbidden);
    EXPECT_FALSE(error->message.isEmpty());
    EXPECT_EQ(refreshes(), 0) << "another token would be worth no more";
    EXPECT_TRUE(has(id));
    EXPECT_EQ(state(), State::Live);
    expectRecovery();
}
