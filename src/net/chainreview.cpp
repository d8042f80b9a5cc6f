// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "chainreview.h"

#include "opensslpointer.h"

#include <algorithm>
#include <array>
#include <memory>
#include <openssl/err.h>
#include <openssl/x509_vfy.h>
#include <vector>

namespace attune::net {

namespace {

// The level of Debian's OpenSSL: keys and signatures worth 112 bits.
constexpr int SecurityLevel = 2;

// Qt has words for these, or they only tell that the system's authorities were left out here.
constexpr std::array NamedByQt{X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT,
                               X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
                               X509_V_ERR_UNABLE_TO_DECRYPT_CERT_SIGNATURE,
                               X509_V_ERR_UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY,
                               X509_V_ERR_CERT_SIGNATURE_FAILURE,
                               X509_V_ERR_CERT_NOT_YET_VALID,
                               X509_V_ERR_CERT_HAS_EXPIRED,
                               X509_V_ERR_ERROR_IN_CERT_NOT_BEFORE_FIELD,
                               X509_V_ERR_ERROR_IN_CERT_NOT_AFTER_FIELD,
                               X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT,
                               X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN,
                               X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE,
                               X509_V_ERR_INVALID_CA,
                               X509_V_ERR_PATH_LENGTH_EXCEEDED,
                               X509_V_ERR_INVALID_PURPOSE,
                               X509_V_ERR_CERT_UNTRUSTED,
                               X509_V_ERR_CERT_REJECTED};

struct Finding {
    int error = X509_V_OK;
    X509Pointer certificate;
};

/// Keeps the first finding without a name, and goes on.
int onFinding(int ok, X509_STORE_CTX* context) {
    auto* finding = static_cast<Finding*>(X509_STORE_CTX_get_app_data(context));
    const int error = X509_STORE_CTX_get_error(context);
    if (ok == 1 || finding->error != X509_V_OK ||
        std::find(NamedByQt.begin(), NamedByQt.end(), error) != NamedByQt.end())
        return 1;
    finding->error = error;
    if (X509* current = X509_STORE_CTX_get_current_cert(context); current != nullptr && X509_up_ref(current) == 1)
        finding->certificate = X509Pointer(current, &X509_free);
    return 1;
}

[[nodiscard]] Finding review(const QList<QSslCertificate>& chain, const QList<QSslCertificate>& authorities) {
    const std::unique_ptr<X509_STORE, decltype(&X509_STORE_free)> store(X509_STORE_new(), &X509_STORE_free);
    for (const QSslCertificate& authority : authorities) {
        if (const X509Pointer certificate = toOpenSsl(authority))
            X509_STORE_add_cert(store.get(), certificate.get());
    }
    std::vector<X509Pointer> links;
    const std::unique_ptr<STACK_OF(X509), void (*)(STACK_OF(X509)*)> stack(
        sk_X509_new_null(), [](STACK_OF(X509) * all) { sk_X509_free(all); });
    for (const QSslCertificate& link : chain) {
        links.push_back(toOpenSsl(link));
        if (!links.back())
            return {};
        sk_X509_push(stack.get(), links.back().get());
    }
    const std::unique_ptr<X509_STORE_CTX, decltype(&X509_STORE_CTX_free)> context(X509_STORE_CTX_new(),
                                                                                  &X509_STORE_CTX_free);
    if (links.empty() || X509_STORE_CTX_init(context.get(), store.get(), links.front().get(), stack.get()) != 1)
        return {};
    Finding finding;
    X509_STORE_CTX_set_default(context.get(), "ssl_server");
    X509_VERIFY_PARAM_set_auth_level(X509_STORE_CTX_get0_param(context.get()), SecurityLevel);
    X509_STORE_CTX_set_app_data(context.get(), &finding);
    X509_STORE_CTX_set_verify_cb(context.get(), &onFinding);
    X509_verify_cert(context.get());
    ERR_clear_error();
    return finding;
}

[[nodiscard]] QString signatureOf(const X509* certificate) {
    return QString::fromLatin1(OBJ_nid2ln(X509_get_signature_nid(certificate)));
}

[[nodiscard]] int bitsOf(X509* certificate) { return EVP_PKEY_get_bits(X509_get0_pubkey(certificate)); }

} // namespace

ChainReview::ChainReview(const QList<QSslCertificate>& chain, const QList<QSslCertificate>& authorities)
    : m_chain(chain), m_authorities(authorities) {}

QString ChainReview::words() const {
    const Finding finding = review(m_chain, m_authorities);
    X509* at = finding.certificate.get();
    switch (finding.error) {
    case X509_V_OK:
        return tr("A check of the certificate failed for a reason without a name");
    case X509_V_ERR_EE_KEY_TOO_SMALL:
    case X509_V_ERR_CA_KEY_TOO_SMALL:
        if (at != nullptr)
            return finding.error == X509_V_ERR_EE_KEY_TOO_SMALL
                       ? tr("The key of the certificate is too weak: %n bits", nullptr, bitsOf(at))
                       : tr("The key of an authority of the certificate is too weak: %n bits", nullptr, bitsOf(at));
        break;
    case X509_V_ERR_CA_MD_TOO_WEAK:
        if (at != nullptr)
            return tr("The signature of the certificate is too weak: %1").arg(signatureOf(at));
        break;
    default:
        break;
    }
    return tr("A check of the certificate failed: %1")
        .arg(QString::fromLatin1(X509_verify_cert_error_string(finding.error)));
}

} // namespace attune::net
