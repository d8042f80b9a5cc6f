// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "certificates.h"
#include "fixture.h"
#include "proxychoice.h"
#include "relay.h"

using namespace attune;
using test::Certificates;
using test::RawConnection;
using test::RawServer;
using test::Relay;
using test::waitFor;

namespace {

void answer(RawConnection& connection) {
    if (connection.path() == "/ws") {
        connection.acceptWebSocket();
        connection.sendText(R"({"type":"welcome","client_id":"c"})");
    } else {
        connection.answerJson("{}");
    }
}

class Proxy : public test::TransportFixture {
protected:
    /// One request and one stream by way of what was set.
    void useBoth(const RawServer& theServer) {
        EXPECT_TRUE(ask(theServer.url(QStringLiteral("/x"))).ok());
        open(1, theServer.wsUrl());
        EXPECT_TRUE(waitFor([&] { return streams[1].welcomed == 1; }));
    }

    void useProxy(const char* scheme, const QString& user = {}, const QString& password = {}) {
        transport->setProxy({relay.url(QString::fromLatin1(scheme)), user, password});
    }
    [[nodiscard]] QString name() { return relay.url(QStringLiteral("http")).authority(); }
    [[nodiscard]] net::HttpRequest withToken(const RawServer& theServer) {
        net::HttpRequest request;
        request.url = theServer.url();
        request.bearer = "secret-bearer";
        return request;
    }

    RawServer server{answer};
    Relay relay;
};

class ProxyLogin : public Proxy, public ::testing::WithParamInterface<const char*> {
protected:
    ProxyLogin() { relay.demand("alice", "pr\xC3\xB6xy:word"); }
    const QString password = QStringLiteral("pr\u00F6xy:word");
};
INSTANTIATE_TEST_SUITE_P(Kinds, ProxyLogin, ::testing::Values("http", "socks5"));

} // namespace

TEST_F(Proxy, http_carriesRequestsAndStreams) {
    useProxy("http");
    useBoth(server);
    EXPECT_EQ(relay.requests, 1);
    EXPECT_EQ(relay.connects, 1);
    EXPECT_EQ(relay.socks, 0);
}

TEST_F(Proxy, socks5_carriesRequestsAndStreams) {
    useProxy("socks5");
    useBoth(server);
    EXPECT_EQ(relay.socks, 2);
    EXPECT_EQ(relay.requests + relay.connects, 0);
}

TEST_F(Proxy, direct_asksNobody) {
    useProxy("http");
    transport->setProxy({QUrl(QStringLiteral("direct:")), {}, {}});
    useBoth(server);
    EXPECT_EQ(relay.requests + relay.connects + relay.socks, 0);
}

TEST_F(Proxy, deadProxy_isAnErrorAndNotGoneAround) {
    transport->setProxy({QUrl(QStringLiteral("http://127.0.0.1:1")), {}, {}});
    EXPECT_EQ(ask(server.url()).outcome, net::HttpReply::Outcome::Unreachable);
    open(1, server.wsUrl());
    EXPECT_NE(endOf(1).kind, net::StreamEnd::Kind::Certificate);
    EXPECT_TRUE(server.received().isEmpty());
}

TEST_F(Proxy, encryptedConnections_areTunnelled) {
    Certificates certificates;
    ASSERT_TRUE(certificates.work());
    RawServer secure(certificates.serverTls(Certificates::Flaw::None), answer);
    ASSERT_EQ(transport->setCertificateAuthorities(certificates.authorityFile(), net::AuthorityUse::Add), QString());
    useProxy("http");
    useBoth(secure);
    EXPECT_EQ(relay.connects, 2) << "the proxy never sees the token";
    EXPECT_EQ(relay.requests, 0);
}

TEST_P(ProxyLogin, rightLogin_opensBothRoads) {
    useProxy(GetParam(), QStringLiteral("alice"), password);
    useBoth(server);
    EXPECT_GE(relay.requests + relay.connects + relay.socks, 2);
    EXPECT_FALSE(server.received().contains("Proxy-Authorization"));
}

TEST_P(ProxyLogin, missingLogin_isSaidWithTheNameOfTheProxy) {
    useProxy(GetParam());
    const net::HttpReply reply = ask(server.url());
    EXPECT_EQ(reply.outcome, net::HttpReply::Outcome::ProxyDenied);
    EXPECT_EQ(reply.message, QStringLiteral("the proxy %1 asks for a login").arg(name()));
    EXPECT_EQ(ask(QUrl(QStringLiteral("https://far.example.com/"))).message, reply.message);
    open(1, server.wsUrl());
    EXPECT_EQ(endOf(1).kind, net::StreamEnd::Kind::Refused);
    EXPECT_EQ(endOf(1).message, reply.message);
    EXPECT_TRUE(server.received().isEmpty());
}

TEST_P(ProxyLogin, wrongLogin_isSaidAndNotRepeatedForEver) {
    useProxy(GetParam(), QStringLiteral("alice"), QStringLiteral("wrong"));
    const net::HttpReply reply = ask(server.url());
    EXPECT_EQ(reply.outcome, net::HttpReply::Outcome::ProxyDenied);
    EXPECT_EQ(reply.message, QStringLiteral("the proxy %1 does not accept its login or password").arg(name()));
    EXPECT_EQ(ask(QUrl(QStringLiteral("https://far.example.com/"))).message, reply.message);
    open(1, server.wsUrl());
    EXPECT_EQ(endOf(1).message, reply.message);
    EXPECT_LE(relay.denials, 8);
    EXPECT_TRUE(server.received().isEmpty());
}

TEST_P(ProxyLogin, proxy_neverSeesTheTokenOfAnEncryptedConnection) {
    Certificates certificates;
    ASSERT_TRUE(certificates.work());
    RawServer secure(certificates.serverTls(Certificates::Flaw::None), answer);
    ASSERT_EQ(transport->setCertificateAuthorities(certificates.authorityFile(), net::AuthorityUse::Add), QString());
    useProxy(GetParam(), QStringLiteral("alice"), password);
    EXPECT_TRUE(ask(withToken(secure)).ok());
    open(1, secure.wsUrl());
    EXPECT_TRUE(waitFor([&] { return streams[1].welcomed == 1; }));
    EXPECT_TRUE(secure.received().contains("secret-bearer"));
    EXPECT_FALSE(relay.seen().contains("secret-bearer"));
    EXPECT_FALSE(relay.seen().contains("Bearer"));
    EXPECT_GT(relay.seen().size(), 500) << "it was looked at";
    EXPECT_FALSE(secure.received().contains("Proxy-Authorization"));
    EXPECT_FALSE(secure.received().contains(QByteArray("alice:" + password.toUtf8()).toBase64()));
}

TEST_F(Proxy, login_isGivenToTheProxyOnly) {
    transport->setProxy({QUrl(QStringLiteral("direct:")), QStringLiteral("alice"), QStringLiteral("word")});
    useBoth(server);
    EXPECT_FALSE(server.received().contains("Proxy"));
}

TEST(ProxyChoice, login_alsoServesTheProxyOfTheSystem) {
    qputenv("https_proxy", "http://secure.example.com:3129");
    const QUrl target(QStringLiteral("https://far.example.com/"));
    const auto proxy = net::proxyFor({{}, QStringLiteral("alice"), QStringLiteral("word")}, target);
    EXPECT_EQ(proxy.user(), QStringLiteral("alice"));
    EXPECT_EQ(proxy.password(), QStringLiteral("word"));
    qputenv("https_proxy", "http://bob:his@secure.example.com:3129");
    EXPECT_EQ(net::proxyFor({}, target).user(), QStringLiteral("bob"));
    qunsetenv("https_proxy");
}

TEST(ProxyChoice, system_isTheSameForBothRoadsAndNeverForThisMachine) {
    qputenv("http_proxy", "http://proxy.example.com:3128");
    qputenv("https_proxy", "http://secure.example.com:3129");
    const auto hostFor = [](const char* target) {
        return net::proxyFor({}, QUrl(QString::fromLatin1(target))).hostName();
    };
    EXPECT_EQ(hostFor("http://far.example.com/"), QStringLiteral("proxy.example.com"));
    EXPECT_EQ(hostFor("ws://far.example.com/ws"), QStringLiteral("proxy.example.com"));
    EXPECT_EQ(hostFor("https://far.example.com/"), QStringLiteral("secure.example.com"));
    EXPECT_EQ(hostFor("wss://far.example.com/ws"), QStringLiteral("secure.example.com"));
    for (const char* here : {"http://localhost:8080", "ws://127.0.0.1:8081/ws", "https://[::1]/"})
        EXPECT_EQ(net::proxyFor({}, QUrl(QString::fromLatin1(here))).type(), QNetworkProxy::NoProxy) << here;
    qunsetenv("http_proxy");
    qunsetenv("https_proxy");
    EXPECT_EQ(net::proxyFor({QUrl(QStringLiteral("direct:")), {}, {}}, QUrl(QStringLiteral("https://far"))).type(),
              QNetworkProxy::NoProxy);
}

TEST(ProxyChoice, exceptionsOfTheSystem_holdForBothRoads) {
    qputenv("http_proxy", "http://proxy.example.com:3128");
    qputenv("https_proxy", "http://proxy.example.com:3128");
    const auto goesDirect = [](const char* scheme, const char* host) {
        const QUrl target(QStringLiteral("%1://%2/").arg(QLatin1String(scheme), QLatin1String(host)));
        return net::proxyFor({}, target).type() == QNetworkProxy::NoProxy;
    };
    for (const char* variable : {"no_proxy", "NO_PROXY"}) {
        for (const char* exceptions : {"near.example.org", ".example.org", "a.test, .example.org", "*", "other.test"}) {
            qputenv(variable, exceptions);
            const QByteArray all(exceptions);
            for (const char* scheme : {"http", "ws", "https", "wss"}) {
                EXPECT_EQ(goesDirect(scheme, "near.example.org"), all != "other.test") << scheme << ' ' << exceptions;
                EXPECT_EQ(goesDirect(scheme, "far.example.com"), all == "*") << scheme << ' ' << exceptions;
            }
        }
        qunsetenv(variable);
    }
    qunsetenv("http_proxy");
    qunsetenv("https_proxy");
}
