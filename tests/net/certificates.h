// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSslConfiguration>
#include <QString>
#include <QTemporaryDir>

namespace attune::test {

/// Certificates made with the openssl program, one authority and whatever it signs, good or bad.
class Certificates {
public:
    /// What is wrong with a server's certificate.
    enum class Flaw : std::uint8_t { None, Expired, NotYetValid, WrongHost, SelfSigned, UnknownAuthority };

    Certificates();

    /// False when there is no openssl program; the tests are skipped then.
    [[nodiscard]] bool work() const { return m_work; }
    /// The authority's certificate, PEM.
    [[nodiscard]] QString authorityFile() const { return path(QStringLiteral("ca.pem")); }
    [[nodiscard]] QSslConfiguration serverTls(Flaw flaw) const;

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] bool run(const QStringList& arguments) const;
    [[nodiscard]] bool makeAuthority(const QString& name) const;
    [[nodiscard]] bool makeServer(const QString& name, const QString& authority, const QString& host,
                                  const QString& from, const QString& until) const;
    [[nodiscard]] bool makeSelfSigned() const;

    QTemporaryDir m_folder;
    bool m_work = false;
};

} // namespace attune::test
