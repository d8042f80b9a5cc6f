// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/session/keychainstore.h"

#include <qt6keychain/keychain.h>

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QMap>

#include <utility>

namespace attune::session {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(attune::session::KeychainStore)
};

[[nodiscard]] std::optional<SecretError> errorOf(const QKeychain::Job& job) {
    switch (job.error()) {
    case QKeychain::NoError:
    case QKeychain::EntryNotFound:
        return std::nullopt;
    case QKeychain::AccessDeniedByUser:
        return SecretError{SecretError::Kind::Denied, Words::tr("it was not unlocked")};
    case QKeychain::AccessDenied:
        return SecretError{SecretError::Kind::Denied, Words::tr("it is locked, or denies the access")};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return SecretError{SecretError::Kind::Unavailable, Words::tr("this desktop has none")};
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    const QString words = job.errorString().trimmed();
    return SecretError{SecretError::Kind::Unavailable, words.isEmpty() ? Words::tr("it does not answer") : words};
}

/// The library deletes a job when it has finished, and must not lose it before.
template<class JobType>
[[nodiscard]] JobType* makeJob(const QString& service, const QString& key) {
    auto* job = new JobType(service);
    job->setInsecureFallback(false);
    job->setKey(key);
    return job;
}

void run(QKeychain::Job* job, QObject* context, SecretStore::Done done) {
    QObject::connect(job, &QKeychain::Job::finished, context,
                     [done = std::move(done)](const QKeychain::Job* finished) { done(errorOf(*finished)); });
    job->start();
}

using Attributes = QMap<QString, QString>;
using ItemPaths = QList<QDBusObjectPath>;
using SearchReply = QDBusPendingReply<ItemPaths, ItemPaths>; // unlocked ones, locked ones

/// The library says of an entry that is locked, and stays so, that there is none. Calls `done` with whether there is.
void findLocked(const QString& service, const QString& key, QObject* context, std::function<void(bool)> done) {
    QDBusMessage search = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
        QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("SearchItems"));
    search.setAutoStartService(false); // KWallet has been asked already
    search << QVariant::fromValue(Attributes{{QStringLiteral("user"), key}, {QStringLiteral("server"), service}});
    constexpr int TimeoutMs = 5000;
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(search, TimeoutMs), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
                     [done = std::move(done)](QDBusPendingCallWatcher* finished) {
                         finished->deleteLater();
                         const SearchReply reply = *finished;
                         done(!reply.isError() && !reply.argumentAt<1>().isEmpty());
                     });
}

} // namespace

KeychainStore::KeychainStore(QString service) : m_service(std::move(service)) { qDBusRegisterMetaType<Attributes>(); }

void KeychainStore::read(const QString& key, QObject* context, ReadDone done) {
    auto* job = makeJob<QKeychain::ReadPasswordJob>(m_service, key);
    const auto onRead = [service = m_service, key, context, job,
                         done = std::move(done)](const std::optional<SecretError>& error) {
        if (error)
            return done(*error);
        if (job->error() != QKeychain::EntryNotFound)
            return done(job->textData().toUtf8());
        findLocked(service, key, context, [done](bool isLocked) {
            if (isLocked)
                done(SecretError{SecretError::Kind::Unavailable, Words::tr("it is locked")});
            else
                done(QByteArray());
        });
    };
    run(job, context, onRead);
}

void KeychainStore::write(const QString& key, const QByteArray& secret, QObject* context, Done done) {
    auto* job = makeJob<QKeychain::WritePasswordJob>(m_service, key);
    job->setTextData(QString::fromUtf8(secret));
    run(job, context, std::move(done));
}

void KeychainStore::remove(const QString& key, QObject* context, Done done) {
    run(makeJob<QKeychain::DeletePasswordJob>(m_service, key), context, std::move(done));
}

} // namespace attune::session
