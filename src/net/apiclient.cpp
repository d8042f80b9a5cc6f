// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/net/apiclient.h"

#include "freshnames.h"
#include "netlog.h"
#include "proxychoice.h"
#include "replyreader.h"

#include <QNetworkRequest>
#include <QTimer>

#include <utility>

namespace attune::net {

namespace {

[[nodiscard]] QNetworkRequest toQt(const HttpRequest& request, const QSslConfiguration& tls,
                                   const QNetworkProxy& proxy) {
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
    // Tunnels sign in by themselves. A plain request goes through the proxy's hands as it is, and Qt adds no login to
    // one that must not reuse what it has cached.
    const bool isTunnelled = request.url.scheme() == QStringLiteral("https");
    if (proxy.type() == QNetworkProxy::HttpProxy && !proxy.user().isEmpty() && !isTunnelled) {
        const QByteArray login = proxy.user().toLatin1() + ':' + proxy.password().toLatin1();
        qt.setRawHeader("Proxy-Authorization", "Basic " + login.toBase64());
    }
    if (request.method == HttpRequest::Method::Post && !request.body.isEmpty())
        qt.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    return qt;
}

[[nodiscard]] QString named(const HttpRequest& request) {
    const bool isGet = request.method == HttpRequest::Method::Get;
    return (isGet ? QStringLiteral("GET ") : QStringLiteral("POST ")) + shownUrl(request.url);
}

[[nodiscard]] QString named(HttpReply::Outcome outcome) {
    switch (outcome) {
    case HttpReply::Outcome::Answered:
        return QStringLiteral("answered");
    case HttpReply::Outcome::Unreachable:
        return QStringLiteral("unreachable");
    case HttpReply::Outcome::TimedOut:
        return QStringLiteral("timed out");
    case HttpReply::Outcome::Certificate:
        return QStringLiteral("certificate refused");
    case HttpReply::Outcome::ProxyDenied:
        return QStringLiteral("denied by the proxy");
    case HttpReply::Outcome::Redirected:
        return QStringLiteral("redirected");
    case HttpReply::Outcome::NotJson:
        return QStringLiteral("not JSON");
    case HttpReply::Outcome::TooLarge:
        return QStringLiteral("too large");
    case HttpReply::Outcome::Malformed:
        return QStringLiteral("malformed");
    }
    Q_UNREACHABLE();
}

} // namespace

ApiClient::ApiClient(QObject* parent) : QObject(parent), m_network(new QNetworkAccessManager(this)) {}

ApiClient::~ApiClient() {
    for (auto& [id, pending] : m_pending)
        pending.reply->disconnect(this);
}

void ApiClient::setTrust(const TrustRules& trust) {
    m_trust = trust;
    forgetConnections();
}

void ApiClient::setProxy(const ProxySetting& proxy) {
    if (std::exchange(m_proxy, proxy) != proxy)
        forgetConnections();
}

void ApiClient::send(const HttpRequest& request, BodyDecoder decoder) {
    // Qt tells of a handshake only if a request waits for it. One that ran ahead of its request would stay unseen, and
    // carry the next; so every request has a connection of its own where Qt's checks are not all.
    if (m_trust.hasRevocationLists())
        forgetConnections();
    const QNetworkProxy proxy = proxyFor(m_proxy, request.url);
    m_network->setProxy(proxy);
    const QNetworkRequest qt = toQt(request, m_trust.tls(), proxy);
    qCDebug(lcNet).noquote() << "request" << request.id << named(request);
    QNetworkReply* reply =
        request.method == HttpRequest::Method::Get ? m_network->get(qt) : m_network->post(qt, request.body);
    const RequestId id = request.id;
    m_pending.insert_or_assign(id, Pending{request, std::move(decoder), reply, proxy, {}, false, false});
    connect(reply, &QNetworkReply::readyRead, this, [this, id] { onReadyRead(id); });
    connect(reply, &QNetworkReply::finished, this, [this, id] { onFinished(id); });
    connect(reply, &QNetworkReply::encrypted, this, [this, id] { onEncrypted(id); });
    connect(reply, &QNetworkReply::sslErrors, this,
            [this, id](const QList<QSslError>& errors) { onSslErrors(id, errors); });
    // Qt's own limit starts anew with every byte that arrives.
    auto* deadline = new QTimer(reply);
    deadline->setSingleShot(true);
    connect(deadline, &QTimer::timeout, this, [this, id] { onDeadline(id); });
    deadline->start(request.deadline);
}

void ApiClient::cancel(RequestId id) {
    const auto pending = m_pending.find(id);
    if (pending == m_pending.end())
        return;
    QNetworkReply* reply = pending->second.reply;
    m_pending.erase(pending);
    reply->disconnect(this);
    reply->abort();
    discard(reply);
}

/// Not QNetworkAccessManager::clearConnectionCache(), which leaves the requests under way without an answer.
void ApiClient::forgetConnections() {
    QNetworkAccessManager* old = std::exchange(m_network, new QNetworkAccessManager(this));
    if (old->findChildren<QNetworkReply*>().isEmpty())
        old->deleteLater();
}

void ApiClient::discard(QNetworkReply* reply) {
    QNetworkAccessManager* manager = reply->manager();
    reply->deleteLater();
    if (manager != m_network)
        connect(reply, &QObject::destroyed, manager, [manager] {
            if (manager->findChildren<QNetworkReply*>().isEmpty())
                manager->deleteLater();
        });
}

void ApiClient::onReadyRead(RequestId id) {
    const auto pending = m_pending.find(id);
    if (pending == m_pending.end() || pending->second.tooLarge ||
        pending->second.reply->bytesAvailable() <= static_cast<qint64>(pending->second.request.maxBytes))
        return;
    pending->second.tooLarge = true;
    pending->second.reply->abort();
}

/// After the handshake, before anything of the request has left.
void ApiClient::onEncrypted(RequestId id) {
    const auto pending = m_pending.find(id);
    if (pending == m_pending.end())
        return;
    QNetworkReply* reply = pending->second.reply;
    pending->second.certificateProblem = m_trust.revocation(reply->sslConfiguration().peerCertificateChain());
    if (!pending->second.certificateProblem.isEmpty())
        reply->abort();
}

void ApiClient::onSslErrors(RequestId id, const QList<QSslError>& errors) {
    const auto pending = m_pending.find(id);
    if (pending == m_pending.end())
        return;
    const auto chain = pending->second.reply->sslConfiguration().peerCertificateChain();
    pending->second.certificateProblem = m_trust.refusal(errors, chain);
}

void ApiClient::onDeadline(RequestId id) {
    const auto pending = m_pending.find(id);
    if (pending == m_pending.end())
        return;
    pending->second.timedOut = true;
    pending->second.reply->abort();
}

void ApiClient::onFinished(RequestId id) {
    const auto found = m_pending.find(id);
    if (found == m_pending.end())
        return;
    const Pending pending = std::move(found->second);
    m_pending.erase(found);
    discard(pending.reply);
    const HttpReply reply = evaluate(pending);
    log(pending.request, reply);
    if (reply.outcome == HttpReply::Outcome::Unreachable || reply.outcome == HttpReply::Outcome::TimedOut)
        Q_EMIT unreachable(FreshNames::nameFor(pending.request.url, pending.proxy));
    Q_EMIT finished(reply);
}

void ApiClient::log(const HttpRequest& request, const HttpReply& reply) {
    if (reply.ok()) {
        qCDebug(lcNet).noquote() << "request" << request.id << "answered with" << reply.status;
        return;
    }
    // What a server says about a sign-in may repeat what was sent.
    const bool isPrivate = reply.status != 0 && request.url.path().contains(QStringLiteral("/auth/"));
    qCInfo(lcNet).noquote() << "request" << request.id << named(request) << named(reply.outcome) << reply.status
                            << (isPrivate ? QString() : reply.message);
}

HttpReply ApiClient::evaluate(const Pending& pending) {
    using Outcome = HttpReply::Outcome;
    const ReplyReader reader(*pending.reply, pending.request, pending.decoder);
    if (pending.tooLarge)
        return reader.failure(Outcome::TooLarge,
                              tr("the answer is larger than %1 bytes").arg(pending.request.maxBytes));
    if (!pending.certificateProblem.isEmpty())
        return reader.failure(Outcome::Certificate, pending.certificateProblem);
    if (pending.reply->error() == QNetworkReply::ProxyAuthenticationRequiredError)
        return reader.failure(Outcome::ProxyDenied, proxyDenial(pending.proxy));
    if (pending.timedOut) {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(pending.request.deadline).count();
        return reader.failure(Outcome::TimedOut, tr("no complete answer within %1 s").arg(seconds));
    }
    return reader.read();
}

} // namespace attune::net
