// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/session/settings.h"

#include "config/settingsfile.h"
#include "logcategories.h"

#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <utility>

namespace attune::session {

namespace {

const SettingInfo& infoOf(Setting setting) {
    const auto table = settingsTable();
    const auto found = std::find_if(table.begin(), table.end(),
                                    [setting](const SettingInfo& info) { return info.setting == setting; });
    Q_ASSERT(found != table.end());
    return *found;
}

/// `value` made to fit the table; `problem` says what had to be changed.
[[nodiscard]] QVariant fitted(const SettingInfo& info, const QVariant& value, QString* problem) {
    const auto complain = [&](const char* text) {
        if (problem != nullptr)
            *problem = QStringLiteral("%1: %2").arg(QString::fromLatin1(info.key), Settings::tr(text));
    };
    if (info.choices != nullptr) {
        if (QString::fromLatin1(info.choices).split(u',').contains(value.toString()))
            return value.toString();
        complain(QT_TRANSLATE_NOOP("attune::session::Settings", "is not one of the choices; the default is used"));
        return info.fallback;
    }
    if (info.minimum.isValid()) {
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        if (!isNumber || number != number) {
            complain(QT_TRANSLATE_NOOP("attune::session::Settings", "is not a number; the default is used"));
            return info.fallback;
        }
        const double clamped = std::clamp(number, info.minimum.toDouble(), info.maximum.toDouble());
        if (clamped != number)
            complain(QT_TRANSLATE_NOOP("attune::session::Settings", "is out of range; the nearest bound is used"));
        return static_cast<int>(clamped);
    }
    if (info.fallback.typeId() == QMetaType::Bool) {
        const QString word = value.toString();
        if (value.typeId() == QMetaType::Bool || word == QStringLiteral("true") || word == QStringLiteral("false"))
            return value.toBool();
        complain(QT_TRANSLATE_NOOP("attune::session::Settings", "is neither true nor false; the default is used"));
        return info.fallback;
    }
    if (value.typeId() != info.fallback.typeId()) {
        complain(QT_TRANSLATE_NOOP("attune::session::Settings", "is not what is kept here; the default is used"));
        return info.fallback;
    }
    return value;
}

} // namespace

std::span<const SettingInfo> settingsTable() {
    static const std::array Table{
        SettingInfo{Setting::Theme,
                    "look/theme",
                    QStringLiteral("system"),
                    {},
                    {},
                    "system,light,dark",
                    "colours of the windows"},
        SettingInfo{Setting::TimeStyle,
                    "look/time_style",
                    QStringLiteral("local"),
                    {},
                    {},
                    "local,utc,relative",
                    "how times are written"},
        SettingInfo{Setting::Density,
                    "look/density",
                    QStringLiteral("comfortable"),
                    {},
                    {},
                    "comfortable,compact",
                    "height of the rows"},
        SettingInfo{Setting::ReducedMotion, "look/reduced_motion", false, {}, {}, nullptr, "no pulse, glow or fading"},
        SettingInfo{Setting::ActivityStrip, "look/activity", true, {}, {}, nullptr, "the chart above the table"},
        SettingInfo{Setting::RowCap, "rows/cap", 100'000, 1'000, 1'000'000, nullptr, "rows kept in memory"},
        SettingInfo{Setting::ReadDepth, "rows/read_depth", 5'000, 100, 1'000'000, nullptr,
                    "newest rows that are kept complete"},
        SettingInfo{Setting::TextDebounceMs, "filter/text_debounce_ms", 500, 0, 5'000, nullptr,
                    "milliseconds after the last key"},
        SettingInfo{Setting::SelectionDebounceMs, "filter/selection_debounce_ms", 300, 0, 5'000, nullptr,
                    "milliseconds after the last change of a selection"},
        SettingInfo{
            Setting::WindowGeometry, "window/geometry", QByteArray(), {}, {}, nullptr, "place of the main window"},
        SettingInfo{Setting::WindowState, "window/state", QByteArray(), {}, {}, nullptr, "panels of the main window"},
        SettingInfo{Setting::HeaderState, "window/columns", QByteArray(), {}, {}, nullptr, "columns of the table"},
        SettingInfo{Setting::DetailGeometry,
                    "window/detail_geometry",
                    QByteArray(),
                    {},
                    {},
                    nullptr,
                    "place of enforcement windows"},
    };
    return Table;
}

Settings::Settings(const QString& filePath, QObject* parent) : QObject(parent) {
    m_problems = prepareSettingsFile(filePath);
    m_file = std::make_unique<QSettings>(filePath, QSettings::IniFormat);
    m_file->setAtomicSyncRequired(true);
    if (m_file->status() == QSettings::FormatError)
        m_problems += tr("%1 could not be read completely; defaults are used where it is damaged.").arg(filePath);
    for (const SettingInfo& info : settingsTable()) {
        QString problem;
        const QString key = QString::fromLatin1(info.key);
        if (!m_file->contains(key))
            continue;
        const QVariant fit = fitted(info, m_file->value(key), &problem);
        if (problem.isEmpty())
            continue;
        m_unwritten.insert_or_assign(info.setting, fit);
        m_problems += problem;
    }
    m_isUnwritable = !haveRoom() || !write(); // the layout is going to be written in any case
    if (m_isUnwritable)
        m_problems += unwritten();
}

Settings::~Settings() {
    if (!write() && !m_isUnwritable)
        qCWarning(lcSession).noquote() << unwritten(); // nobody is there any more to be shown anything
    makePrivate(m_file->fileName());
}

/// Whatever could not be written so far, too. What QSettings says of itself stays as it was at the first failure, but
/// all that are open on a file share what has not been written to it, and a new one begins by trying.
bool Settings::write() {
    if (!m_unwritten.empty() && !haveRoom())
        return false;
    for (const auto& [setting, value] : m_unwritten)
        m_file->setValue(QString::fromLatin1(infoOf(setting).key), value);
    if (QSettings(m_file->fileName(), m_file->format()).status() == QSettings::AccessError)
        return false;
    m_unwritten.clear();
    return true;
}

/// Asked before, because QSettings leaves an empty file where the disk is full, and does not notice.
bool Settings::haveRoom() const {
    constexpr qint64 Plenty = 64 * 1024; // beside what is there already
    QFile trial(m_file->fileName() + QStringLiteral(".room"));
    const QByteArray bytes(QFileInfo(m_file->fileName()).size() + Plenty, ' ');
    const bool fits = trial.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && trial.write(bytes) == bytes.size();
    trial.remove();
    return fits;
}

void Settings::onWriteDue() {
    m_isWriteDue = false;
    const bool wasUnwritable = std::exchange(m_isUnwritable, !write());
    if (wasUnwritable || !m_isUnwritable)
        return;
    m_problems += unwritten();
    Q_EMIT problemFound(m_problems.constLast());
}

QString Settings::unwritten() const {
    return tr("%1 cannot be written; what is changed in the settings lasts until the program ends.")
        .arg(m_file->fileName());
}

QString Settings::defaultPath() {
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/settings.ini");
}

QVariant Settings::value(Setting setting) const {
    const SettingInfo& info = infoOf(setting);
    if (const auto unwritten = m_unwritten.find(setting); unwritten != m_unwritten.end())
        return unwritten->second;
    return fitted(info, m_file->value(QString::fromLatin1(info.key), info.fallback), nullptr);
}

void Settings::set(Setting setting, const QVariant& value) {
    const SettingInfo& info = infoOf(setting);
    const QVariant fit = fitted(info, value, nullptr);
    if (this->value(setting) == fit)
        return;
    m_unwritten.insert_or_assign(setting, fit);
    if (!std::exchange(m_isWriteDue, true))
        QMetaObject::invokeMethod(this, &Settings::onWriteDue, Qt::QueuedConnection);
    Q_EMIT changed(setting);
}

} // namespace attune::session
