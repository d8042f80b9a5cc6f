// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/jwt.h"

#include "attune/core/clock.h"
#include "attune/sim/simoptions.h"

#include <QByteArray>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace attune::sim {

/// The one identity and the tokens made for it.
class Tokens {
public:
    static constexpr std::int64_t IdentityId = 7;
    static constexpr std::int64_t IntegrationId = 42;

    enum class Source : std::uint8_t { Password, Integration };
    enum class Verdict : std::uint8_t { Good, Invalid, Expired };
    struct Checked {
        Verdict verdict = Verdict::Invalid;
        Claims claims;
    };

    /// `clock` outlives it.
    Tokens(SimOptions options, const core::Clock& clock);

    [[nodiscard]] bool passwordFits(const std::string& login, const std::string& password) const;
    [[nodiscard]] bool integrationTokenFits(const std::string& token) const;
    [[nodiscard]] QByteArray access(Source source, std::chrono::seconds lifetime) const;
    [[nodiscard]] QByteArray refresh(Source source) const;
    /// `leeway` beyond `exp`: a minute on REST, none at the handshake.
    [[nodiscard]] Checked check(const QByteArray& token, std::chrono::seconds leeway) const;
    /// Which login a valid refresh token came from; nothing when it is none, or its record is revoked.
    [[nodiscard]] std::optional<Source> refreshSource(const QByteArray& token) const;

    [[nodiscard]] std::chrono::seconds accessLifetime() const { return m_options.accessLifetime; }
    [[nodiscard]] std::int64_t nowSeconds() const { return m_clock.now() / 1'000'000; }
    [[nodiscard]] std::string login() const { return m_options.login.toStdString(); }

    void rotateSecret();
    bool frozen = false;
    bool integrationRevoked = false;

private:
    [[nodiscard]] QByteArray secret() const;

    SimOptions m_options;
    const core::Clock& m_clock;
    std::uint64_t m_generation = 0;
    Jwt m_jwt;
};

} // namespace attune::sim
