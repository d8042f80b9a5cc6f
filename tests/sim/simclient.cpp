// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sim/simclient.h"

#include "support/waiting.h"

#include <gtest/gtest.h>

#include <QTcpSocket>

namespace attune::test {

Listener::Listener(const QUrl& url, const QByteArray& token, const QStringList& subprotocols) {
    QNetworkRequest request(url);
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    if (!subprotocols.isEmpty())
        request.setRawHeader("Sec-WebSocket-Protocol", subprotocols.join(QStringLiteral(", ")).toUtf8());
    connect(&socket, &QWebSocket::connected, this, [this] { isOpen = true; });
    connect(&socket, &QWebSocket::disconnected, this, [this] { isGone = true; });
    connect(&socket, &QWebSocket::binaryMessageReceived, this, [this](const QByteArray& b) { binaries.push_back(b); });
    connect(&socket, &QWebSocket::textMessageReceived, this, [this](const QString& text) {
        texts.push_back(text.toStdString());
        frames.push_back(nlohmann::json::parse(texts.back(), nullptr, false));
    });
    socket.open(request);
}

void Listener::send(const QByteArray& text) { socket.sendTextMessage(QString::fromUtf8(text)); }

void Listener::subscribe(const QByteArray& filter) { send(R"({"type":"subscribe","filter":")" + filter + R"("})"); }

bool Listener::fence() {
    const std::string name = "fence" + std::to_string(++fences);
    subscribe(QByteArray::fromStdString(name));
    return waitFor([this, &name] {
        for (const std::string& error : errors()) {
            if (error == "Invalid filter '" + name + "': Invalid filter format: " + name)
                return true;
        }
        return false;
    });
}

bool Listener::waitForCount(std::size_t count) {
    return waitFor([this, count] { return notifications().size() >= count; });
}

std::vector<nlohmann::json> Listener::notifications(const std::string& type) const {
    std::vector<nlohmann::json> found;
    for (const nlohmann::json& frame : frames) {
        if (frame.is_object() && frame.value("type", "") == "notification" &&
            (type.empty() || frame.value("notification_type", "") == type))
            found.push_back(frame);
    }
    return found;
}

std::vector<std::string> Listener::errors() const {
    std::vector<std::string> found;
    for (const nlohmann::json& frame : frames) {
        if (frame.is_object() && frame.value("type", "") == "error")
            found.push_back(frame.value("message", ""));
    }
    return found;
}

Sim::Sim(sim::SimOptions options) : server(std::move(options)) {
    auto started = server.start();
    if (!started) {
        ADD_FAILURE() << started.error().message.toStdString();
        return;
    }
    endpoints = *started;
    token = server.control().accessToken();
    network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

QNetworkReply* Sim::begin(const QByteArray& method, const QString& path, const QByteArray& body) {
    // Concatenated as text: the path is already encoded as the test wants it.
    QNetworkRequest request(QUrl::fromEncoded(endpoints.api.toEncoded() + path.toUtf8()));
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    if (method != "GET")
        request.setRawHeader("Content-Type", "application/json");
    return network.sendCustomRequest(request, method, body);
}

Response Sim::request(const QByteArray& method, const QString& path, const QByteArray& body,
                      const std::vector<std::pair<QByteArray, QByteArray>>& headers) {
    QNetworkRequest request(QUrl::fromEncoded(endpoints.api.toEncoded() + path.toUtf8()));
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    for (const auto& [name, value] : headers)
        request.setRawHeader(name, value);
    const std::unique_ptr<QNetworkReply> reply(network.sendCustomRequest(request, method, body));
    EXPECT_TRUE(waitFor([&reply] { return reply->isFinished(); })) << path.toStdString();
    Response response;
    response.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    response.contentType = reply->header(QNetworkRequest::ContentTypeHeader).toByteArray();
    response.body = reply->readAll();
    response.error = reply->error();
    return response;
}

Response Sim::get(const QString& path) { return request("GET", path, {}, {}); }

Response Sim::post(const QString& path, const nlohmann::json& body) {
    return request("POST", path, body.is_null() ? QByteArray() : QByteArray::fromStdString(body.dump()),
                   {{"Content-Type", "application/json"}});
}

std::unique_ptr<Listener> Sim::listener(const std::vector<QByteArray>& filters) {
    auto made = std::make_unique<Listener>(endpoints.ws, token);
    EXPECT_TRUE(waitFor([&made] { return !made->frames.empty(); })) << "no welcome";
    for (const QByteArray& filter : filters)
        made->subscribe(filter);
    EXPECT_TRUE(made->fence());
    made->frames.clear();
    made->texts.clear();
    return made;
}

nlohmann::json Sim::state() { return get(QStringLiteral("/sim/state")).json()["items"]; }

QByteArray exchange(const QUrl& url, const QList<QByteArray>& pieces, const QByteArray& until) {
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    EXPECT_TRUE(waitFor([&socket] { return socket.state() == QAbstractSocket::ConnectedState; }));
    QByteArray received;
    for (const QByteArray& piece : pieces) {
        socket.write(piece);
        EXPECT_TRUE(waitFor([&socket] { return socket.bytesToWrite() == 0; }));
    }
    EXPECT_TRUE(waitFor([&] {
        received += socket.readAll();
        return (!until.isEmpty() && received.contains(until)) || socket.state() != QAbstractSocket::ConnectedState;
    }));
    return received + socket.readAll();
}

HandshakeAnswer handshake(const QUrl& url, const QByteArray& extraHeaders, const QByteArray& version) {
    const QByteArray request = "GET " + url.path().toUtf8() +
                               " HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                               "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: " +
                               version + "\r\n" + extraHeaders + "\r\n";
    const QByteArray received = exchange(url, {request}, "welcome");
    HandshakeAnswer answer;
    const qsizetype end = received.indexOf("\r\n\r\n");
    answer.head = received.left(end);
    answer.statusLine = answer.head.split('\r').first();
    answer.body = received.mid(end + 4);
    return answer;
}

} // namespace attune::test
