// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "canary.h"

#include <QFile>
#include <QTcpSocket>

#include <array>
#include <cstring>
#include <sys/inotify.h>
#include <unistd.h>

namespace attune::test {

Canary::Canary() {
    QFile picture(file());
    if (picture.open(QIODevice::WriteOnly))
        picture.write("not a picture");
    picture.close();
    m_server.listen(QHostAddress::LocalHost);
    m_watch = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    inotify_add_watch(m_watch, QFile::encodeName(m_folder.path()).constData(), IN_OPEN | IN_CREATE);
}

Canary::~Canary() { close(m_watch); }

QStringList Canary::alarms() {
    QStringList found;
    alignas(inotify_event) std::array<char, 4096> events{};
    for (ssize_t size = 0; (size = read(m_watch, events.data(), events.size())) > 0;) {
        for (ssize_t at = 0; at < size;) {
            inotify_event event{};
            std::memcpy(&event, events.data() + at, sizeof event);
            const char* name = events.data() + at + sizeof event;
            found += QStringLiteral("file ") + (event.len > 0 ? QFile::decodeName(name) : QStringLiteral("."));
            at += static_cast<ssize_t>(sizeof event + event.len);
        }
    }
    while (m_server.hasPendingConnections() || m_server.waitForNewConnection(0)) {
        delete m_server.nextPendingConnection();
        found += QStringLiteral("connection");
    }
    return found;
}

} // namespace attune::test
