// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/net/authorities.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QSslCertificate>

#include <algorithm>

namespace attune::net {

namespace {

constexpr qint64 MostBytes = 1 << 20;
constexpr qsizetype MostCertificates = 3;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(attune::net::Authorities)
};

[[nodiscard]] QString nameOf(const QSslCertificate& certificate) {
    for (const auto part : {QSslCertificate::CommonName, QSslCertificate::Organization}) {
        const QStringList names = certificate.subjectInfo(part);
        if (!names.isEmpty())
            return names.constFirst();
    }
    return certificate.subjectDisplayName();
}

[[nodiscard]] QString fingerprint(const QSslCertificate& certificate) {
    return QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
}

[[nodiscard]] QString validity(const QSslCertificate& certificate, core::UtcMicros now) {
    const auto day = [](const QDateTime& time) { return time.toUTC().date().toString(Qt::ISODate); };
    const auto micros = [](const QDateTime& time) { return time.toMSecsSinceEpoch() * 1000; };
    if (now > micros(certificate.expiryDate()))
        return Words::tr("Expired on %1").arg(day(certificate.expiryDate()));
    if (now < micros(certificate.effectiveDate()))
        return Words::tr("Not valid before %1").arg(day(certificate.effectiveDate()));
    return Words::tr("Expires on %1").arg(day(certificate.expiryDate()));
}

} // namespace

QStringList describeAuthorities(const QString& file, core::UtcMicros now) {
    QFile in(file);
    if (!QFileInfo(file).isFile() || !in.open(QIODevice::ReadOnly)) // of a pipe the reading might never end
        return {};
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(in.read(MostBytes), QSsl::Pem);
    if (certificates.isEmpty())
        return {};
    QStringList lines{QFileInfo(file).absoluteFilePath()};
    for (const QSslCertificate& certificate : certificates.first(std::min(certificates.size(), MostCertificates))) {
        const QString print = fingerprint(certificate);
        const qsizetype half = (print.size() + 1) / 2; // behind a colon: the whole is too long for a line
        lines += {nameOf(certificate), Words::tr("SHA-256 %1").arg(print.left(half)), print.mid(half),
                  validity(certificate, now)};
    }
    if (const qsizetype more = certificates.size() - MostCertificates; more > 0)
        lines += Words::tr("and %n more", nullptr, static_cast<int>(more));
    return lines;
}

} // namespace attune::net
