// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/session/settings.h"

#include "config/settingsfile.h"

#include <QStandardPaths>

#include <algorithm>
#include <array>

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
        if (m_file->contains(key))
            m_file->setValue(key, fitted(info, m_file->value(key), &problem));
        if (!problem.isEmpty())
            m_problems += problem;
    }
}

Settings::~Settings() {
    m_file->sync();
    makePrivate(m_file->fileName());
}

QString Settings::defaultPath() {
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/settings.ini");
}

QVariant Settings::value(Setting setting) const {
    const SettingInfo& info = infoOf(setting);
    return fitted(info, m_file->value(QString::fromLatin1(info.key), info.fallback), nullptr);
}

void Settings::set(Setting setting, const QVariant& value) {
    const SettingInfo& info = infoOf(setting);
    const QVariant fit = fitted(info, value, nullptr);
    if (this->value(setting) == fit)
        return;
    m_file->setValue(QString::fromLatin1(info.key), fit);
    Q_EMIT changed(setting);
}

} // namespace attune::session
