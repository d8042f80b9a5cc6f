// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "certificates.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

namespace attune::test {

namespace {

using Flaw = Certificates::Flaw;

[[nodiscard]] QString ca() { return QStringLiteral("ca"); }
[[nodiscard]] QString otherCa() { return QStringLiteral("otherca"); }
[[nodiscard]] QString shortCa() { return QStringLiteral("shortca"); }
[[nodiscard]] QString past() { return QStringLiteral("20210101000000Z"); }
[[nodiscard]] QString future() { return QStringLiteral("20480101000000Z"); }
[[nodiscard]] QString forThisHost() { return QStringLiteral("subjectAltName=IP:127.0.0.1\n"); }
[[nodiscard]] QString forAuthorities(const QString& limit = {}) {
    return QStringLiteral("basicConstraints=critical,CA:true%1\nkeyUsage=critical,keyCertSign,cRLSign\n").arg(limit);
}
[[nodiscard]] QString stem(Flaw flaw) { return QStringLiteral("server%1").arg(static_cast<int>(flaw)); }

[[nodiscard]] CertificateWish wishFor(Flaw flaw) {
    CertificateWish wish{.name = stem(flaw), .issuer = ca(), .extensions = forThisHost()};
    if (flaw == Flaw::Expired)
        wish.until = past();
    if (flaw == Flaw::NotYetValid)
        wish.from = future();
    if (flaw == Flaw::WrongHost)
        wish.extensions = QStringLiteral("subjectAltName=DNS:elsewhere.example\n");
    if (flaw == Flaw::UnknownAuthority)
        wish.issuer = otherCa();
    if (flaw == Flaw::WeakKey)
        wish.rsaBits = 1024;
    if (flaw == Flaw::Sha1Signature)
        wish.digest = QStringLiteral("sha1");
    if (flaw == Flaw::Md5Signature)
        wish.digest = QStringLiteral("md5");
    if (flaw == Flaw::ForClients)
        wish.extensions += QStringLiteral("extendedKeyUsage=clientAuth\n");
    return wish;
}

/// What stands between such a server and the authority; without a name if nothing does.
[[nodiscard]] CertificateWish intermediateFor(Flaw flaw) {
    CertificateWish wish{
        .name = QStringLiteral("between") + stem(flaw), .issuer = ca(), .extensions = forAuthorities()};
    if (flaw == Flaw::IssuerIsNoAuthority)
        wish.extensions = QStringLiteral("basicConstraints=critical,CA:false\n");
    else if (flaw == Flaw::ExpiredIntermediate)
        wish.until = past();
    else if (flaw == Flaw::PathTooLong)
        wish.issuer = shortCa();
    else if (flaw == Flaw::ForbiddenName)
        wish.extensions += QStringLiteral("nameConstraints=critical,permitted;IP:10.0.0.0/255.0.0.0\n");
    else if (flaw == Flaw::Md5Signature)
        wish.rsaBits = 2048; // there is no such signature with an elliptic key
    else if (flaw != Flaw::MissingIntermediate && flaw != Flaw::RevokedIntermediate)
        wish.name.clear();
    return wish;
}

[[nodiscard]] int protocolOf(Flaw flaw) {
    if (flaw == Flaw::OnlyTls10)
        return TLS1_VERSION;
    return flaw == Flaw::OnlyTls11 ? TLS1_1_VERSION : 0;
}

} // namespace

Certificates::Certificates() {
    const CertificateWish second{.name = shortCa(), .issuer = ca(), .extensions = forAuthorities(u",pathlen:0"_qs)};
    m_work = m_maker.makeRoot(ca()) && m_maker.becomeIssuer(ca()) && m_maker.makeRoot(otherCa()) &&
             m_maker.becomeIssuer(otherCa()) && m_maker.make(second) && m_maker.becomeIssuer(shortCa());
}

bool Certificates::make(Flaw flaw) {
    if (!m_made.insert(flaw).second)
        return true;
    if (flaw == Flaw::SelfSigned)
        return m_maker.makeRoot(stem(flaw), forThisHost().trimmed()) &&
               m_maker.write(chainName(flaw), pemOf(stem(flaw)));
    CertificateWish server = wishFor(flaw);
    QByteArray chain;
    if (const CertificateWish between = intermediateFor(flaw); !between.name.isEmpty()) {
        server.issuer = between.name;
        if (!m_maker.make(between) || !m_maker.becomeIssuer(between.name))
            return false;
        chain = pemOf(between.name) + (between.issuer == ca() ? QByteArray() : pemOf(between.issuer));
    }
    if (flaw == Flaw::MissingIntermediate)
        chain.clear();
    if (!m_maker.make(server))
        return false;
    if (flaw == Flaw::Revoked && !m_maker.revoke(server.name, ca()))
        return false;
    if (flaw == Flaw::RevokedIntermediate && !m_maker.revoke(server.issuer, ca()))
        return false;
    return m_maker.write(chainName(flaw), pemOf(server.name) + chain);
}

QString Certificates::chainName(Flaw flaw) { return stem(flaw) + QStringLiteral(".chain"); }

QString Certificates::chainFile(Flaw flaw) const { return m_maker.path(chainName(flaw)); }

QString Certificates::keyFile(Flaw flaw) const { return m_maker.path(stem(flaw) + QStringLiteral(".key")); }

QByteArray Certificates::pemOf(const QString& name) const { return m_maker.read(name + QStringLiteral(".pem")); }

QString Certificates::authorityFile(Lists lists) {
    const QString list = QStringLiteral("list%1.crl").arg(static_cast<int>(lists));
    const QString issuer = lists == Lists::OfStranger ? otherCa() : ca();
    const QString until = lists == Lists::Expired ? past() : future();
    const QString kind = lists == Lists::Partial ? QStringLiteral("partial") : QString();
    m_work = m_work && make(Flaw::Revoked) && make(Flaw::RevokedIntermediate) &&
             m_maker.makeList(list, issuer, QStringLiteral("20200101000000Z"), until, kind);
    QByteArray pem = m_maker.read(list);
    if (lists == Lists::Broken)
        pem.replace(pem.size() / 2, 4, "@@@@");
    if (lists == Lists::Forged) // the last character before the padding belongs to the signature
        pem.replace(pem.lastIndexOf("\n-----END") - 8, 4, "AAAA");
    const QString file = list + QStringLiteral(".pem");
    m_work = m_work && m_maker.write(file, pemOf(ca()) + pem);
    return m_maker.path(file);
}

QSslConfiguration Certificates::serverTls(Flaw flaw) {
    m_work = m_work && make(flaw);
    QFile key(keyFile(flaw));
    [[maybe_unused]] const bool opened = key.open(QIODevice::ReadOnly);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // of the client, which has no certificate
    tls.setLocalCertificateChain(QSslCertificate::fromPath(chainFile(flaw)));
    tls.setPrivateKey(QSslKey(&key, QSsl::Ec));
    if (const int only = protocolOf(flaw); only != 0) {
        const QByteArray name = only == TLS1_VERSION ? "TLSv1" : "TLSv1.1";
        tls.setBackendConfigurationOption("CipherString", QByteArray("DEFAULT@SECLEVEL=0"));
        tls.setBackendConfigurationOption("MinProtocol", name);
        tls.setBackendConfigurationOption("MaxProtocol", name);
    }
    return tls;
}

std::unique_ptr<LaxTlsServer> Certificates::laxServer(Flaw flaw) {
    m_work = m_work && make(flaw);
    auto server = std::make_unique<LaxTlsServer>(chainFile(flaw), keyFile(flaw), protocolOf(flaw));
    m_work = m_work && server->works();
    return server;
}

} // namespace attune::test
