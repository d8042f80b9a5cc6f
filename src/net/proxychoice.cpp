// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "proxychoice.h"

#include <QCoreApplication>
#include <QHostAddress>

namespace attune::net {

namespace {

[[nodiscard]] bool isThisMachine(const QString& host) {
    return host == QStringLiteral("localhost") || QHostAddress(host).isLoopback();
}

/// As other programs read these variables; Qt knows names and domains only.
[[nodiscard]] bool isEverythingExempt() {
    const auto isEverything = [](const char* variable) { return qgetenv(variable).trimmed() == "*"; };
    return isEverything("no_proxy") || isEverything("NO_PROXY");
}

[[nodiscard]] QNetworkProxy systemProxy(const QUrl& target) {
    if (isThisMachine(target.host()) || isEverythingExempt())
        return QNetworkProxy::NoProxy;
    QUrl asked = target;
    const bool isSecure = target.scheme() == QStringLiteral("https") || target.scheme() == QStringLiteral("wss");
    asked.setScheme(isSecure ? QStringLiteral("https") : QStringLiteral("http"));
    return QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(asked)).value(0, QNetworkProxy::NoProxy);
}

} // namespace

QNetworkProxy proxyFor(const ProxySetting& setting, const QUrl& target) {
    QNetworkProxy proxy = QNetworkProxy::NoProxy;
    if (setting.url.isEmpty()) {
        proxy = systemProxy(target);
    } else if (!setting.url.host().isEmpty()) {
        const bool isSocks = setting.url.scheme() == QStringLiteral("socks5");
        proxy = {isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, setting.url.host(),
                 static_cast<quint16>(setting.url.port())};
    }
    if (proxy.type() != QNetworkProxy::NoProxy && !setting.user.isEmpty()) {
        // Qt writes both as Latin-1, which turns other characters into question marks; proxies read UTF-8.
        proxy.setUser(QString::fromLatin1(setting.user.toUtf8()));
        proxy.setPassword(QString::fromLatin1(setting.password.toUtf8()));
    }
    return proxy;
}

QString proxyName(const QNetworkProxy& proxy) {
    return QStringLiteral("%1:%2").arg(proxy.hostName()).arg(proxy.port());
}

QString proxyDenial(const QNetworkProxy& proxy) {
    const char* sentence = proxy.user().isEmpty()
                               ? QT_TRANSLATE_NOOP("Proxy", "the proxy %1 asks for a login")
                               : QT_TRANSLATE_NOOP("Proxy", "the proxy %1 does not accept its login or password");
    return QCoreApplication::translate("Proxy", sentence).arg(proxyName(proxy));
}

} // namespace attune::net
