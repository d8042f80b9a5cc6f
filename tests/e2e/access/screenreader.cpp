// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "access/screenreader.h"

#include <QDBusArgument>
#include <QDBusMetaType>
#include <QDBusVariant>

namespace attune::e2e {

namespace {

constexpr int FocusableBit = 11; // the numbers of AT-SPI
constexpr int ShowingBit = 25;
constexpr auto ConnectionName = "screen reader";

Spoken registry(const char* path) {
    return {QStringLiteral("org.a11y.atspi.Registry"), QDBusObjectPath(QString::fromLatin1(path))};
}

QString interfaceName(const char* interface) {
    return QStringLiteral("org.a11y.atspi.") + QString::fromLatin1(interface);
}

} // namespace

QDBusArgument& operator<<(QDBusArgument& out, const Spoken& spoken) {
    out.beginStructure();
    out << spoken.service << spoken.path;
    out.endStructure();
    return out;
}

const QDBusArgument& operator>>(const QDBusArgument& in, Spoken& spoken) {
    in.beginStructure();
    in >> spoken.service >> spoken.path;
    in.endStructure();
    return in;
}

ScreenReader::ScreenReader(const QString& address)
    : m_bus(QDBusConnection::connectToBus(address, QString::fromLatin1(ConnectionName))) {
    qDBusRegisterMetaType<Spoken>();
    qDBusRegisterMetaType<QList<Spoken>>();
    m_bus.connect(QString(), QString(), interfaceName("Event.Object"), QStringLiteral("PropertyChange"), this,
                  // string-based: QtDBus delivers signals of the bus by name only
                  SLOT(onPropertyChange(QDBusMessage)));
    call(registry("/org/a11y/atspi/registry"), "Registry", "RegisterEvent",
         {QStringLiteral("object:property-change:accessible-name")});
}

ScreenReader::~ScreenReader() { QDBusConnection::disconnectFromBus(QString::fromLatin1(ConnectionName)); }

QList<Spoken> ScreenReader::programs() const { return children(registry("/org/a11y/atspi/accessible/root")); }

QList<Spoken> ScreenReader::children(const Spoken& what) const {
    return qdbus_cast<QList<Spoken>>(call(what, "Accessible", "GetChildren").value(0));
}

QString ScreenReader::name(const Spoken& what) const { return property(what, "Accessible", "Name").toString(); }

QString ScreenReader::description(const Spoken& what) const {
    return property(what, "Accessible", "Description").toString();
}

QString ScreenReader::role(const Spoken& what) const {
    return call(what, "Accessible", "GetRoleName").value(0).toString();
}

bool ScreenReader::hasState(const Spoken& what, int bit) const {
    const auto words = qdbus_cast<QList<uint>>(call(what, "Accessible", "GetState").value(0));
    return ((words.value(bit / 32) >> (bit % 32)) & 1U) != 0;
}

bool ScreenReader::isShowing(const Spoken& what) const { return hasState(what, ShowingBit); }

bool ScreenReader::isFocusable(const Spoken& what) const { return hasState(what, FocusableBit); }

int ScreenReader::count(const Spoken& table, const char* name) const { return property(table, "Table", name).toInt(); }

Spoken ScreenReader::cell(const Spoken& table, int row, int column) const {
    return qdbus_cast<Spoken>(call(table, "Table", "GetAccessibleAt", {row, column}).value(0));
}

QString ScreenReader::columnTitle(const Spoken& table, int column) const {
    const auto header = qdbus_cast<Spoken>(call(table, "Table", "GetColumnHeader", {column}).value(0));
    return role(header) == QStringLiteral("column header") ? name(header) : QString();
}

void ScreenReader::press(const Spoken& what) const { call(what, "Action", "DoAction", {0}); }

void ScreenReader::visit(const Spoken& top, const std::function<void(const Spoken&)>& visitor) const {
    visitor(top);
    if (role(top) == QStringLiteral("table"))
        return;
    for (const Spoken& child : children(top))
        visit(child, visitor);
}

std::optional<Spoken> ScreenReader::find(const Spoken& top, const QString& wantedRole,
                                         const QString& wantedName) const {
    std::optional<Spoken> found;
    visit(top, [&](const Spoken& what) {
        if (!found && role(what) == wantedRole && name(what) == wantedName)
            found = what;
    });
    return found;
}

void ScreenReader::follow(const Spoken& what) {
    m_followed = what;
    m_announced.clear();
}

void ScreenReader::onPropertyChange(const QDBusMessage& message) {
    const Spoken source{message.service(), QDBusObjectPath(message.path())};
    if (source == m_followed && message.arguments().value(0).toString() == QStringLiteral("accessible-name"))
        m_announced += name(source); // Qt tells whose name it is, and not the name
}

QList<QVariant> ScreenReader::call(const Spoken& what, const char* interface, const char* method,
                                   const QVariantList& arguments) const {
    QDBusMessage message = QDBusMessage::createMethodCall(what.service, what.path.path(), interfaceName(interface),
                                                          QString::fromLatin1(method));
    message.setArguments(arguments);
    return m_bus.call(message, QDBus::Block, 10'000).arguments();
}

QVariant ScreenReader::property(const Spoken& what, const char* interface, const char* name) const {
    QDBusMessage message = QDBusMessage::createMethodCall(
        what.service, what.path.path(), QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    message << interfaceName(interface) << QString::fromLatin1(name);
    return m_bus.call(message, QDBus::Block, 10'000).arguments().value(0).value<QDBusVariant>().variant();
}

} // namespace attune::e2e
