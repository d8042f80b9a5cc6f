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

    RawServer server{answer};
    Relay relay;
};

} // namespace

TEST_F(Proxy, http_carriesRequestsAndStreams) {
    transport->setProxy(relay.url(QStringLiteral("http")));
    useBoth(server);
    EXPECT_EQ(relay.requests, 1);
    EXPECT_EQ(relay.connects, 1);
    EXPECT_EQ(relay.socks, 0);
}

TEST_F(Proxy, socks5_carriesRequestsAndStreams) {
    transport->setProxy(relay.url(QStringLiteral("socks5")));
    useBoth(server);
    EXPECT_EQ(relay.socks, 2);
    EXPECT_EQ(relay.requests + relay.connects, 0);
}

TEST_F(Proxy, direct_asksNobody) {
    transport->setProxy(relay.url(QStringLiteral("http")));
    transport->setProxy(QUrl(QStringLiteral("direct:")));
    useBoth(server);
    EXPECT_EQ(relay.requests + relay.connects + relay.socks, 0);
}

TEST_F(Proxy, deadProxy_isAnErrorAndNotGoneAround) {
    transport->setProxy(QUrl(QStringLiteral("http://127.0.0.1:1")));
    EXPECT_EQ(ask(server.url()).outcome, net::HttpReply::Outcome::Unreachable);
    open(1, server.wsUrl());
    EXPECT_NE(endOf(1).kind, net::StreamEnd::Kind::Certificate);
    EXPECT_TRUE(server.received().isEmpty());
}

TEST_F(Proxy, encryptedConnections_areTunnelled) {
    const Certificates certificates;
    ASSERT_TRUE(certificates.work());
    RawServer secure(certificates.serverTls(Certificates::Flaw::None), answer);
    ASSERT_EQ(transport->setCertificateAuthorities(certificates.authorityFile(), net::AuthorityUse::Add), QString());
    transport->setProxy(relay.url(QStringLiteral("http")));
    useBoth(secure);
    EXPECT_EQ(relay.connects, 2) << "the proxy never sees the token";
    EXPECT_EQ(relay.requests, 0);
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
    EXPECT_EQ(net::proxyFor(QUrl(QStringLiteral("direct:")), QUrl(QStringLiteral("https://far"))).type(),
              QNetworkProxy::NoProxy);
}
