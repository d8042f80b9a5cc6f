// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "tlsfixture.h"

#include <QFile>

using namespace attune;
using test::Certificates;
using test::RawServer;
using test::waitFor;
using Flaw = Certificates::Flaw;
using Lists = Certificates::Lists;
using Use = net::AuthorityUse;
using Outcome = net::HttpReply::Outcome;

namespace {

class Revocation : public test::TlsFixture {};

struct RefusedCase {
    Flaw flaw;
    Lists lists;
    const char* words;
};

class RefusedByList : public Revocation, public ::testing::WithParamInterface<RefusedCase> {};
class UnusableList : public Revocation, public ::testing::WithParamInterface<std::pair<Lists, const char*>> {};

} // namespace

TEST_P(RefusedByList, isNamedOnBothRoadsAndSeesNoByte) {
    const RefusedCase refused = GetParam();
    trust(certificates->authorityFile(refused.lists));
    const auto server = certificates->laxServer(refused.flaw);
    ASSERT_TRUE(certificates->work());
    const net::HttpReply reply = ask(request(server->url(QStringLiteral("https"))));
    EXPECT_EQ(reply.outcome, Outcome::Certificate);
    EXPECT_TRUE(reply.message.contains(QString::fromLatin1(refused.words))) << reply.message.toStdString();
    open(1, server->url(QStringLiteral("wss")));
    const net::StreamEnd end = endOf(1);
    EXPECT_EQ(end.kind, net::StreamEnd::Kind::Certificate);
    EXPECT_EQ(end.message, reply.message);
    EXPECT_EQ(server->connections(), 2);
    EXPECT_TRUE(server->received().isEmpty());
}

INSTANTIATE_TEST_SUITE_P(Tls, RefusedByList,
                         ::testing::Values(RefusedCase{Flaw::Revoked, Lists::Current, " was revoked on 20"},
                                           RefusedCase{Flaw::RevokedIntermediate, Lists::Current, " was revoked on 20"},
                                           RefusedCase{Flaw::Revoked, Lists::Expired, " was revoked on 20"},
                                           RefusedCase{Flaw::None, Lists::Expired,
                                                       "list of ca has expired on 2021-01-01 00:00 UTC"}));

TEST_P(UnusableList, isAnErrorOfTheFile) {
    const auto [lists, words] = GetParam();
    const QString file = certificates->authorityFile(lists);
    ASSERT_TRUE(certificates->work());
    for (const Use use : {Use::Add, Use::Replace}) {
        const QString problem = transport->setCertificateAuthorities(file, use);
        EXPECT_TRUE(problem.startsWith(file + QStringLiteral(" cannot be used: "))) << problem.toStdString();
        EXPECT_TRUE(problem.contains(QString::fromLatin1(words))) << problem.toStdString();
    }
}

INSTANTIATE_TEST_SUITE_P(Tls, UnusableList,
                         ::testing::Values(std::pair(Lists::OfStranger, "no known authority has signed"),
                                           std::pair(Lists::Forged, "no known authority has signed"),
                                           std::pair(Lists::Broken, "number 1 in it cannot be read"),
                                           std::pair(Lists::Partial, "of a kind that is not supported")));

TEST_F(Revocation, whoeverIsNotListed_isTrustedOnBothRoads) {
    trust(certificates->authorityFile(Lists::Current));
    RawServer server(certificates->serverTls(Flaw::None), answer);
    EXPECT_TRUE(ask(request(server.url())).ok());
    EXPECT_TRUE(ask(request(server.url())).ok());
    open(1, server.wsUrl());
    EXPECT_TRUE(waitFor([&] { return streams[1].welcomed == 1; }));
    EXPECT_EQ(server.received().count("Bearer secret-bearer"), 3);
}

TEST_F(Revocation, withoutLists_nobodyIsRevoked) {
    trust();
    ASSERT_FALSE(certificates->authorityFile(Lists::Current).isEmpty());
    RawServer server(certificates->serverTls(Flaw::Revoked), answer);
    EXPECT_TRUE(ask(request(server.url())).ok());
}

/// Qt shakes hands ahead of requests that then take another connection, and tells nobody.
TEST_F(Revocation, requestsInACrowd_areEachRefusedAlsoWhenSomeAreTakenBack) {
    trust(certificates->authorityFile(Lists::Current));
    const auto server = certificates->laxServer(Flaw::Revoked);
    std::vector<net::RequestId> sent;
    constexpr std::size_t Crowd = 12;
    for (std::size_t i = 0; i < Crowd; ++i) {
        sent.push_back(post(request(server->url(QStringLiteral("https")))));
        if (i % 3 == 2) {
            transport->cancelRequest(sent.back());
            sent.pop_back();
        }
    }
    for (const net::RequestId id : sent) {
        EXPECT_TRUE(waitFor([&] { return replies.contains(id); }));
        EXPECT_EQ(replies[id].outcome, Outcome::Certificate);
    }
    EXPECT_EQ(ask(request(server->url(QStringLiteral("https")))).outcome, Outcome::Certificate);
    EXPECT_TRUE(server->received().isEmpty());
}

TEST_F(Revocation, handshakeThatOutlivesItsRequest_carriesNoOther) {
    trust(certificates->authorityFile(Lists::Current));
    const auto server = certificates->laxServer(Flaw::Revoked);
    server->hold();
    const net::RequestId first = post(request(server->url(QStringLiteral("https"))));
    EXPECT_TRUE(waitFor([&] { return server->connections() == 1; }));
    transport->cancelRequest(first);
    server->release();
    settle();
    EXPECT_EQ(ask(request(server->url(QStringLiteral("https")))).outcome, Outcome::Certificate);
    EXPECT_TRUE(server->received().isEmpty());
}

TEST_F(Revocation, openConnection_isNotUsedOnceAListNamesItsServer) {
    trust();
    const QString lists = certificates->authorityFile(Lists::Current);
    RawServer server(certificates->serverTls(Flaw::Revoked), answer);
    EXPECT_TRUE(ask(request(server.url())).ok());
    trust(lists);
    EXPECT_EQ(ask(request(server.url())).outcome, Outcome::Certificate);
    EXPECT_EQ(server.received().count("secret-bearer"), 1);
}

TEST_F(Revocation, intermediateThatTheServerDoesNotSend_isFoundInTheFile) {
    const QString lists = certificates->authorityFile(Lists::Current);
    QSslConfiguration tls = certificates->serverTls(Flaw::RevokedIntermediate);
    const auto chain = tls.localCertificateChain();
    ASSERT_EQ(chain.size(), 2);
    tls.setLocalCertificateChain({chain[0]});
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("trusted.pem")));
    ASSERT_TRUE(QFile::copy(lists, file.fileName()) && file.open(QIODevice::Append));
    file.write(chain[1].toPem());
    file.close();
    trust(file.fileName());
    RawServer server(tls, answer);
    const net::HttpReply reply = ask(request(server.url()));
    EXPECT_EQ(reply.outcome, Outcome::Certificate);
    EXPECT_TRUE(reply.message.contains(QStringLiteral("revoked"))) << reply.message.toStdString();
    open(1, server.wsUrl());
    EXPECT_EQ(endOf(1).kind, net::StreamEnd::Kind::Certificate);
    EXPECT_TRUE(server.received().isEmpty());
}
