// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "restside.h"

#include "rowtext.h"

#include <QUrlQuery>

#include <algorithm>

namespace attune::test {

namespace {

using Outcome = net::HttpReply::Outcome;
using Rest = Faults::Rest;
using Listing = Faults::Listing;
using namespace std::chrono_literals;

[[nodiscard]] QByteArray error(const char* text) { return QByteArray(R"({"error":")") + text + "\"}"; }

[[nodiscard]] bool isAuth(const net::HttpRequest& request) {
    return request.url.path().startsWith(QStringLiteral("/auth/"));
}

} // namespace

RestSide::RestSide(ScriptedTransport& transport, ManualClock& clock, core::Random& random, World& world,
                   TokenOffice& tokens, const Faults& faults, std::chrono::milliseconds latency)
    : m_transport(transport)
    , m_clock(clock)
    , m_random(random)
    , m_world(world)
    , m_tokens(tokens)
    , m_faults(faults)
    , m_latency(latency)
    , m_agenda(clock) {
    m_transport.onRequest = [this](const net::HttpRequest& request) { receive(request); };
}

void RestSide::receive(const net::HttpRequest& request) {
    if (onRequest)
        onRequest(request);
    auto delay = m_latency + m_faults.restDelay;
    if (m_faults.restSlow)
        delay += std::chrono::milliseconds(static_cast<int>(m_random.uniform() * 8'000));
    m_agenda.after(delay, [this, request] { answer(request); });
}

void RestSide::answer(const net::HttpRequest& request) {
    if (!m_transport.requests.contains(request.id))
        return; // cancelled
    if (misfortune(request) == Fate::Failed) {
        m_lastFailure = m_clock.steady();
        return;
    }
    if (isAuth(request))
        answerAuth(request);
    else if (m_tokens.restAccepts(request.bearer))
        answerApi(request);
    else
        m_transport.answer(request.id, 401, R"({"error":{"code":401,"message":"Authentication token expired"}})");
}

RestSide::Fate RestSide::misfortune(const net::HttpRequest& request) {
    Rest what = m_faults.rest;
    if (what == Rest::Fine && m_faults.restFlaky > 0 && m_random.uniform() < m_faults.restFlaky)
        what = static_cast<Rest>(1 + static_cast<int>(m_random.uniform() * 6)); // all but Forbidden
    const bool isRefresh = request.url.path() == QStringLiteral("/auth/refresh");
    if (isRefresh && m_faults.refreshFails)
        what = Rest::Error500;
    switch (what) {
    case Rest::Fine:
        return Fate::Served;
    case Rest::Down:
        m_transport.fail(request.id, Outcome::Unreachable, QStringLiteral("Connection refused"));
        break;
    case Rest::Error500:
        m_transport.answer(request.id, 500, error("out of order"));
        break;
    case Rest::GatewayPage:
        m_transport.answer(request.id, 403, "<html>blocked</html>", false);
        break;
    case Rest::WebPage:
        m_transport.fail(request.id, Outcome::NotJson, QStringLiteral("text/html"));
        break;
    case Rest::Hang:
        m_agenda.after(20s, [this, id = request.id] {
            if (m_transport.requests.contains(id))
                m_transport.fail(id, Outcome::TimedOut, QStringLiteral("no answer"));
        });
        break;
    case Rest::Malformed:
        m_transport.answer(request.id, 200, R"({"items":[{"id":1)");
        break;
    case Rest::Forbidden:
        if (isAuth(request))
            return Fate::Served;
        m_transport.answer(request.id, 403, error("Insufficient permissions: enforcements:read"));
        break;
    }
    return Fate::Failed;
}

void RestSide::answerAuth(const net::HttpRequest& request) {
    const QString path = request.url.path();
    if (path == QStringLiteral("/auth/settings"))
        return m_transport.answer(request.id,
                                  R"({"data":{"authentication_enabled":true,"local_password_enabled":true}})");
    if (path == QStringLiteral("/auth/login") || path == QStringLiteral("/auth/refresh"))
        return m_transport.answer(request.id, m_tokens.grantBody());
    if (!m_tokens.restAccepts(request.bearer))
        return m_transport.answer(request.id, 401, error("Invalid authentication token"));
    QByteArrayList kinds;
    for (int kind = 0; kind < World::Kinds; ++kind) {
        if (!m_world.hiddenKinds().contains(kind))
            kinds += '"' + ruleRef(kind) + '"';
    }
    m_transport.answer(request.id, R"({"data":{"id":1,"login":"alice","effective_permissions":[{"resource":"rules",)"
                                   R"("actions":["read"],"constraints":{"refs":[)" +
                                       kinds.join(',') + "]}}]}}");
}

void RestSide::answerApi(const net::HttpRequest& request) {
    if (request.url.path() == QStringLiteral("/api/v1/enforcements"))
        return answerList(request);
    if (request.url.path().startsWith(QStringLiteral("/api/v1/enforcements/")))
        return answerDetail(request);
    m_transport.answer(request.id, 404, error("no such thing"));
}

void RestSide::answerDetail(const net::HttpRequest& request) {
    const World::Row* row = m_world.find(request.url.path().section(u'/', -1).toLongLong());
    if (row == nullptr || !row->committed)
        return m_transport.answer(request.id, 404, error("Enforcement not found"));
    if (m_faults.detailsForbidden || row->hidden)
        return m_transport.answer(request.id, 403, error("Insufficient permissions: enforcements:read"));
    m_transport.answer(request.id, 200, detailBody(*row));
}

void RestSide::answerList(const net::HttpRequest& request) {
    const QUrlQuery query(request.url);
    const auto page = static_cast<std::size_t>(query.queryItemValue(QStringLiteral("page")).toInt());
    const auto perPage = static_cast<std::size_t>(query.queryItemValue(QStringLiteral("per_page")).toInt());
    const QString rule = query.queryItemValue(QStringLiteral("rule_ref"));
    const auto list = m_world.list(
        query.hasQueryItem(QStringLiteral("status")), [this] { return m_random.uniform(); },
        rule.isEmpty() ? -1 : kindOf(rule.toUtf8()));
    const std::size_t from = std::min((page - 1) * perPage, list.size());
    std::size_t to = std::min(from + perPage, list.size());
    if (m_faults.listing == Listing::ShortPages)
        to = from + (to - from) / 2;
    QByteArrayList items;
    for (std::size_t i = from; i < to; ++i) {
        const bool isRefused = m_faults.listing == Listing::RefusedRows && i - from < 60;
        items += isRefused ? QByteArray(R"({"id":"twelve"})") : listItem(*list[i]);
    }
    if (m_faults.listing == Listing::Unsorted)
        std::reverse(items.begin(), items.end());
    // Rows of one instant, and none at all, are in order either way.
    const bool isOneInstant = from == to || list[from]->created == list[to - 1]->created;
    const bool isEmpty = list.empty();
    if (m_faults.listing == Listing::Fine || isEmpty || (m_faults.listing == Listing::Unsorted && isOneInstant))
        m_lastGoodList = m_clock.steady();
    else
        m_lastFailure = m_clock.steady();
    m_transport.answer(request.id, 200,
                       "{\"items\":[" + items.join(',') +
                           R"(],"pagination":{"page":1,"page_size":100,"has_previous":false,"has_next":)" +
                           (to < list.size() ? "true" : "false") + "}}");
}

} // namespace attune::test
