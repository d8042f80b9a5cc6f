// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "tlsfixture.h"

#include <QFile>

using namespace attune;
using test::Certificates;
using test::RawConnection;
using test::RawServer;
using test::waitFor;
using Flaw = Certificates::Flaw;
using Use = net::AuthorityUse;
using Outcome = net::HttpReply::Outcome;

namespace {

class Tls : public test::TlsFixture {
protected:
    static void endAll(const RawServer& server) {
        for (RawConnection* connection : server.connections())
            connection->reset();
    }
};

class RefusedCertificate : public Tls, public ::testing::WithParamInterface<std::pair<Flaw, const char*>> {};

} // namespace

TEST_P(RefusedCertificate, isNamedOnBothRoadsAndSeesNoByte) {
    const auto [flaw, words] = GetParam();
    trust();
    const auto server = certificates->laxServer(flaw);
    ASSERT_TRUE(certificates->work());
    const net::HttpReply reply = ask(request(server->url(QStringLiteral("https"))));
    EXPECT_EQ(reply.outcome, Outcome::Certificate);
    EXPECT_TRUE(reply.message.contains(QString::fromLatin1(words), Qt::CaseInsensitive)) << reply.message.toStdString();
    open(1, server->url(QStringLiteral("wss")));
    const net::StreamEnd end = endOf(1);
    EXPECT_EQ(end.kind, net::StreamEnd::Kind::Certificate);
    EXPECT_EQ(end.message, reply.message);
    EXPECT_EQ(server->connections(), 2);
    EXPECT_TRUE(server->received().isEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    Tls, RefusedCertificate,
    ::testing::Values(std::pair(Flaw::Expired, "expired"), std::pair(Flaw::NotYetValid, "not yet valid"),
                      std::pair(Flaw::WrongHost, "host name"), std::pair(Flaw::SelfSigned, "self-signed"),
                      std::pair(Flaw::UnknownAuthority, "issuer"), std::pair(Flaw::WeakKey, "key"),
                      std::pair(Flaw::Sha1Signature, "SHA1"), std::pair(Flaw::Md5Signature, "MD5"),
                      std::pair(Flaw::OnlyTls10, "TLS 1.2"), std::pair(Flaw::OnlyTls11, "TLS 1.2"),
                      std::pair(Flaw::ForClients, "purpose"), std::pair(Flaw::IssuerIsNoAuthority, "CA certificate"),
                      std::pair(Flaw::MissingIntermediate, "issuer"), std::pair(Flaw::ExpiredIntermediate, "expired"),
                      std::pair(Flaw::PathTooLong, "path"), std::pair(Flaw::ForbiddenName, "permitted")));

/// The servers above would have seen a token.
TEST_F(Tls, goodChain_getsTheTokenOnBothRoads) {
    trust();
    const auto server = certificates->laxServer(Flaw::None);
    post(request(server->url(QStringLiteral("https"))));
    open(1, server->url(QStringLiteral("wss")));
    EXPECT_TRUE(waitFor([&] { return server->received().count("Bearer secret-bearer") == 2; }));
}

TEST_F(Tls, customAuthority_isAcceptedOnBothRoads) {
    trust();
    RawServer server(certificates->serverTls(Flaw::None), answer);
    EXPECT_TRUE(ask(request(server.url())).ok());
    open(1, server.wsUrl());
    EXPECT_TRUE(waitFor([&] { return streams[1].welcomed == 1; }));
    EXPECT_EQ(server.received().count("Bearer secret-bearer"), 2);
}

TEST_F(Tls, withoutTheAuthority_theSameServerIsRefused) {
    RawServer server(certificates->serverTls(Flaw::None), answer);
    EXPECT_EQ(ask(request(server.url())).outcome, Outcome::Certificate);
    EXPECT_TRUE(server.received().isEmpty());
}

TEST_F(Tls, openConnection_isNotUsedOnceItsAuthorityIsNoLongerTrusted) {
    trust();
    RawServer server(certificates->serverTls(Flaw::None), answer);
    EXPECT_TRUE(ask(request(server.url())).ok());
    ASSERT_EQ(transport->setCertificateAuthorities({}, Use::Add), QString());
    EXPECT_EQ(ask(request(server.url())).outcome, Outcome::Certificate);
    EXPECT_EQ(server.received().count("secret-bearer"), 1);
}

TEST_F(Tls, otherCertificateOfTheSameAuthority_isConnectedToAgain) {
    trust();
    RawServer server(certificates->serverTls(Flaw::None), answer);
    EXPECT_TRUE(ask(request(server.url())).ok());
    open(1, server.wsUrl());
    ASSERT_TRUE(waitFor([&] { return streams[1].welcomed == 1; }));
    server.setTls(certificates->serverTls(Flaw::Revoked)); // which no list at hand names
    endAll(server);
    EXPECT_EQ(endOf(1).kind, net::StreamEnd::Kind::Lost);
    EXPECT_TRUE(ask(request(server.url())).ok());
    open(2, server.wsUrl());
    EXPECT_TRUE(waitFor([&] { return streams[2].welcomed == 1; }));
}

TEST_F(Tls, certificateThatTurnsBad_isRefusedOnBothRoadsAndSeesNoByte) {
    trust();
    RawServer server(certificates->serverTls(Flaw::None), answer);
    EXPECT_TRUE(ask(request(server.url())).ok());
    open(1, server.wsUrl());
    ASSERT_TRUE(waitFor([&] { return streams[1].welcomed == 1; }));
    server.setTls(certificates->serverTls(Flaw::Expired));
    endAll(server);
    EXPECT_EQ(endOf(1).kind, net::StreamEnd::Kind::Lost);
    const net::HttpReply reply = ask(request(server.url()));
    EXPECT_EQ(reply.outcome, Outcome::Certificate) << "nothing of the session before vouches for it";
    open(2, server.wsUrl());
    EXPECT_EQ(endOf(2).kind, net::StreamEnd::Kind::Certificate);
    EXPECT_EQ(endOf(2).message, reply.message);
    EXPECT_EQ(server.received().count("secret-bearer"), 2);
}

TEST_F(Tls, replacingAuthorities_leavesNoOtherTrusted) {
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    QSslConfiguration system = before;
    const Certificates others;
    ASSERT_TRUE(others.work());
    system.setCaCertificates(QSslCertificate::fromPath(certificates->authorityFile()));
    QSslConfiguration::setDefaultConfiguration(system); // as if the system trusted the tests' authority
    RawServer server(certificates->serverTls(Flaw::None), answer);
    ASSERT_EQ(transport->setCertificateAuthorities(others.authorityFile(), Use::Add), QString());
    EXPECT_TRUE(ask(request(server.url())).ok());
    ASSERT_EQ(transport->setCertificateAuthorities(others.authorityFile(), Use::Replace), QString());
    EXPECT_EQ(ask(request(server.url())).outcome, Outcome::Certificate);
    open(1, server.wsUrl());
    EXPECT_EQ(endOf(1).kind, net::StreamEnd::Kind::Certificate);
    QSslConfiguration::setDefaultConfiguration(before);
    EXPECT_EQ(server.received().count("secret-bearer"), 1);
}

TEST_F(Tls, authorityFile_thatCannotBeUsedIsNamed) {
    const QString missing = QStringLiteral("/does/not/exist.pem");
    EXPECT_TRUE(transport->setCertificateAuthorities(missing, Use::Add).contains(missing));
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("notes.txt")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("not a certificate");
    file.close();
    EXPECT_TRUE(transport->setCertificateAuthorities(file.fileName(), Use::Replace).contains(QStringLiteral("PEM")));
    EXPECT_FALSE(transport->setCertificateAuthorities(folder.path(), Use::Add).isEmpty());
}

TEST_F(Tls, plainServerBehindHttps_getsNoToken) {
    trust();
    RawServer plain([](RawConnection& connection) { connection.answerJson("{}"); });
    QUrl url = plain.url();
    url.setScheme(QStringLiteral("https"));
    net::HttpRequest request;
    request.url = url;
    request.bearer = "secret-bearer";
    request.timeout = std::chrono::milliseconds(300); // it waits for a request that the client never sends
    EXPECT_FALSE(ask(request).ok());
    EXPECT_FALSE(plain.received().contains("secret-bearer"));
}
