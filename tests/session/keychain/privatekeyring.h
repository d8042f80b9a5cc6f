// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace attune::test {

/// A secret as the Secret Service writes it on the bus.
struct WireSecret {
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType;
};
inline QDBusArgument& operator<<(QDBusArgument& out, const WireSecret& secret) {
    out.beginStructure();
    out << secret.session << secret.parameters << secret.value << secret.contentType;
    out.endStructure();
    return out;
}
inline const QDBusArgument& operator>>(const QDBusArgument& in, WireSecret& secret) {
    in.beginStructure();
    in >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    in.endStructure();
    return in;
}

} // namespace attune::test

Q_DECLARE_METATYPE(attune::test::WireSecret)

namespace attune::test {

/// A message bus and a keyring of their own, never those of the person who runs the tests.
class PrivateKeyring {
public:
    ~PrivateKeyring() {
        for (QProcess* process : {&m_keyring, &m_bus}) {
            process->kill();
            process->waitForFinished();
        }
    }
    [[nodiscard]] static bool isInstalled() {
        return !QStandardPaths::findExecutable(QStringLiteral("gnome-keyring-daemon")).isEmpty() &&
               !QStandardPaths::findExecutable(QStringLiteral("dbus-daemon")).isEmpty();
    }
    /// The bus alone: the keyring of this desktop is late. On it nothing is started on demand, such as a real prompt.
    [[nodiscard]] bool startBus() {
        qputenv("XDG_RUNTIME_DIR", m_runtime.path().toUtf8());
        QFile config(m_runtime.filePath(QStringLiteral("bus.conf")));
        if (!config.open(QIODevice::WriteOnly))
            return false;
        config.write("<busconfig><type>session</type><listen>unix:tmpdir=" + m_runtime.path().toUtf8() +
                     "</listen><policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>"
                     "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>");
        config.close();
        m_bus.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--config-file=") + config.fileName(),
                                                    QStringLiteral("--nofork"), QStringLiteral("--print-address=1")});
        if (!m_bus.waitForReadyRead(10'000))
            return false;
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
        return true;
    }
    [[nodiscard]] bool startKeyring() {
        m_keyring.start(
            QStringLiteral("gnome-keyring-daemon"),
            {QStringLiteral("--unlock"), QStringLiteral("--foreground"), QStringLiteral("--components=secrets")});
        m_keyring.write(masterPassword());
        m_keyring.closeWriteChannel();
        return m_keyring.waitForStarted();
    }

    /// It may take calls.
    [[nodiscard]] static bool isThere() {
        return QDBusConnection::sessionBus().interface()->isServiceRegistered(
            QStringLiteral("org.freedesktop.secrets"));
    }

    /// Locks everything, as a desktop does before anybody has signed in to it.
    [[nodiscard]] static bool lock() {
        QDBusInterface service(QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
                               QStringLiteral("org.freedesktop.Secret.Service"));
        const QList collections{loginCollection()};
        return service.call(QStringLiteral("Lock"), QVariant::fromValue(collections)).type() ==
               QDBusMessage::ReplyMessage;
    }
    /// By the way that the keyring offers to the programs of the desktop that sign people in.
    [[nodiscard]] static bool unlock() {
        qDBusRegisterMetaType<WireSecret>();
        const QString name = QStringLiteral("org.freedesktop.secrets");
        const QString path = QStringLiteral("/org/freedesktop/secrets");
        QDBusInterface service(name, path, QStringLiteral("org.freedesktop.Secret.Service"));
        const QDBusMessage opened = service.call(QStringLiteral("OpenSession"), QStringLiteral("plain"),
                                                 QVariant::fromValue(QDBusVariant(QString())));
        const WireSecret password{
            opened.arguments().value(1).value<QDBusObjectPath>(), {}, masterPassword(), QStringLiteral("text/plain")};
        QDBusInterface inside(name, path, QStringLiteral("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"));
        return inside
                   .call(QStringLiteral("UnlockWithMasterPassword"), QVariant::fromValue(loginCollection()),
                         QVariant::fromValue(password))
                   .type() == QDBusMessage::ReplyMessage;
    }

private:
    [[nodiscard]] static QByteArray masterPassword() { return "a password of the tests"; }
    [[nodiscard]] static QDBusObjectPath loginCollection() {
        return QDBusObjectPath(QStringLiteral("/org/freedesktop/secrets/collection/login"));
    }

    QTemporaryDir m_runtime;
    QProcess m_bus;
    QProcess m_keyring;
};

} // namespace attune::test
