// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QFile>

#include <malloc.h>

namespace attune::test {

/// By how much more memory a test may use than it allows itself: the address sanitizer keeps what was freed for a
/// while.
#ifdef __SANITIZE_ADDRESS__
inline constexpr int MemoryOverhead = 16;
#else
inline constexpr int MemoryOverhead = 1;
#endif

/// A figure of /proc/self/status in KiB: `VmRSS:` is what is resident, `VmHWM:` the most there was. 0 = not told.
[[nodiscard]] inline qint64 memoryKib(const char* figure) {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith(figure))
            return line.simplified().split(' ').at(1).toLongLong();
    }
    return 0;
}

/// What is allocated and not freed, in KiB, however much of the heap is resident. 0 = the allocator is another one.
[[nodiscard]] inline qint64 heapKib() {
    const auto info = mallinfo2();
    return static_cast<qint64>(info.uordblks + info.hblkhd) / 1024;
}

/// From now on `VmHWM:` is the most there was since now.
inline void forgetPeak() {
    QFile refs(QStringLiteral("/proc/self/clear_refs"));
    if (refs.open(QIODevice::WriteOnly))
        refs.write("5");
}

} // namespace attune::test
