// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "access/screenreader.h"
#include "support/waiting.h"

#include <QDBusReply>
#include <QFile>
#include <QStandardPaths>

namespace attune::e2e {

namespace {

constexpr int StartLimit = 30'000; // milliseconds, on a machine that has much else to do
constexpr auto ConnectionName = "bus of the desktop";

void stop(QProcess& process) {
    process.terminate(); // so that it ends what it has started
    if (!process.waitForFinished(StartLimit)) {
        process.kill();
        process.waitForFinished();
    }
}

} // namespace

AccessibleDesktop::AccessibleDesktop() {
    for (const auto start :
         {&AccessibleDesktop::startDisplay, &AccessibleDesktop::startBus, &AccessibleDesktop::startAccessibility}) {
        if (m_problem.isEmpty())
            m_problem = (this->*start)();
    }
}

AccessibleDesktop::~AccessibleDesktop() {
    QDBusConnection::disconnectFromBus(QString::fromLatin1(ConnectionName));
    for (QProcess* process : {&m_launcher, &m_bus, &m_display})
        stop(*process);
}

QString AccessibleDesktop::startDisplay() {
    m_display.start(QStringLiteral("Xvfb"),
                    {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"), QStringLiteral("0"),
                     QStringLiteral("1280x900x24"), QStringLiteral("-nolisten"), QStringLiteral("tcp")});
    if (!m_display.waitForReadyRead(StartLimit))
        return QStringLiteral("Xvfb does not start; the Debian package is xvfb");
    m_environment.insert(QStringLiteral("DISPLAY"), u':' + QString::fromUtf8(m_display.readLine().trimmed()));
    m_environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    m_environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
    return {};
}

QString AccessibleDesktop::startBus() {
    m_environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_folder.path());
    m_environment.insert(QStringLiteral("HOME"), m_folder.path());
    QFile config(m_folder.filePath(QStringLiteral("bus.conf")));
    if (!config.open(QIODevice::WriteOnly))
        return config.errorString();
    config.write("<busconfig><type>session</type><listen>unix:tmpdir=" + m_folder.path().toUtf8() +
                 "</listen><policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>"
                 "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>");
    config.close();
    m_bus.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--config-file=") + config.fileName(),
                                                QStringLiteral("--nofork"), QStringLiteral("--print-address=1")});
    if (!m_bus.waitForReadyRead(StartLimit))
        return QStringLiteral("dbus-daemon does not start; the Debian package is dbus-daemon");
    m_environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QString::fromUtf8(m_bus.readLine().trimmed()));
    return {};
}

QString AccessibleDesktop::startAccessibility() {
    const QString launcher = QStandardPaths::findExecutable(
        QStringLiteral("at-spi-bus-launcher"),
        {QStringLiteral("/usr/libexec"), QStringLiteral("/usr/lib/at-spi2-core"), QStringLiteral("/usr/lib")});
    QProcessEnvironment plain = m_environment;
    plain.remove(QStringLiteral("DISPLAY")); // nobody shall find the bus but by asking
    m_launcher.setProcessEnvironment(plain);
    m_launcher.setStandardErrorFile(QProcess::nullDevice());
    m_launcher.start(launcher, {QStringLiteral("--launch-immediately")});
    if (launcher.isEmpty() || !m_launcher.waitForStarted(StartLimit))
        return QStringLiteral("at-spi-bus-launcher does not start; the Debian package is at-spi2-core");
    QDBusConnection bus = QDBusConnection::connectToBus(m_environment.value(QStringLiteral("DBUS_SESSION_BUS_ADDRESS")),
                                                        QString::fromLatin1(ConnectionName));
    const QDBusMessage question =
        QDBusMessage::createMethodCall(QStringLiteral("org.a11y.Bus"), QStringLiteral("/org/a11y/bus"),
                                       QStringLiteral("org.a11y.Bus"), QStringLiteral("GetAddress"));
    const bool answered = test::waitFor(
        [&] {
            const QDBusReply<QString> reply = bus.call(question);
            m_address = reply.isValid() ? reply.value() : QString();
            return !m_address.isEmpty();
        },
        std::chrono::milliseconds(StartLimit));
    m_environment.insert(QStringLiteral("QT_LINUX_ACCESSIBILITY_ALWAYS_ON"), QStringLiteral("1"));
    return answered ? QString() : QStringLiteral("the bus of assistive technology does not start");
}

} // namespace attune::e2e
