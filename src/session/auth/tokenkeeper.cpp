// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "auth/tokenkeeper.h"

#include "logcategories.h"

#include "attune/core/decoderest.h"
#include "attune/core/testing/mutants.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace attune::session {

namespace {

// Request ids of this object must never meet those of the requester or of a sign-in.
constexpr net::RequestId FirstRequest = net::RequestId{1} << 62U;
constexpr double RenewAt = 0.8;
constexpr std::chrono::milliseconds MinDelay{200}; // full jitter may say zero

/// Monotonic: a wall clock that jumps neither ages a token nor makes it young.
[[nodiscard]] std::chrono::nanoseconds timeOf(const core::Clock& clock) {
    return isBroken(core::Mutant::WallClockExpiry) ? std::chrono::microseconds(clock.now()) : clock.steady();
}

} // namespace

TokenKeeper::TokenKeeper(net::Transport& transport, core::Clock& clock, core::Random& random, QObject* parent)
    : QObject(parent), m_transport(transport), m_clock(clock), m_backoff(random), m_nextRequest(FirstRequest) {
    connect(&m_transport, &net::Transport::requestFinished, this, &TokenKeeper::onReply);
}

TokenKeeper::~TokenKeeper() { forget(); }

void TokenKeeper::adopt(const QUrl& base, const core::TokenGrant& grant) {
    m_base = base;
    m_access = grant.accessToken;
    m_refresh = grant.refreshToken;
    m_backoff.reset();
    schedule(std::chrono::seconds(grant.expiresInSeconds));
}

void TokenKeeper::forget() {
    if (m_request != 0)
        m_transport.cancelRequest(std::exchange(m_request, 0));
    m_timer.reset();
    m_needsRoom = false;
    m_access.fill('\0');
    m_refresh.fill('\0');
    m_access.clear();
    m_refresh.clear();
    wake(std::exchange(m_waiting, {}), false);
}

bool TokenKeeper::expires(std::chrono::seconds margin) const { return timeOf(m_clock) + margin >= m_expiry; }

void TokenKeeper::schedule(std::chrono::seconds promised) {
    // Tokens expire at a whole second (protocol section 3), so the last one may be missing.
    const auto life = promised - std::min<std::chrono::milliseconds>(std::chrono::seconds(1),
                                                                     std::chrono::milliseconds(promised) / 2);
    m_expiry = timeOf(m_clock) + life;
    m_isPostponed = false;
    const auto renewal = std::chrono::duration_cast<std::chrono::milliseconds>(life * RenewAt);
    m_timer = m_clock.after(renewal, [this] { refresh(); });
}

void TokenKeeper::refreshed(const QByteArray& used, QObject* context, std::function<void(bool)> then) {
    if (!isSignedIn())
        return then(false);
    if (m_access != used)
        return then(true);
    m_waiting.push_back({context, std::move(then)});
    if (!m_isPostponed)
        refresh();
}

void TokenKeeper::refresh() {
    if (!isSignedIn() || m_request != 0)
        return;
    m_timer.reset();
    m_isPostponed = false;
    m_needsRoom = m_hasRoom && !m_hasRoom();
    if (m_needsRoom)
        return;
    net::HttpRequest request;
    request.id = m_request = m_nextRequest++;
    request.method = net::HttpRequest::Method::Post;
    request.url = m_base;
    request.url.setPath(m_base.path() + QStringLiteral("/auth/refresh"));
    request.body = QJsonDocument(QJsonObject{{QStringLiteral("refresh_token"), QString::fromLatin1(m_refresh)}})
                       .toJson(QJsonDocument::Compact);
    m_transport.sendRequest(request, [](const QByteArray& body) -> core::Result<std::any> {
        auto grant = core::decodeTokenGrant(body);
        if (!grant)
            return grant.error();
        return std::any(std::move(grant).value());
    });
}

void TokenKeeper::onRoom() {
    if (m_needsRoom)
        refresh();
}

void TokenKeeper::onReply(const net::HttpReply& reply) {
    if (m_request == 0 || reply.id != m_request)
        return;
    m_request = 0;
    judge(reply);
    Q_EMIT ended();
}

void TokenKeeper::judge(const net::HttpReply& reply) {
    if (const auto* grant = reply.ok() ? std::any_cast<core::TokenGrant>(&reply.value) : nullptr) {
        m_access = grant->accessToken;
        m_refresh = grant->refreshToken;
        qCInfo(lcSession) << "the sign-in was renewed for" << grant->expiresInSeconds << "s";
        m_backoff.reset();
        schedule(std::chrono::seconds(grant->expiresInSeconds));
        wake(std::exchange(m_waiting, {}), true);
        Q_EMIT renewed();
        return;
    }
    constexpr int Unauthorized = 401;
    constexpr int Forbidden = 403;
    using Outcome = net::HttpReply::Outcome;
    // A page that some proxy answers with says nothing about the account.
    if (reply.outcome == Outcome::Answered && reply.json && (reply.status == Unauthorized || reply.status == Forbidden))
        return onRefused(reply.message);
    if (reply.outcome == Outcome::Certificate) {
        Q_EMIT certificateRefused(reply.message);
        return;
    }
    const auto delay = std::max<std::chrono::milliseconds>(
        {m_backoff.next(), MinDelay, reply.retryAfter.value_or(std::chrono::seconds(0))});
    m_timer = m_clock.after(delay, [this] { refresh(); });
    m_isPostponed = true;
    qCInfo(lcSession) << "the sign-in could not be renewed, tried again in" << delay.count() << "ms";
    Q_EMIT postponed(reply.message.isEmpty() ? tr("status %1").arg(reply.status) : reply.message, delay);
}

/// Whoever waits hears of it last: the reason comes before its consequences.
void TokenKeeper::onRefused(const QString& reason) {
    auto waiting = std::exchange(m_waiting, {});
    forget();
    Q_EMIT rejected(reason);
    wake(waiting, false);
}

void TokenKeeper::resume() {
    if (!m_timer)
        refresh();
}

void TokenKeeper::wake(const std::vector<Waiting>& waiting, bool fresh) {
    for (const Waiting& one : waiting) {
        if (one.context)
            one.then(fresh);
    }
}

} // namespace attune::session
