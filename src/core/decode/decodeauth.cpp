// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "document.h"

#include "attune/core/decoderest.h"
#include "attune/core/jsonlimits.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>
#include <string>
#include <vector>

namespace attune::core {

namespace {

constexpr qsizetype MaxErrorMessage = 500;
constexpr std::int64_t MaxLifetimeSeconds = std::int64_t{10} * 366 * 86'400; // a longer one would overflow timers

struct Words {
    Q_DECLARE_TR_FUNCTIONS(attune::core::Decoder)
};

[[nodiscard]] QString messageOf(const nlohmann::json& document) {
    if (!document.is_object() || !document.contains("error"))
        return {};
    const auto& error = document["error"];
    if (error.is_string())
        return QString::fromStdString(error.get_ref<const std::string&>());
    return error.is_object() ? stringOf(error, "message") : QString();
}

/// A token goes into a header as it is, so nothing but visible ASCII may stand in it.
[[nodiscard]] bool isToken(const QByteArray& text) {
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7F'; });
}

/// The server does not promise an order of the entries, so they are sorted.
[[nodiscard]] QByteArray permissionsHash(const nlohmann::json& permissions) {
    std::vector<std::string> entries;
    for (const auto& entry : permissions)
        entries.push_back(entry.dump());
    std::sort(entries.begin(), entries.end());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const std::string& entry : entries) {
        hash.addData(QByteArrayView(entry));
        hash.addData(QByteArrayView("\n", 1));
    }
    return hash.result().toHex();
}

[[nodiscard]] bool isHtml(const QByteArray& body, const QByteArray& contentType) {
    const QByteArray start = body.left(200).trimmed().toLower();
    return contentType.trimmed().toLower().startsWith("text/html") || start.startsWith("<!doctype") ||
           start.startsWith("<html");
}

} // namespace

Result<TokenGrant> decodeTokenGrant(const QByteArray& body) {
    const auto data = parseData(body);
    if (!data)
        return data.error();
    TokenGrant grant;
    grant.accessToken = stringOf(data->json, "access_token").toUtf8();
    grant.refreshToken = stringOf(data->json, "refresh_token").toUtf8();
    const auto lifetime = data->json.find("expires_in");
    if (!isToken(grant.accessToken) || !isToken(grant.refreshToken))
        return Error{Words::tr("the answer holds no tokens")};
    if (lifetime == data->json.end() || !lifetime->is_number_integer() || lifetime->get<std::int64_t>() <= 0)
        return Error{Words::tr("%1 is not a positive 64-bit integer").arg(QStringLiteral("expires_in"))};
    grant.expiresInSeconds = std::min(lifetime->get<std::int64_t>(), MaxLifetimeSeconds);
    if (const auto user = data->json.find("user"); user != data->json.end() && user->is_object()) {
        grant.login = stringOf(*user, "login");
        grant.displayName = stringOf(*user, "display_name");
    }
    return grant;
}

Result<Identity> decodeIdentity(const QByteArray& body) {
    const auto data = parseData(body);
    if (!data)
        return data.error();
    Identity identity;
    QString error;
    if (!data->fields.ownId(identity.id, error))
        return Error{error};
    identity.login = stringOf(data->json, "login");
    identity.displayName = stringOf(data->json, "display_name");
    const auto permissions = data->json.find("effective_permissions");
    if (permissions != data->json.end() && permissions->is_array())
        identity.permissionsHash = permissionsHash(*permissions);
    return identity;
}

Result<AuthSettings> decodeAuthSettings(const QByteArray& body) {
    const auto data = parseData(body);
    if (!data)
        return data.error();
    const nlohmann::json& json = data->json;
    if (!json.contains("local_password_enabled") && !json.contains("authentication_enabled"))
        return Error{Words::tr("the answer is not the settings of an Attune API")};
    AuthSettings settings;
    settings.authenticationEnabled = !json.contains("authentication_enabled") || flagOf(json, "authentication_enabled");
    settings.localPassword = flagOf(json, "local_password_enabled");
    settings.ldap = flagOf(json, "ldap_enabled");
    settings.oidc = flagOf(json, "oidc_enabled");
    settings.ldapLabel = stringOf(json, "ldap_provider_label");
    settings.oidcLabel = stringOf(json, "oidc_provider_label");
    return settings;
}

Result<ServerInfo> decodeServerInfo(const QByteArray& body) {
    const auto data = parseData(body);
    if (!data)
        return data.error();
    return ServerInfo{stringOf(data->json, "version"), stringOf(data->json, "git_sha")};
}

QString decodeErrorMessage(const QByteArray& body, const QByteArray& contentType) {
    if (isHtml(body, contentType))
        return {};
    const auto document = parseDocument(body, MaxDetailBytes);
    QString message = document ? messageOf(*document) : QString();
    if (message.isEmpty() && contentType.trimmed().toLower().startsWith("text/plain"))
        message = QString::fromUtf8(body.trimmed().left(4 * MaxErrorMessage));
    message = message.trimmed().left(MaxErrorMessage);
    if (!message.isEmpty() && message.back().isHighSurrogate())
        message.chop(1);
    return message;
}

} // namespace attune::core
