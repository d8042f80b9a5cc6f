// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/result.h"

#include <QCoreApplication>
#include <QList>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>

#include <cstdint>
#include <memory>

namespace attune::net {

class RevocationLists;

/// Whether certificate authorities of a file are trusted beside those of the system, or instead of them.
enum class AuthorityUse : std::uint8_t { Add, Replace };

/// Which servers are trusted, the same for requests and streams, and the words for why one is not: sentences without
/// their full stop, plain text. A value; may be copied to another thread.
class TrustRules {
    Q_DECLARE_TR_FUNCTIONS(TrustRules)
public:
    /// The system's authorities and nobody else.
    TrustRules();
    ~TrustRules();
    TrustRules(const TrustRules&);
    TrustRules(TrustRules&&) noexcept;
    TrustRules& operator=(const TrustRules&);
    TrustRules& operator=(TrustRules&&) noexcept;

    /// With the authorities and the revocation lists of a PEM file. The error names the file.
    [[nodiscard]] static core::Result<TrustRules> fromFile(const QString& file, AuthorityUse use);

    [[nodiscard]] const QSslConfiguration& tls() const { return m_tls; }
    [[nodiscard]] bool hasRevocationLists() const;
    /// To be asked between a handshake and the first byte of ours: what the revocation lists have against the chain
    /// that the server has sent; empty = nothing.
    [[nodiscard]] QString revocation(const QList<QSslCertificate>& chain) const;
    /// Why Qt has refused a chain. `errors` are of one handshake.
    [[nodiscard]] QString refusal(const QList<QSslError>& errors, const QList<QSslCertificate>& chain) const;
    /// Why a handshake failed that did not get as far as that, from the words of OpenSSL: empty unless it is certain
    /// that this server will never do, as with one that speaks only old protocols.
    [[nodiscard]] static QString refusal(const QString& handshakeError);

private:
    QSslConfiguration m_tls;
    std::shared_ptr<const RevocationLists> m_lists; // never null
};

} // namespace attune::net
