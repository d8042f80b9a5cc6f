// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "certificates.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>

namespace attune::test {

namespace {

[[nodiscard]] QStringList keyOptions(const QString& keyFile) {
    return {QStringLiteral("-newkey"),
            QStringLiteral("ec"),
            QStringLiteral("-pkeyopt"),
            QStringLiteral("ec_paramgen_curve:P-256"),
            QStringLiteral("-nodes"),
            QStringLiteral("-keyout"),
            keyFile};
}

[[nodiscard]] QString stem(Certificates::Flaw flaw) {
    switch (flaw) {
    case Certificates::Flaw::None:
        return QStringLiteral("good");
    case Certificates::Flaw::Expired:
        return QStringLiteral("expired");
    case Certificates::Flaw::NotYetValid:
        return QStringLiteral("future");
    case Certificates::Flaw::WrongHost:
        return QStringLiteral("otherhost");
    case Certificates::Flaw::SelfSigned:
        return QStringLiteral("self");
    case Certificates::Flaw::UnknownAuthority:
        return QStringLiteral("unknown");
    }
    Q_UNREACHABLE();
}

} // namespace

Certificates::Certificates() {
    const QString past = QStringLiteral("20200101000000Z");
    const QString lastYear = QStringLiteral("20210101000000Z");
    const QString future = QStringLiteral("20480101000000Z");
    const QString farFuture = QStringLiteral("20490101000000Z");
    const QString here = QStringLiteral("IP:127.0.0.1");
    const QString ca = QStringLiteral("ca");
    const QString otherCa = QStringLiteral("otherca");
    m_work = m_folder.isValid() && makeAuthority(ca) && makeAuthority(otherCa) &&
             makeServer(stem(Flaw::None), ca, here, past, farFuture) &&
             makeServer(stem(Flaw::Expired), ca, here, past, lastYear) &&
             makeServer(stem(Flaw::NotYetValid), ca, here, future, farFuture) &&
             makeServer(stem(Flaw::WrongHost), ca, QStringLiteral("DNS:elsewhere.example"), past, farFuture) &&
             makeServer(stem(Flaw::UnknownAuthority), otherCa, here, past, farFuture) && makeSelfSigned();
}

bool Certificates::run(const QStringList& arguments) const {
    QProcess openssl;
    openssl.setWorkingDirectory(m_folder.path());
    openssl.start(QStringLiteral("openssl"), arguments);
    return openssl.waitForFinished() && openssl.exitStatus() == QProcess::NormalExit && openssl.exitCode() == 0;
}

bool Certificates::makeAuthority(const QString& name) const {
    QFile config(path(name + QStringLiteral(".cnf")));
    if (!config.open(QIODevice::WriteOnly))
        return false;
    config.write(QStringLiteral("[ca]\ndefault_ca=x\n[x]\ndatabase=%1.index\nnew_certs_dir=.\nrand_serial=yes\n"
                                "default_md=sha256\npolicy=p\ncopy_extensions=copy\nunique_subject=no\n"
                                "certificate=%1.pem\nprivate_key=%1.key\n[p]\ncommonName=supplied\n")
                     .arg(name)
                     .toUtf8());
    QFile index(path(name + QStringLiteral(".index")));
    return index.open(QIODevice::WriteOnly) &&
           run(QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-days"),
                           QStringLiteral("3650"), QStringLiteral("-subj"), QStringLiteral("/CN=") + name,
                           QStringLiteral("-out"), name + QStringLiteral(".pem")} +
               keyOptions(name + QStringLiteral(".key")));
}

bool Certificates::makeServer(const QString& name, const QString& authority, const QString& host, const QString& from,
                              const QString& until) const {
    return run(QStringList{QStringLiteral("req"), QStringLiteral("-subj"), QStringLiteral("/CN=server"),
                           QStringLiteral("-addext"), QStringLiteral("subjectAltName=") + host, QStringLiteral("-out"),
                           name + QStringLiteral(".csr")} +
               keyOptions(name + QStringLiteral(".key"))) &&
           run({QStringLiteral("ca"), QStringLiteral("-batch"), QStringLiteral("-notext"), QStringLiteral("-config"),
                authority + QStringLiteral(".cnf"), QStringLiteral("-startdate"), from, QStringLiteral("-enddate"),
                until, QStringLiteral("-in"), name + QStringLiteral(".csr"), QStringLiteral("-out"),
                name + QStringLiteral(".pem")});
}

bool Certificates::makeSelfSigned() const {
    const QString name = stem(Flaw::SelfSigned);
    return run(QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-days"),
                           QStringLiteral("3650"), QStringLiteral("-subj"), QStringLiteral("/CN=127.0.0.1"),
                           QStringLiteral("-addext"), QStringLiteral("subjectAltName=IP:127.0.0.1"),
                           QStringLiteral("-out"), name + QStringLiteral(".pem")} +
               keyOptions(name + QStringLiteral(".key")));
}

QSslConfiguration Certificates::serverTls(Flaw flaw) const {
    QFile key(path(stem(flaw) + QStringLiteral(".key")));
    [[maybe_unused]] const bool opened = key.open(QIODevice::ReadOnly);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // of the client, which has no certificate
    tls.setLocalCertificateChain(QSslCertificate::fromPath(path(stem(flaw) + QStringLiteral(".pem"))));
    tls.setPrivateKey(QSslKey(&key, QSsl::Ec));
    return tls;
}

} // namespace attune::test
