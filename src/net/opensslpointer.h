// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <openssl/x509.h>

class QSslCertificate;

namespace attune::net {

using X509Pointer = std::shared_ptr<X509>;

/// The same certificate for OpenSSL; none if it cannot read what Qt could.
[[nodiscard]] X509Pointer toOpenSsl(const QSslCertificate& certificate);

} // namespace attune::net
