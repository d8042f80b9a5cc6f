// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "config/settingsfile.h"

#include "config/privatefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QList>
#include <QRegularExpression>

namespace attune::session {

namespace {

constexpr qint64 MaxBytes = 1024 * 1024; // a thousand times what is ever written

struct Words {
    Q_DECLARE_TR_FUNCTIONS(attune::session::SettingsFile)
};

/// A program that was killed between making its lock and writing its name into it would make everyone wait for half a
/// minute: Qt cannot tell whose it was.
void removeNamelessLock(const QString& filePath) {
    const QFileInfo lock(filePath + QStringLiteral(".lock"));
    if (lock.exists() && lock.size() == 0)
        QFile::remove(lock.filePath());
}

/// Whether a line is a section, a comment or a value of a kind that is ever written. Escapes are for bytes only,
/// because with them a text can become any type, and a comma begins another value.
[[nodiscard]] bool isPlain(const QByteArray& line) {
    static const QRegularExpression plain(QStringLiteral(
        R"re(^(?:[^@\\]*|[^=@\\]*=\s*(?:@ByteArray\((?:\\.|[^",\\])*\)|"@ByteArray\((?:\\.|[^"\\])*\)")\s*)$)re"));
    return plain.match(QString::fromLatin1(line)).hasMatch();
}

/// The name before the equals sign, or the number of the line.
[[nodiscard]] QString nameOf(const QByteArray& line, qsizetype number) {
    const QByteArray name = line.left(line.indexOf('=')).trimmed();
    const bool isName = line.contains('=') && !name.isEmpty() && name.size() <= 40;
    return isName ? QString::fromLatin1(name) : Words::tr("line %1").arg(number);
}

} // namespace

void makePrivate(const QString& filePath) {
    QFile file(filePath);
    if (file.exists() || file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

QStringList prepareSettingsFile(const QString& filePath) {
    QDir().mkpath(QFileInfo(filePath).absolutePath());
    makePrivate(filePath);
    removeNamelessLock(filePath);
    QFile file(filePath);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const bool isTooLarge = file.size() > MaxBytes;
    const QList<QByteArray> lines = isTooLarge ? QList<QByteArray>() : file.readAll().split('\n');
    QStringList problems;
    if (isTooLarge)
        problems += Words::tr("%1 is far too large; defaults are used.").arg(filePath);
    QList<QByteArray> kept;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (isPlain(lines[i]))
            kept += lines[i];
        else
            problems +=
                Words::tr("%1: holds what is never kept here; the default is used").arg(nameOf(lines[i], i + 1));
    }
    if (problems.isEmpty())
        return {};
    if (const auto error = writePrivateFile(filePath, kept.join('\n')))
        problems += error->message;
    return problems;
}

} // namespace attune::session
