// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "tokenoffice.h"

namespace attune::test {

QByteArray TokenOffice::issue() {
    m_newest = {"token-" + QByteArray::number(m_tokens.size() + 1), false};
    m_tokens[m_newest.text] = {m_clock.steady(), false, false};
    return m_newest.text;
}

QByteArray TokenOffice::grantBody() {
    const QByteArray token = issue();
    return R"({"data":{"access_token":")" + token + R"(","refresh_token":"refresh-)" + token +
           R"(","token_type":"Bearer","expires_in":)" + QByteArray::number(m_life.count()) +
           R"(,"user":{"id":1,"login":"alice","display_name":null}}})";
}

void TokenOffice::revokeAll() {
    for (auto& [text, token] : m_tokens)
        token.isRevoked = true;
}

void TokenOffice::distrustAtNotifier() {
    for (auto& [text, token] : m_tokens)
        token.isDistrusted = true;
}

bool TokenOffice::judge(const QByteArray& token, bool accepted) {
    if (!accepted && token == m_newest.text)
        noteRefusal();
    return accepted;
}

bool TokenOffice::hasExpired(const QByteArray& token) const {
    const auto found = m_tokens.find(token);
    return found == m_tokens.end() || m_clock.steady() - found->second.issued >= m_life;
}

bool TokenOffice::restAccepts(const QByteArray& token) {
    constexpr std::chrono::seconds Leeway{60};
    const auto found = m_tokens.find(token);
    return judge(token, found != m_tokens.end() && !found->second.isRevoked &&
                            m_clock.steady() - found->second.issued < m_life + Leeway);
}

bool TokenOffice::notifierAccepts(const QByteArray& token) {
    const auto found = m_tokens.find(token);
    return judge(token, found != m_tokens.end() && !found->second.isRevoked && !found->second.isDistrusted &&
                            !hasExpired(token));
}

bool TokenOffice::mayRenew() const {
    const auto found = m_tokens.find(m_newest.text);
    // A little early is no fault: the client rounds, and the last second of a life may be missing.
    return m_newest.wasRefused || found == m_tokens.end() || m_clock.steady() - found->second.issued >= m_life * 0.7;
}

} // namespace attune::test
