// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "secrets/sinks.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>

#include <algorithm>

namespace attune::e2e {

namespace {

[[nodiscard]] bool isTokenByte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.';
}

[[nodiscard]] QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The fourth field of stat is the parent; the second, the name, may hold anything but ends with the last bracket.
[[nodiscard]] qint64 parentOf(qint64 pid) {
    const QByteArray stat = contentOf(QStringLiteral("/proc/%1/stat").arg(pid));
    return stat.mid(stat.lastIndexOf(')') + 2).split(' ').value(1).toLongLong();
}

} // namespace

void Canaries::add(const QByteArray& text) {
    constexpr qsizetype Shortest = 8; // anything shorter is found by chance
    if (text.size() < Shortest)
        return;
    const QString wide = QString::fromUtf8(text);
    m_texts.insert(text);
    m_texts.insert(QByteArray(reinterpret_cast<const char*>(wide.utf16()), wide.size() * 2));
}

void Canaries::addTokensIn(const QByteArray& wire) {
    for (qsizetype at = 0; (at = wire.indexOf("eyJ", at)) >= 0;) {
        const auto end = std::find_if_not(wire.begin() + at, wire.end(), isTokenByte);
        const QByteArray token(wire.constData() + at, end - (wire.begin() + at));
        at += token.size();
        if (token.count('.') == 2)
            add(token.mid(token.lastIndexOf('.') + 1));
    }
}

void Canaries::lookInto(const QString& name, const QByteArray& bytes) {
    ++m_sinks;
    for (const QByteArray& text : m_texts) {
        if (const qsizetype at = bytes.indexOf(text); at >= 0)
            m_found += QStringLiteral("%1 at %2: %3")
                           .arg(name)
                           .arg(at)
                           .arg(QString::fromUtf8(bytes.mid(std::max<qsizetype>(at - 60, 0), 100)));
    }
}

void Canaries::lookIntoJournal(const QDateTime& since) {
    QProcess journal;
    journal.start(QStringLiteral("journalctl"), {QStringLiteral("--no-pager"), QStringLiteral("--output=verbose"),
                                                 QStringLiteral("--since=@%1").arg(since.toSecsSinceEpoch())});
    if (journal.waitForStarted() && journal.waitForFinished() && journal.exitCode() == 0)
        lookInto(QStringLiteral("journal"), journal.readAllStandardOutput());
}

void Canaries::lookIntoFolder(const QString& folder) {
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        lookInto(path, path.toUtf8() + '\n' + contentOf(path));
    }
}

void Canaries::lookIntoProcess(qint64 pid) {
    for (const char* what : {"cmdline", "environ"}) {
        const QString path = QStringLiteral("/proc/%1/%2").arg(pid).arg(QString::fromLatin1(what));
        lookInto(path, contentOf(path));
    }
    for (const QString& name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        if (const qint64 other = name.toLongLong(); other > 0 && parentOf(other) == pid)
            lookIntoProcess(other);
    }
}

void Canaries::lookIntoRequestLines(const QString& name, const QByteArray& sent) {
    for (const QByteArray& line : sent.split('\n')) {
        // The body of the request before may stand on the same line.
        if (const qsizetype end = line.indexOf(" HTTP/1."); end >= 0)
            lookInto(name, line.mid(std::max(line.lastIndexOf("GET ", end), line.lastIndexOf("POST ", end))));
    }
}

} // namespace attune::e2e
