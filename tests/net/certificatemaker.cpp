// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "certificatemaker.h"

#include <QFile>
#include <QProcess>

namespace attune::test {

namespace {

/// Words without blanks inside, as one would type them.
[[nodiscard]] QStringList words(const QString& line) { return line.split(u' ', Qt::SkipEmptyParts); }

[[nodiscard]] QStringList newKey(const QString& name, int rsaBits) {
    const QString kind =
        rsaBits > 0 ? QStringLiteral("rsa:%1").arg(rsaBits) : QStringLiteral("ec -pkeyopt ec_paramgen_curve:P-256");
    return words(QStringLiteral("-nodes -keyout %1.key -newkey %2").arg(name, kind));
}

} // namespace

QByteArray CertificateMaker::read(const QString& file) const {
    QFile in(path(file));
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

bool CertificateMaker::write(const QString& file, const QByteArray& text) const {
    QFile out(path(file));
    return out.open(QIODevice::WriteOnly) && out.write(text) == text.size();
}

bool CertificateMaker::run(const QStringList& arguments) const {
    QProcess openssl;
    openssl.setWorkingDirectory(m_folder.path());
    openssl.start(QStringLiteral("openssl"), arguments);
    const bool worked =
        openssl.waitForFinished() && openssl.exitStatus() == QProcess::NormalExit && openssl.exitCode() == 0;
    if (!worked)
        qWarning("openssl %s: %s", qPrintable(arguments.join(u' ')), openssl.readAllStandardError().constData());
    return worked;
}

bool CertificateMaker::makeRoot(const QString& name, const QString& extensions) const {
    QStringList arguments =
        words(QStringLiteral("req -x509 -days 3650 -subj /CN=%1 -out %1.pem").arg(name)) + newKey(name, 0);
    if (!extensions.isEmpty())
        arguments += QStringList{QStringLiteral("-addext"), extensions};
    return run(arguments);
}

bool CertificateMaker::make(const CertificateWish& wish) const {
    const QString ask = QStringLiteral("req -new -subj /CN=%1 -out %1.csr").arg(wish.name);
    const QString sign = QStringLiteral("ca -batch -notext -config %2.cnf -extfile %1.ext -md %3 -startdate %4 "
                                        "-enddate %5 -in %1.csr -out %1.pem")
                             .arg(wish.name, wish.issuer, wish.digest, wish.from, wish.until);
    return write(wish.name + QStringLiteral(".ext"), wish.extensions.toUtf8()) &&
           run(words(ask) + newKey(wish.name, wish.rsaBits)) && run(words(sign));
}

bool CertificateMaker::becomeIssuer(const QString& name) const {
    const QString config =
        QStringLiteral("[ca]\ndefault_ca=x\n[x]\ndatabase=%1.index\nnew_certs_dir=.\nrand_serial=yes\n"
                       "default_md=sha256\npolicy=p\nunique_subject=no\ncertificate=%1.pem\n"
                       "private_key=%1.key\n[p]\ncommonName=supplied\n[partial]\n"
                       "issuingDistributionPoint=critical,@some\n[some]\nonlyuser=TRUE\n")
            .arg(name);
    return write(name + QStringLiteral(".cnf"), config.toUtf8()) && write(name + QStringLiteral(".index"), {});
}

bool CertificateMaker::revoke(const QString& name, const QString& issuer) const {
    return run(words(QStringLiteral("ca -config %2.cnf -revoke %1.pem").arg(name, issuer)));
}

bool CertificateMaker::makeList(const QString& file, const QString& issuer, const QString& from, const QString& until,
                                const QString& kind) const {
    const QString line = QStringLiteral("ca -gencrl -config %2.cnf -crl_lastupdate %3 -crl_nextupdate %4 -out %1")
                             .arg(file, issuer, from, until);
    return run(words(kind.isEmpty() ? line : line + QStringLiteral(" -crlexts ") + kind));
}

} // namespace attune::test
