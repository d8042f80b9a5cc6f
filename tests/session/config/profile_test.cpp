// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"

#include "attune/session/connectionstatus.h"
#include "attune/session/profile.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QTemporaryFile>

using namespace attune::session;

namespace {

[[nodiscard]] Profile good() {
    Profile profile;
    profile.name = QStringLiteral("prod");
    profile.api = QUrl(QStringLiteral("https://attune.example.com"));
    profile.login = QStringLiteral("alice");
    return profile;
}

[[nodiscard]] QString parsed(const char* text) {
    const auto url = parseBaseUrl(QString::fromUtf8(text));
    return url ? url->toString() : QStringLiteral("refused");
}

[[nodiscard]] QString parsedNotifier(const char* text) {
    const auto url = parseNotifierUrl(QString::fromUtf8(text));
    return url ? url->toString() : QStringLiteral("refused");
}

} // namespace

TEST(Profile, baseUrl_isMadeExact) {
    EXPECT_EQ(parsed("attune.example.com"), QStringLiteral("https://attune.example.com"));
    EXPECT_EQ(parsed("  https://Attune.Example.com/  "), QStringLiteral("https://attune.example.com"));
    EXPECT_EQ(parsed("attune.example.com:8443/sub/"), QStringLiteral("https://attune.example.com:8443/sub"));
    EXPECT_EQ(parsed("http://attune.example.com"), QStringLiteral("http://attune.example.com"));
    EXPECT_EQ(parsed("HTTPS://host"), QStringLiteral("https://host"));
    EXPECT_EQ(parsed("https://host/a/../b"), QStringLiteral("https://host/b"));
    EXPECT_EQ(parsed("10.0.0.7"), QStringLiteral("https://10.0.0.7"));
}

TEST(Profile, thisMachine_mayBePlain) {
    EXPECT_EQ(parsed("localhost:8080"), QStringLiteral("http://localhost:8080"));
    EXPECT_EQ(parsed("127.0.0.1:8080/"), QStringLiteral("http://127.0.0.1:8080"));
    EXPECT_EQ(parsed("[::1]:8080"), QStringLiteral("http://[::1]:8080"));
    EXPECT_TRUE(isThisMachine(QUrl(QStringLiteral("http://127.8.9.10"))));
    for (const char* elsewhere : {"http://localhost.evil.com", "http://127.0.0.1.evil.com", "http://evil.com/localhost",
                                  "http://10.0.0.1", "http://0.0.0.0", "http://[2001:db8::1]"})
        EXPECT_FALSE(isThisMachine(QUrl(QString::fromLatin1(elsewhere)))) << elsewhere;
    EXPECT_FALSE(isPlainText(QUrl(QStringLiteral("http://localhost"))));
    EXPECT_FALSE(isPlainText(QUrl(QStringLiteral("https://far.example"))));
    EXPECT_TRUE(isPlainText(QUrl(QStringLiteral("http://far.example"))));
    EXPECT_TRUE(isPlainText(QUrl(QStringLiteral("ws://far.example/ws"))));
    EXPECT_FALSE(isPlainText(QUrl()));
}

TEST(Profile, badBaseUrls_areRefusedInWords) {
    for (const char* bad : {"", "   ", "http://", "https:///path", "ftp://host", "file:///etc/passwd",
                            "javascript:alert(1)", "ws://host", "https://good@evil.example", "https://user:secret@host",
                            "https://host/?token=x", "https://host?", "https://host/#f", "https://ex ample.com",
                            "https://host:99999", "https://[::1", "not a url at all", "https://%zz/"}) {
        const auto url = parseBaseUrl(QString::fromLatin1(bad));
        EXPECT_FALSE(url.ok()) << bad;
        if (!url) {
            EXPECT_GT(url.error().message.size(), 10) << bad;
        }
    }
    const auto huge = parseBaseUrl(QStringLiteral("https://exa mple/") + QString(100'000, u'x'));
    ASSERT_FALSE(huge.ok());
    EXPECT_LT(huge.error().message.size(), 400);
}

TEST(Profile, notifierUrl_isMadeExact) {
    EXPECT_EQ(parsedNotifier("attune.example.com"), QStringLiteral("wss://attune.example.com/ws"));
    EXPECT_EQ(parsedNotifier("https://attune.example.com/"), QStringLiteral("wss://attune.example.com/ws"));
    EXPECT_EQ(parsedNotifier("http://localhost:8081"), QStringLiteral("ws://localhost:8081/ws"));
    EXPECT_EQ(parsedNotifier("localhost:8081"), QStringLiteral("ws://localhost:8081/ws"));
    EXPECT_EQ(parsedNotifier("wss://host/other/path"), QStringLiteral("wss://host/other/path"));
    EXPECT_EQ(parsedNotifier("ftp://host"), QStringLiteral("refused"));
    EXPECT_EQ(parsedNotifier("wss://host/ws?token=x"), QStringLiteral("refused"));
    EXPECT_EQ(parsedNotifier(""), QStringLiteral("refused"));
}

TEST(Profile, notifierUrl_isDerivedFromTheApi) {
    const auto derived = [](const char* api) { return derivedNotifierUrl(QUrl(QString::fromLatin1(api))).toString(); };
    EXPECT_EQ(derived("https://host"), QStringLiteral("wss://host/ws"));
    EXPECT_EQ(derived("https://host:8443/x"), QStringLiteral("wss://host:8443/x/ws"));
    EXPECT_EQ(derived("http://localhost:8080"), QStringLiteral("ws://localhost:8081/ws"));
    EXPECT_EQ(derived("http://127.0.0.1:3000"), QStringLiteral("ws://127.0.0.1:3000/ws"));
    EXPECT_EQ(derived("https://far.example:8080"), QStringLiteral("wss://far.example:8080/ws"));
    Profile profile = good();
    EXPECT_EQ(notifierUrl(profile).toString(), QStringLiteral("wss://attune.example.com/ws"));
    profile.ws = QUrl(QStringLiteral("wss://push.example.com/ws"));
    EXPECT_EQ(notifierUrl(profile), profile.ws);
}

TEST(Profile, goodProfile_hasNoErrors) {
    EXPECT_TRUE(validate(good()).empty());
    Profile token = good();
    token.method = SignInMethod::IntegrationToken;
    token.login.clear();
    EXPECT_TRUE(validate(token).empty());
}

TEST(Profile, eachError_standsNextToItsField) {
    Profile profile;
    profile.name = QStringLiteral("  ");
    profile.api = QUrl(QStringLiteral("ftp://host"));
    profile.ws = QUrl(QStringLiteral("wss://user@host/ws"));
    profile.caFile = QStringLiteral("/does/not/exist.pem");
    const ProfileErrors errors = validate(profile);
    EXPECT_EQ(errors.size(), 5U);
    for (const ProfileField field :
         {ProfileField::Name, ProfileField::Api, ProfileField::Ws, ProfileField::Login, ProfileField::CaFile})
        EXPECT_TRUE(errors.contains(field)) << static_cast<int>(field);
    Profile longLogin = good();
    longLogin.login = QString(256, u'x');
    EXPECT_TRUE(validate(longLogin).contains(ProfileField::Login));
}

TEST(Profile, plainTextElsewhere_mustBeAllowed) {
    Profile profile = good();
    profile.api = QUrl(QStringLiteral("http://far.example"));
    profile.ws = QUrl(QStringLiteral("ws://far.example/ws"));
    const ProfileErrors errors = validate(profile);
    EXPECT_TRUE(errors.contains(ProfileField::Api));
    EXPECT_TRUE(errors.contains(ProfileField::Ws));
    profile.allowPlainText = true;
    EXPECT_TRUE(validate(profile).empty());
}

TEST(ConnectionStatus, everyStateHasItsWord) {
    EXPECT_EQ(stateWord(ConnectionState::SignedOut), QStringLiteral("signed_out"));
    EXPECT_EQ(stateWord(ConnectionState::Connecting), QStringLiteral("connecting"));
    EXPECT_EQ(stateWord(ConnectionState::Syncing), QStringLiteral("syncing"));
    EXPECT_EQ(stateWord(ConnectionState::Live), QStringLiteral("live"));
    EXPECT_EQ(stateWord(ConnectionState::Delayed), QStringLiteral("delayed"));
    EXPECT_EQ(stateWord(ConnectionState::Offline), QStringLiteral("offline"));
    EXPECT_EQ(stateWord(ConnectionState::CertificateRefused), QStringLiteral("certificate"));
}

TEST(Profile, proxy_isReadAsPeopleTypeIt) {
    const auto parsed = [](const char* text) {
        const auto proxy = parseProxy(QString::fromLatin1(text));
        return proxy ? proxy->toString() : QStringLiteral("refused");
    };
    EXPECT_EQ(parsed(""), QString());
    EXPECT_EQ(parsed(" direct "), QStringLiteral("direct:"));
    EXPECT_EQ(parsed("direct:"), QStringLiteral("direct:"));
    EXPECT_EQ(parsed("proxy.example.com:3128"), QStringLiteral("http://proxy.example.com:3128"));
    EXPECT_EQ(parsed("http://proxy:3128/"), QStringLiteral("http://proxy:3128"));
    EXPECT_EQ(parsed("socks5://[::1]:1080"), QStringLiteral("socks5://[::1]:1080"));
    for (const char* bad : {"proxy", "http://", "https://proxy:1", "socks4://proxy:1", "http://u:p@proxy:1",
                            "http://proxy:1/path", "http://proxy:1?x", "http://proxy:0", "a b:1"})
        EXPECT_EQ(parsed(bad), QStringLiteral("refused")) << bad;
    Profile profile = good();
    profile.proxy = QUrl(QStringLiteral("ftp://proxy:1"));
    EXPECT_TRUE(validate(profile).contains(ProfileField::Proxy));
    EXPECT_FALSE(validate(profile).contains(ProfileField::ProxyLogin));
    for (const QString& bad : {QString(256, u'x'), QStringLiteral("bob:word")}) {
        profile.proxyUser = bad;
        EXPECT_TRUE(validate(profile).contains(ProfileField::ProxyLogin)) << bad.toStdString();
    }
}
