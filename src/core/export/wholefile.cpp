// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/export/wholefile.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace attune::core {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(attune::core::WholeFile)
};

QString reason(const QSaveFile& file) {
    switch (file.error()) {
    case QFileDevice::ResourceError:
        return Words::tr("there is not enough room.");
    case QFileDevice::PermissionsError:
        return Words::tr("there is no permission to write there.");
    default:
        return file.errorString() + u'.';
    }
}

} // namespace

WholeFile::WholeFile(const QString& path, Existing existing) : m_file(path), m_existing(existing) {}

std::optional<Error> WholeFile::replace(const QString& path, QByteArrayView bytes) {
    WholeFile file(path, Existing::Replace);
    auto error = file.open();
    if (!error)
        error = file.write(bytes);
    return error ? error : file.commit();
}

std::optional<Error> WholeFile::open() {
    if (auto refused = refusal())
        return refused;
    if (m_file.open(QIODevice::WriteOnly) && m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return std::nullopt;
    return failure();
}

std::optional<Error> WholeFile::write(QByteArrayView bytes) {
    if (m_file.write(bytes.data(), bytes.size()) == bytes.size())
        return std::nullopt;
    return failure();
}

std::optional<Error> WholeFile::commit() {
    if (auto refused = refusal())
        return refused;
    // What is still in its buffer has room, too: a QSaveFile does not notice when that cannot be written.
    return m_file.flush() && m_file.commit() ? std::nullopt : std::optional(failure());
}

std::optional<Error> WholeFile::refusal() const {
    const QFileInfo there(m_file.fileName());
    if (there.isSymLink())
        return Error{Words::tr("%1 is a symbolic link; choose a file.").arg(m_file.fileName())};
    if (there.exists() && !there.isFile())
        return Error{Words::tr("%1 is not a file.").arg(m_file.fileName())};
    if (there.exists() && m_existing == Existing::Keep)
        return Error{Words::tr("%1 exists already and was left as it is.").arg(m_file.fileName())};
    return std::nullopt;
}

Error WholeFile::failure() const {
    return {Words::tr("%1 could not be written: %2").arg(m_file.fileName(), reason(m_file))};
}

} // namespace attune::core
