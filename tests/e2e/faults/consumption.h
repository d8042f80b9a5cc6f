// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QProcess>

namespace attune::e2e {

/// What all threads have used so far.
[[nodiscard]] inline double cpuSeconds(const QProcess& process) {
    qint64 nanoseconds = 0;
    const QString tasks = QStringLiteral("/proc/%1/task").arg(process.processId());
    for (const QString& task : QDir(tasks).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(tasks + u'/' + task + QStringLiteral("/schedstat"));
        if (file.open(QIODevice::ReadOnly))
            nanoseconds += file.readAll().split(' ').constFirst().toLongLong();
    }
    return static_cast<double>(nanoseconds) / 1e9;
}

/// The most memory that was ever its own.
[[nodiscard]] inline qint64 peakKib(const QProcess& process) {
    QFile file(QStringLiteral("/proc/%1/status").arg(process.processId()));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    return text.mid(text.indexOf("VmHWM:") + 6, 20).trimmed().split(' ').constFirst().toLongLong();
}

} // namespace attune::e2e
