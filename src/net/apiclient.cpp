// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/net/apiclient.h"

#include "attune/core/decoderest.h"

#include <QNetworkCookieJar>
#include <QNetworkRequest>

#include <algorithm>
#include <utility>

namespace attune::net {

namespace {

constexpr std::chrono::seconds MaxRetryAfter{300};

[[nodiscard]] QNetworkRequest toQt(const HttpRequest& request, const QSslConfiguration& tls) {
    QNetworkRequest qt(request.url);
    qt.setSslConfiguration(tls);
    qt.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    qt.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    qt.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    qt.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    qt.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    qt.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    qt.setDecompressedSafetyCheckThreshold(static_cast<qint64>(request.maxBytes));
    qt.setTransferTimeout(static_cast<int>(request.timeout.count()));
    qt.setRawHeader("Accept", "application/json");
    if (!request.bearer.isEmpty())
        qt.setRawHeader("Authorization", "Bearer " + request.bearer);
    if (request.method == HttpRequest::Method::Post && !request.body.isEmpty())
        qt.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    return qt;
}

[[nodiscard]] std::optional<std::chrono::seconds> retryAfter(const QNetworkReply& reply) {
    bool isNumber = false;
    const int seconds = reply.rawHeader("Retry-After").toInt(&isNumber);
    if (!isNumber || seconds < 0)
        return std::nullopt;
    return std::min(std::chrono::seconds(seconds), MaxRetryAfter);
}

} // namespace

ApiClient::ApiClient(QObject* parent)
    : QObject(parent), m_network(this), m_tls(QSslConfiguration::defaultConfiguration()) {}

ApiClient::~ApiClient() {
    for (auto& [id, pending] : m_pending)
        pending.reply->disconnect(this);
}

void ApiClient::send(const HttpRequest& request, BodyDecoder decoder) {
    const QNetworkRequest qt = toQt(request, m_tls);
    QNetworkReply* reply =
        request.method == HttpRequest::Method::Get ? m_network.get(qt) : m_network.post(qt, request.body);
    const RequestId id = request.id;
    m_pending.insert_or_assign(id, Pending{request, std::move(decoder), reply, {}, false, false});
    connect(reply, &QNetworkReply::readyRead, this, [this, id] { onReadyRead(id); });
    connect(reply, &QNetworkReply::finished, this, [this, id] { onFinished(id); });
    connect(reply, &QNetworkReply::sslErrors, this, [this, id](const QList<QSslError>& errors) {
        if (const auto pending = m_pending.find(id); pending != m_pending.end() && !errors.isEmpty())
            pending->second.certificateProblem = errors.constFirst().errorString();
    });
}

void ApiClient::cancel(RequestId id) {
    const auto pending = m_pending.find(id);
    if (pending == m_pending.end())
        return;
    QNetworkReply* reply = pending->second.reply;
    m_pending.erase(pending);
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

void ApiClient::forgetConnections() { m_network.clearConnectionCache(); }

void ApiClient::onReadyRead(RequestId id) {
    const auto pending = m_pending.find(id);
    if (pending == m_pending.end() || pending->second.tooLarge ||
        pending->second.reply->bytesAvailable() <= static_cast<qint64>(pending->second.request.maxBytes))
        return;
    pending->second.tooLarge = true;
    pending->second.reply->abort();
}

void ApiClient::onFinished(RequestId id) {
    const auto found = m_pending.find(id);
    if (found == m_pending.end())
        return;
    const Pending pending = std::move(found->second);
    m_pending.erase(found);
    pending.reply->deleteLater();
    Q_EMIT finished(evaluate(pending));
}

HttpReply ApiClient::evaluate(const Pending& pending) const {
    QNetworkReply& qt = *pending.reply;
    HttpReply reply;
    reply.id = pending.request.id;
    reply.status = qt.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    reply.retryAfter = retryAfter(qt);
    using Outcome = HttpReply::Outcome;
    if (pending.tooLarge) {
        reply.outcome = Outcome::TooLarge;
        reply.message = tr("the answer is larger than %1 bytes").arg(pending.request.maxBytes);
    } else if (!pending.certificateProblem.isEmpty() || qt.error() == QNetworkReply::SslHandshakeFailedError) {
        reply.outcome = Outcome::Certificate;
        reply.message = pending.certificateProblem.isEmpty() ? qt.errorString() : pending.certificateProblem;
    } else if (qt.error() == QNetworkReply::OperationCanceledError || qt.error() == QNetworkReply::TimeoutError) {
        reply.outcome = Outcome::TimedOut;
        reply.message = tr("no answer within %1 s")
                            .arg(std::chrono::duration_cast<std::chrono::seconds>(pending.request.timeout).count());
    } else if (reply.status == 0) {
        reply.outcome = Outcome::Unreachable;
        reply.message = qt.errorString();
    } else if (reply.status >= 300 && reply.status < 400) {
        reply.outcome = Outcome::Redirected;
        reply.message = tr("the server wants to redirect to another address");
    } else {
        const QByteArray body = qt.readAll();
        const QByteArray type = qt.header(QNetworkRequest::ContentTypeHeader).toByteArray();
        reply.outcome = Outcome::Answered;
        if (reply.status >= 400) {
            reply.message = core::decodeErrorMessage(body, type);
        } else if (!type.startsWith("application/json")) {
            reply.outcome = Outcome::NotJson;
            reply.message = tr("the answer is %1, not JSON")
                                .arg(type.isEmpty() ? tr("of no type") : QString::fromLatin1(type.left(60)));
        } else if (auto value = pending.decoder(body)) {
            reply.value = std::move(*value);
        } else {
            reply.outcome = Outcome::Malformed;
            reply.message = value.error().message;
        }
    }
    return reply;
}

} // namespace attune::net
