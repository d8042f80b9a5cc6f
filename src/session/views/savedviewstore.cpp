// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/session/savedviewstore.h"

#include "config/privatefile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>

#include <utility>

namespace attune::session {

namespace {

constexpr qint64 MaxBytes = 4 * 1024 * 1024;
constexpr qsizetype MaxFileName = 120;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(attune::session::SavedViewStore)
};

/// Any profile name makes a file name of its own, readable where that is possible.
[[nodiscard]] QString fileName(const QString& profile) {
    const QByteArray encoded = QUrl::toPercentEncoding(profile, {}, ".");
    const QByteArray name = encoded.size() <= MaxFileName
                                ? encoded
                                : QCryptographicHash::hash(profile.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QString::fromLatin1(name) + QStringLiteral(".json");
}

void replaceFile(const QString& from, const QString& to, bool (*move)(const QString&, const QString&)) {
    QFile::remove(to);
    move(from, to);
}

} // namespace

SavedViewStore::SavedViewStore(QString folder) : m_folder(std::move(folder)) {}

QString SavedViewStore::defaultPath() {
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/views");
}

QString SavedViewStore::pathOf(const QString& profile) const { return m_folder + u'/' + fileName(profile); }

ReadViews SavedViewStore::load(const QString& profile) const {
    const QString path = pathOf(profile);
    if (!QFileInfo::exists(path))
        return {};
    auto read = importFrom(path);
    const QString aside = path + QStringLiteral(".bad");
    if (!read) {
        replaceFile(path, aside, &QFile::rename);
        return {{}, {read.error().message}};
    }
    if (!read->problems.isEmpty())
        replaceFile(path, aside, &QFile::copy);
    return std::move(read).value();
}

std::optional<core::Error> SavedViewStore::save(const QString& profile, const std::vector<SavedView>& views) const {
    QDir().mkpath(m_folder);
    return writePrivateFile(pathOf(profile), viewsToJson(views));
}

std::optional<core::Error> SavedViewStore::exportTo(const QString& path, const std::vector<SavedView>& views) {
    return writePrivateFile(path, viewsToJson(views));
}

core::Result<ReadViews> SavedViewStore::importFrom(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return core::Error{Words::tr("%1 cannot be read: %2").arg(path, file.errorString())};
    const QByteArray bytes = file.read(MaxBytes + 1);
    if (bytes.size() > MaxBytes)
        return core::Error{Words::tr("%1 is too large to be a file of views.").arg(path)};
    auto read = viewsFromJson(bytes);
    if (!read)
        return core::Error{path + QStringLiteral(": ") + read.error().message};
    return read;
}

} // namespace attune::session
