// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <cstdint>
#include <optional>
#include <string>

namespace attune::sim {

/// What a token says (protocol section 3).
struct Claims {
    std::string sub;
    std::string login;
    std::int64_t iat = 0; ///< Unix seconds
    std::int64_t exp = 0; ///< Unix seconds
    std::string tokenType;
    std::string scope;              ///< empty: none
    std::int64_t integrationId = 0; ///< 0: no metadata
};

/// HS256 tokens, real ones.
class Jwt {
public:
    explicit Jwt(QByteArray secret) : m_secret(std::move(secret)) {}

    [[nodiscard]] QByteArray sign(const Claims& claims) const;
    /// Nothing for a token that is malformed, differently signed or signed with another secret. Does not look at `exp`.
    [[nodiscard]] std::optional<Claims> verify(const QByteArray& token) const;

private:
    [[nodiscard]] QByteArray signature(const QByteArray& signedPart) const;

    QByteArray m_secret;
};

} // namespace attune::sim
