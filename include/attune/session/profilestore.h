// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/result.h"
#include "attune/session/profile.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace attune::session {

/// The saved profiles: a JSON file of mode 0600, written atomically. Never holds a secret. A file that cannot be read
/// is reported and kept aside, never overwritten silently; an entry that cannot be read stays in the file. What cannot
/// be written holds in this process, and is written with the next change that can be.
class ProfileStore {
public:
    explicit ProfileStore(QString filePath);
    [[nodiscard]] static QString defaultPath();

    /// Reads the file. Bad entries are skipped and named in `problems`.
    std::vector<Profile> load(QStringList* problems = nullptr);
    [[nodiscard]] std::optional<Profile> find(const QString& name);
    /// Adds or replaces by name. Nothing on success.
    [[nodiscard]] std::optional<core::Error> save(const Profile& profile);
    [[nodiscard]] std::optional<core::Error> remove(const QString& name);
    /// The profile used last; empty = none.
    [[nodiscard]] QString lastUsed();
    void setLastUsed(const QString& name);

private:
    /// Puts `profile` in the place of what is there under `name`, or takes that away.
    [[nodiscard]] std::optional<core::Error> replace(const QString& name, const std::optional<Profile>& profile);
    [[nodiscard]] QJsonObject withUnwritten(QJsonObject object) const;
    [[nodiscard]] std::optional<core::Error> write();

    QString m_path;
    std::map<QString, std::optional<Profile>> m_unwritten; // by name; nothing = taken away
    std::optional<QString> m_unwrittenLastUsed;
};

} // namespace attune::session
