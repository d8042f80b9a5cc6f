// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "certificates.h"
#include "simsessionfixture.h"
#include "trust/tlsfront.h"

using namespace attune;
using test::Certificates;
using test::TlsFront;
using Flaw = Certificates::Flaw;

namespace {

/// A session that is live by way of TLS, and servers that come back from a break with another certificate.
class ChangedCertificate : public test::SimSessionFixture {
protected:
    void SetUp() override {
        serve([](sim::SimOptions& options) { options.rows = 50; });
        api = std::make_unique<TlsFront>(profile.api, certificates.serverTls(Flaw::None));
        ws = std::make_unique<TlsFront>(profile.ws, certificates.serverTls(Flaw::None));
        ASSERT_TRUE(certificates.work());
        profile.api = api->url();
        profile.ws = ws->url();
        profile.caFile = certificates.authorityFile();
        live();
        ASSERT_TRUE(mirrors());
        ASSERT_EQ(store.size(), 50U);
    }
    void change(Flaw flaw) {
        for (TlsFront* front : {api.get(), ws.get()}) {
            front->setTls(certificates.serverTls(flaw));
            front->cut();
        }
        ASSERT_TRUE(certificates.work());
    }
    [[nodiscard]] bool comesBack() {
        return test::waitFor([&] { return session->counters().reconnects == 1U && state() == State::Live; });
    }

    Certificates certificates;
    std::unique_ptr<TlsFront> api;
    std::unique_ptr<TlsFront> ws;
};

} // namespace

TEST_F(ChangedCertificate, goodOne_isConnectedToAgain) {
    change(Flaw::Revoked); // by a list that nobody has here
    EXPECT_TRUE(comesBack());
    EXPECT_TRUE(mirrors());
}

TEST_F(ChangedCertificate, badOne_isRefusedAndTheRowsStay) {
    const QByteArray before = api->received() + ws->received();
    change(Flaw::Expired);
    ASSERT_TRUE(comes(State::CertificateRefused));
    EXPECT_TRUE(session->status().reason.contains(QStringLiteral("expired"))) << session->status().reason.toStdString();
    EXPECT_EQ(session->status().nextAttempt, core::UnknownTime) << "only the operator tries again";
    EXPECT_EQ(store.size(), 50U);
    EXPECT_EQ(difference(), "");
    EXPECT_EQ(api->received() + ws->received(), before) << "what was vouched for yesterday gets nothing today";
    change(Flaw::None);
    session->retryNow();
    EXPECT_TRUE(comes(State::Live));
    EXPECT_TRUE(mirrors());
}
