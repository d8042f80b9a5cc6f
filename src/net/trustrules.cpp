// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/net/trustrules.h"

#include "chainreview.h"
#include "revocationlists.h"

#include <QFile>

#include <utility>

namespace attune::net {

namespace {

/// A configuration that names none has Qt look into the folders of the system for each chain. It stops doing so for one
/// that names any, so those of the system have to be named as well; reading them all takes some 100 ms.
[[nodiscard]] QList<QSslCertificate> authoritiesOfSystem(const QSslConfiguration& untouched) {
    const QList<QSslCertificate> named = untouched.caCertificates();
    return named.isEmpty() ? QSslConfiguration::systemCaCertificates() : named;
}

} // namespace

TrustRules::TrustRules()
    : m_tls(QSslConfiguration::defaultConfiguration()), m_lists(std::make_shared<const RevocationLists>()) {
    m_tls.setProtocol(QSsl::TlsV1_2OrLater);
}

TrustRules::~TrustRules() = default;
TrustRules::TrustRules(const TrustRules&) = default;
TrustRules::TrustRules(TrustRules&&) noexcept = default;
TrustRules& TrustRules::operator=(const TrustRules&) = default;
TrustRules& TrustRules::operator=(TrustRules&&) noexcept = default;

core::Result<TrustRules> TrustRules::fromFile(const QString& file, AuthorityUse use) {
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return core::Error{tr("%1 cannot be read: %2").arg(file, in.errorString())};
    const QByteArray pem = in.readAll();
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(pem, QSsl::Pem);
    if (certificates.isEmpty())
        return core::Error{tr("%1 holds no certificate in PEM form").arg(file)};
    TrustRules rules;
    const auto trusted = use == AuthorityUse::Replace ? certificates : certificates + authoritiesOfSystem(rules.m_tls);
    rules.m_tls.setCaCertificates(trusted);
    if (!RevocationLists::areIn(pem))
        return rules;
    auto lists = RevocationLists::fromPem(pem, trusted);
    if (!lists)
        return core::Error{tr("%1 cannot be used: %2").arg(file, lists.error().message)};
    rules.m_lists = std::make_shared<const RevocationLists>(std::move(*lists));
    return rules;
}

bool TrustRules::hasRevocationLists() const { return !m_lists->isEmpty(); }

QString TrustRules::revocation(const QList<QSslCertificate>& chain) const {
    return m_lists->problem(chain, QDateTime::currentDateTimeUtc());
}

QString TrustRules::refusal(const QList<QSslError>& errors, const QList<QSslCertificate>& chain) const {
    if (errors.isEmpty())
        return tr("The certificate was refused");
    if (errors.constFirst().error() != QSslError::UnspecifiedError)
        return errors.constFirst().errorString();
    return ChainReview(chain, m_tls.caCertificates()).words();
}

QString TrustRules::refusal(const QString& handshakeError) {
    const auto says = [&](const char* words) { return handshakeError.contains(QLatin1String(words)); };
    if (says("alert protocol version") || says("unsupported protocol"))
        return tr("The server speaks only old versions of TLS, before TLS 1.2");
    if (says("ee key too small") || says("ca key too small"))
        return tr("The key of the certificate is too weak");
    if (says("ca md too weak"))
        return tr("The signature of the certificate is too weak");
    if (says("dh key too small"))
        return tr("The key exchange of the server is too weak (Diffie-Hellman)");
    return {};
}

} // namespace attune::net
