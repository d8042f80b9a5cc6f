// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "secrets/memoryscan.h"

#include <QFile>

#include <algorithm>

namespace attune::e2e {

namespace {

struct Region {
    qint64 begin = 0;
    qint64 end = 0;
    QByteArray name;
};

[[nodiscard]] QList<Region> writableRegions(qint64 pid) {
    QList<Region> regions;
    QFile maps(QStringLiteral("/proc/%1/maps").arg(pid));
    if (!maps.open(QIODevice::ReadOnly))
        return regions;
    for (const QByteArray& line : maps.readAll().split('\n')) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        if (fields.size() < 2 || !fields[1].startsWith("rw"))
            continue;
        const QList<QByteArray> bounds = fields[0].split('-');
        regions.push_back({bounds[0].toLongLong(nullptr, 16), bounds[1].toLongLong(nullptr, 16), fields.value(5)});
    }
    return regions;
}

[[nodiscard]] QByteArray printable(QByteArray bytes) {
    std::replace_if(
        bytes.begin(), bytes.end(), [](char c) { return c < ' ' || c > '~'; }, '.');
    return bytes;
}

void find(const Region& region, const QByteArray& memory, const QByteArray& text, QStringList& places) {
    constexpr qsizetype Around = 48;
    for (qsizetype at = 0; (at = memory.indexOf(text, at)) >= 0; at += text.size()) {
        const QByteArray before = memory.mid(std::max<qsizetype>(at - Around, 0), std::min(at, Around));
        places += QStringLiteral("%1 at %2 after %3")
                      .arg(QString::fromLatin1(region.name.isEmpty() ? QByteArray("(heap)") : region.name))
                      .arg(region.begin + at, 0, 16)
                      .arg(QString::fromLatin1(printable(before)));
    }
}

} // namespace

bool memoryCanBeRead(qint64 pid) {
    QFile memory(QStringLiteral("/proc/%1/mem").arg(pid));
    return memory.open(QIODevice::ReadOnly);
}

QStringList placesInMemory(qint64 pid, const QByteArray& text) {
    QStringList places;
    QFile memory(QStringLiteral("/proc/%1/mem").arg(pid));
    if (!memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {QStringLiteral("the memory cannot be read")};
    const QString wide = QString::fromUtf8(text);
    const QByteArray utf16(reinterpret_cast<const char*>(wide.utf16()), wide.size() * 2);
    for (const Region& region : writableRegions(pid)) {
        if (!memory.seek(region.begin))
            continue;
        const QByteArray bytes = memory.read(region.end - region.begin);
        find(region, bytes, text, places);
        find(region, bytes, utf16, places);
    }
    return places;
}

} // namespace attune::e2e
