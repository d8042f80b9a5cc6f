// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sim/simclient.h"
#include "support/printers.h"

#include <gtest/gtest.h>

using attune::test::Response;
using attune::test::Sim;
using nlohmann::json;
using namespace attune;

namespace {

Response login(Sim& sim, const json& body) { return sim.post(QStringLiteral("/auth/login"), body); }

json claimsOf(const std::string& token) {
    const QByteArray body = QByteArray::fromStdString(token).split('.').at(1);
    return json::parse(QByteArray::fromBase64(body, QByteArray::Base64UrlEncoding).toStdString());
}

} // namespace

TEST(SimAuth, settings_offerPasswordsOnly) {
    Sim sim;
    sim.token.clear();
    const json data = sim.get(QStringLiteral("/auth/settings")).data();
    EXPECT_EQ(data["local_password_enabled"], true);
    EXPECT_EQ(data["ldap_enabled"], false);
    EXPECT_EQ(data["oidc_enabled"], false);
    EXPECT_TRUE(data["ldap_provider_label"].is_null());
    EXPECT_EQ(data["self_registration_enabled"], false);
}

TEST(SimAuth, goodPassword_givesATokenPairThatWorks) {
    sim::SimOptions options;
    options.accessLifetime = std::chrono::seconds(1234);
    Sim sim(options);
    const json data = login(sim, {{"login", "admin"}, {"password", "attune"}}).data();
    EXPECT_EQ(data["token_type"], "Bearer");
    EXPECT_EQ(data["expires_in"], 1234);
    EXPECT_EQ(data["user"]["login"], "admin");
    const json claims = claimsOf(data["access_token"]);
    EXPECT_EQ(claims["token_type"], "access");
    EXPECT_TRUE(claims["sub"].is_string());
    EXPECT_EQ(claims["exp"].get<int>() - claims["iat"].get<int>(), 1234);
    EXPECT_FALSE(claims.contains("scope"));
    sim.token = QByteArray::fromStdString(data["access_token"]);
    const json me = sim.get(QStringLiteral("/auth/me")).data();
    EXPECT_EQ(me["login"], "admin");
    EXPECT_TRUE(me["effective_permissions"][0]["actions"].is_array());
    EXPECT_TRUE(me["assigned_permission_set_refs"].is_array());
}

TEST(SimAuth, badCredentials_areRefusedWithOneText) {
    Sim sim;
    for (const json& body :
         {json{{"login", "admin"}, {"password", "no"}}, json{{"login", "x"}, {"password", "attune"}}}) {
        const Response answer = login(sim, body);
        EXPECT_EQ(answer.status, 401);
        EXPECT_EQ(answer.json(), (json{{"error", "Invalid login or password"}, {"code", "UNAUTHORIZED"}}));
    }
}

TEST(SimAuth, badBodies_getTheExtractorsAnswers) {
    Sim sim;
    const auto post = [&](const QByteArray& body, const QByteArray& type) {
        return sim.request("POST", QStringLiteral("/auth/login"), body, {{"Content-Type", type}});
    };
    EXPECT_EQ(post("{", "application/json").status, 400);
    EXPECT_EQ(post("{}", "application/json").status, 422);
    EXPECT_TRUE(post("{}", "application/json").contentType.startsWith("text/plain"));
    EXPECT_EQ(post(R"({"login":1,"password":"x"})", "application/json").status, 422);
    EXPECT_EQ(post(R"({"login":"a","password":"b"})", "text/plain").status, 415);
    EXPECT_EQ(post('"' + QByteArray(2100 * 1024, 'x') + '"', "application/json").status, 413);
    const Response empty = login(sim, {{"login", ""}, {"password", "x"}});
    EXPECT_EQ(empty.status, 422);
    EXPECT_EQ(empty.json()["code"], "VALIDATION_ERROR");
}

TEST(SimAuth, refresh_givesANewPairWithoutUser) {
    Sim sim;
    const json pair = login(sim, {{"login", "admin"}, {"password", "attune"}}).data();
    const Response again = sim.post(QStringLiteral("/auth/refresh"), {{"refresh_token", pair["refresh_token"]}});
    EXPECT_EQ(again.status, 200);
    EXPECT_FALSE(again.data().contains("user"));
    EXPECT_TRUE(again.data().contains("refresh_token"));
    EXPECT_EQ(sim.post(QStringLiteral("/auth/refresh"), {{"refresh_token", pair["access_token"]}}).status, 401);
    EXPECT_EQ(sim.post(QStringLiteral("/auth/refresh")).status, 401);
    EXPECT_EQ(sim.post(QStringLiteral("/auth/refresh"), {{"refresh_token", ""}}).status, 422);
}

TEST(SimAuth, integrationToken_signsInUntilItIsRevoked) {
    Sim sim;
    const auto tokenLogin = [&](const char* token) {
        return sim.post(QStringLiteral("/auth/token-login"), {{"token", token}});
    };
    const json pair = tokenLogin("attune_it_demo").data();
    EXPECT_EQ(claimsOf(pair["access_token"])["scope"], "integration_token");
    EXPECT_EQ(claimsOf(pair["access_token"])["metadata"]["auth_method"], "integration_token");
    EXPECT_EQ(tokenLogin("attune_it_other").json(), (json{{"error", "Invalid token"}, {"code", "UNAUTHORIZED"}}));
    const json refresh = {{"refresh_token", pair["refresh_token"]}};
    EXPECT_EQ(sim.post(QStringLiteral("/auth/refresh"), refresh).status, 200);
    sim.server.control().setIntegrationTokenRevoked(true);
    EXPECT_EQ(sim.post(QStringLiteral("/auth/refresh"), refresh).status, 401);
    EXPECT_EQ(tokenLogin("attune_it_demo").status, 401);
    sim.token = QByteArray::fromStdString(pair["access_token"]);
    EXPECT_EQ(sim.get(QStringLiteral("/auth/me")).status, 200) << "an access token outlives the revocation";
}

TEST(SimAuth, integrationTokenOfJune_looksOrdinary) {
    sim::SimOptions options;
    options.generation = sim::Generation::June;
    Sim sim(options);
    const json pair = sim.post(QStringLiteral("/auth/token-login"), {{"token", "attune_it_demo"}}).data();
    EXPECT_FALSE(claimsOf(pair["access_token"]).contains("scope"));
    EXPECT_EQ(sim.post(QStringLiteral("/auth/oidc/device/start")).status, 404);
}

TEST(SimAuth, bearerErrors_haveTheirOwnShape) {
    Sim sim;
    const auto message = [&](const QByteArray& token) {
        sim.token = token;
        const Response answer = sim.get(QStringLiteral("/api/v1/enforcements"));
        EXPECT_EQ(answer.status, 401);
        EXPECT_EQ(answer.json()["error"]["code"], 401);
        return answer.json()["error"].value("message", "");
    };
    EXPECT_EQ(message({}), "Missing authentication token");
    EXPECT_EQ(message("nonsense"), "Invalid authentication token");
    EXPECT_EQ(message(sim.server.control().accessToken(std::chrono::seconds(-61))), "Authentication token expired");
    sim.token.clear();
    const json pair = login(sim, {{"login", "admin"}, {"password", "attune"}}).data();
    EXPECT_EQ(message(QByteArray::fromStdString(pair["refresh_token"])), "Invalid authentication token");
}

TEST(SimAuth, expiredToken_stillWorksForAMinuteOnRest) {
    Sim sim;
    sim.token = sim.server.control().accessToken(std::chrono::seconds(-30));
    EXPECT_EQ(sim.get(QStringLiteral("/auth/me")).status, 200);
}

TEST(SimAuth, forgedToken_isRefused) {
    Sim sim;
    const QList<QByteArray> parts = sim.token.split('.');
    const auto encode = [](const QByteArray& text) {
        return text.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    sim.token = encode(R"({"alg":"none","typ":"JWT"})") + '.' + parts[1] + '.';
    EXPECT_EQ(sim.get(QStringLiteral("/auth/me")).status, 401);
    sim.token = parts[0] + '.' + encode(R"({"sub":"1","exp":99999999999,"token_type":"access"})") + '.' + parts[2];
    EXPECT_EQ(sim.get(QStringLiteral("/auth/me")).status, 401);
}

TEST(SimAuth, rotatedSecret_makesEveryTokenWorthless) {
    Sim sim;
    const json pair = login(sim, {{"login", "admin"}, {"password", "attune"}}).data();
    ASSERT_EQ(sim.post(QStringLiteral("/sim/identity"), {{"rotate_secret", true}}).status, 200);
    EXPECT_EQ(sim.get(QStringLiteral("/auth/me")).status, 401);
    EXPECT_EQ(sim.post(QStringLiteral("/auth/refresh"), {{"refresh_token", pair["refresh_token"]}}).status, 401);
}

TEST(SimAuth, frozenIdentity_isForbidden) {
    Sim sim;
    ASSERT_EQ(sim.post(QStringLiteral("/sim/identity"), {{"frozen", true}}).status, 200);
    EXPECT_EQ(login(sim, {{"login", "admin"}, {"password", "attune"}}).status, 403);
    EXPECT_EQ(sim.get(QStringLiteral("/auth/me")).status, 403);
}

TEST(SimAuth, otherWaysIn_sayWhatTheyAre) {
    Sim sim;
    const Response ldap = sim.post(QStringLiteral("/auth/ldap/login"), {{"login", "a"}, {"password", "b"}});
    EXPECT_EQ(ldap.status, 501);
    EXPECT_EQ(ldap.json()["code"], "NOT_IMPLEMENTED");
    EXPECT_EQ(sim.post(QStringLiteral("/auth/oidc/device/start")).status, 501);
    EXPECT_EQ(sim.get(QStringLiteral("/auth/logout")).status, 307);
}
