// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"

#include "attune/core/log/redactor.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>

using namespace attune::core;

namespace {

// Shaped like those of the server; the middle part says {"sub":"42","login":"canary"}.
const QString Jwt = QStringLiteral("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiIsImxvZ2luIjoiY2FuYXJ5In0.Qk9HVVMtc2lnbmF0dXJl");

struct Case {
    const char* name;
    QString text;
    QString expected; ///< empty = must only not hold "canary"
};

[[nodiscard]] QString redacted(QStringView text) {
    SeededRandom random(1);
    const KnownSecrets none(random);
    return Redactor(none).redacted(text);
}

class Secret : public ::testing::TestWithParam<Case> {};

} // namespace

TEST_P(Secret, isTakenOut) {
    const QString result = redacted(GetParam().text);
    EXPECT_FALSE(result.contains(QStringLiteral("canary"), Qt::CaseInsensitive)) << result.toStdString();
    EXPECT_FALSE(result.contains(QStringLiteral("eyJ"))) << result.toStdString();
    EXPECT_TRUE(result.contains(QStringLiteral("[redacted]")));
    if (!GetParam().expected.isEmpty()) {
        EXPECT_EQ(result, GetParam().expected);
    }
    EXPECT_EQ(redacted(result), result) << "twice is as good as once";
}

INSTANTIATE_TEST_SUITE_P(
    Redactor, Secret,
    ::testing::Values(
        Case{"jwt", u"got "_qs + Jwt + u", done"_qs, u"got [redacted], done"_qs},
        Case{"jwtInUrl", u"wss://h/ws?access_token="_qs + Jwt + u"&x=1"_qs,
             u"wss://h/ws?access_token=[redacted]&x=1"_qs},
        Case{"jwtCutShort", u"eyJhbGciOiJIUz"_qs, u"[redacted]"_qs},
        Case{"jwtWithoutSignature", u"<"_qs + Jwt.section(u'.', 0, 1) + u">"_qs, u"<[redacted]>"_qs},
        Case{"jwtAsProtocol", u"attune.jwt."_qs + Jwt, u"attune.jwt.[redacted]"_qs},
        Case{"bearer", u"Authorization was Bearer canary-1 there"_qs, u"Authorization was Bearer [redacted] there"_qs},
        Case{"bearerInCapitals", u"BEARER  canary"_qs, u"BEARER  [redacted]"_qs},
        Case{"bearerQuoted", u"\"Bearer canary\""_qs, u"\"Bearer [redacted]\""_qs},
        Case{"basic", u"basic dXNlcjpjYW5hcnk="_qs, u"basic [redacted]"_qs},
        Case{"header", u"Authorization: Bearer canary\r\nAccept: x"_qs, u"Authorization: [redacted]\r\nAccept: x"_qs},
        Case{"headerAsDebugOutput", u"\"authorization: Basic canary\\r\\nAccept: x\""_qs,
             u"\"authorization: [redacted]\\r\\nAccept: x\""_qs},
        Case{"proxyHeader", u"Proxy-Authorization: Basic canary"_qs, u"Proxy-Authorization: [redacted]"_qs},
        Case{"cookie", u"Cookie: a=canary; b=\"canary\", c=canary\nHost: h"_qs, u"Cookie: [redacted]\nHost: h"_qs},
        Case{"setCookie", u"set-cookie:attune_access_token=canary; Path=/"_qs, u"set-cookie:[redacted]"_qs},
        Case{"protocolHeader", u"Sec-WebSocket-Protocol: attune.jwt.canary"_qs,
             u"Sec-WebSocket-Protocol: [redacted]"_qs},
        Case{"jsonPassword", u"{\"login\":\"a\",\"password\":\"canary\"}"_qs,
             u"{\"login\":\"a\",\"password\":\"[redacted]\"}"_qs},
        Case{"jsonSpaces", u"{ \"refresh_token\" : \"canary\" }"_qs, u"{ \"refresh_token\" : \"[redacted]\" }"_qs},
        Case{"jsonEscapedQuote", u"\"password\":\"can\\\"canary\",\"x\":1"_qs,
             u"\"password\":\"[redacted]\",\"x\":1"_qs},
        Case{"jsonEscapedBackslash", u"\"password\":\"canary\\\\\",\"x\":1"_qs,
             u"\"password\":\"[redacted]\",\"x\":1"_qs},
        Case{"jsonInText", u"\"{\\\"access_token\\\":\\\"canary\\\",\\\"x\\\":1}\""_qs,
             u"\"{\\\"access_token\\\":\\\"[redacted]\\\",\\\"x\\\":1}\""_qs},
        Case{"jsonInTextQuote", u"{\\\"password\\\":\\\"can\\\\\\\"canary\\\",\\\"x\\\":1}"_qs,
             u"{\\\"password\\\":\\\"[redacted]\\\",\\\"x\\\":1}"_qs},
        Case{"jsonUnfinished", u"{\"password\":\"canary and no end"_qs, u"{\"password\":\"[redacted]"_qs},
        Case{"jsonNested", u"{\"secret\": {\"a\": \"canary\"}}"_qs, u"{\"secret\": [redacted]"_qs},
        Case{"camelCase", u"accessToken=canary"_qs, u"accessToken=[redacted]"_qs},
        Case{"environment", u"ATTUNE_PASSWORD=canary attune-tail"_qs, u"ATTUNE_PASSWORD=[redacted] attune-tail"_qs},
        Case{"query", u"https://h/x?a=1&token=canary&b=2"_qs, u"https://h/x?a=1&token=[redacted]&b=2"_qs},
        Case{"queryEncoded", u"next=%2Fx%3Ftoken%3Dcanary%26b%3D2"_qs, u"next=%2Fx%3Ftoken%3D[redacted]%26b%3D2"_qs},
        Case{"fragment", u"https://h/#id_token=canary"_qs, u"https://h/#id_token=[redacted]"_qs},
        Case{"userInfo", u"via http://alice:canary@proxy:3128/x"_qs, u"via http://[redacted]@proxy:3128/x"_qs},
        Case{"userInfoWithSign", u"http://a:can@canary@h"_qs, u"http://[redacted]@h"_qs},
        Case{"opaque", u"kept Zm9vYmFyQ2FuYXJ5MDEyMzQ1Njc4OWFiY2RlZmdoaWpr."_qs, u"kept [redacted]."_qs},
        Case{"plain", u"password: canary, then more"_qs, u"password: [redacted], then more"_qs}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(Redactor, ordinaryText_staysAsItIs) {
    for (const QString& text :
         {u""_qs, u"GET /api/v1/enforcements?page=1&per_page=100 200 in 12 ms"_qs,
          u"closed: code 4401, token expired"_qs, u"core.on_timer matched mon.disk_full at 12:04:31"_qs,
          u"https://attune.example.com:8080/a@b?c=d"_qs,
          u"sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"_qs, u"a basic idea: digest it"_qs,
          u"3f2504e0-4f89-11d3-9a0c-0305e82c3301 = id"_qs, u"\u00E4\u00F6\u00FC \U0001F600 = \u4E2D"_qs})
        EXPECT_EQ(redacted(text), text);
}

TEST(Redactor, hugeText_isCutWithoutLeavingAPieceOfASecret) {
    SeededRandom random(1);
    KnownSecrets secrets(random);
    secrets.learn(u"correct horse battery");
    QString text;
    while (text.size() < Redactor::MaxLength + 100)
        text += QStringLiteral("correct horse battery|");
    const QString result = Redactor(secrets).redacted(text);
    EXPECT_FALSE(result.contains(QStringLiteral("corr")));
    EXPECT_TRUE(result.startsWith(QStringLiteral("[redacted]|")));
}

TEST(Redactor, costOfHostileText_growsOnlyWithItsLength) {
    QElapsedTimer time;
    time.start();
    for (const char16_t* piece : {u"token=", u"\"token\":\"", u"://", u"cookie:", u"bearer ", u"token=[redacted]",
                                  u"\\\\\\", u"eyJ", u"password:{", u"%3D", u"::::", u"a@://"}) {
        QString text;
        while (text.size() < 200'000)
            text += QStringView(piece);
        (void)redacted(text);
    }
    EXPECT_LT(time.elapsed(), 20'000) << "quadratic cost would take hours";
}
