// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "fixture.h"

#include <QDateTime>
#include <QLocale>

using namespace attune;
using test::RawConnection;
using test::RawServer;
using test::waitFor;
using Outcome = net::HttpReply::Outcome;
using namespace std::chrono_literals;

namespace {

class ApiClient : public test::TransportFixture {};

constexpr auto Json = "application/json";

/// Answers everything with the same bytes.
auto say(const QByteArray& bytes) {
    return [bytes](RawConnection& connection) { connection.write(bytes); };
}

} // namespace

TEST_F(ApiClient, request_carriesExactlyItsHeadersAndDecodesOnTheIoThread) {
    RawServer server([](RawConnection& connection) { connection.answerJson(R"({"a":1})"); });
    net::HttpRequest request;
    request.url = server.url(QStringLiteral("/api/v1/enforcements?page=1&per_page=100"));
    request.bearer = "header.payload.signature";
    const net::HttpReply reply = ask(request);
    EXPECT_TRUE(reply.ok());
    EXPECT_TRUE(reply.json);
    EXPECT_EQ(bodyOf(reply), R"({"a":1})");
    EXPECT_EQ(server.last().path(), "/api/v1/enforcements?page=1&per_page=100");
    EXPECT_EQ(server.last().header("Authorization"), "Bearer header.payload.signature");
    EXPECT_EQ(server.last().header("Accept"), Json);
    EXPECT_EQ(server.last().received().count("header.payload.signature"), 1);
    EXPECT_NE(decodedOn.load(), QThread::currentThread());
}

TEST_F(ApiClient, withoutBearer_thereIsNoAuthorizationHeader) {
    RawServer server([](RawConnection& connection) { connection.answerJson("{}"); });
    EXPECT_TRUE(ask(server.url()).ok());
    EXPECT_FALSE(server.received().toLower().contains("authorization"));
}

TEST_F(ApiClient, post_sendsItsBodyAsJson) {
    RawServer server([](RawConnection& connection) { connection.answerJson("{}"); });
    net::HttpRequest request;
    request.method = net::HttpRequest::Method::Post;
    request.url = server.url(QStringLiteral("/auth/login"));
    request.body = R"({"login":"alice"})";
    EXPECT_TRUE(ask(request).ok());
    EXPECT_TRUE(server.last().head().startsWith("POST /auth/login HTTP/1.1"));
    EXPECT_EQ(server.last().header("Content-Type"), Json);
    EXPECT_EQ(server.last().body(), request.body);
}

TEST_F(ApiClient, cookies_areNeverSentBack) {
    RawServer server([](RawConnection& connection) {
        connection.answer(200, Json, "{}", "Set-Cookie: attune_access_token=stale; Path=/\r\n");
    });
    EXPECT_TRUE(ask(server.url()).ok());
    EXPECT_TRUE(ask(server.url()).ok());
    EXPECT_FALSE(server.received().toLower().contains("cookie"));
}

TEST_F(ApiClient, dateOfTheAnswer_tellsHowTheClocksDiffer) {
    RawServer server([](RawConnection& connection) {
        const QDateTime ahead = QDateTime::currentDateTimeUtc().addSecs(600);
        const QByteArray date =
            QLocale::c().toString(ahead, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1();
        connection.answer(200, Json, "{}", "Date: " + date + "\r\n");
    });
    const net::HttpReply reply = ask(server.url());
    ASSERT_TRUE(reply.clockAhead);
    EXPECT_NEAR(static_cast<double>(reply.clockAhead->count()), 600, 5);
}

TEST_F(ApiClient, redirect_isNotFollowed) {
    RawServer evil([](RawConnection& connection) { connection.answerJson("{}"); });
    for (const int status : {301, 302, 303, 307, 308}) {
        RawServer server([&](RawConnection& connection) {
            connection.answer(status, Json, "{}", "Location: " + evil.url().toEncoded() + "/\r\n");
        });
        net::HttpRequest request;
        request.url = server.url();
        request.bearer = "token";
        const net::HttpReply reply = ask(request);
        EXPECT_EQ(reply.outcome, Outcome::Redirected) << status;
        EXPECT_EQ(reply.status, status);
        EXPECT_FALSE(reply.ok());
    }
    EXPECT_TRUE(evil.connections().empty());
}

TEST_F(ApiClient, contentType_mustBeJson) {
    QByteArray type;
    RawServer server([&](RawConnection& connection) { connection.answer(200, type, "{}"); });
    type = "text/html; charset=utf-8";
    net::HttpReply reply = ask(server.url());
    EXPECT_EQ(reply.outcome, Outcome::NotJson);
    EXPECT_TRUE(reply.message.contains(QStringLiteral("text/html")));
    EXPECT_EQ(decodedOn.load(), nullptr);
    type = {};
    EXPECT_EQ(ask(server.url()).outcome, Outcome::NotJson);
    type = "Application/JSON; charset=utf-8";
    EXPECT_EQ(ask(server.url()).outcome, Outcome::Answered);
}

TEST_F(ApiClient, noContent_isNotJson) {
    RawServer server(say("HTTP/1.1 204 No Content\r\n\r\n"));
    EXPECT_EQ(ask(server.url()).outcome, Outcome::NotJson);
}

TEST_F(ApiClient, decoderRefuses_isMalformedWithItsReason) {
    RawServer server([](RawConnection& connection) { connection.answerJson("bad"); });
    const net::HttpReply reply = ask(server.url());
    EXPECT_EQ(reply.outcome, Outcome::Malformed);
    EXPECT_EQ(reply.message, QStringLiteral("the decoder says no"));
    EXPECT_FALSE(reply.value.has_value());
}

TEST_F(ApiClient, errorAnswers_carryStatusAndTheServersWords) {
    RawServer server([](RawConnection& connection) {
        connection.answer(403, Json, R"({"error":"Insufficient permissions: enforcements:read","code":"FORBIDDEN"})");
    });
    const net::HttpReply reply = ask(server.url());
    EXPECT_EQ(reply.outcome, Outcome::Answered);
    EXPECT_EQ(reply.status, 403);
    EXPECT_TRUE(reply.json);
    EXPECT_FALSE(reply.ok());
    EXPECT_EQ(reply.message, QStringLiteral("Insufficient permissions: enforcements:read"));
}

TEST_F(ApiClient, errorPageOfAProxy_isToldApartFromTheServersOwnNo) {
    RawServer server(
        [](RawConnection& connection) { connection.answer(401, "text/html", "<html><b>Log in</b></html>"); });
    const net::HttpReply reply = ask(server.url());
    EXPECT_EQ(reply.outcome, Outcome::Answered);
    EXPECT_EQ(reply.status, 401);
    EXPECT_FALSE(reply.json);
    EXPECT_TRUE(reply.message.isEmpty());
}

TEST_F(ApiClient, challenge_isAnAnswerLikeAnyOther) {
    RawServer server([](RawConnection& connection) {
        connection.answer(401, Json, R"({"error":{"code":401,"message":"Authentication token expired"}})",
                          "WWW-Authenticate: Basic realm=\"x\"\r\n");
    });
    const net::HttpReply reply = ask(server.url());
    EXPECT_EQ(reply.outcome, Outcome::Answered);
    EXPECT_EQ(reply.status, 401);
    EXPECT_EQ(reply.message, QStringLiteral("Authentication token expired"));
    EXPECT_EQ(server.last().requests(), 1);
}

TEST_F(ApiClient, retryAfter_isReadAndCapped) {
    QByteArray value;
    RawServer server([&](RawConnection& connection) {
        connection.answer(429, Json, R"({"error":"slow down"})", "Retry-After: " + value + "\r\n");
    });
    value = "7";
    EXPECT_EQ(ask(server.url()).retryAfter, 7s);
    value = "10000000000";
    EXPECT_EQ(ask(server.url()).retryAfter, 300s);
    value = "-1";
    EXPECT_EQ(ask(server.url()).retryAfter, std::nullopt);
    value = "Wed, 21 Oct 2020 07:28:00 GMT";
    EXPECT_EQ(ask(server.url()).retryAfter, std::nullopt);
    value = "Wed, 21 Oct 2026 07:28:20 GMT\r\nDate: Wed, 21 Oct 2026 07:28:00 GMT";
    EXPECT_EQ(ask(server.url()).retryAfter, 20s);
}

TEST_F(ApiClient, endlessBody_isAbortedWhileItStreams) {
    RawServer server([](RawConnection& connection) {
        connection.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
        auto* timer = new QTimer(&connection);
        QObject::connect(timer, &QTimer::timeout, &connection, [&connection, timer] {
            if (connection.isOpen())
                connection.write(QByteArray(64 * 1024, ' '));
            else
                timer->stop();
        });
        timer->start(0);
    });
    net::HttpRequest request;
    request.url = server.url();
    request.maxBytes = 256 * 1024;
    const net::HttpReply reply = ask(request);
    EXPECT_EQ(reply.outcome, Outcome::TooLarge);
    EXPECT_TRUE(reply.message.contains(QStringLiteral("262144")));
    EXPECT_TRUE(waitFor([&] { return !server.last().isOpen(); }));
}

TEST_F(ApiClient, bodyAtTheLimit_isRead) {
    RawServer server([](RawConnection& connection) { connection.answerJson(QByteArray(1000, ' ')); });
    net::HttpRequest request;
    request.url = server.url();
    request.maxBytes = 1000;
    EXPECT_TRUE(ask(request).ok());
    request.maxBytes = 999;
    EXPECT_EQ(ask(request).outcome, Outcome::TooLarge);
}

TEST_F(ApiClient, compressedBody_isRead) {
    RawServer server([](RawConnection& connection) {
        connection.answer(200, Json, qCompress(QByteArray(R"({"packed":true})")).mid(4),
                          "Content-Encoding: deflate\r\n");
    });
    EXPECT_EQ(bodyOf(ask(server.url())), R"({"packed":true})");
}

TEST_F(ApiClient, decompressionBomb_isRefused) {
    const QByteArray bomb = qCompress(QByteArray(16 * 1024 * 1024, ' '), 9).mid(4);
    ASSERT_LT(bomb.size(), 100'000);
    RawServer server(
        [&](RawConnection& connection) { connection.answer(200, Json, bomb, "Content-Encoding: deflate\r\n"); });
    net::HttpRequest request;
    request.url = server.url();
    request.maxBytes = 1024 * 1024;
    const net::HttpReply reply = ask(request);
    EXPECT_FALSE(reply.ok());
    EXPECT_TRUE(reply.outcome == Outcome::TooLarge || reply.outcome == Outcome::Malformed);
    EXPECT_EQ(decodedOn.load(), nullptr);
}

TEST_F(ApiClient, silence_timesOut) {
    RawServer server([](RawConnection& /*connection*/) {});
    net::HttpRequest request;
    request.url = server.url();
    request.timeout = 100ms;
    EXPECT_EQ(ask(request).outcome, Outcome::TimedOut);
}

TEST_F(ApiClient, trickle_endsAtTheDeadline) {
    RawServer server([](RawConnection& connection) {
        connection.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n");
        auto* timer = new QTimer(&connection);
        QObject::connect(timer, &QTimer::timeout, &connection, [&connection] { connection.write(" "); });
        timer->start(20ms);
    });
    net::HttpRequest request;
    request.url = server.url();
    request.timeout = 10s;
    request.deadline = 300ms;
    EXPECT_EQ(ask(request).outcome, Outcome::TimedOut);
}

TEST_F(ApiClient, nobodyListens_isUnreachable) {
    const net::HttpReply reply = ask(unreachable());
    EXPECT_EQ(reply.outcome, Outcome::Unreachable);
    EXPECT_EQ(reply.status, 0);
    EXPECT_FALSE(reply.message.isEmpty());
}

TEST_F(ApiClient, answerThatBreaksOff_isUnreachableNotMalformed) {
    RawServer server([](RawConnection& connection) {
        connection.write(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"items\":[");
        connection.finish();
    });
    EXPECT_EQ(ask(server.url()).outcome, Outcome::Unreachable);
    EXPECT_EQ(decodedOn.load(), nullptr);
}

TEST_F(ApiClient, otherProtocol_isUnreachable) {
    RawServer server([](RawConnection& connection) {
        connection.write("SSH-2.0-OpenSSH_9.2\r\n");
        connection.finish();
    });
    EXPECT_EQ(ask(server.url()).outcome, Outcome::Unreachable);
}

TEST_F(ApiClient, cancelledRequest_endsItsConnectionAndSaysNothing) {
    RawServer server([](RawConnection& /*connection*/) {});
    net::HttpRequest request;
    request.url = server.url();
    const net::RequestId id = post(request);
    ASSERT_TRUE(waitFor([&] { return !server.connections().empty() && server.last().requests() == 1; }));
    transport->cancelRequest(id);
    transport->cancelRequest(id);
    EXPECT_TRUE(waitFor([&] { return !server.last().isOpen(); }));
    settle();
    EXPECT_FALSE(replies.contains(id));
}

TEST_F(ApiClient, forgottenConnections_areNotUsedAgainButFinishTheirRequests) {
    std::vector<RawConnection*> waiting;
    RawServer server([&](RawConnection& connection) {
        if (connection.path() == "/slow")
            waiting.push_back(&connection);
        else
            connection.answerJson("{}");
    });
    EXPECT_TRUE(ask(server.url()).ok());
    EXPECT_TRUE(ask(server.url()).ok());
    EXPECT_EQ(server.connections().size(), 1U);
    net::HttpRequest slow;
    slow.url = server.url(QStringLiteral("/slow"));
    const net::RequestId id = post(slow);
    ASSERT_TRUE(waitFor([&] { return waiting.size() == 1; }));
    transport->forgetConnections();
    EXPECT_TRUE(ask(server.url()).ok());
    EXPECT_EQ(server.connections().size(), 2U);
    waiting.front()->answerJson("{}");
    EXPECT_TRUE(waitFor([&] { return replies.contains(id); }));
    EXPECT_TRUE(replies[id].ok());
}

TEST_F(ApiClient, transportDestroyed_whileRequestsAreUnderWay) {
    RawServer server([](RawConnection& /*connection*/) {});
    for (int i = 0; i < 3; ++i) {
        net::HttpRequest request;
        request.url = server.url();
        post(request);
    }
    ASSERT_TRUE(waitFor([&] { return server.connections().size() == 3; }));
    transport.reset();
    EXPECT_TRUE(waitFor([&] { return !server.last().isOpen(); }));
    EXPECT_TRUE(replies.empty());
}
