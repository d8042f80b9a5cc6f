// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/session/profile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHostAddress>

namespace attune::session {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(attune::session::Profile)
};

/// Whether `text` starts with a scheme; `host:8080` does not.
[[nodiscard]] bool hasScheme(const QString& text) { return text.contains(QStringLiteral("://")); }

/// Once more does not change it.
[[nodiscard]] QUrl tidied(QUrl url) {
    constexpr auto Tidy = QUrl::StripTrailingSlash | QUrl::NormalizePathSegments;
    for (QUrl next = url.adjusted(Tidy); next != url; next = url.adjusted(Tidy))
        url = next; // shorter each time
    return url;
}

[[nodiscard]] core::Result<QUrl> parseUrl(const QString& text, const QString& secure, const QString& plain) {
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return core::Error{Words::tr("Enter the address of the server.")};
    QUrl url(hasScheme(trimmed) ? trimmed : secure + QStringLiteral("://") + trimmed, QUrl::StrictMode);
    if (!hasScheme(trimmed) && isThisMachine(url))
        url.setScheme(plain);
    if (!url.isValid() || url.host().isEmpty())
        return core::Error{Words::tr("This is not an address: %1").arg(trimmed.left(200))};
    if (url.scheme() != secure && url.scheme() != plain)
        return core::Error{Words::tr("The address must start with %1:// or %2://.").arg(secure, plain)};
    if (!url.userInfo().isEmpty())
        return core::Error{Words::tr("Leave login and password out of the address.")};
    if (url.hasQuery() || url.hasFragment())
        return core::Error{Words::tr("The address must not contain ? or #.")};
    return tidied(url);
}

[[nodiscard]] QString plainTextComplaint(const QUrl& url, bool allowed) {
    if (allowed || !isPlainText(url))
        return {};
    return Words::tr("%1 would carry your password unencrypted. Use https, or allow plain text for this profile.")
        .arg(url.host());
}

} // namespace

bool isThisMachine(const QUrl& url) {
    const QString host = url.host();
    return host == QStringLiteral("localhost") || QHostAddress(host).isLoopback();
}

bool isPlainText(const QUrl& url) {
    const bool plain = url.scheme() == QStringLiteral("http") || url.scheme() == QStringLiteral("ws");
    return plain && !url.host().isEmpty() && !isThisMachine(url);
}

core::Result<QUrl> parseBaseUrl(const QString& text) {
    auto url = parseUrl(text, QStringLiteral("https"), QStringLiteral("http"));
    if (url && url->path() == QStringLiteral("/"))
        url->setPath({});
    return url;
}

core::Result<QUrl> parseNotifierUrl(const QString& text) {
    QString spelled = text.trimmed();
    if (spelled.startsWith(QStringLiteral("http://")) || spelled.startsWith(QStringLiteral("https://")))
        spelled.replace(0, 4, QStringLiteral("ws"));
    auto url = parseUrl(spelled, QStringLiteral("wss"), QStringLiteral("ws"));
    if (url && (url->path().isEmpty() || url->path() == QStringLiteral("/")))
        url->setPath(QStringLiteral("/ws"));
    return url;
}

core::Result<QUrl> parseProxy(const QString& text) {
    const QString trimmed = text.trimmed();
    const QString direct = QStringLiteral("direct");
    if (trimmed.isEmpty())
        return QUrl();
    if (trimmed == direct || trimmed == direct + u':')
        return QUrl(direct + u':');
    const QUrl url(hasScheme(trimmed) ? trimmed : QStringLiteral("http://") + trimmed, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return core::Error{Words::tr("This is not an address: %1").arg(trimmed.left(200))};
    if (url.scheme() != QStringLiteral("http") && url.scheme() != QStringLiteral("socks5"))
        return core::Error{Words::tr("A proxy is reached by http:// or socks5://.")};
    if (!url.userInfo().isEmpty())
        return core::Error{Words::tr("Leave login and password out of the address.")};
    if (url.port() <= 0)
        return core::Error{Words::tr("Say the port as well, such as %1:3128.").arg(url.host())};
    if (url.hasQuery() || url.hasFragment() || url.path().size() > 1)
        return core::Error{Words::tr("A proxy has only a host and a port.")};
    return url.adjusted(QUrl::RemovePath);
}

QUrl derivedNotifierUrl(const QUrl& api) {
    QUrl url = api;
    url.setScheme(api.scheme() == QStringLiteral("https") ? QStringLiteral("wss") : QStringLiteral("ws"));
    url.setPath(api.path() + QStringLiteral("/ws"));
    constexpr int ApiPort = 8080;
    if (isThisMachine(api) && api.port() == ApiPort)
        url.setPort(ApiPort + 1);
    return url;
}

QUrl notifierUrl(const Profile& profile) { return profile.ws.isEmpty() ? derivedNotifierUrl(profile.api) : profile.ws; }

ProfileErrors validate(const Profile& profile) {
    ProfileErrors errors;
    const auto complain = [&errors](ProfileField field, const QString& text) {
        if (!text.isEmpty())
            errors.emplace(field, text);
    };
    complain(ProfileField::Name, profile.name.trimmed().isEmpty() ? Words::tr("Give the profile a name.") : QString());
    if (const auto api = parseBaseUrl(profile.api.toString(QUrl::FullyEncoded)); !api)
        complain(ProfileField::Api, api.error().message);
    else
        complain(ProfileField::Api, plainTextComplaint(profile.api, profile.allowPlainText));
    if (!profile.ws.isEmpty()) {
        if (const auto ws = parseNotifierUrl(profile.ws.toString(QUrl::FullyEncoded)); !ws)
            complain(ProfileField::Ws, ws.error().message);
        else
            complain(ProfileField::Ws, plainTextComplaint(profile.ws, profile.allowPlainText));
    }
    constexpr int MaxLogin = 255;
    if (profile.method != SignInMethod::IntegrationToken) {
        complain(ProfileField::Login, profile.login.isEmpty() ? Words::tr("Enter your login.")
                                      : profile.login.size() > MaxLogin
                                          ? Words::tr("A login has at most %1 characters.").arg(MaxLogin)
                                          : QString());
    }
    if (const auto proxy = parseProxy(profile.proxy.toString(QUrl::FullyEncoded)); !proxy)
        complain(ProfileField::Proxy, proxy.error().message);
    if (profile.proxyUser.size() > MaxLogin)
        complain(ProfileField::ProxyLogin, Words::tr("A login has at most %1 characters.").arg(MaxLogin));
    if (profile.proxyUser.contains(u':')) // RFC 7617: it would end there
        complain(ProfileField::ProxyLogin, Words::tr("A login at a proxy has no colon."));
    if (!profile.caFile.isEmpty() && !QFileInfo(profile.caFile).isReadable())
        complain(ProfileField::CaFile, Words::tr("This file cannot be read."));
    return errors;
}

} // namespace attune::session
