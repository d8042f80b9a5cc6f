// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "certificatemaker.h"
#include "laxtlsserver.h"

#include <QSslConfiguration>
#include <QString>

#include <cstdint>
#include <memory>
#include <set>

namespace attune::test {

/// One authority and the servers it vouches for, good or bad, each made when it is first asked for.
class Certificates {
public:
    /// What is wrong with a server.
    enum class Flaw : std::uint8_t {
        None,
        Expired,
        NotYetValid,
        WrongHost,
        SelfSigned,
        UnknownAuthority,
        WeakKey,
        Sha1Signature,
        Md5Signature,
        OnlyTls10,
        OnlyTls11,
        ForClients,
        IssuerIsNoAuthority,
        MissingIntermediate,
        ExpiredIntermediate,
        PathTooLong,
        ForbiddenName,
        Revoked,
        RevokedIntermediate,
    };
    /// What an authority file says of revoked certificates.
    enum class Lists : std::uint8_t { Current, Expired, OfStranger, Forged, Broken, Partial };

    Certificates();

    /// False when there is no openssl program.
    [[nodiscard]] bool work() const { return m_work; }
    /// The authority's certificate, PEM.
    [[nodiscard]] QString authorityFile() const { return m_maker.path(QStringLiteral("ca.pem")); }
    /// The same with a revocation list that names the revoked ones.
    [[nodiscard]] QString authorityFile(Lists lists);
    /// For a server of Qt, which can have neither a weak key nor a weak signature.
    [[nodiscard]] QSslConfiguration serverTls(Flaw flaw);
    [[nodiscard]] std::unique_ptr<LaxTlsServer> laxServer(Flaw flaw);

private:
    [[nodiscard]] bool make(Flaw flaw);
    [[nodiscard]] static QString chainName(Flaw flaw);
    [[nodiscard]] QString chainFile(Flaw flaw) const;
    [[nodiscard]] QString keyFile(Flaw flaw) const;
    [[nodiscard]] QByteArray pemOf(const QString& name) const;

    CertificateMaker m_maker;
    std::set<Flaw> m_made;
    bool m_work = false;
};

} // namespace attune::test
