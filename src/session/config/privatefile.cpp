// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "config/privatefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

namespace attune::session {

std::optional<core::Error> writePrivateFile(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    // commit() does not notice when the last piece cannot be written: flush() does.
    if (file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
        file.write(bytes) == bytes.size() && file.flush() && file.commit())
        return std::nullopt;
    return core::Error{
        QCoreApplication::translate("PrivateFile", "%1 cannot be written: %2").arg(path, file.errorString())};
}

} // namespace attune::session
