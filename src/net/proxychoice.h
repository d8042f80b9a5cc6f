// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/net/proxysetting.h"

#include <QNetworkProxy>
#include <QString>
#include <QUrl>

namespace attune::net {

/// The way to `target` (http, https, ws or wss) when the operator's choice is `setting`, see Transport::setProxy().
/// What the system says is asked in terms of http(s), so that requests and streams take the same road, and never
/// applies to this machine.
[[nodiscard]] QNetworkProxy proxyFor(const ProxySetting& setting, const QUrl& target);

/// `proxy.example.com:3128`.
[[nodiscard]] QString proxyName(const QNetworkProxy& proxy);
/// Which proxy wants a login, or does not accept the one it got; a part of a sentence.
[[nodiscard]] QString proxyDenial(const QNetworkProxy& proxy);

} // namespace attune::net
