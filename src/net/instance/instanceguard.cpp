// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/net/instanceguard.h"

#include "instance/peer.h"
#include "instance/raiserequest.h"
#include "instance/wish.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QTimer>

#include <chrono>
#include <sys/stat.h>
#include <unistd.h>

namespace attune::net {

namespace {

using namespace std::chrono_literals;

constexpr auto PatienceWithClients = 2s;
constexpr int MaxClients = 8;

/// Ours, and nobody else may even look into it.
[[nodiscard]] bool isPrivateFolder(const QString& path) {
    struct stat info {};
    return lstat(QFile::encodeName(path).constData(), &info) == 0 && S_ISDIR(info.st_mode) && info.st_uid == getuid() &&
           (info.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

} // namespace

InstanceGuard::InstanceGuard(const QString& name, const QString& folder, QObject* parent)
    : QObject(parent), m_folder(folder.isEmpty() ? QString() : folder + QStringLiteral("/attune-watch")) {
    // A path of a socket has room for about a hundred bytes.
    const QByteArray digest = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    m_path = m_folder + u'/' + QString::fromLatin1(digest);
    connect(&m_server, &QLocalServer::newConnection, this, &InstanceGuard::onConnection);
}

InstanceGuard::~InstanceGuard() = default;

QString InstanceGuard::runtimeFolder() { return qEnvironmentVariable("XDG_RUNTIME_DIR"); }

InstanceGuard::Role InstanceGuard::claim() {
    if (const auto role = takeName())
        return *role;
    return askOther() ? Role::Second : Role::Alone;
}

void InstanceGuard::claim(const std::function<void(Role)>& done) {
    if (const auto role = takeName())
        return done(*role);
    m_request =
        std::make_unique<RaiseRequest>(m_path, [done](bool comes) { done(comes ? Role::Second : Role::Alone); });
}

/// Nothing when somebody else has it.
std::optional<InstanceGuard::Role> InstanceGuard::takeName() {
    if (m_folder.isEmpty())
        return Role::Alone;
    QDir().mkdir(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (!isPrivateFolder(m_folder))
        return Role::Alone;
    m_lock = std::make_unique<QLockFile>(m_path + QStringLiteral(".lock"));
    m_lock->setStaleLockTime(0); // held for as long as the program runs
    if (m_lock->tryLock(0))
        return listen() ? Role::First : Role::Alone;
    m_lock.reset();
    return std::nullopt;
}

bool InstanceGuard::listen() {
    QLocalServer::removeServer(m_path); // of a program that was killed
    m_server.setMaxPendingConnections(MaxClients);
    return m_server.listen(m_path);
}

bool InstanceGuard::askOther() const {
    QLocalSocket socket;
    const QDeadlineTimer deadline(RaiseRequest::AnswerTime);
    const auto rest = [&deadline] { return static_cast<int>(deadline.remainingTime()); };
    socket.connectToServer(m_path);
    if (!socket.waitForConnected(rest()) || !isOwnUser(socket))
        return false;
    socket.write(RaiseMessage.data(), static_cast<qint64>(RaiseMessage.size()));
    return socket.waitForBytesWritten(rest()) && socket.waitForReadyRead(rest()) &&
           socket.readAll() == QByteArray(DoneMessage.data(), DoneMessage.size());
}

void InstanceGuard::onConnection() {
    while (QLocalSocket* client = m_server.nextPendingConnection()) {
        connect(client, &QLocalSocket::disconnected, client, &QObject::deleteLater);
        if (!isOwnUser(*client)) {
            client->abort();
            continue;
        }
        client->setReadBufferSize(MaxMessageBytes);
        connect(client, &QLocalSocket::readyRead, this, [this, client] { onBytes(*client); });
        QTimer::singleShot(PatienceWithClients, client, [client] { client->abort(); });
        onBytes(*client);
    }
}

void InstanceGuard::onBytes(QLocalSocket& client) {
    const QByteArray message = client.peek(MaxMessageBytes);
    const Wish wish = wishOf({message.data(), static_cast<std::size_t>(message.size())});
    if (wish == Wish::Unfinished)
        return;
    if (wish == Wish::Raise) {
        client.write(DoneMessage.data(), static_cast<qint64>(DoneMessage.size()));
        Q_EMIT raiseRequested();
    }
    client.disconnect(this);
    client.disconnectFromServer();
}

} // namespace attune::net
