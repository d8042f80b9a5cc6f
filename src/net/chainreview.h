// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QList>
#include <QSslCertificate>

namespace attune::net {

/// Looks again at a chain that has been refused for a reason without a name: Qt passes on what OpenSSL says only where
/// it has a word of its own for it. Decides nothing.
class ChainReview {
    Q_DECLARE_TR_FUNCTIONS(ChainReview)
public:
    /// `chain` begins with the server's certificate.
    ChainReview(const QList<QSslCertificate>& chain, const QList<QSslCertificate>& authorities);

    /// The first check that fails and that Qt does not know; a sentence without its full stop, plain text.
    [[nodiscard]] QString words() const;

private:
    QList<QSslCertificate> m_chain;
    QList<QSslCertificate> m_authorities;
};

} // namespace attune::net
