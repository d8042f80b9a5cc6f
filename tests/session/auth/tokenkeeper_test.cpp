// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "parts.h"

using namespace attune;
using session::TokenKeeper;
using Outcome = net::HttpReply::Outcome;
using namespace std::chrono_literals;

namespace {

class TokenKeeperTest : public test::PartsFixture {
protected:
    TokenKeeperTest() {
        QObject::connect(&tokens, &TokenKeeper::renewed, &context, [this] { ++renewals; });
        QObject::connect(&tokens, &TokenKeeper::rejected, &context, [this](const QString& why) { rejected = why; });
        QObject::connect(&tokens, &TokenKeeper::postponed, &context,
                         [this](const QString& why, std::chrono::milliseconds delay) {
                             postponed = why;
                             delays.push_back(delay);
                         });
        QObject::connect(&tokens, &TokenKeeper::certificateRefused, &context,
                         [this](const QString& why) { certificate = why; });
    }

    int renewals = 0;
    std::optional<QString> rejected;
    std::optional<QString> postponed;
    std::optional<QString> certificate;
    std::vector<std::chrono::milliseconds> delays;
};

} // namespace

TEST_F(TokenKeeperTest, renewsAtFourFifthsOfTheLifeWithTheRefreshToken) {
    signIn(1000);
    EXPECT_TRUE(tokens.isSignedIn());
    pass(799s);
    EXPECT_TRUE(transport.sent.empty());
    pass(1s);
    const net::HttpRequest& request = transport.request(only(QStringLiteral("/auth/refresh")));
    EXPECT_EQ(request.method, net::HttpRequest::Method::Post);
    EXPECT_EQ(request.url, QUrl(QStringLiteral("http://127.0.0.1:8080/auth/refresh")));
    EXPECT_EQ(request.body, R"({"refresh_token":"refresh-access-1"})");
    EXPECT_TRUE(request.bearer.isEmpty());
    transport.answer(request.id, grantJson("access-2", 500));
    EXPECT_EQ(renewals, 1);
    EXPECT_EQ(tokens.bearer(), "access-2");
    pass(400s);
    EXPECT_EQ(transport.request(only()).body, R"({"refresh_token":"refresh-access-2"})");
}

TEST_F(TokenKeeperTest, wallClockThatJumps_changesNothing) {
    signIn(1000);
    clock.setNow(clock.now() + 365LL * 86'400 * 1'000'000);
    EXPECT_FALSE(tokens.expires());
    pass(700s);
    clock.setNow(0);
    EXPECT_TRUE(transport.sent.empty());
    pass(100s);
    EXPECT_EQ(transport.sent.size(), 1U);
}

TEST_F(TokenKeeperTest, expires_knowsTheMargin) {
    signIn(100);
    EXPECT_FALSE(tokens.expires());
    EXPECT_FALSE(tokens.expires(98s));
    EXPECT_TRUE(tokens.expires(99s)) << "a token of 100 s may live but 99: it expires at a whole second";
    clock.advance(99s);
    EXPECT_TRUE(tokens.expires());
    signIn(1);
    EXPECT_FALSE(tokens.expires());
}

TEST_F(TokenKeeperTest, oneRenewalAtATime_wakesEveryoneWhoWaits) {
    signIn();
    int fresh = 0;
    for (int i = 0; i < 8; ++i)
        tokens.refreshed("access-1", &context, [&](bool ok) { fresh += ok ? 1 : 0; });
    tokens.refresh();
    EXPECT_EQ(transport.sent.size(), 1U);
    transport.answer(only(), grantJson("access-2"));
    EXPECT_EQ(fresh, 8);
    tokens.refreshed("access-1", &context, [&](bool ok) { fresh += ok ? 1 : 0; });
    EXPECT_EQ(fresh, 9) << "somebody renewed it meanwhile";
    EXPECT_EQ(transport.sent.size(), 1U);
}

TEST_F(TokenKeeperTest, waiterThatIsGone_isNotCalled) {
    signIn();
    auto gone = std::make_unique<QObject>();
    bool called = false;
    tokens.refreshed("access-1", gone.get(), [&](bool) { called = true; });
    gone.reset();
    transport.answer(only(), grantJson("access-2"));
    EXPECT_FALSE(called);
}

TEST_F(TokenKeeperTest, serverThatAsksForTime_getsIt) {
    signIn(1000);
    pass(800s);
    transport.retryAfter = 90s;
    transport.answer(only(), 429, errorJson("too many requests"));
    EXPECT_EQ(delays, (std::vector<std::chrono::milliseconds>{90s}));
    pass(89s);
    EXPECT_TRUE(transport.waiting().empty());
    pass(1s);
    EXPECT_EQ(transport.waiting().size(), 1U);
}

TEST_F(TokenKeeperTest, networkFailure_isTriedAgainForEver) {
    signIn(1000);
    pass(800s);
    int answers = 0;
    const std::vector<Outcome> outcomes{Outcome::Unreachable, Outcome::TimedOut, Outcome::NotJson, Outcome::Redirected,
                                        Outcome::TooLarge};
    for (; answers < 200; ++answers) {
        ASSERT_TRUE(test::passUntil(clock, 16s, [&] { return !transport.waiting().empty(); })) << answers;
        if (answers % 7 == 6)
            transport.answer(only(), 500, errorJson("no"));
        else if (answers % 7 == 5)
            transport.answer(only(), "not json");
        else
            transport.fail(only(), outcomes[static_cast<std::size_t>(answers % 7)]);
    }
    EXPECT_TRUE(tokens.isSignedIn());
    EXPECT_FALSE(rejected);
    EXPECT_EQ(delays.size(), 200U);
    EXPECT_LE(*std::max_element(delays.begin(), delays.end()), 15s);
    EXPECT_GE(*std::max_element(delays.begin(), delays.end()), 10s);
    ASSERT_TRUE(test::passUntil(clock, 16s, [&] { return !transport.waiting().empty(); }));
    transport.answer(only(), grantJson("access-2"));
    EXPECT_EQ(tokens.bearer(), "access-2");
    EXPECT_FALSE(tokens.expires());
}

TEST_F(TokenKeeperTest, whileATryIsPostponed_whoeverNeedsATokenWaitsWithIt) {
    signIn();
    tokens.refresh();
    transport.fail(only(), Outcome::Unreachable);
    bool fresh = false;
    tokens.refreshed("access-1", &context, [&](bool ok) { fresh = ok; });
    EXPECT_TRUE(transport.waiting().empty());
    tokens.refresh();
    EXPECT_EQ(transport.waiting().size(), 1U) << "an explicit wish does not wait";
    transport.answer(only(), grantJson("access-2"));
    EXPECT_TRUE(fresh);
    pass(60s);
    EXPECT_EQ(transport.sent.size(), 2U) << "the postponed try is off";
}

TEST_F(TokenKeeperTest, serversOwnNo_endsTheSignIn) {
    for (const int status : {401, 403}) {
        rejected.reset();
        signIn();
        bool fresh = true;
        tokens.refreshed("access-1", &context, [&](bool ok) { fresh = ok; });
        transport.answer(only(), status, errorJson("Identity is frozen"));
        EXPECT_EQ(rejected, QStringLiteral("Identity is frozen")) << status;
        EXPECT_FALSE(tokens.isSignedIn());
        EXPECT_TRUE(tokens.bearer().isEmpty());
        EXPECT_FALSE(fresh);
    }
    pass(24h);
    EXPECT_EQ(transport.sent.size(), 2U);
}

TEST_F(TokenKeeperTest, reasonIsTold_beforeItsConsequences) {
    signIn();
    bool knewWhy = false;
    tokens.refreshed("access-1", &context, [&](bool) { knewWhy = rejected.has_value(); });
    transport.answer(only(), 401, errorJson("expired"));
    EXPECT_TRUE(knewWhy);
}

TEST_F(TokenKeeperTest, pageOfAProxy_doesNotEndTheSignIn) {
    signIn();
    tokens.refresh();
    transport.answer(only(), 403, "<html>Forbidden</html>", false);
    EXPECT_FALSE(rejected);
    EXPECT_TRUE(postponed);
    EXPECT_TRUE(tokens.isSignedIn());
}

TEST_F(TokenKeeperTest, refusedCertificate_isNotTriedAgainByItself) {
    signIn();
    tokens.refresh();
    transport.fail(only(), Outcome::Certificate, QStringLiteral("expired"));
    EXPECT_EQ(certificate, QStringLiteral("expired"));
    pass(24h);
    EXPECT_EQ(transport.sent.size(), 1U);
    tokens.resume();
    EXPECT_EQ(transport.sent.size(), 2U);
    tokens.resume();
    EXPECT_EQ(transport.sent.size(), 2U);
}

TEST_F(TokenKeeperTest, resume_doesNothingWhileTheNextRenewalIsPlanned) {
    signIn();
    tokens.resume();
    EXPECT_TRUE(transport.sent.empty());
}

TEST_F(TokenKeeperTest, forget_cancelsAndWakesWithNo) {
    signIn();
    std::optional<bool> fresh;
    tokens.refreshed("access-1", &context, [&](bool ok) { fresh = ok; });
    const net::RequestId id = only();
    tokens.forget();
    EXPECT_EQ(fresh, false);
    EXPECT_EQ(transport.cancelled, std::vector{id});
    EXPECT_FALSE(tokens.isSignedIn());
    tokens.refreshed("access-1", &context, [&](bool ok) { fresh = ok; });
    tokens.refresh();
    EXPECT_EQ(transport.sent.size(), 1U);
    pass(24h);
    EXPECT_EQ(transport.sent.size(), 1U);
}

TEST_F(TokenKeeperTest, lateAnswerToAForgottenRenewal_isNotAdopted) {
    signIn();
    tokens.refresh();
    const net::RequestId old = only();
    tokens.forget();
    signIn(3600, "other");
    net::HttpReply late;
    late.id = old;
    late.outcome = Outcome::Answered;
    late.status = 200;
    core::TokenGrant grant;
    grant.accessToken = "stolen";
    grant.refreshToken = "stolen";
    grant.expiresInSeconds = 100;
    late.value = grant;
    Q_EMIT transport.requestFinished(late);
    EXPECT_EQ(tokens.bearer(), "other");
}

TEST_F(TokenKeeperTest, baseWithAPath_isKept) {
    core::TokenGrant grant;
    grant.accessToken = "a";
    grant.refreshToken = "r";
    grant.expiresInSeconds = 10;
    tokens.adopt(QUrl(QStringLiteral("https://host/attune")), grant);
    pass(8s);
    EXPECT_EQ(transport.request(only()).url, QUrl(QStringLiteral("https://host/attune/auth/refresh")));
}
