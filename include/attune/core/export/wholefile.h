// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/result.h"

#include <QByteArrayView>
#include <QSaveFile>

#include <optional>

namespace attune::core {

/// A file that appears with all its contents or not at all: until commit() an older one of that name stays as it is,
/// and without commit() nothing remains. Only its owner may read it (mode 0600). One thread at a time.
class WholeFile {
public:
    /// Whether there may be a file of that name already. `Keep` also holds for one that appears while this one is
    /// written.
    enum class Existing : std::uint8_t { Keep, Replace };

    WholeFile(const QString& path, Existing existing);

    /// All of it at once, in the place of a file that may be there.
    [[nodiscard]] static std::optional<Error> replace(const QString& path, QByteArrayView bytes);

    /// Refuses symbolic links and everything else that is not a file. An error is a whole sentence that names the path.
    [[nodiscard]] std::optional<Error> open();
    [[nodiscard]] std::optional<Error> write(QByteArrayView bytes);
    [[nodiscard]] std::optional<Error> commit();
    /// For writers that want a device; write errors show at the latest in commit(). Precondition: open() succeeded.
    [[nodiscard]] QIODevice& device() { return m_file; }

private:
    [[nodiscard]] Error failure() const;
    [[nodiscard]] std::optional<Error> refusal() const;

    QSaveFile m_file;
    Existing m_existing;
};

} // namespace attune::core
