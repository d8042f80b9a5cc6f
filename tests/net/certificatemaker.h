// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace attune::test {

/// A certificate to be made. Times are as in 20200101000000Z.
struct CertificateWish {
    QString name; ///< of its files: name.pem, name.key
    QString issuer;
    QString extensions;
    QString from = QStringLiteral("20200101000000Z");
    QString until = QStringLiteral("20490101000000Z");
    QString digest = QStringLiteral("sha256");
    int rsaBits = 0; ///< 0 = an elliptic key
};

/// Authorities, certificates and revocation lists made with the openssl program in a folder that goes away.
class CertificateMaker {
public:
    [[nodiscard]] QString path(const QString& file) const { return m_folder.filePath(file); }
    [[nodiscard]] QByteArray read(const QString& file) const;
    bool write(const QString& file, const QByteArray& text) const;

    /// A certificate that signs itself; an authority unless `extensions` say something else.
    bool makeRoot(const QString& name, const QString& extensions = {}) const;
    bool make(const CertificateWish& wish) const;
    /// From now on `name` may issue others, whether its certificate allows that or not.
    bool becomeIssuer(const QString& name) const;
    bool revoke(const QString& name, const QString& issuer) const;
    /// Writes `file`, the list of what `issuer` has revoked; `kind` is empty or `partial`.
    bool makeList(const QString& file, const QString& issuer, const QString& from, const QString& until,
                  const QString& kind = {}) const;

private:
    bool run(const QStringList& arguments) const;

    QTemporaryDir m_folder;
};

} // namespace attune::test
