// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/tokenkeeper.h"
#include "requester.h"
#include "scriptedtransport.h"
#include "support/printers.h"
#include "virtualtime.h"

#include "attune/core/random.h"

#include <gtest/gtest.h>

#include <optional>

namespace attune::test {

/// What every part of a session stands on, on a scripted network and in virtual time.
class PartsFixture : public ::testing::Test {
protected:
    void signIn(std::int64_t lifetime = 3600, const QByteArray& access = "access-1") {
        core::TokenGrant grant;
        grant.accessToken = access;
        grant.refreshToken = "refresh-" + access;
        grant.expiresInSeconds = lifetime;
        tokens.adopt(base, grant);
        requester.reset(base);
    }
    [[nodiscard]] static QByteArray grantJson(const QByteArray& access, int lifetime = 3600) {
        return R"({"data":{"access_token":")" + access + R"(","refresh_token":"refresh-)" + access +
               R"(","token_type":"Bearer","expires_in":)" + QByteArray::number(lifetime) + "}}";
    }
    [[nodiscard]] static QByteArray errorJson(const QByteArray& text) { return R"({"error":")" + text + "\"}"; }
    /// The one request that waits for an answer and whose URL contains `part`.
    [[nodiscard]] net::RequestId only(const QString& part = {}) {
        const auto ids = transport.waiting(part);
        EXPECT_EQ(ids.size(), 1U) << part.toStdString();
        return ids.empty() ? 0 : ids.front();
    }
    void pass(std::chrono::milliseconds span) { test::pass(clock, span); }

    const QUrl base{QStringLiteral("http://127.0.0.1:8080")};
    ManualClock clock;
    core::SeededRandom random{1};
    ScriptedTransport transport{clock};
    session::TokenKeeper tokens{transport, clock, random};
    core::ServerClock serverClock{clock};
    session::Requester requester{transport, tokens, serverClock};
    QObject context;
};

} // namespace attune::test
