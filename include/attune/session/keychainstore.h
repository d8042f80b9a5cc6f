// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/session/secretstore.h"

namespace attune::session {

/// The keychain of the desktop (Secret Service or KWallet). Where there is none, nothing is stored: there is no file to
/// fall back to.
class KeychainStore final : public SecretStore {
public:
    /// `service` is the name under which the desktop shows the entries.
    explicit KeychainStore(QString service);

    void read(const QString& key, QObject* context, ReadDone done) override;
    void write(const QString& key, const QByteArray& secret, QObject* context, Done done) override;
    void remove(const QString& key, QObject* context, Done done) override;

private:
    QString m_service;
};

} // namespace attune::session
