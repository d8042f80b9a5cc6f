// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/serverclock.h"
#include "attune/net/transport.h"
#include "attune/session/detailservice.h"

#include <QObject>
#include <QUrl>
#include <QUrlQuery>

#include <array>
#include <deque>
#include <unordered_map>

namespace attune::session {

class TokenKeeper;

/// How urgent a request is: what an operator waits for goes first and is not slowed down. Lists go before single rows,
/// of which there may be thousands to ask for, but leave them some requests. What only makes sure of what is there
/// already goes last.
enum class Urgency : std::uint8_t { Foreground, List, Row, Check };

/// Sends authenticated REST requests: at most MaxInFlight at a time, one place of which is kept free of background
/// ones, and another of those for single rows; background ones are also paced, and wait as long as a server says that
/// has too much to do. A renewal of the token takes one of the places, and the first that gets free. A 401 is cured
/// once by a fresh token.
/// What an earlier identity asked is answered with SignedOut (reset()), never with its data. Every answer tells the
/// time of the server, too, after which its clock is set. GUI thread.
class Requester : public QObject {
    Q_OBJECT
public:
    template<class T>
    using Decode = std::function<core::Result<T>(const QByteArray&)>;

    Requester(net::Transport& transport, TokenKeeper& tokens, core::ServerClock& clock, QObject* parent = nullptr);

    /// Another server or identity, or none: everything is abandoned. The clock goes on by the last server as long as
    /// there is no other: what it said may still be on show.
    void reset(const QUrl& base);
    /// Everything queued and under way ends with SignedOut: what it would be answered may not be known any more.
    void abandon();
    [[nodiscard]] const QUrl& base() const { return m_base; }

    /// `path` starts with a slash, percent-encoded; `done` is called once, never before this returns. `patience`: how
    /// long the server may be silent; if that is longer than usual, a request that hangs is not sent again.
    template<class T>
    void get(const QString& path, const QUrlQuery& query, Urgency urgency, Decode<T> decode, ServiceDone<T> done,
             std::chrono::milliseconds patience = UsualPatience) {
        Job job = makeJob<T>(net::HttpRequest::Method::Get, path, query, urgency, std::move(decode), std::move(done));
        job.request.timeout = patience;
        enqueue(std::move(job));
    }
    template<class T>
    void post(const QString& path, Decode<T> decode, ServiceDone<T> done) {
        enqueue(makeJob<T>(net::HttpRequest::Method::Post, path, {}, Urgency::Foreground, std::move(decode),
                           std::move(done)));
    }

    /// The server can be reached again: what was asked StalledAfter ago or before may wait on a dead connection for its
    /// deadline, in the way of everything else. It is asked anew, on another one.
    void resendStalled();

    /// The server has asked for time, and it is not over: background requests wait.
    [[nodiscard]] bool isHeldBack() const { return m_clock.steady() < m_notBefore; }

    /// When the request was sent whose answer is just being handed over.
    [[nodiscard]] std::chrono::nanoseconds askedAt() const { return m_askedAt; }

    /// How far the server's clock is ahead of this computer's, as its answers say; unknown before the first that does.
    [[nodiscard]] std::optional<std::chrono::seconds> clockAhead() const { return m_clockAhead; }

    [[nodiscard]] std::uint64_t total() const { return m_total; }
    [[nodiscard]] int lastMinute() const;
    [[nodiscard]] int inFlight() const { return static_cast<int>(m_inFlight.size()); }

    static constexpr int MaxInFlight = 4;
    static constexpr int MaxBackgroundInFlight = 3;
    static constexpr int MaxRowsInFlight = 2;
    static constexpr int ListsPerRow = 3;     ///< sent before a single row has its turn
    static constexpr int OthersPerCheck = 15; ///< sent before one that only makes sure has its turn
    /// In any second, at the most; what the operator waits for counts, too, but is never held back.
    static constexpr int MaxPerSecond = 5;
    static constexpr std::chrono::seconds StalledAfter{2};
    static constexpr std::chrono::seconds UsualPatience{20};

Q_SIGNALS:
    /// An answer could not be read: counted and shown.
    void bodyRejected(const QString& path, const QString& reason);
    /// A request failed because its certificate was refused.
    void certificateRefused(const QString& reason);
    /// The server answers; it did not the last time.
    void reachedAgain();

private:
    struct Job {
        net::HttpRequest request;
        QString path;
        Urgency urgency = Urgency::Foreground;
        bool retried = false;
        std::chrono::nanoseconds sentAt{0};
        net::BodyDecoder decode;
        std::function<void(const net::HttpReply&)> done;
    };

    template<class T>
    Job makeJob(net::HttpRequest::Method method, const QString& path, const QUrlQuery& query, Urgency urgency,
                Decode<T> decode, ServiceDone<T> done) {
        Job job;
        job.request = makeRequest(method, path, query);
        job.path = path;
        job.urgency = urgency;
        job.decode = [decode = std::move(decode)](const QByteArray& body) -> core::Result<std::any> {
            auto value = decode(body);
            if (!value)
                return value.error();
            return std::any(std::move(value).value());
        };
        job.done = [done = std::move(done)](const net::HttpReply& reply) {
            if (const T* value = reply.ok() ? std::any_cast<T>(&reply.value) : nullptr)
                done(*value);
            else
                done(toServiceError(reply));
        };
        return job;
    }

    [[nodiscard]] net::HttpRequest makeRequest(net::HttpRequest::Method method, const QString& path,
                                               const QUrlQuery& query) const;
    [[nodiscard]] static ServiceError toServiceError(const net::HttpReply& reply);
    void enqueue(Job job);
    void pump();
    /// Another one may be under way.
    [[nodiscard]] bool hasRoom() const;
    /// How long until a background request may go.
    [[nodiscard]] std::chrono::nanoseconds untilBackgroundTurn() const;
    /// When the last request but so many was sent; long ago if there was none within a minute.
    [[nodiscard]] std::chrono::nanoseconds sentLastBut(std::size_t count) const;
    [[nodiscard]] int inFlight(Urgency urgency) const;
    [[nodiscard]] std::deque<Job>* nextInBackground();
    [[nodiscard]] std::deque<Job>* nextDue();
    [[nodiscard]] std::deque<Job>& queueOf(Urgency urgency) { return m_queues[static_cast<std::size_t>(urgency)]; }
    void noteTurn(Urgency urgency);
    void send(Job job);
    void onReply(const net::HttpReply& reply);
    void finish(const Job& job, const net::HttpReply& reply);
    void noteReached(const net::HttpReply& reply);
    void notePlea(const net::HttpReply& reply);
    void noteDate(const net::HttpReply& reply, std::chrono::nanoseconds sentAt);
    static void refuse(const Job& job);
    void retryWithFreshToken(Job job);

    net::Transport& m_transport;
    TokenKeeper& m_tokens;
    core::ServerClock& m_clock;
    QUrl m_base;
    net::RequestId m_nextId = 1;
    std::uint64_t m_total = 0;
    bool m_isReached = true;                 // by the last request that ended
    std::array<std::deque<Job>, 4> m_queues; // by urgency
    int m_listsSinceRow = 0;
    int m_othersSinceCheck = 0;
    std::unordered_map<net::RequestId, Job> m_inFlight;
    mutable std::deque<std::chrono::nanoseconds> m_recent; // start times of the last minute
    std::chrono::nanoseconds m_notBefore{0};               // the server does not want background requests until then
    std::chrono::nanoseconds m_askedAt{0};
    std::optional<std::chrono::seconds> m_clockAhead;
    std::unique_ptr<core::Timer> m_pumpTimer;
};

} // namespace attune::session
