// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "fakeserver.h"

#include <QUrlQuery>

#include <algorithm>

namespace attune::test {

namespace {

using Outcome = net::HttpReply::Outcome;

[[nodiscard]] QByteArray error(const char* text) { return QByteArray(R"({"error":")") + text + "\"}"; }

[[nodiscard]] QByteArray timeText(core::UtcMicros time) { return QByteArray::fromStdString(core::formatRfc3339(time)); }

[[nodiscard]] QByteArray resolvedText(const FakeServer::Row& row) {
    constexpr core::UtcMicros Taken = 500'000;
    return row.status == "created" ? QByteArray("null") : QByteArray('"' + timeText(row.created + Taken) + '"');
}

} // namespace

FakeServer::FakeServer(ScriptedTransport& transport, ManualClock& clock, core::Random& random,
                       core::Vocabulary& vocabulary)
    : m_transport(transport), m_clock(clock), m_random(random), m_decoder(vocabulary) {
    transport.onRequest = [this](const net::HttpRequest& request) { onRequest(request); };
    transport.onOpen = [this](net::Generation generation) { onOpen(generation); };
    transport.onText = [this](net::Generation generation, const QString& text) { onText(generation, text); };
    transport.onPing = [this](net::Generation generation) {
        later([this, generation] {
            if (!notifierFrozen && m_transport.stream(generation).open)
                m_transport.pong(generation);
        });
    };
}

void FakeServer::later(std::function<void()> then) {
    auto& timer = m_timers.emplace_back();
    const auto here = std::prev(m_timers.end());
    timer = m_clock.after(latency, [this, here, then = std::move(then)] {
        const auto fired = std::move(*here);
        m_timers.erase(here);
        then();
    });
}

core::Id FakeServer::create(core::UtcMicros ago, bool announceIt) {
    Row row;
    row.id = ++m_lastId;
    row.created = m_clock.now() - ago;
    rows[row.id] = row;
    if (announceIt)
        announce("enforcement_created", row);
    return row.id;
}

void FakeServer::fill(int count, core::UtcMicros spacing, const QByteArray& status) {
    for (int i = count; i > 0; --i)
        rows[create(i * spacing, false)].status = status;
}

void FakeServer::resolve(core::Id id, bool announceIt, const QByteArray& status) {
    rows[id].status = status;
    if (announceIt)
        announce("enforcement_status_changed", rows[id]);
}

void FakeServer::announceDeferred(core::Id id) { announce("enforcement_created", rows[id], true); }

void FakeServer::disconnect() {
    for (const net::Generation generation : m_transport.openStreams())
        m_transport.end(generation, net::StreamEnd::Kind::Lost, 0, QStringLiteral("gone"));
}

QByteArray FakeServer::issueToken() {
    const QByteArray token = "token-" + QByteArray::number(++m_lastToken);
    m_valid.insert(token);
    return token;
}

int FakeServer::count(const QString& pathPart) const {
    return static_cast<int>(std::count_if(m_transport.sent.begin(), m_transport.sent.end(), [&](const auto& request) {
        return request.url.toString().contains(pathPart);
    }));
}

QByteArray FakeServer::grantBody() {
    const QByteArray token = issueToken();
    return R"({"data":{"access_token":")" + token + R"(","refresh_token":"refresh-)" + token +
           R"(","token_type":"Bearer","expires_in":)" + QByteArray::number(tokenLifetime) +
           R"(,"user":{"id":1,"login":"alice","display_name":null}}})";
}

void FakeServer::onRequest(const net::HttpRequest& request) {
    later([this, request] {
        if (!m_transport.requests.contains(request.id))
            return;
        if (restDown)
            m_transport.fail(request.id, Outcome::Unreachable, QStringLiteral("Connection refused"));
        else if (proxyDenies)
            m_transport.fail(request.id, Outcome::ProxyDenied,
                             QStringLiteral("the proxy proxy.example.com:3128 says no"));
        else if (restCertificateBad)
            m_transport.fail(request.id, Outcome::Certificate, QStringLiteral("The certificate has expired"));
        else if (restStatus != 0)
            m_transport.answer(request.id, restStatus, error("out of order"));
        else if (request.url.path().startsWith(QStringLiteral("/auth/")))
            respondToAuth(request);
        else if (!m_valid.contains(request.bearer))
            m_transport.answer(request.id, 401, R"({"error":{"code":401,"message":"Authentication token expired"}})");
        else
            respond(request);
    });
}

void FakeServer::respondToAuth(const net::HttpRequest& request) {
    const QString path = request.url.path();
    if (path == QStringLiteral("/auth/settings"))
        return m_transport.answer(request.id,
                                  R"({"data":{"authentication_enabled":true,"local_password_enabled":true}})");
    if (frozenAccount)
        return m_transport.answer(request.id, 403, error("Identity is frozen"));
    if (path == QStringLiteral("/auth/login")) {
        if (!request.body.contains(QByteArray('"' + password.toUtf8() + '"')))
            return m_transport.answer(request.id, 401, error("Invalid login or password"));
        return m_transport.answer(request.id, grantBody());
    }
    if (path == QStringLiteral("/auth/refresh"))
        return m_transport.answer(request.id, grantBody());
    if (!m_valid.contains(request.bearer))
        return m_transport.answer(request.id, 401, error("Invalid authentication token"));
    m_transport.answer(request.id, R"({"data":{"id":1,"login":"alice","effective_permissions":)" + permissions + "}}");
}

void FakeServer::respond(const net::HttpRequest& request) {
    const QString path = request.url.path();
    const QString single = QStringLiteral("/api/v1/enforcements/");
    if (path == QStringLiteral("/api/v1/enforcements"))
        return m_transport.answer(request.id, listBody(request.url));
    if (!path.startsWith(single))
        return m_transport.answer(request.id, 404, error("no such thing"));
    const auto row = rows.find(path.mid(single.size()).toLongLong());
    if (row == rows.end())
        return m_transport.answer(request.id, 404, error("Enforcement not found"));
    if (detailsForbidden || row->second.hidden)
        return m_transport.answer(request.id, 403, error("Insufficient permissions: enforcements:read"));
    if (detailsFail)
        return m_transport.answer(request.id, 500, error("no encryption key"));
    m_transport.answer(request.id, "{\"data\":" + rowJson(row->second, true) + '}');
}

QByteArray FakeServer::rowJson(const Row& row, bool detail) const {
    const QByteArray hidden = R"("rule":null,"rule_ref":"[redacted]","trigger_ref":"[redacted]")";
    const QByteArray rule = row.ruleDeleted ? "null" : "1";
    const QByteArray shown = R"("rule":)" + rule + R"(,"rule_ref":")" + row.ruleRef + R"(","trigger_ref":"mon.disk")";
    return R"({"id":)" + QByteArray::number(row.id) + ',' + (row.withheld ? hidden : shown) + R"(,"event":)" +
           QByteArray::number(row.id + 90'000) + R"(,"status":")" + row.status + R"(","condition":"all","created":")" +
           timeText(row.created) + '"' +
           (detail ? ",\"config\":null,\"payload\":{},\"conditions\":[],\"resolved_at\":" + resolvedText(row)
                   : QByteArray()) +
           '}';
}

bool FakeServer::passes(const Row& row, const QUrlQuery& query) {
    const auto holds = [&query](const char* name, const QByteArray& value) {
        const QString wanted = query.queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded);
        return wanted.isEmpty() || wanted.toUtf8() == value;
    };
    return holds("status", row.status) && holds("rule_ref", row.ruleRef) && holds("trigger_ref", "mon.disk") &&
           holds("event", QByteArray::number(row.id + 90'000));
}

/// Newest first; rows of one instant in another order at every read.
QByteArray FakeServer::listBody(const QUrl& url) {
    const QUrlQuery query(url);
    const auto page = static_cast<std::size_t>(query.queryItemValue(QStringLiteral("page")).toInt());
    const auto perPage = static_cast<std::size_t>(query.queryItemValue(QStringLiteral("per_page")).toInt());
    std::vector<std::pair<double, const Row*>> list;
    std::size_t hidden = 0;
    for (const auto& [id, row] : rows) {
        if (!passes(row, query))
            continue;
        if (row.hidden)
            ++hidden;
        else
            list.emplace_back(m_random.uniform(), &row);
    }
    std::sort(list.begin(), list.end(), [](const auto& a, const auto& b) {
        return a.second->created != b.second->created ? a.second->created > b.second->created : a.first < b.first;
    });
    const std::size_t from = std::min((page - 1) * perPage, list.size());
    const std::size_t to = std::min(from + perPage, list.size());
    QByteArrayList items;
    for (std::size_t i = from; i < to; ++i)
        items += static_cast<int>(i - from) < rejectedRows ? QByteArray(R"({"id":"twelve"})")
                                                           : rowJson(*list[i].second, false);
    QByteArray totals;
    if (tellsTotals && query.queryItemValue(QStringLiteral("include_total")) == QStringLiteral("true"))
        totals = R"("total_items":)" + QByteArray::number(qulonglong{list.size() + (countsHidden ? hidden : 0)}) + ',';
    return "{\"items\":[" + items.join(',') + R"(],"pagination":{"page":1,"page_size":100,"has_previous":false,)" +
           totals + "\"has_next\":" + (to < list.size() ? "true" : "false") + "}}";
}

void FakeServer::onOpen(net::Generation generation) {
    later([this, generation] {
        auto& stream = m_transport.stream(generation);
        if (!stream.open || notifierFrozen)
            return;
        if (notifierDown || !m_valid.contains(stream.request.bearer))
            m_transport.end(generation, net::StreamEnd::Kind::Refused, 0, QStringLiteral("handshake refused"));
        else
            m_transport.welcome(generation);
    });
}

void FakeServer::onText(net::Generation generation, const QString& text) {
    later([this, generation, text] {
        if (notifierFrozen || !m_transport.stream(generation).open)
            return;
        if (text.contains(QStringLiteral("fence:"))) {
            if (answersFence)
                m_transport.confirm(generation);
        } else if (deniesSubscriptions) {
            m_transport.stream(generation).texts.removeAll(text);
            m_transport.errorFrame(generation, QStringLiteral("Unauthorized to subscribe to requested filter"));
        }
    });
}

void FakeServer::announce(const QByteArray& type, const Row& row, bool deferred) {
    if (notifierDeaf || notifierFrozen || row.hidden)
        return;
    QByteArray payload = R"({"entity_type":"enforcement","entity_id":)" + QByteArray::number(row.id) + R"(,"id":)" +
                         QByteArray::number(row.id) + R"(,"rule":1,"rule_ref":")" + row.ruleRef +
                         R"(","trigger_ref":"mon.disk")" + R"(,"event":)" + QByteArray::number(row.id + 90'000) +
                         R"(,"status":")" + row.status + '"';
    if (type == "enforcement_status_changed")
        payload += R"(,"old_status":"created")";
    if (!deferred)
        payload +=
            R"(,"condition":"all","created":")" + timeText(row.created) + R"(","resolved_at":)" + resolvedText(row);
    const QByteArray frame = R"({"type":"notification","notification_type":")" + type +
                             R"(","entity_type":"enforcement","entity_id":)" + QByteArray::number(row.id) +
                             R"(,"user_id":null,"payload":)" + payload + R"(},"timestamp":")" +
                             timeText(m_clock.now()) + "\"}";
    auto decoded = m_decoder.decode({frame.constData(), static_cast<std::size_t>(frame.size())});
    if (!decoded)
        qFatal("bad frame: %s", qPrintable(decoded.error().message));
    const auto update = std::get<core::EnforcementUpdate>(*decoded);
    later([this, update] {
        if (!notifierFrozen)
            m_transport.notify(update);
    });
}

} // namespace attune::test
