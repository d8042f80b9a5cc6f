// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "theme/portalcolorscheme.h"

#include "uilog.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFileInfo>

namespace attune::widgets {

namespace {

constexpr QLatin1String Service("org.freedesktop.portal.Desktop");
constexpr QLatin1String Path("/org/freedesktop/portal/desktop");
constexpr QLatin1String Interface("org.freedesktop.portal.Settings");
constexpr QLatin1String Group("org.freedesktop.appearance");
constexpr QLatin1String Key("color-scheme");

} // namespace

PortalColorScheme::PortalColorScheme(QObject* parent) : QObject(parent) {
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    qRegisterMetaType<QDBusVariant>(); // by its name: Qt's own does so too late for a slot to be found
    // string-based: QDBusConnection::connect offers nothing else
    const bool listens = bus.connect(Service, Path, Interface, QStringLiteral("SettingChanged"), this,
                                     // string-based: see above
                                     SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    if (!listens)
        qCWarning(lcUi) << "cannot listen to the desktop's colour scheme";
    QDBusMessage read = QDBusMessage::createMethodCall(Service, Path, Interface, QStringLiteral("Read"));
    read.setArguments({Group, Key});
    auto* call = new QDBusPendingCallWatcher(bus.asyncCall(read), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, &PortalColorScheme::onAnswered);
}

bool PortalColorScheme::isAvailable() {
    if (qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFileInfo::exists(runtime + QStringLiteral("/bus"));
}

bool PortalColorScheme::meansDark(const QVariant& value) {
    QVariant inner = value;
    while (inner.userType() == qMetaTypeId<QDBusVariant>()) // Read wraps its answer twice
        inner = inner.value<QDBusVariant>().variant();
    return inner.toUInt() == 1;
}

void PortalColorScheme::onSettingChanged(const QString& group, const QString& key, const QDBusVariant& value) {
    if (group != Group || key != Key)
        return;
    m_isTold = true;
    Q_EMIT darkPreferred(meansDark(value.variant()));
}

void PortalColorScheme::onAnswered(QDBusPendingCallWatcher* call) {
    const QDBusPendingReply<QDBusVariant> reply = *call;
    if (!reply.isError() && !m_isTold)
        Q_EMIT darkPreferred(meansDark(reply.value().variant()));
    call->deleteLater();
}

} // namespace attune::widgets
