// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "components.h"

#include "attune/dependencies.h"

#include <QtGlobal>

#ifdef __GLIBC__
#include <gnu/libc-version.h>
#endif
#include <openssl/crypto.h>
#include <string_view>

namespace attune::app {

namespace {

[[nodiscard]] QString versionOf(const Dependency& library) {
    const std::string_view id = library.id;
    if (id == "qtbase")
        return QString::fromLatin1(qVersion());
    if (id == "openssl")
        return QString::fromLatin1(OpenSSL_version(OPENSSL_VERSION_STRING));
#ifdef __GLIBC__
    if (id == "glibc")
        return QString::fromLatin1(gnu_get_libc_version());
#endif
    return QString::fromLatin1(library.version);
}

} // namespace

QStringList components() {
    QStringList lines;
    for (const Dependency& library : Dependencies)
        lines += QString::fromLatin1(library.name) + u' ' + versionOf(library);
    return lines;
}

QStringList componentsWithLicenses() {
    QStringList lines = components();
    for (std::size_t i = 0; i < Dependencies.size(); ++i)
        lines[static_cast<qsizetype>(i)] +=
            QStringLiteral(" (%1)").arg(QString::fromLatin1(Dependencies.at(i).license));
    return lines;
}

} // namespace attune::app
