// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "requester.h"

#include "auth/tokenkeeper.h"
#include "logcategories.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace attune::session {

namespace {

constexpr int Unauthorized = 401;
constexpr auto RecentSpan = std::chrono::minutes(1);

using namespace std::chrono_literals;
using Kind = ServiceError::Kind;
using Outcome = net::HttpReply::Outcome;

[[nodiscard]] Kind kindOfStatus(const net::HttpReply& reply) {
    switch (reply.status) {
    // The server says these in JSON; anything else comes from a proxy and means nothing about account or row.
    case Unauthorized:
        return reply.json ? Kind::SignedOut : Kind::Refused;
    case 403:
        return reply.json ? Kind::Forbidden : Kind::Refused;
    case 404:
        return reply.json ? Kind::NotFound : Kind::Refused;
    case 409:
        return Kind::Conflict;
    default:
        return Kind::Refused;
    }
}

[[nodiscard]] Kind kindOf(const net::HttpReply& reply) {
    switch (reply.outcome) {
    case Outcome::Unreachable:
    case Outcome::TimedOut:
    case Outcome::ProxyDenied:
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
    return kindOfStatus(reply);
}

} // namespace

Requester::Requester(net::Transport& transport, TokenKeeper& tokens, core::ServerClock& clock, QObject* parent)
    : QObject(parent), m_transport(transport), m_tokens(tokens), m_clock(clock) {
    connect(&m_transport, &net::Transport::requestFinished, this, &Requester::onReply);
    connect(&m_tokens, &TokenKeeper::ended, this, &Requester::pump);
    m_tokens.setRoom([this] { return hasRoom(); });
}

void Requester::reset(const QUrl& base) {
    m_notBefore = std::chrono::nanoseconds(0);
    m_base = base;
    if (!base.isEmpty()) {
        m_clockAhead.reset();
        m_clock.setAhead(m_clockAhead);
    }
    abandon();
}

void Requester::abandon() {
    const auto inFlight = std::exchange(m_inFlight, {});
    const auto queues = std::exchange(m_queues, {});
    m_pumpTimer.reset();
    for (const auto& [id, job] : inFlight)
        m_transport.cancelRequest(id);
    for (const auto& [id, job] : inFlight)
        refuse(job);
    for (const auto& queue : queues) {
        for (const Job& job : queue)
            refuse(job);
    }
}

int Requester::lastMinute() const {
    const auto horizon = m_clock.steady() - RecentSpan;
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
    if (!m_tokens.isSignedIn()) {
        QMetaObject::invokeMethod(
            this, [job = std::move(job)] { refuse(job); }, Qt::QueuedConnection);
        return;
    }
    queueOf(job.urgency).push_back(std::move(job));
    pump();
}

std::chrono::nanoseconds Requester::sentLastBut(std::size_t count) const {
    return m_recent.size() > count ? m_recent[m_recent.size() - 1 - count] : std::chrono::nanoseconds::min() / 2;
}

/// As many as may be at once after a rest, and at even distances from then on: a list that is read by fits and starts
/// seems to move by fits and starts.
std::chrono::nanoseconds Requester::untilBackgroundTurn() const {
    constexpr auto Second = std::chrono::nanoseconds(1s);
    const auto now = m_clock.steady();
    const auto fifth = sentLastBut(MaxPerSecond - 1);
    const bool isBusy = now - fifth < 2 * Second;
    const auto due =
        std::max(m_notBefore, isBusy ? std::max(fifth + Second, sentLastBut(0) + Second / MaxPerSecond) : now);
    return std::max(due - now, std::chrono::nanoseconds(0));
}

int Requester::inFlight(Urgency urgency) const {
    return static_cast<int>(std::count_if(m_inFlight.begin(), m_inFlight.end(),
                                          [urgency](const auto& entry) { return entry.second.urgency == urgency; }));
}

std::deque<Requester::Job>* Requester::nextInBackground() {
    const int rows = inFlight(Urgency::Row);
    if (rows + inFlight(Urgency::List) + inFlight(Urgency::Check) >= MaxBackgroundInFlight)
        return nullptr;
    const bool hasCheck = !queueOf(Urgency::Check).empty();
    if (hasCheck && m_othersSinceCheck >= OthersPerCheck)
        return &queueOf(Urgency::Check);
    const bool hasList = !queueOf(Urgency::List).empty();
    const bool rowMayGo = !queueOf(Urgency::Row).empty() && rows < MaxRowsInFlight;
    if (rowMayGo && (!hasList || m_listsSinceRow >= ListsPerRow))
        return &queueOf(Urgency::Row);
    if (hasList)
        return &queueOf(Urgency::List);
    return hasCheck ? &queueOf(Urgency::Check) : nullptr;
}

bool Requester::hasRoom() const { return inFlight() + (m_tokens.isRenewing() ? 1 : 0) < MaxInFlight; }

std::deque<Requester::Job>* Requester::nextDue() {
    if (!hasRoom())
        return nullptr;
    if (auto& foreground = queueOf(Urgency::Foreground); !foreground.empty())
        return &foreground;
    auto* background = nextInBackground();
    if (background == nullptr)
        return nullptr;
    const auto wait = untilBackgroundTurn();
    if (wait.count() == 0)
        return background;
    m_pumpTimer = m_clock.after(std::chrono::ceil<std::chrono::milliseconds>(wait), [this] { pump(); });
    return nullptr;
}

void Requester::pump() {
    if (hasRoom())
        m_tokens.onRoom();
    while (auto* queue = nextDue()) {
        Job job = std::move(queue->front());
        queue->pop_front();
        noteTurn(job.urgency);
        send(std::move(job));
    }
}

void Requester::noteTurn(Urgency urgency) {
    if (urgency == Urgency::Foreground)
        return;
    m_othersSinceCheck = urgency == Urgency::Check ? 0 : m_othersSinceCheck + 1;
    if (urgency != Urgency::Check)
        m_listsSinceRow = urgency == Urgency::List ? m_listsSinceRow + 1 : 0;
}

void Requester::send(Job job) {
    job.request.id = m_nextId++;
    job.request.bearer = m_tokens.bearer();
    job.sentAt = m_clock.steady();
    ++m_total;
    [[maybe_unused]] const int recent = lastMinute(); // keeps the list short even if nobody ever asks
    m_recent.push_back(m_clock.steady());
    const auto entry = m_inFlight.emplace(job.request.id, std::move(job)).first;
    m_transport.sendRequest(entry->second.request, entry->second.decode);
}

void Requester::resendStalled() {
    const auto limit = m_clock.steady() - StalledAfter;
    std::vector<net::RequestId> stalled;
    for (const auto& [id, job] : m_inFlight) {
        const bool mayTakeLong = job.request.timeout > UsualPatience; // and the server may still be at work on it
        if (job.request.method == net::HttpRequest::Method::Get && job.sentAt <= limit && !mayTakeLong)
            stalled.push_back(id);
    }
    if (stalled.empty())
        return;
    qCInfo(lcSession) << stalled.size() << "requests are sent again on new connections";
    m_transport.forgetConnections();
    for (const net::RequestId id : stalled) {
        m_transport.cancelRequest(id);
        Job job = std::move(m_inFlight.extract(id).mapped());
        queueOf(job.urgency).push_front(std::move(job));
    }
    pump();
}

void Requester::onReply(const net::HttpReply& reply) {
    const auto found = m_inFlight.find(reply.id);
    if (found == m_inFlight.end())
        return;
    Job job = std::move(found->second);
    m_inFlight.erase(found);
    noteReached(reply);
    notePlea(reply);
    noteDate(reply, job.sentAt);
    if (reply.outcome == Outcome::Answered && reply.status == Unauthorized && reply.json && !job.retried)
        retryWithFreshToken(std::move(job));
    else
        finish(job, reply);
    pump();
}

void Requester::noteReached(const net::HttpReply& reply) {
    constexpr int FirstServerError = 500; // a proxy whose server is gone says 502, 503 or 504
    const bool isReached = reply.outcome == Outcome::Answered && reply.status < FirstServerError;
    if (isReached && !std::exchange(m_isReached, isReached))
        Q_EMIT reachedAgain();
    m_isReached = isReached;
}

/// The date was written at some time between the question and the answer, in whole seconds: what that explains is no
/// news, and of what it does not explain the least is believed.
void Requester::noteDate(const net::HttpReply& reply, std::chrono::nanoseconds sentAt) {
    using std::chrono::seconds;
    if (!reply.clockAhead)
        return;
    const seconds least = *reply.clockAhead;
    const seconds most = least + std::chrono::floor<seconds>(m_clock.steady() - sentAt);
    const seconds known = m_clockAhead.value_or(seconds(0));
    if (m_clockAhead && known >= least - core::ServerClock::Blur && known <= most + core::ServerClock::Blur)
        return;
    m_clockAhead = std::clamp(known, least, most);
    m_clock.setAhead(m_clockAhead);
}

void Requester::notePlea(const net::HttpReply& reply) {
    constexpr int TooManyRequests = 429;
    constexpr int Unavailable = 503;
    const bool isPlea = reply.outcome == Outcome::Answered &&
                        (reply.status == TooManyRequests || reply.status == Unavailable) && reply.retryAfter;
    if (!isPlea)
        return;
    m_notBefore = std::max<std::chrono::nanoseconds>(m_notBefore, m_clock.steady() + *reply.retryAfter);
    qCInfo(lcSession) << "the server wants no requests for" << reply.retryAfter->count() << "s";
}

void Requester::finish(const Job& job, const net::HttpReply& reply) {
    if (reply.outcome == Outcome::Malformed || reply.outcome == Outcome::NotJson || reply.outcome == Outcome::TooLarge)
        Q_EMIT bodyRejected(job.path, reply.message);
    if (reply.outcome == Outcome::Certificate)
        Q_EMIT certificateRefused(reply.message);
    m_askedAt = job.sentAt;
    job.done(reply);
}

void Requester::refuse(const Job& job) {
    net::HttpReply denied;
    denied.outcome = Outcome::Answered;
    denied.status = Unauthorized;
    denied.json = true;
    denied.message = tr("Signed out.");
    job.done(denied);
}

void Requester::retryWithFreshToken(Job job) {
    job.retried = true;
    const QByteArray used = job.request.bearer;
    auto shared = std::make_shared<Job>(std::move(job));
    // Signing out wakes the waiting with false, so no job outlives its identity here.
    m_tokens.refreshed(used, this, [this, shared](bool fresh) {
        if (fresh)
            enqueue(std::move(*shared));
        else
            refuse(*shared);
    });
}

} // namespace attune::session
