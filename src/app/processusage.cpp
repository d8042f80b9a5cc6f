// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "processusage.h"

#include <QFile>

#include <sys/resource.h>
#include <unistd.h>

namespace attune::app {

namespace {

[[nodiscard]] double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

} // namespace

ProcessUsage processUsage() {
    ProcessUsage usage;
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (statm.open(QIODevice::ReadOnly)) {
        constexpr int ResidentField = 1;
        const QList<QByteArray> fields = statm.readAll().split(' ');
        constexpr double Megabyte = 1024.0 * 1024.0;
        if (fields.size() > ResidentField)
            usage.residentMegabytes =
                fields[ResidentField].toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE)) / Megabyte;
    }
    rusage used{};
    if (getrusage(RUSAGE_SELF, &used) == 0)
        usage.cpuSeconds = seconds(used.ru_utime) + seconds(used.ru_stime);
    return usage;
}

} // namespace attune::app
