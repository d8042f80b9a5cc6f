// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/tokenkeeper.h"
#include "requester.h"

#include "attune/core/clock.h"
#include "attune/core/details.h"

#include <QObject>

#include <chrono>

namespace attune::session {

/// Asks the API whether the token or the notifier is at fault when handshakes fail, because the handshake does not tell
/// (protocol section 7.1). One question at a time. A 401 is the requester's affair: it renews the token, and the keeper
/// says if that is over.
class FaultProbe : public QObject {
    Q_OBJECT
public:
    FaultProbe(Requester& requester, TokenKeeper& tokens, core::Clock& clock, QObject* parent);

    /// `handshakesFail`: renew the token even if the API accepts it, at most once per ForcedRefreshInterval. REST takes
    /// a token for a minute longer than the handshake does, and the keys of the two may differ.
    void ask(bool handshakesFail);
    /// The answer to come is nobody's business any more.
    void reset();

    static constexpr std::chrono::minutes ForcedRefreshInterval{5};

Q_SIGNALS:
    /// The API takes the token.
    void accepted();
    /// The account may not be used any more.
    void accountRefused(const QString& reason);

private:
    void onIdentity(const ServiceResult<core::Identity>& identity, const QByteArray& refused);

    Requester& m_requester;
    TokenKeeper& m_tokens;
    core::Clock& m_clock;
    bool m_isAsking = false;
    std::uint64_t m_epoch = 0; // late answers carry an old number
    std::chrono::nanoseconds m_lastForcedRefresh{std::chrono::nanoseconds::min() / 2};
};

} // namespace attune::session
