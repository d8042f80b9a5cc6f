// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/result.h"

#include <QString>
#include <QUrl>

#include <map>

namespace attune::session {

enum class SignInMethod : std::uint8_t { Password, Ldap, IntegrationToken };

/// How to reach one Attune server, without any secret.
struct Profile {
    QString name;
    QUrl api; ///< base URL of the REST API: scheme, host, port, optional path; no user, query or fragment
    QUrl ws;  ///< full URL of the notifier; empty = derived from `api` (protocol section 1)
    SignInMethod method = SignInMethod::Password;
    QString login;               ///< unused for integration tokens
    QString caFile;              ///< certificate authorities (PEM); empty = only the system's
    bool caReplaces = false;     ///< `caFile` alone is trusted, not the system's authorities as well
    QUrl proxy;                  ///< http://host:port, socks5://host:port, direct: for none; empty = as the system says
    QString proxyUser;           ///< login at the proxy, its password rests in the keychain; empty = without a login
    bool allowPlainText = false; ///< http and ws to hosts other than this machine; shown permanently
    bool remember = false;       ///< the next start signs in by what the keychain holds

    friend bool operator==(const Profile&, const Profile&) = default;
};

/// The input a complaint belongs to, so that a dialog can show it next to the field at fault.
enum class ProfileField : std::uint8_t { Name, Api, Ws, Method, Login, Secret, CaFile, Proxy, ProxyLogin, General };
using ProfileErrors = std::map<ProfileField, QString>;

/// A URL as people type it (`attune.example.com`, `http://localhost:8080/`) made exact: scheme added (https, or http
/// for this machine), trailing slash cut. Refuses user names, queries, fragments and other schemes, in words.
[[nodiscard]] core::Result<QUrl> parseBaseUrl(const QString& text);
/// The same for the notifier; `http(s)` becomes `ws(s)`, an empty path becomes `/ws`.
[[nodiscard]] core::Result<QUrl> parseNotifierUrl(const QString& text);

/// A proxy: `proxy.example.com:3128` (http), `socks5://host:1080`, `direct` for none, nothing for the system's choice.
[[nodiscard]] core::Result<QUrl> parseProxy(const QString& text);

/// `https://host/x` -> `wss://host/x/ws`; an API on port 8080 of this machine -> port 8081 (protocol section 1).
[[nodiscard]] QUrl derivedNotifierUrl(const QUrl& api);
[[nodiscard]] QUrl notifierUrl(const Profile& profile);

/// Everything that can be said without asking the server; empty = valid.
[[nodiscard]] ProfileErrors validate(const Profile& profile);

[[nodiscard]] bool isThisMachine(const QUrl& url);
/// http or ws to another machine: everybody on the way can read the token.
[[nodiscard]] bool isPlainText(const QUrl& url);

} // namespace attune::session
