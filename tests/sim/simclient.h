// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/sim/simserver.h"

#include <nlohmann/json.hpp>

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUrl>
#include <QWebSocket>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace attune::test {

/// What came back over HTTP.
struct Response {
    int status = 0; ///< 0: no answer
    QByteArray contentType;
    QByteArray body;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;

    [[nodiscard]] nlohmann::json json() const { return nlohmann::json::parse(body.toStdString(), nullptr, false); }
    [[nodiscard]] nlohmann::json data() const { return json().value("data", nlohmann::json()); }
};

/// A WebSocket client that remembers what it saw.
class Listener : public QObject {
    Q_OBJECT

public:
    explicit Listener(const QUrl& url, const QByteArray& token, const QStringList& subprotocols = {});

    void subscribe(const QByteArray& filter);
    void send(const QByteArray& text);
    /// Sends a filter that is none, and waits until the server complains about it: everything before was processed.
    [[nodiscard]] bool fence();
    [[nodiscard]] bool waitForCount(std::size_t count);
    /// The notifications of this type, in order of arrival.
    [[nodiscard]] std::vector<nlohmann::json> notifications(const std::string& type = {}) const;
    [[nodiscard]] std::vector<std::string> errors() const;

    QWebSocket socket;
    std::vector<nlohmann::json> frames;
    std::vector<std::string> texts;
    std::vector<QByteArray> binaries;
    bool isOpen = false;
    bool isGone = false;
    int fences = 0;
};

/// A server with a client: one per test.
class Sim {
public:
    explicit Sim(sim::SimOptions options = {});

    [[nodiscard]] Response get(const QString& path);
    [[nodiscard]] Response post(const QString& path, const nlohmann::json& body = nullptr);
    /// Any request; `body` of a POST; without a token unless one is set.
    [[nodiscard]] Response request(const QByteArray& method, const QString& path, const QByteArray& body,
                                   const std::vector<std::pair<QByteArray, QByteArray>>& headers);
    /// Connected and welcomed, with these subscriptions in force.
    [[nodiscard]] std::unique_ptr<Listener> listener(const std::vector<QByteArray>& filters = {});
    [[nodiscard]] QNetworkReply* begin(const QByteArray& method, const QString& path, const QByteArray& body = {});
    /// The items of `/sim/state`.
    [[nodiscard]] nlohmann::json state();

    sim::SimServer server;
    sim::SimEndpoints endpoints;
    QNetworkAccessManager network;
    QByteArray token;
};

/// The first line of a WebSocket handshake's answer, and its body, over a plain socket.
struct HandshakeAnswer {
    QByteArray statusLine;
    QByteArray head;
    QByteArray body;
};
[[nodiscard]] HandshakeAnswer handshake(const QUrl& url, const QByteArray& extraHeaders,
                                        const QByteArray& version = "13");
/// Sends raw bytes and returns what comes back until the server closes or `until` shows up.
[[nodiscard]] QByteArray exchange(const QUrl& url, const QList<QByteArray>& pieces, const QByteArray& until);

} // namespace attune::test
