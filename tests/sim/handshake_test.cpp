// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sim/simclient.h"
#include "support/printers.h"
#include "support/waiting.h"

#include <gtest/gtest.h>

using attune::test::exchange;
using attune::test::handshake;
using attune::test::Listener;
using attune::test::Sim;
using attune::test::waitFor;
using nlohmann::json;
using namespace attune;

namespace {

QByteArray bearer(const QByteArray& token) { return "Authorization: Bearer " + token + "\r\n"; }

QByteArray refreshToken(Sim& sim) {
    const json pair = sim.post(QStringLiteral("/auth/login"), {{"login", "admin"}, {"password", "attune"}}).data();
    return QByteArray::fromStdString(pair["refresh_token"]);
}

} // namespace

TEST(SimHandshake, refusals_carryStatusAndBody) {
    Sim sim;
    const auto none = handshake(sim.endpoints.ws, {});
    EXPECT_EQ(none.statusLine, QByteArray("HTTP/1.1 401 Unauthorized"));
    EXPECT_EQ(none.body, QByteArray(R"({"error":"missing_token"})"));
    EXPECT_TRUE(none.head.contains("application/json"));
    EXPECT_EQ(handshake(sim.endpoints.ws, bearer("nonsense")).body,
              QByteArray(R"({"error":"invalid_or_expired_token"})"));
    EXPECT_EQ(handshake(sim.endpoints.ws, bearer(refreshToken(sim))).body,
              QByteArray(R"({"error":"refresh_tokens_not_allowed"})"));
    EXPECT_EQ(handshake(sim.endpoints.ws, bearer(sim.token), "8").statusLine, QByteArray("HTTP/1.1 400 Bad Request"));
}

TEST(SimHandshake, expiredToken_hasNoLeeway) {
    Sim sim;
    const QByteArray expired = sim.server.control().accessToken(std::chrono::seconds(-1));
    EXPECT_EQ(handshake(sim.endpoints.ws, bearer(expired)).body, QByteArray(R"({"error":"invalid_or_expired_token"})"));
}

TEST(SimHandshake, goodToken_isWelcomed) {
    Sim sim;
    const auto answer = handshake(sim.endpoints.ws, bearer(sim.token));
    EXPECT_EQ(answer.statusLine, QByteArray("HTTP/1.1 101 Switching Protocols"));
    EXPECT_FALSE(answer.head.toLower().contains("sec-websocket-protocol"));
    EXPECT_FALSE(answer.head.toLower().contains("sec-websocket-extensions"));
    EXPECT_TRUE(answer.head.contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")) << "the accept key of RFC 6455";
}

TEST(SimHandshake, schemeOfTheHeader_mayBeInAnyCase) {
    Sim sim;
    EXPECT_TRUE(handshake(sim.endpoints.ws, "authorization: BEARER " + sim.token + "\r\n").statusLine.contains("101"));
}

TEST(SimHandshake, tokenAsSubprotocol_isTakenAndOnlyTheNameEchoed) {
    Sim sim;
    const auto answer =
        handshake(sim.endpoints.ws, "Sec-WebSocket-Protocol: attune.v1, attune.jwt." + sim.token + "\r\n");
    EXPECT_TRUE(answer.statusLine.contains("101"));
    EXPECT_TRUE(answer.head.toLower().contains("sec-websocket-protocol: attune.v1\r") ||
                answer.head.toLower().endsWith("sec-websocket-protocol: attune.v1"))
        << answer.head.toStdString();
}

TEST(SimHandshake, header_winsOverTheSubprotocol) {
    Sim sim;
    const auto answer = handshake(sim.endpoints.ws, bearer("bad") + "Sec-WebSocket-Protocol: attune.v1, attune.jwt." +
                                                        sim.token + "\r\n");
    EXPECT_EQ(answer.body, QByteArray(R"({"error":"invalid_or_expired_token"})"));
}

TEST(SimHandshake, frozenIdentity_isAServerErrorInTheNewestGeneration) {
    Sim sim;
    sim.server.control().setFrozen(true);
    const auto answer = handshake(sim.endpoints.ws, bearer(sim.token));
    EXPECT_EQ(answer.statusLine, QByteArray("HTTP/1.1 500 Internal Server Error"));
    EXPECT_EQ(answer.body, QByteArray(R"({"error":"permission_lookup_failed"})"));
}

TEST(SimHandshake, scriptedFailure_isGivenOnceAndThenNoMore) {
    Sim sim;
    const json failure = {{"path", "/ws"}, {"status", 500}, {"body", R"({"error":"role_lookup_failed"})"}};
    ASSERT_EQ(sim.post(QStringLiteral("/sim/fail"), failure).status, 200);
    EXPECT_EQ(handshake(sim.endpoints.ws, bearer(sim.token)).body, QByteArray(R"({"error":"role_lookup_failed"})"));
    EXPECT_TRUE(handshake(sim.endpoints.ws, bearer(sim.token)).statusLine.contains("101"));
}

TEST(SimHandshake, requestInPieces_isUnderstood) {
    Sim sim;
    const QByteArray received = exchange(
        sim.endpoints.ws,
        {"GE", "T /ws HTTP/1.1\r\nHost: x\r\nConn", "ection: keep-alive, Upgrade\r\nUpgrade: WebSocket\r\n",
         "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n", bearer(sim.token) + "\r\n"},
        "welcome");
    EXPECT_TRUE(received.startsWith("HTTP/1.1 101")) << received.toStdString();
    EXPECT_TRUE(received.contains("Connected to Attune Notifier"));
}

TEST(SimHandshake, requestThatIsNotHttp_endsTheConnection) {
    Sim sim;
    const QByteArray received = exchange(sim.endpoints.ws, {"\x16\x03\x01 hello\r\n\r\n"}, {});
    EXPECT_FALSE(received.contains("101"));
}

TEST(SimHandshake, clientsOfTheProcess_areNumbered) {
    Sim sim;
    Listener first(sim.endpoints.ws, sim.token);
    ASSERT_TRUE(waitFor([&] { return !first.frames.empty(); }));
    Listener second(sim.endpoints.ws, sim.token);
    ASSERT_TRUE(waitFor([&] { return !second.frames.empty(); }));
    EXPECT_EQ(first.frames[0],
              (json{{"type", "welcome"}, {"client_id", "client_1"}, {"message", "Connected to Attune Notifier"}}));
    EXPECT_EQ(second.frames[0]["client_id"], "client_2");
}
