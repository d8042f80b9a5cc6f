// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace attune::core {

/// An append-only file that only its user can read and that never grows beyond a size: full, it becomes `file.1`, that
/// one `file.2`, and the oldest goes. Follows no symbolic link and writes to nothing but an ordinary file of this user.
/// Several processes may write to the same one. Not thread-safe.
class RotatingFile {
public:
    struct Limits {
        qint64 bytes = 1024 * 1024;
        int files = 3; ///< with the current one
    };

    /// Nothing is opened or created before the first write().
    RotatingFile(QString path, Limits limits);
    ~RotatingFile();
    RotatingFile(const RotatingFile&) = delete;
    RotatingFile& operator=(const RotatingFile&) = delete;

    /// Appends `line` in one piece. The reason when that cannot be done, in words; the next call tries anew.
    [[nodiscard]] std::optional<QString> write(const QByteArray& line);
    [[nodiscard]] const QString& path() const { return m_path; }

private:
    [[nodiscard]] std::optional<QString> open();
    [[nodiscard]] std::optional<QString> checkOpened() const;
    [[nodiscard]] bool isStillThere() const;
    [[nodiscard]] std::optional<QString> rotate();
    void close();

    QString m_path;
    Limits m_limits;
    int m_descriptor = -1;
};

} // namespace attune::core
