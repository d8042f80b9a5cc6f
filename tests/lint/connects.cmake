# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
good(src/net/good.cpp [=[
connect(m_socket, &QWebSocket::connected, this, &Listener::onConnected);
connect(m_socket.get(), qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this, [this](auto e) { fail(e); });
connect(sender(1, 2), QOverload<int, QMap<int, int>>::of(&S::changed), context, [values = std::array{1, 2}] { use(values); });
QObject::connect(
    &thread, &QThread::finished,
    worker, &QObject::deleteLater, Qt::QueuedConnection);
disconnect(a, &A::b, nullptr, nullptr);
machine.connect(url, token, [] {});
QTimer::singleShot(5ms, this, [this] { tick(); });
// string-based: the signal exists in newer versions only
connect(a, SIGNAL(b()), c, SLOT(d()));
]=])
bad(src/net/bad.cpp [=[
connect(m_socket, &QWebSocket::connected, [this] { onConnected(); });
connect(m_socket, &QWebSocket::connected, this, &Listener::onConnected);
QObject::connect(m_socket.get(), qOverload<QAbstractSocket::SocketError>(&QWebSocket::error),
                 [this](auto e) { fail(e); });
connect(a->b(1, 2), &A::c, &freeFunction);
QTimer::singleShot(5ms, [this] { tick(); });
connect(a, SIGNAL(b()), c, SLOT(d()));
]=]
  "src/net/bad.cpp:1: connect without" "src/net/bad.cpp:3: connect without" "src/net/bad.cpp:5: connect without"
  "src/net/bad.cpp:6: singleShot without" "src/net/bad.cpp:7: connected by name")
