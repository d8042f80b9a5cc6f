// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "revocationlists.h"

#include "attune/core/displaytext.h"

#include <algorithm>
#include <ctime>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <utility>

namespace attune::net {

namespace {

constexpr qsizetype NameLength = 100;
constexpr QByteArrayView Begin("-----BEGIN X509 CRL-----");

/// Invalid if there is none.
[[nodiscard]] QDateTime toDateTime(const ASN1_TIME* time) {
    std::tm utc{};
    if (time == nullptr || ASN1_TIME_to_tm(time, &utc) != 1)
        return {};
    return {QDate(utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday), QTime(utc.tm_hour, utc.tm_min, utc.tm_sec),
            Qt::UTC};
}

[[nodiscard]] QString shown(const QDateTime& utc) { return utc.toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'")); }

[[nodiscard]] bool maySignLists(X509* certificate) {
    return (X509_get_key_usage(certificate) & KU_CRL_SIGN) != 0; // all bits are set where nothing is said
}

[[nodiscard]] bool isPartial(const X509_CRL* crl) { return X509_CRL_get_ext_by_critical(crl, 1, -1) >= 0; }

[[nodiscard]] bool isIssued(X509* certificate, X509* issuer) {
    return X509_NAME_cmp(X509_get_issuer_name(certificate), X509_get_subject_name(issuer)) == 0 &&
           X509_verify(certificate, X509_get0_pubkey(issuer)) == 1;
}

} // namespace

RevocationLists::Certificate RevocationLists::certificateFrom(const QSslCertificate& qt) {
    return {toOpenSsl(qt), core::displayText(qt.subjectDisplayName(), NameLength)};
}

bool RevocationLists::areIn(const QByteArray& pem) { return pem.contains(Begin); }

core::Result<RevocationLists> RevocationLists::fromPem(const QByteArray& pem,
                                                       const QList<QSslCertificate>& authorities) {
    RevocationLists lists;
    const auto expected = pem.count(Begin);
    for (const QSslCertificate& authority : authorities) {
        if (Certificate certificate = certificateFrom(authority); certificate.openSsl)
            lists.m_authorities.push_back(std::move(certificate));
    }
    const std::unique_ptr<BIO, decltype(&BIO_free)> bytes(
        BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())), &BIO_free);
    for (qsizetype read = 0; read < expected; ++read) {
        std::shared_ptr<X509_CRL> crl(PEM_read_bio_X509_CRL(bytes.get(), nullptr, nullptr, nullptr), &X509_CRL_free);
        ERR_clear_error();
        if (!crl)
            return core::Error{tr("the revocation list number %1 in it cannot be read").arg(read + 1)};
        if (const QString problem = lists.add(std::move(crl)); !problem.isEmpty())
            return core::Error{problem};
    }
    return lists;
}

QString RevocationLists::add(std::shared_ptr<X509_CRL> crl) {
    const auto signer = std::find_if(m_authorities.begin(), m_authorities.end(), [&](const Certificate& authority) {
        return X509_NAME_cmp(X509_CRL_get_issuer(crl.get()), X509_get_subject_name(authority.openSsl.get())) == 0 &&
               maySignLists(authority.openSsl.get()) &&
               X509_CRL_verify(crl.get(), X509_get0_pubkey(authority.openSsl.get())) == 1;
    });
    ERR_clear_error();
    if (signer == m_authorities.end())
        return tr("no known authority has signed a revocation list in it");
    if (isPartial(crl.get()))
        return tr("the revocation list of %1 in it is of a kind that is not supported").arg(signer->name);
    List list{crl, *signer, toDateTime(X509_CRL_get0_lastUpdate(crl.get())),
              toDateTime(X509_CRL_get0_nextUpdate(crl.get()))};
    if (!list.from.isValid() || !list.until.isValid())
        return tr("the revocation list of %1 in it does not say until when it holds").arg(signer->name);
    const auto same = std::find_if(m_lists.begin(), m_lists.end(),
                                   [&](const List& other) { return other.signer.openSsl == list.signer.openSsl; });
    if (same == m_lists.end())
        m_lists.push_back(std::move(list));
    else if (same->from < list.from)
        *same = std::move(list);
    return {};
}

QString RevocationLists::problem(const QList<QSslCertificate>& chain, const QDateTime& now) const {
    if (isEmpty())
        return {};
    std::vector<Certificate> links;
    for (const QSslCertificate& link : chain)
        links.push_back(certificateFrom(link));
    const bool isReadable = std::all_of(links.begin(), links.end(), [](const auto& link) { return link.openSsl; });
    if (links.empty() || !isReadable)
        return tr("The certificate cannot be compared with the revocation lists");
    // The way to the root may go on through authorities of ours, which a server need not send.
    std::vector<Certificate> others = m_authorities;
    for (std::size_t i = 0; i < links.size(); ++i) {
        if (QString problem = problemOf(links[i], now); !problem.isEmpty())
            return problem;
        const auto issuers = std::partition(others.begin(), others.end(), [&](const Certificate& other) {
            return !isIssued(links[i].openSsl.get(), other.openSsl.get());
        });
        links.insert(links.end(), issuers, others.end());
        others.erase(issuers, others.end());
    }
    ERR_clear_error();
    return {};
}

QString RevocationLists::problemOf(const Certificate& certificate, const QDateTime& now) const {
    for (const List& list : m_lists) {
        if (!isIssued(certificate.openSsl.get(), list.signer.openSsl.get()))
            continue;
        X509_REVOKED* entry = nullptr;
        if (X509_CRL_get0_by_cert(list.crl.get(), &entry, certificate.openSsl.get()) != 0)
            return tr("The certificate of %1 was revoked on %2 by %3")
                .arg(certificate.name, shown(toDateTime(X509_REVOKED_get0_revocationDate(entry))), list.signer.name);
        if (list.until < now)
            return tr("The revocation list of %1 has expired on %2; nobody can tell who was revoked since")
                .arg(list.signer.name, shown(list.until));
        if (now < list.from)
            return tr("The revocation list of %1 is not valid before %2").arg(list.signer.name, shown(list.from));
    }
    return {};
}

} // namespace attune::net
