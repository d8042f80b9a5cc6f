// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "opensslpointer.h"

#include "attune/core/result.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QList>
#include <QSslCertificate>

#include <memory>
#include <vector>

namespace attune::net {

/// Certificate revocation lists (RFC 5280), which Qt knows nothing of. Whoever is not named on a list of its authority
/// is not revoked; an authority without a list has revoked nobody.
class RevocationLists {
    Q_DECLARE_TR_FUNCTIONS(RevocationLists)
public:
    /// All lists among `pem`, each of which one of `authorities` has to have signed. Lists that tell only a part (with
    /// a critical extension) are an error, because what they leave out would pass.
    [[nodiscard]] static core::Result<RevocationLists> fromPem(const QByteArray& pem,
                                                               const QList<QSslCertificate>& authorities);

    /// Without looking into them.
    [[nodiscard]] static bool areIn(const QByteArray& pem);
    [[nodiscard]] bool isEmpty() const { return m_lists.empty(); }
    /// What the lists have against `chain` (as the server sent it, its own first) or against an authority of ours that
    /// vouches for it; empty = nothing. A list that is out of date speaks against everybody whom its authority vouches
    /// for. A sentence without its full stop, plain text.
    [[nodiscard]] QString problem(const QList<QSslCertificate>& chain, const QDateTime& now) const;

private:
    struct Certificate {
        X509Pointer openSsl;
        QString name;
    };
    struct List {
        std::shared_ptr<X509_CRL> crl;
        Certificate signer;
        QDateTime from;
        QDateTime until;
    };

    [[nodiscard]] static Certificate certificateFrom(const QSslCertificate& qt);
    [[nodiscard]] QString add(std::shared_ptr<X509_CRL> crl);
    [[nodiscard]] QString problemOf(const Certificate& certificate, const QDateTime& now) const;

    std::vector<List> m_lists;
    std::vector<Certificate> m_authorities;
};

} // namespace attune::net
