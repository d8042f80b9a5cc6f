// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "auth/jwt.h"

#include <nlohmann/json.hpp>

#include <QByteArrayList>
#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace attune::sim {

namespace {

using nlohmann::json;

constexpr auto Encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray encoded(const json& document) { return QByteArray::fromStdString(document.dump()).toBase64(Encoding); }

json decoded(const QByteArray& part) {
    const auto bytes = QByteArray::fromBase64Encoding(part, Encoding | QByteArray::AbortOnBase64DecodingErrors);
    return bytes ? json::parse((*bytes).toStdString(), nullptr, false) : json();
}

std::optional<Claims> readClaims(const json& body) {
    if (!body.is_object() || !body.contains("sub") || !body["sub"].is_string() || !body.contains("exp") ||
        !body["exp"].is_number_integer())
        return std::nullopt;
    Claims claims;
    claims.sub = body["sub"].get<std::string>();
    claims.exp = body["exp"].get<std::int64_t>();
    claims.iat = body.value("iat", std::int64_t{0});
    claims.login = body.value("login", std::string());
    claims.tokenType = body.value("token_type", std::string("access"));
    claims.scope = body.value("scope", std::string());
    claims.integrationId = body.value("metadata", json::object()).value("integration_token_id", std::int64_t{0});
    return claims;
}

} // namespace

QByteArray Jwt::sign(const Claims& claims) const {
    json body = {{"sub", claims.sub},
                 {"login", claims.login},
                 {"iat", claims.iat},
                 {"exp", claims.exp},
                 {"token_type", claims.tokenType}};
    if (!claims.scope.empty())
        body["scope"] = claims.scope;
    if (claims.integrationId != 0)
        body["metadata"] = {{"integration_token_id", claims.integrationId}, {"auth_method", "integration_token"}};
    const QByteArray signedPart = encoded({{"typ", "JWT"}, {"alg", "HS256"}}) + '.' + encoded(body);
    return signedPart + '.' + signature(signedPart);
}

std::optional<Claims> Jwt::verify(const QByteArray& token) const {
    const QList<QByteArray> parts = token.split('.');
    if (parts.size() != 3 || signature(parts[0] + '.' + parts[1]) != parts[2])
        return std::nullopt;
    const json header = decoded(parts[0]);
    if (!header.is_object() || header.value("alg", std::string()) != "HS256")
        return std::nullopt;
    return readClaims(decoded(parts[1]));
}

QByteArray Jwt::signature(const QByteArray& signedPart) const {
    return QMessageAuthenticationCode::hash(signedPart, m_secret, QCryptographicHash::Sha256).toBase64(Encoding);
}

} // namespace attune::sim
