// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "auth/tokens.h"

#include "world/dice.h"

#include <utility>

namespace attune::sim {

Tokens::Tokens(SimOptions options, const core::Clock& clock)
    : m_options(std::move(options)), m_clock(clock), m_jwt(secret()) {}

bool Tokens::passwordFits(const std::string& login, const std::string& password) const {
    return login == m_options.login.toStdString() && password == m_options.password.toStdString();
}

bool Tokens::integrationTokenFits(const std::string& token) const {
    return !integrationRevoked && !m_options.integrationToken.isEmpty() &&
           token == m_options.integrationToken.toStdString();
}

QByteArray Tokens::access(Source source, std::chrono::seconds lifetime) const {
    Claims claims;
    claims.sub = std::to_string(IdentityId);
    claims.login = login();
    // A token that is to have expired was issued before it expired.
    claims.iat = nowSeconds() + std::min<std::int64_t>(lifetime.count(), 0);
    claims.exp = nowSeconds() + lifetime.count();
    claims.tokenType = "access";
    if (source == Source::Integration && m_options.generation == Generation::Newest) {
        claims.scope = "integration_token";
        claims.integrationId = IntegrationId;
    }
    return m_jwt.sign(claims);
}

QByteArray Tokens::refresh(Source source) const {
    Claims claims;
    claims.sub = std::to_string(source == Source::Integration ? IntegrationId : IdentityId);
    claims.login = login();
    claims.iat = nowSeconds();
    claims.exp = nowSeconds() + m_options.refreshLifetime.count();
    claims.tokenType = "refresh";
    claims.scope = source == Source::Integration ? "integration_token" : "";
    return m_jwt.sign(claims);
}

Tokens::Checked Tokens::check(const QByteArray& token, std::chrono::seconds leeway) const {
    const auto claims = m_jwt.verify(token);
    if (!claims)
        return {};
    const bool expired = claims->exp + leeway.count() <= nowSeconds();
    return {expired ? Verdict::Expired : Verdict::Good, *claims};
}

std::optional<Tokens::Source> Tokens::refreshSource(const QByteArray& token) const {
    const Checked checked = check(token, std::chrono::seconds(60));
    if (checked.verdict != Verdict::Good || checked.claims.tokenType != "refresh")
        return std::nullopt;
    if (checked.claims.scope != "integration_token")
        return Source::Password;
    return integrationRevoked ? std::nullopt : std::optional(Source::Integration);
}

void Tokens::rotateSecret() {
    ++m_generation;
    m_jwt = Jwt(secret());
}

QByteArray Tokens::secret() const {
    Dice dice = Dice::forItem(m_options.seed, Salt::Secret, static_cast<std::int64_t>(m_generation));
    QByteArray bytes;
    for (int word = 0; word < 4; ++word)
        bytes += QByteArray::number(dice.next(), 16);
    return bytes;
}

} // namespace attune::sim
