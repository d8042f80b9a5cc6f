// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>
#include <optional>

namespace attune::e2e {

/// A display, a message bus and the bus of assistive technology, all of their own.
class AccessibleDesktop {
public:
    AccessibleDesktop();
    ~AccessibleDesktop();
    AccessibleDesktop(const AccessibleDesktop&) = delete;
    AccessibleDesktop& operator=(const AccessibleDesktop&) = delete;
    AccessibleDesktop(AccessibleDesktop&&) = delete;
    AccessibleDesktop& operator=(AccessibleDesktop&&) = delete;

    /// What is missing or did not start; empty when all is there.
    [[nodiscard]] const QString& problem() const { return m_problem; }
    /// Of a program that is to be seen and heard here.
    [[nodiscard]] const QProcessEnvironment& environment() const { return m_environment; }
    /// Of the bus that screen readers listen to.
    [[nodiscard]] const QString& address() const { return m_address; }

private:
    [[nodiscard]] QString startDisplay();
    [[nodiscard]] QString startBus();
    [[nodiscard]] QString startAccessibility();

    QTemporaryDir m_folder;
    QProcess m_display;
    QProcess m_bus;
    QProcess m_launcher;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    QString m_address;
    QString m_problem;
};

/// Something a screen reader can speak of.
struct Spoken {
    QString service;
    QDBusObjectPath path;
    friend bool operator==(const Spoken&, const Spoken&) = default;
};
QDBusArgument& operator<<(QDBusArgument& out, const Spoken& spoken);
const QDBusArgument& operator>>(const QDBusArgument& in, Spoken& spoken);

/// Asks and listens as a screen reader does, over AT-SPI. An answer that does not come is empty.
class ScreenReader : public QObject {
    Q_OBJECT
public:
    /// `address` of the bus of assistive technology.
    explicit ScreenReader(const QString& address);
    ~ScreenReader() override;

    /// Programs that are there to be read.
    [[nodiscard]] QList<Spoken> programs() const;
    [[nodiscard]] QList<Spoken> children(const Spoken& what) const;
    [[nodiscard]] QString name(const Spoken& what) const;
    [[nodiscard]] QString description(const Spoken& what) const;
    [[nodiscard]] QString role(const Spoken& what) const;
    [[nodiscard]] bool isShowing(const Spoken& what) const;
    [[nodiscard]] bool isFocusable(const Spoken& what) const;
    [[nodiscard]] int count(const Spoken& table, const char* property) const;
    [[nodiscard]] Spoken cell(const Spoken& table, int row, int column) const;
    [[nodiscard]] QString columnTitle(const Spoken& table, int column) const;
    void press(const Spoken& what) const;

    /// Everything below `top`, but not the cells of tables.
    void visit(const Spoken& top, const std::function<void(const Spoken&)>& visitor) const;
    [[nodiscard]] std::optional<Spoken> find(const Spoken& top, const QString& role, const QString& name) const;

    /// Listens from now on to the changes of this name.
    void follow(const Spoken& what);
    /// The names that were announced since then, in order.
    [[nodiscard]] const QStringList& announced() const { return m_announced; }

private Q_SLOTS:
    void onPropertyChange(const QDBusMessage& message);

private:
    QList<QVariant> call(const Spoken& what, const char* interface, const char* method,
                         const QVariantList& arguments = {}) const;
    [[nodiscard]] QVariant property(const Spoken& what, const char* interface, const char* name) const;
    [[nodiscard]] bool hasState(const Spoken& what, int bit) const;

    QDBusConnection m_bus;
    Spoken m_followed;
    QStringList m_announced;
};

} // namespace attune::e2e
