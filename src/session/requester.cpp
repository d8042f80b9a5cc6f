// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "requester.h"

#include "auth/tokenkeeper.h"

#include <algorithm>
#include <utility>

namespace attune::session {

namespace {

constexpr int Unauthorized = 401;

using Kind = ServiceError::Kind;
using Outcome = net::HttpReply::Outcome;

[[nodiscard]] Kind kindOf(const net::HttpReply& reply) {
    switch (reply.outcome) {
    case Outcome::Unreachable:
    case Outcome::TimedOut:
    case Outcome::Certificate:
        return Kind::Unreachable;
    case Outcome::Redirected:
    case Outcome::NotJson:
    case Outcome::TooLarge:
    case Outcome::Malformed:
        return Kind::Malformed;
    case Outcome::Answered:
        break;
    }
    switch (reply.status) {
    case Unauthorized:
        return Kind::SignedOut;
    case 403:
        return Kind::Forbidden;
    case 404:
        return Kind::NotFound;
    case 409:
        return Kind::Conflict;
    default:
        return Kind::Refused;
    }
}

} // namespace

Requester::Requester(net::Transport& transport, TokenKeeper& tokens, core::Clock& clock, QObject* parent)
    : QObject(parent), m_transport(transport), m_tokens(tokens), m_clock(clock) {
    connect(&m_transport, &net::Transport::requestFinished, this, &Requester::onReply);
}

void Requester::reset(const QUrl& base) {
    for (const auto& [id, job] : m_inFlight)
        m_transport.cancelRequest(id);
    m_inFlight.clear();
    m_foreground.clear();
    m_background.clear();
    m_pumpTimer.reset();
    m_base = base;
}

int Requester::lastMinute() const {
    const auto horizon = m_clock.steady() - std::chrono::minutes(1);
    while (!m_recent.empty() && m_recent.front() < horizon)
        m_recent.pop_front();
    return static_cast<int>(m_recent.size());
}

net::HttpRequest Requester::makeRequest(net::HttpRequest::Method method, const QString& path,
                                        const QUrlQuery& query) const {
    net::HttpRequest request;
    request.method = method;
    request.url = m_base;
    request.url.setPath(m_base.path(QUrl::FullyEncoded) + path, QUrl::StrictMode);
    request.url.setQuery(query);
    return request;
}

ServiceError Requester::toServiceError(const net::HttpReply& reply) {
    ServiceError error;
    error.kind = kindOf(reply);
    error.httpStatus = reply.outcome == Outcome::Answered ? reply.status : 0;
    error.message =
        reply.message.isEmpty() ? tr("The server answered with status %1.").arg(reply.status) : reply.message;
    return error;
}

void Requester::enqueue(Job job) {
    (job.urgency == Urgency::Foreground ? m_foreground : m_background).push_back(std::move(job));
    pump();
}

bool Requester::takeBackgroundToken() {
    const auto now = m_clock.steady();
    const double elapsed = std::chrono::duration<double>(now - m_tokensAt).count();
    m_backgroundTokens = std::min(BackgroundBurst, m_backgroundTokens + elapsed * BackgroundPerSecond);
    m_tokensAt = now;
    if (m_backgroundTokens < 1)
        return false;
    m_backgroundTokens -= 1;
    return true;
}

void Requester::pump() {
    while (inFlight() < MaxInFlight) {
        auto& queue = m_foreground.empty() ? m_background : m_foreground;
        if (queue.empty())
            return;
        if (queue.front().urgency == Urgency::Background && !takeBackgroundToken()) {
            constexpr std::chrono::milliseconds OneToken{200};
            m_pumpTimer = m_clock.after(OneToken, [this] { pump(); });
            return;
        }
        Job job = std::move(queue.front());
        queue.pop_front();
        job.request.id = m_nextId++;
        job.request.bearer = m_tokens.bearer();
        ++m_total;
        m_recent.push_back(m_clock.steady());
        const auto entry = m_inFlight.emplace(job.request.id, std::move(job)).first;
        m_transport.sendRequest(entry->second.request, entry->second.decode);
    }
}

void Requester::onReply(const net::HttpReply& reply) {
    const auto found = m_inFlight.find(reply.id);
    if (found == m_inFlight.end())
        return;
    Job job = std::move(found->second);
    m_inFlight.erase(found);
    if (reply.outcome == Outcome::Answered && reply.status == Unauthorized && !job.retried) {
        retryWithFreshToken(std::move(job));
    } else {
        if (reply.outcome == Outcome::Malformed || reply.outcome == Outcome::NotJson ||
            reply.outcome == Outcome::TooLarge)
            Q_EMIT bodyRejected(job.path, reply.message);
        if (reply.outcome == Outcome::Certificate)
            Q_EMIT certificateRefused(reply.message);
        job.done(reply);
    }
    pump();
}

void Requester::retryWithFreshToken(Job job) {
    job.retried = true;
    const QUrl base = m_base;
    const QByteArray used = job.request.bearer;
    auto shared = std::make_shared<Job>(std::move(job));
    m_tokens.refreshed(used, this, [this, shared, base](bool fresh) {
        if (base != m_base)
            return;
        if (fresh)
            return enqueue(std::move(*shared));
        net::HttpReply denied;
        denied.outcome = Outcome::Answered;
        denied.status = Unauthorized;
        shared->done(denied);
    });
}

} // namespace attune::session
