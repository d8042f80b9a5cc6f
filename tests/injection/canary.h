// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>
#include <QTcpServer>
#include <QTemporaryDir>

namespace attune::test {

/// A file that nobody has a reason to open and a port that nobody has a reason to connect to. Texts of others name
/// them; whoever obeys is seen.
class Canary {
public:
    Canary();
    ~Canary();
    Canary(const Canary&) = delete;
    Canary& operator=(const Canary&) = delete;

    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("canary.png")); }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    /// What has been opened or connected to since the last call.
    [[nodiscard]] QStringList alarms();

private:
    QTemporaryDir m_folder;
    QTcpServer m_server;
    int m_watch = -1; ///< of inotify
};

} // namespace attune::test
