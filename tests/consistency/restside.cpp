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

RestSide::Answer RestSide::said(int status, QByteArray body) {
    Answer answer;
    answer.status = status;
    answer.body = std::move(body);
    return answer;
}

RestSide::Answer RestSide::unanswered(Outcome outcome, const QString& message, std::chrono::milliseconds later) {
    Answer answer;
    answer.outcome = outcome;
    answer.message = message;
    answer.later = later;
    return answer;
}

World::Instant RestSide::askedFor(core::Id id) const {
    const auto asked = m_askedFor.find(id);
    return asked == m_askedFor.end() ? World::Instant(-1) : asked->second;
}

/// The answer is written at some moment of its delay: what happens after that, it does not know.
void RestSide::receive(const net::HttpRequest& request) {
    if (onRequest)
        onRequest(request);
    auto delay = m_latency + m_faults.restDelay;
    if (m_faults.restSlow)
        delay += std::chrono::milliseconds(static_cast<int>(m_random.uniform() * 8'000));
    const std::chrono::milliseconds written(static_cast<int>(m_moments.uniform() * static_cast<double>(delay.count())));
    m_agenda.after(written, [this, request, asked = m_clock.steady(), rest = delay - written] {
        if (!m_transport.requests.contains(request.id))
            return; // cancelled
        const Answer said = answer(request);
        m_agenda.after(rest + said.later, [this, id = request.id, asked, said] { deliver(id, asked, said); });
    });
}

void RestSide::deliver(net::RequestId id, World::Instant asked, const Answer& answer) {
    if (!m_transport.requests.contains(id))
        return; // cancelled
    if (answer.isFailure)
        m_lastFailure = m_clock.steady();
    if (answer.isList)
        m_lastGoodList = m_clock.steady();
    for (const core::Id row : answer.shown) {
        World::Instant& latest = m_askedFor.try_emplace(row, asked).first->second;
        latest = std::max(latest, asked);
    }
    m_grantsTold = std::max(m_grantsTold, answer.grants);
    if (answer.outcome == Outcome::Answered)
        m_transport.answer(id, answer.status, answer.body, answer.json);
    else
        m_transport.fail(id, answer.outcome, answer.message);
}

RestSide::Answer RestSide::answer(const net::HttpRequest& request) {
    if (auto failed = misfortune(request)) {
        failed->isFailure = true;
        return *failed;
    }
    if (isAuth(request))
        return answerAuth(request);
    if (m_tokens.restAccepts(request.bearer))
        return answerApi(request);
    return said(401, R"({"error":{"code":401,"message":"Authentication token expired"}})");
}

std::optional<RestSide::Answer> RestSide::misfortune(const net::HttpRequest& request) {
    Rest what = m_faults.rest;
    if (what == Rest::Fine && m_faults.restFlaky > 0 && m_random.uniform() < m_faults.restFlaky)
        what = static_cast<Rest>(1 + static_cast<int>(m_random.uniform() * 6)); // all but Forbidden
    const bool isRefresh = request.url.path() == QStringLiteral("/auth/refresh");
    if (isRefresh && m_faults.refreshFails)
        what = Rest::Error500;
    switch (what) {
    case Rest::Fine:
        break;
    case Rest::Down:
        return unanswered(Outcome::Unreachable, QStringLiteral("Connection refused"));
    case Rest::Error500:
        return said(500, error("out of order"));
    case Rest::GatewayPage: {
        Answer page = said(403, "<html>blocked</html>");
        page.json = false;
        return page;
    }
    case Rest::WebPage:
        return unanswered(Outcome::NotJson, QStringLiteral("text/html"));
    case Rest::Hang:
        return unanswered(Outcome::TimedOut, QStringLiteral("no answer"), 20s);
    case Rest::Malformed:
        return said(200, R"({"items":[{"id":1)");
    case Rest::Forbidden:
        if (!isAuth(request))
            return said(403, error("Insufficient permissions: enforcements:read"));
        break;
    }
    return std::nullopt;
}

RestSide::Answer RestSide::answerAuth(const net::HttpRequest& request) {
    const QString path = request.url.path();
    if (path == QStringLiteral("/auth/settings"))
        return said(200, R"({"data":{"authentication_enabled":true,"local_password_enabled":true}})");
    if (path == QStringLiteral("/auth/login") || path == QStringLiteral("/auth/refresh"))
        return said(200, m_tokens.grantBody());
    if (!m_tokens.restAccepts(request.bearer))
        return said(401, error("Invalid authentication token"));
    QByteArrayList kinds;
    for (int kind = 0; kind < World::Kinds; ++kind) {
        if (!m_world.hiddenKinds().contains(kind))
            kinds += '"' + ruleRef(kind) + '"';
    }
    Answer answer = said(200, R"({"data":{"id":1,"login":"alice","effective_permissions":[{"resource":"rules",)"
                              R"("actions":["read"],"constraints":{"refs":[)" +
                                  kinds.join(',') + "]}}]}}");
    answer.grants = m_world.grantChanges();
    return answer;
}

RestSide::Answer RestSide::answerApi(const net::HttpRequest& request) {
    if (request.url.path() == QStringLiteral("/api/v1/enforcements"))
        return answerList(request);
    if (request.url.path().startsWith(QStringLiteral("/api/v1/enforcements/")))
        return answerDetail(request);
    return said(404, error("no such thing"));
}

RestSide::Answer RestSide::answerDetail(const net::HttpRequest& request) {
    const World::Row* row = m_world.find(request.url.path().section(u'/', -1).toLongLong());
    if (row == nullptr || !row->committed)
        return said(404, error("Enforcement not found"));
    if (m_faults.detailsForbidden || row->hidden)
        return said(403, error("Insufficient permissions: enforcements:read"));
    Answer answer = said(200, detailBody(*row));
    answer.shown.push_back(row->id);
    return answer;
}

RestSide::Answer RestSide::answerList(const net::HttpRequest& request) {
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
    Answer answer;
    QByteArrayList items;
    for (std::size_t i = from; i < to; ++i) {
        const bool isRefused = m_faults.listing == Listing::RefusedRows && i - from < 60;
        items += isRefused ? QByteArray(R"({"id":"twelve"})") : listItem(*list[i]);
        if (!isRefused)
            answer.shown.push_back(list[i]->id);
    }
    if (m_faults.listing == Listing::Unsorted)
        std::reverse(items.begin(), items.end());
    // Rows of one instant, and none at all, are in order either way.
    const bool isOneInstant = from == to || list[from]->created == list[to - 1]->created;
    const bool isEmpty = list.empty();
    answer.isList =
        m_faults.listing == Listing::Fine || isEmpty || (m_faults.listing == Listing::Unsorted && isOneInstant);
    answer.isFailure = !answer.isList;
    answer.body = "{\"items\":[" + items.join(',') +
                  R"(],"pagination":{"page":1,"page_size":100,"has_previous":false,"has_next":)" +
                  (to < list.size() ? "true" : "false") + "}}";
    return answer;
}

} // namespace attune::test
