// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"

#include "attune/core/decoderest.h"

#include <gtest/gtest.h>

namespace attune::core {
namespace {

QByteArray grantBody(const QByteArray& lifetime, const QByteArray& access = "\"aaa.bbb.ccc\"") {
    return R"({"data":{"access_token":)" + access +
           R"(,"refresh_token":"ddd.eee.fff","token_type":"Bearer","expires_in":)" + lifetime +
           R"(,"user":{"id":3,"login":"ada","display_name":"Ada L."}}})";
}

TEST(TokenGrant, login_isReadWhole) {
    const auto grant = decodeTokenGrant(grantBody("3600"));
    ASSERT_TRUE(grant);
    EXPECT_EQ(grant->accessToken, "aaa.bbb.ccc");
    EXPECT_EQ(grant->refreshToken, "ddd.eee.fff");
    EXPECT_EQ(grant->expiresInSeconds, 3600);
    EXPECT_EQ(grant->login, QStringLiteral("ada"));
    EXPECT_EQ(grant->displayName, QStringLiteral("Ada L."));
}

TEST(TokenGrant, refreshAnswer_hasNoUser) {
    for (const char* user : {"", R"(,"user":null)", R"(,"user":"ada")", R"(,"user":{"login":null})"}) {
        const auto grant = decodeTokenGrant(R"({"data":{"access_token":"a","refresh_token":"b","expires_in":60)" +
                                            QByteArray(user) + "}}");
        ASSERT_TRUE(grant) << user;
        EXPECT_TRUE(grant->login.isEmpty());
        EXPECT_TRUE(grant->displayName.isEmpty());
    }
}

TEST(TokenGrant, strangeLifetimes_areRefused) {
    for (const char* bad : {"0", "-1", "3600.0", "\"3600\"", "null", "1e3", "9223372036854775808",
                            "18446744073709551615", "true", "[]"}) {
        const auto grant = decodeTokenGrant(grantBody(bad));
        ASSERT_FALSE(grant) << bad;
        EXPECT_EQ(grant.error().message, QStringLiteral("expires_in is not a positive 64-bit integer"));
    }
    EXPECT_FALSE(decodeTokenGrant(R"({"data":{"access_token":"a","refresh_token":"b"}})"));
}

TEST(TokenGrant, absurdLifetime_isShortenedToTenYears) {
    const auto grant = decodeTokenGrant(grantBody("9223372036854775807"));
    ASSERT_TRUE(grant);
    EXPECT_EQ(grant->expiresInSeconds, std::int64_t{10} * 366 * 86'400);
}

TEST(TokenGrant, whatCannotStandInAHeader_isNoToken) {
    for (const char* bad : {"\"\"", "null", "5", R"("a\r\nX-Evil: 1")", R"("a b")", R"("a\u0000b")", R"("t\u00f6ken")",
                            R"("a\u007f")", R"({"a":1})"}) {
        const auto grant = decodeTokenGrant(grantBody("3600", bad));
        ASSERT_FALSE(grant) << bad;
        EXPECT_EQ(grant.error().message, QStringLiteral("the answer holds no tokens"));
    }
    EXPECT_FALSE(decodeTokenGrant(R"({"data":{"access_token":"a","expires_in":60}})"));
    EXPECT_TRUE(decodeTokenGrant(grantBody("3600", "\"attune_it_A-Z~+/=\"")));
}

TEST(Identity, fields_areRead) {
    const auto identity = decodeIdentity(R"({"data":{"id":3,"login":"ada","display_name":null,"auth_provider":"local",)"
                                         R"("effective_permissions":[{"resource":"rules","actions":["read"]}]}})");
    ASSERT_TRUE(identity);
    EXPECT_EQ(identity->id, 3);
    EXPECT_EQ(identity->login, QStringLiteral("ada"));
    EXPECT_TRUE(identity->displayName.isEmpty());
    EXPECT_EQ(identity->permissionsHash.size(), 64);
}

TEST(Identity, withoutId_isRefused) {
    EXPECT_EQ(decodeIdentity(R"({"data":{"login":"ada"}})").error().message, QStringLiteral("id is missing"));
    EXPECT_EQ(decodeIdentity(R"({"data":{"id":null}})").error().message, QStringLiteral("id is missing"));
    EXPECT_EQ(decodeIdentity(R"({"data":{"id":"3"}})").error().message,
              QStringLiteral("id is not a positive 64-bit integer"));
}

TEST(Identity, permissionsHash_changesOnlyWithThePermissions) {
    const auto hash = [](const QByteArray& permissions) {
        const auto identity = decodeIdentity(R"({"data":{"id":3,"effective_permissions":)" + permissions + "}}");
        return identity ? identity->permissionsHash : QByteArray("refused");
    };
    const QByteArray rules = R"({"resource":"rules","actions":["read"]})";
    const QByteArray events = R"({"actions":["read","decrypt"],"resource":"events"})";
    const QByteArray both = hash("[" + rules + "," + events + "]");
    EXPECT_EQ(hash("[" + events + ",\n" + rules + "]"), both) << "the order says nothing";
    EXPECT_EQ(hash(R"([{"resource":"events","actions":["read","decrypt"]},)" + rules + "]"), both);
    EXPECT_NE(hash("[" + rules + "]"), both);
    EXPECT_NE(hash("[" + rules + "," + events + "," + events + "]"), both);
    EXPECT_NE(hash("[" + rules + R"(,{"actions":["read"],"resource":"events"}])"), both);
    EXPECT_NE(hash("[]"), hash("null"));
    EXPECT_TRUE(hash("null").isEmpty());
    EXPECT_TRUE(decodeIdentity(R"({"data":{"id":3}})")->permissionsHash.isEmpty());
}

TEST(AuthSettings, flags_areRead) {
    const auto settings = decodeAuthSettings(
        R"({"data":{"authentication_enabled":true,"local_password_enabled":true,"oidc_enabled":true,)"
        R"("oidc_provider_label":"Company","ldap_enabled":false,"ldap_provider_label":null}})");
    ASSERT_TRUE(settings);
    EXPECT_TRUE(settings->authenticationEnabled);
    EXPECT_TRUE(settings->localPassword);
    EXPECT_TRUE(settings->oidc);
    EXPECT_FALSE(settings->ldap);
    EXPECT_EQ(settings->oidcLabel, QStringLiteral("Company"));
    EXPECT_TRUE(settings->ldapLabel.isEmpty());
}

TEST(AuthSettings, absentFlags_areOffButAuthenticationIsOn) {
    const auto settings = decodeAuthSettings(R"({"data":{"local_password_enabled":"true"}})");
    ASSERT_TRUE(settings);
    EXPECT_TRUE(settings->authenticationEnabled);
    EXPECT_FALSE(settings->localPassword);
    EXPECT_FALSE(decodeAuthSettings(R"({"data":{"authentication_enabled":false}})")->authenticationEnabled);
}

TEST(AuthSettings, somethingElse_isNoAttuneApi) {
    EXPECT_EQ(decodeAuthSettings(R"({"data":{"version":"1"}})").error().message,
              QStringLiteral("the answer is not the settings of an Attune API"));
}

TEST(ServerInfo, fields_areReadAsFarAsTheyAreThere) {
    const auto info = decodeServerInfo(R"({"data":{"version":"0.9.1","git_sha":"abc"}})");
    ASSERT_TRUE(info);
    EXPECT_EQ(info->version, QStringLiteral("0.9.1"));
    EXPECT_EQ(info->gitSha, QStringLiteral("abc"));
    EXPECT_TRUE(decodeServerInfo(R"({"data":{"version":5}})")->version.isEmpty());
}

} // namespace
} // namespace attune::core
