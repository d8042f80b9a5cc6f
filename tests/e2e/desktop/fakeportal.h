// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QObject>

namespace attune::e2e {

/// The part of a desktop that tells programs whether people like it dark.
class FakePortal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    explicit FakePortal(const QString& busAddress)
        : m_bus(QDBusConnection::connectToBus(busAddress, QStringLiteral("portal"))) {
        m_bus.registerObject(path(), this, QDBusConnection::ExportAllSlots);
        m_isThere = m_bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop"));
    }
    ~FakePortal() override { QDBusConnection::disconnectFromBus(QStringLiteral("portal")); }

    [[nodiscard]] bool isThere() const { return m_isThere; }
    [[nodiscard]] int questions() const { return m_questions; }
    /// 0 = no preference, 1 = dark, 2 = light.
    void setScheme(uint scheme) {
        m_scheme = scheme;
        QDBusMessage word = QDBusMessage::createSignal(path(), QStringLiteral("org.freedesktop.portal.Settings"),
                                                       QStringLiteral("SettingChanged"));
        word << group() << key() << QVariant::fromValue(QDBusVariant(m_scheme));
        m_bus.send(word);
    }

public Q_SLOTS:
    /// Portals wrap the answer of this old question twice.
    QDBusVariant Read(const QString& asked, const QString& name) {
        if (asked != group() || name != key())
            return {};
        ++m_questions;
        return QDBusVariant(QVariant::fromValue(QDBusVariant(m_scheme)));
    }

private:
    [[nodiscard]] static QString path() { return QStringLiteral("/org/freedesktop/portal/desktop"); }
    [[nodiscard]] static QString group() { return QStringLiteral("org.freedesktop.appearance"); }
    [[nodiscard]] static QString key() { return QStringLiteral("color-scheme"); }

    QDBusConnection m_bus;
    bool m_isThere = false;
    int m_questions = 0;
    uint m_scheme = 2;
};

} // namespace attune::e2e
