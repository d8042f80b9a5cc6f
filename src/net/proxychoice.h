// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QNetworkProxy>
#include <QUrl>

namespace attune::net {

/// The way to `target` (http, https, ws or wss) when the operator's choice is `setting`, see Transport::setProxy().
/// What the system says is asked in terms of http(s), so that requests and streams take the same road, and never
/// applies to this machine.
[[nodiscard]] QNetworkProxy proxyFor(const QUrl& setting, const QUrl& target);

} // namespace attune::net
