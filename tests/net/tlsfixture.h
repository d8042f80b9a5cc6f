// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "certificates.h"
#include "fixture.h"

#include <QSslSocket>

#include <memory>

namespace attune::test {

/// A real transport, and servers with certificates of all kinds.
class TlsFixture : public TransportFixture {
protected:
    static void SetUpTestSuite() { certificates = std::make_unique<Certificates>(); }
    static void TearDownTestSuite() { certificates.reset(); }
    void SetUp() override {
        ASSERT_TRUE(QSslSocket::supportsSsl());
        ASSERT_TRUE(certificates->work()) << "the openssl program is needed to make certificates";
    }
    [[nodiscard]] static net::HttpRequest request(const QUrl& url) {
        net::HttpRequest request;
        request.url = url;
        request.bearer = "secret-bearer";
        return request;
    }
    /// Trusts the tests' authority.
    void trust() { trust(certificates->authorityFile()); }
    void trust(const QString& file) {
        ASSERT_EQ(transport->setCertificateAuthorities(file, net::AuthorityUse::Add), QString());
    }
    static void answer(RawConnection& connection) {
        if (connection.header("Upgrade").isEmpty()) {
            connection.answerJson("{}");
        } else {
            connection.acceptWebSocket();
            connection.sendText(R"({"type":"welcome","client_id":"c"})");
        }
    }

    inline static std::unique_ptr<Certificates> certificates;
};

} // namespace attune::test
