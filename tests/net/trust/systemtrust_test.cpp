// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "tlsfixture.h"

#include <QFile>
#include <QProcess>

using namespace attune;
using test::Certificates;
using test::RawServer;
using test::waitFor;
using Flaw = Certificates::Flaw;
using Use = net::AuthorityUse;
using Outcome = net::HttpReply::Outcome;

namespace {

/// The system trusts the tests' authority, and nobody but a profile trusts `others`. See main().
class SystemTrust : public test::TlsFixture {
protected:
    static void SetUpTestSuite() {
        TlsFixture::SetUpTestSuite();
        others = std::make_unique<Certificates>();
        const QString folder = QStringLiteral("/etc/ssl/certs");
        ASSERT_TRUE(QFile::copy(certificates->authorityFile(), folder + QStringLiteral("/tests.pem")));
        ASSERT_EQ(QProcess::execute(QStringLiteral("openssl"), {QStringLiteral("rehash"), folder}), 0);
    }
    static void TearDownTestSuite() {
        others.reset();
        TlsFixture::TearDownTestSuite();
    }
    void SetUp() override {
        TlsFixture::SetUp();
        ofTheSystem = std::make_unique<RawServer>(certificates->serverTls(Flaw::None), answer);
        ofOthers = std::make_unique<RawServer>(others->serverTls(Flaw::None), answer);
        ASSERT_TRUE(certificates->work() && others->work());
    }
    void add(Use use) { ASSERT_EQ(transport->setCertificateAuthorities(others->authorityFile(), use), QString()); }
    void expectTrusted(const RawServer& server) {
        EXPECT_TRUE(ask(request(server.url())).ok());
        const net::Generation generation = ++lastStream;
        open(generation, server.wsUrl());
        EXPECT_TRUE(waitFor([&] { return streams[generation].welcomed == 1 || streams[generation].end; }));
        EXPECT_EQ(streams[generation].welcomed, 1);
    }
    void expectRefused(const RawServer& server) {
        const QByteArray before = server.received();
        EXPECT_EQ(ask(request(server.url())).outcome, Outcome::Certificate);
        open(++lastStream, server.wsUrl());
        EXPECT_EQ(endOf(lastStream).kind, net::StreamEnd::Kind::Certificate);
        EXPECT_EQ(server.received(), before);
    }

    inline static std::unique_ptr<Certificates> others;
    std::unique_ptr<RawServer> ofTheSystem;
    std::unique_ptr<RawServer> ofOthers;
    net::Generation lastStream = 0;
};

} // namespace

TEST_F(SystemTrust, withoutAuthoritiesOfAProfile_isAllThereIs) {
    expectTrusted(*ofTheSystem);
    expectRefused(*ofOthers);
}

TEST_F(SystemTrust, addedAuthorities_areTrustedBesideIt) {
    add(Use::Add);
    expectTrusted(*ofTheSystem);
    expectTrusted(*ofOthers);
}

TEST_F(SystemTrust, replacingAuthorities_areTrustedAlone) {
    expectTrusted(*ofTheSystem);
    add(Use::Replace);
    expectRefused(*ofTheSystem);
    expectTrusted(*ofOthers);
    ASSERT_EQ(transport->setCertificateAuthorities({}, Use::Add), QString());
    expectTrusted(*ofTheSystem);
    expectRefused(*ofOthers);
}
