// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "document.h"

#include "attune/core/decoderest.h"
#include "attune/core/jsonlimits.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace attune::core {

namespace {

constexpr qsizetype MaxErrorMessage = 500;

[[nodiscard]] QString tr(const char* text) { return QCoreApplication::translate("Decoder", text); }

[[nodiscard]] QString messageOf(const nlohmann::json& document) {
    if (!document.is_object() || !document.contains("error"))
        return {};
    const auto& error = document["error"];
    if (error.is_string())
        return QString::fromStdString(error.get_ref<const std::string&>());
    return error.is_object() ? stringOf(error, "message") : QString();
}

} // namespace

Result<TokenGrant> decodeTokenGrant(const QByteArray& body) {
    const auto data = parseData(body);
    if (!data)
        return data.error();
    TokenGrant grant;
    grant.accessToken = stringOf(*data, "access_token").toUtf8();
    grant.refreshToken = stringOf(*data, "refresh_token").toUtf8();
    const auto lifetime = data->find("expires_in");
    if (grant.accessToken.isEmpty() || grant.refreshToken.isEmpty())
        return Error{tr("the answer holds no tokens")};
    if (lifetime == data->end() || !lifetime->is_number_integer() || lifetime->get<std::int64_t>() <= 0)
        return Error{tr("%1 is not a positive 64-bit integer").arg(QStringLiteral("expires_in"))};
    grant.expiresInSeconds = lifetime->get<std::int64_t>();
    if (const auto user = data->find("user"); user != data->end() && user->is_object()) {
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
    if (!fieldsOf(*data).id(Key::Id, identity.id, error))
        return Error{error};
    identity.login = stringOf(*data, "login");
    identity.displayName = stringOf(*data, "display_name");
    if (const auto permissions = data->find("effective_permissions"); permissions != data->end()) {
        identity.permissionsHash =
            QCryptographicHash::hash(QByteArray::fromStdString(permissions->dump()), QCryptographicHash::Sha256)
                .toHex();
    }
    return identity;
}

Result<AuthSettings> decodeAuthSettings(const QByteArray& body) {
    const auto data = parseData(body);
    if (!data)
        return data.error();
    if (!data->contains("local_password_enabled") && !data->contains("authentication_enabled"))
        return Error{tr("the answer is not the settings of an Attune API")};
    AuthSettings settings;
    settings.authenticationEnabled =
        !data->contains("authentication_enabled") || flagOf(*data, "authentication_enabled");
    settings.localPassword = flagOf(*data, "local_password_enabled");
    settings.ldap = flagOf(*data, "ldap_enabled");
    settings.oidc = flagOf(*data, "oidc_enabled");
    settings.ldapLabel = stringOf(*data, "ldap_provider_label");
    settings.oidcLabel = stringOf(*data, "oidc_provider_label");
    return settings;
}

Result<ServerInfo> decodeServerInfo(const QByteArray& body) {
    const auto data = parseData(body);
    if (!data)
        return data.error();
    return ServerInfo{stringOf(*data, "version"), stringOf(*data, "git_sha")};
}

QString decodeErrorMessage(const QByteArray& body, const QByteArray& contentType) {
    if (contentType.startsWith("text/html"))
        return {};
    const auto document = parseDocument(body, MaxDetailBytes);
    QString message = document ? messageOf(*document) : QString();
    if (message.isEmpty() && contentType.startsWith("text/plain"))
        message = QString::fromUtf8(body.left(4 * MaxErrorMessage));
    return message.trimmed().left(MaxErrorMessage);
}

} // namespace attune::core
