// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/manualclock.h"

#include <QByteArray>

#include <chrono>
#include <map>

namespace attune::test {

/// Access tokens as the server judges them.
class TokenOffice {
public:
    TokenOffice(const ManualClock& clock, std::chrono::seconds life) : m_clock(clock), m_life(life) {}

    [[nodiscard]] QByteArray issue();
    [[nodiscard]] QByteArray grantBody();
    void revokeAll();
    /// REST goes on accepting them, handshakes do not.
    void distrustAtNotifier();

    // A refusal is remembered: the client then has a reason to renew.
    [[nodiscard]] bool restAccepts(const QByteArray& token);
    [[nodiscard]] bool notifierAccepts(const QByteArray& token);
    [[nodiscard]] bool hasExpired(const QByteArray& token) const;
    void noteRefusal() { m_newest.wasRefused = true; }
    /// Whether a client has a reason to renew the newest token now.
    [[nodiscard]] bool mayRenew() const;

private:
    struct Token {
        std::chrono::nanoseconds issued{0};
        bool isRevoked = false;
        bool isDistrusted = false;
    };
    struct Newest {
        QByteArray text;
        bool wasRefused = false;
    };
    [[nodiscard]] bool judge(const QByteArray& token, bool accepted);

    const ManualClock& m_clock;
    std::chrono::seconds m_life;
    std::map<QByteArray, Token> m_tokens;
    Newest m_newest;
};

} // namespace attune::test
