// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/clock.h"
#include "attune/core/updatequeue.h"
#include "attune/net/transport.h"

#include <QStringList>

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace attune::test {

/// A network that does exactly what a test says. Remembers what was asked of it; answers come from the test, or from
/// the hooks, which run at once but must answer later.
class ScriptedTransport final : public net::Transport {
public:
    struct Stream {
        net::StreamRequest request;
        bool open = true;
        QStringList texts;
        QByteArrayList pings;
    };
    struct Request {
        net::HttpRequest request;
        net::BodyDecoder decoder;
    };

    explicit ScriptedTransport(const core::Clock& clock) : m_clock(clock) {}

    [[nodiscard]] QString setCertificateAuthorities(const QString& file, net::AuthorityUse use) override;
    void setProxy(const net::ProxySetting& proxy) override {
        proxies += proxy.url.toString();
        proxySettings.push_back(proxy);
    }
    void openStream(const net::StreamRequest& request) override;
    void sendText(net::Generation generation, const QString& text) override;
    void ping(net::Generation generation, const QByteArray& payload) override;
    void closeStream(net::Generation generation) override;
    void sendRequest(const net::HttpRequest& request, net::BodyDecoder decoder) override;
    void cancelRequest(net::RequestId id) override;
    void forgetConnections() override { ++forgotten; }
    [[nodiscard]] const net::StreamCounters& counters() const override { return m_counters; }
    [[nodiscard]] net::StreamCounters& counters() { return m_counters; }

    // What the network says.
    void welcome(net::Generation generation);
    void errorFrame(net::Generation generation, const QString& message);
    /// Answers the last ping.
    void pong(net::Generation generation);
    /// The same, for the hook: when control is back at the event loop.
    void pongLater(net::Generation generation);
    /// Answers the fence: the subscriptions before it were accepted.
    void confirm(net::Generation generation);
    /// Welcome, fence and pong.
    void accept(net::Generation generation);
    void end(net::Generation generation, net::StreamEnd::Kind kind, int code = 0, const QString& message = {});
    void reject(net::Generation generation, const QString& reason);
    /// A frame of a kind that nobody knows.
    void unknown(net::Generation generation, const QString& what);
    /// Arrives on every open stream that subscribed to enforcements.
    void notify(const core::EnforcementUpdate& update);
    void noteFrame(net::Generation generation);

    std::optional<std::chrono::seconds> retryAfter; ///< said in every error
    std::optional<std::chrono::seconds> clockAhead; ///< of every answer's date
    void answer(net::RequestId id, int status, const QByteArray& body, bool json = true);
    void answer(net::RequestId id, const QByteArray& body) { answer(id, 200, body); }
    void fail(net::RequestId id, net::HttpReply::Outcome outcome, const QString& message = {});

    /// Forgets streams and requests that are over, but for the last stream. How many streams.
    std::size_t forgetPast();

    [[nodiscard]] Stream& stream(net::Generation generation) { return streams.at(generation); }
    [[nodiscard]] std::vector<net::Generation> openStreams() const;
    [[nodiscard]] net::Generation lastGeneration() const { return streams.empty() ? 0 : streams.rbegin()->first; }
    /// Requests that wait for their answer, oldest first; those whose path contains `part`.
    [[nodiscard]] std::vector<net::RequestId> waiting(const QString& part = {}) const;
    [[nodiscard]] const net::HttpRequest& request(net::RequestId id) const { return requests.at(id).request; }

    std::map<net::Generation, Stream> streams;
    std::map<net::RequestId, Request> requests; // waiting
    std::vector<net::HttpRequest> sent;         // all there ever were
    std::vector<net::RequestId> cancelled;
    std::function<void(net::Generation)> onOpen;
    std::function<void(net::Generation, const QString&)> onText;
    std::function<void(net::Generation)> onPing;
    std::function<void(net::Generation)> onClose; ///< before the stream is closed
    std::function<void(const net::HttpRequest&)> onRequest;
    QStringList authorities;          ///< every file that was set
    bool replacesAuthorities = false; ///< as last set
    QString authorityProblem;
    std::vector<net::ProxySetting> proxySettings;
    QStringList proxies; ///< every one that was set
    int forgotten = 0;

private:
    const core::Clock& m_clock;
    net::StreamCounters m_counters;
};

} // namespace attune::test
