// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "proxychoice.h"

#include <QHostAddress>

namespace attune::net {

namespace {

[[nodiscard]] bool isThisMachine(const QString& host) {
    return host == QStringLiteral("localhost") || QHostAddress(host).isLoopback();
}

[[nodiscard]] QNetworkProxy systemProxy(const QUrl& target) {
    if (isThisMachine(target.host()))
        return QNetworkProxy::NoProxy;
    QUrl asked = target;
    const bool isSecure = target.scheme() == QStringLiteral("https") || target.scheme() == QStringLiteral("wss");
    asked.setScheme(isSecure ? QStringLiteral("https") : QStringLiteral("http"));
    return QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(asked)).value(0, QNetworkProxy::NoProxy);
}

} // namespace

QNetworkProxy proxyFor(const QUrl& setting, const QUrl& target) {
    if (setting.isEmpty())
        return systemProxy(target);
    if (setting.host().isEmpty())
        return QNetworkProxy::NoProxy;
    const auto type =
        setting.scheme() == QStringLiteral("socks5") ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy;
    return {type, setting.host(), static_cast<quint16>(setting.port())};
}

} // namespace attune::net
