// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace attune::test {

/// What a client sent in a WebSocket frame.
struct RawFrame {
    int opcode = 0;
    QByteArray payload;
};

/// One accepted connection: keeps every byte, and says anything, right or wrong.
class RawConnection : public QObject {
public:
    RawConnection(QTcpSocket* socket, std::function<void(RawConnection&)> onRequest, QObject* parent);

    /// Everything received so far, decrypted.
    [[nodiscard]] const QByteArray& received() const { return m_received; }
    /// The head of the request that is complete, without the blank line.
    [[nodiscard]] QByteArray head() const { return m_head; }
    [[nodiscard]] QByteArray path() const { return m_head.split(' ').value(1); }
    /// Empty if the header is missing.
    [[nodiscard]] QByteArray header(const QByteArray& name) const;
    [[nodiscard]] QByteArray body() const { return m_body; }
    [[nodiscard]] int requests() const { return m_requests; }
    [[nodiscard]] bool isOpen() const { return m_socket->state() == QAbstractSocket::ConnectedState; }

    void write(const QByteArray& bytes) {
        if (isOpen())
            m_socket->write(bytes);
    }
    void answer(int status, const QByteArray& contentType, const QByteArray& body, const QByteArray& headers = {});
    void answerJson(const QByteArray& body) { answer(200, "application/json", body); }

    void acceptWebSocket();
    void sendFrame(int opcode, const QByteArray& payload, bool last = true);
    void sendText(const QByteArray& text) { sendFrame(1, text); }
    void sendClose(int code, const QByteArray& reason = {});
    [[nodiscard]] const std::vector<RawFrame>& frames() const { return m_frames; }
    void setAutoPong(bool on) { m_autoPong = on; }

    /// Ends the connection at once: with a reset, or with a FIN after what was written.
    void reset() { m_socket->abort(); }
    void finish() { m_socket->disconnectFromHost(); }
    /// No longer takes what the client sends.
    void stopReading();
    [[nodiscard]] QTcpSocket& socket() { return *m_socket; }

    /// Handles what has arrived.
    void onReadyRead();

private:
    void readFrames();
    [[nodiscard]] bool takeRequest();

    QTcpSocket* m_socket;
    std::function<void(RawConnection&)> m_onRequest;
    QByteArray m_received;
    QByteArray m_unread;
    QByteArray m_head;
    QByteArray m_body;
    std::vector<RawFrame> m_frames;
    int m_requests = 0;
    bool m_isWebSocket = false;
    bool m_autoPong = true;
};

/// A TCP server on 127.0.0.1 that does what a test says with each complete HTTP request; with TLS if given a
/// configuration. Lives on the test's thread.
class RawServer : public QObject {
public:
    explicit RawServer(std::function<void(RawConnection&)> onRequest = nullptr);
    RawServer(const QSslConfiguration& tls, std::function<void(RawConnection&)> onRequest);
    ~RawServer() override;

    [[nodiscard]] QUrl url(const QString& path = {}) const;
    [[nodiscard]] QUrl wsUrl(const QString& path = QStringLiteral("/ws")) const;
    /// Every connection so far; a TLS connection counts from the end of its handshake.
    [[nodiscard]] const std::vector<RawConnection*>& connections() const { return m_connections; }
    [[nodiscard]] RawConnection& last() const { return *m_connections.back(); }
    /// All bytes of all connections.
    [[nodiscard]] QByteArray received() const;
    [[nodiscard]] int handshakeErrors() const { return m_handshakeErrors; }
    /// From the next handshake on. Only of a server that has TLS already.
    void setTls(const QSslConfiguration& tls);
    void setOnRequest(std::function<void(RawConnection&)> onRequest) { m_onRequest = std::move(onRequest); }

private:
    void start();
    void onConnection();

    std::unique_ptr<QTcpServer> m_server;
    std::function<void(RawConnection&)> m_onRequest;
    std::vector<RawConnection*> m_connections;
    int m_handshakeErrors = 0;
    bool m_tls = false;
};

} // namespace attune::test
