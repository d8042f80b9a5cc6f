// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUrl>

namespace attune::net {

/// The road that an operator chose.
struct ProxySetting {
    QUrl url;         ///< http://host:port, socks5://host:port, `direct:`, or empty for what the system says
    QString user;     ///< empty = without a login, or with the one that the system says
    QString password; ///< a secret; sent to the proxy and to nobody else

    friend bool operator==(const ProxySetting&, const ProxySetting&) = default;
};

} // namespace attune::net
