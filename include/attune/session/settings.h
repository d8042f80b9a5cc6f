// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QSettings>
#include <QString>
#include <QVariant>

#include <chrono>
#include <map>
#include <memory>
#include <span>

namespace attune::session {

/// Every setting of the program. One line in settingsTable() documents it.
enum class Setting : std::uint8_t {
    Theme,               ///< system, light, dark
    TimeStyle,           ///< local, utc, relative
    Density,             ///< comfortable, compact
    RowCap,              ///< rows kept in memory
    ReadDepth,           ///< the reach: newest rows that are kept complete
    TextDebounceMs,      ///< after the last key in a filter text field
    SelectionDebounceMs, ///< after the last change of a filter selection
    ReducedMotion,       ///< no pulse, glow or fading
    ActivityStrip,       ///< the chart above the table
    WindowGeometry,
    WindowState,
    HeaderState,
    DetailGeometry,
};

struct SettingInfo {
    Setting setting;
    const char* key;
    QVariant fallback;
    QVariant minimum; ///< invalid = unbounded or not a number
    QVariant maximum;
    const char* choices; ///< comma-separated words, or null
    const char* documentation;
};
[[nodiscard]] std::span<const SettingInfo> settingsTable();

/// Typed access to the settings file (mode 0600, written atomically). A value that is missing, of the wrong type or out
/// of range reads as its default or the nearest bound and is reported once by `problems()`. What cannot be written
/// holds in this process, and is tried again with every later change. GUI thread.
class Settings : public QObject {
    Q_OBJECT
public:
    explicit Settings(const QString& filePath, QObject* parent = nullptr);
    ~Settings() override;
    [[nodiscard]] static QString defaultPath();

    [[nodiscard]] QVariant value(Setting setting) const;
    [[nodiscard]] int number(Setting setting) const { return value(setting).toInt(); }
    [[nodiscard]] QString text(Setting setting) const { return value(setting).toString(); }
    [[nodiscard]] bool flag(Setting setting) const { return value(setting).toBool(); }
    [[nodiscard]] QByteArray bytes(Setting setting) const { return value(setting).toByteArray(); }
    [[nodiscard]] std::chrono::milliseconds delay(Setting setting) const {
        return std::chrono::milliseconds(number(setting));
    }
    /// Clamps; emits changed() only when the value differs.
    void set(Setting setting, const QVariant& value);
    [[nodiscard]] QStringList problems() const { return m_problems; }

Q_SIGNALS:
    void changed(attune::session::Setting setting);
    /// One more of problems(): the file cannot be written any more. Not again before it could be.
    void problemFound(const QString& sentence);

private:
    [[nodiscard]] bool write();
    [[nodiscard]] bool haveRoom() const;
    void onWriteDue();
    [[nodiscard]] QString unwritten() const;

    std::unique_ptr<QSettings> m_file;
    std::map<Setting, QVariant> m_unwritten;
    QStringList m_problems;
    bool m_isWriteDue = false;
    bool m_isUnwritable = false;
};

} // namespace attune::session
