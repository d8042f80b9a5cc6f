// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "certificates.h"
#include "simsessionfixture.h"

using namespace attune;
using session::ProfileField;
using test::Certificates;
using Flaw = Certificates::Flaw;

namespace {

struct RefusedCase {
    Flaw flaw;
    const char* words;
};

/// The whole session: a good API, and the server at fault as its notifier, then as the API itself.
class RefusedServer : public test::SimSessionFixture, public ::testing::WithParamInterface<RefusedCase> {
protected:
    void SetUp() override {
        serve([](sim::SimOptions& options) { options.rows = 50; });
        profile.caFile = certificates.authorityFile(Certificates::Lists::Current);
        bad = certificates.laxServer(GetParam().flaw);
        ASSERT_TRUE(certificates.work());
        words = QString::fromLatin1(GetParam().words);
    }

    Certificates certificates;
    std::unique_ptr<test::LaxTlsServer> bad;
    QString words;
};

} // namespace

TEST_P(RefusedServer, asNotifier_endsInCertificateRefusedWithItsReason) {
    profile.ws = bad->url(QStringLiteral("wss"));
    ASSERT_FALSE(signIn());
    ASSERT_TRUE(comes(State::CertificateRefused));
    EXPECT_TRUE(session->status().reason.contains(words)) << session->status().reason.toStdString();
    EXPECT_EQ(session->status().nextAttempt, core::UnknownTime) << "only the operator tries again";
    EXPECT_EQ(bad->connections(), 1);
    EXPECT_TRUE(bad->received().isEmpty());
    EXPECT_FALSE(wasLive);
}

TEST_P(RefusedServer, asApi_isSaidNextToItsAddressAndGetsNoPassword) {
    profile.api = bad->url(QStringLiteral("https"));
    const auto problem = signIn();
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->field, ProfileField::Api);
    EXPECT_TRUE(problem->message.contains(words)) << problem->message.toStdString();
    EXPECT_TRUE(bad->received().isEmpty());
}

INSTANTIATE_TEST_SUITE_P(Tls, RefusedServer,
                         ::testing::Values(RefusedCase{Flaw::Revoked, "was revoked on"},
                                           RefusedCase{Flaw::RevokedIntermediate, "was revoked on"},
                                           RefusedCase{Flaw::OnlyTls10, "before TLS 1.2"},
                                           RefusedCase{Flaw::WeakKey, "1024 bits"}));
