// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "replyreader.h"

#include "http/retryafter.h"

#include "attune/core/decoderest.h"
#include "attune/net/trustrules.h"

#include <QNetworkRequest>

#include <utility>

namespace attune::net {

namespace {

using Outcome = HttpReply::Outcome;

constexpr int PartialContent = 206; // nobody asked for a part; a list that ends early would look like deletions

/// Qt numbers the errors of the network and of proxies below those that a server's answer stands for.
[[nodiscard]] bool isBroken(QNetworkReply::NetworkError error) {
    return error != QNetworkReply::NoError && error < QNetworkReply::ContentAccessDenied;
}

[[nodiscard]] bool isJson(const QByteArray& contentType) {
    return contentType.trimmed().toLower().startsWith("application/json");
}

} // namespace

ReplyReader::ReplyReader(QNetworkReply& reply, const HttpRequest& request, const BodyDecoder& decoder)
    : m_qt(reply)
    , m_request(request)
    , m_decoder(decoder)
    , m_status(reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt()) {}

HttpReply ReplyReader::failure(HttpReply::Outcome outcome, const QString& message) const {
    HttpReply reply;
    reply.id = m_request.id;
    reply.outcome = outcome;
    reply.status = m_status;
    reply.message = message;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    reply.retryAfter = readRetryAfter(m_qt.rawHeader("Retry-After"), m_qt.rawHeader("Date"), now);
    reply.clockAhead = readClockAhead(m_qt.rawHeader("Date"), now);
    return reply;
}

HttpReply ReplyReader::read() const {
    const auto error = m_qt.error();
    if (error == QNetworkReply::SslHandshakeFailedError) {
        const QString refusal = TrustRules::refusal(m_qt.errorString());
        return refusal.isEmpty() ? failure(Outcome::Unreachable, m_qt.errorString())
                                 : failure(Outcome::Certificate, refusal);
    }
    if (error == QNetworkReply::OperationCanceledError || error == QNetworkReply::TimeoutError) {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(m_request.timeout).count();
        return failure(Outcome::TimedOut, tr("no answer within %1 s").arg(seconds));
    }
    if (m_status == 0 || isBroken(error))
        return failure(Outcome::Unreachable, m_qt.errorString());
    if (m_status >= 300 && m_status < 400)
        return failure(Outcome::Redirected, tr("the server wants to redirect to another address"));
    if (m_status == PartialContent)
        return failure(Outcome::Malformed, tr("the answer is only a part of what was asked for"));
    if (m_status < 300 && error != QNetworkReply::NoError)
        return failure(Outcome::Malformed, m_qt.errorString()); // such as a body that does not decompress
    return body();
}

HttpReply ReplyReader::body() const {
    const QByteArray body = m_qt.readAll();
    const QByteArray type = m_qt.header(QNetworkRequest::ContentTypeHeader).toByteArray();
    if (m_status >= 400) {
        HttpReply reply = failure(Outcome::Answered, core::decodeErrorMessage(body, type));
        reply.json = isJson(type);
        return reply;
    }
    if (!isJson(type))
        return failure(Outcome::NotJson,
                       tr("the answer is %1, not JSON")
                           .arg(type.isEmpty() ? tr("of no type") : QString::fromLatin1(type.left(60))));
    auto value = m_decoder(body);
    if (!value)
        return failure(Outcome::Malformed, value.error().message);
    HttpReply reply = failure(Outcome::Answered, {});
    reply.json = true;
    reply.value = std::move(*value);
    return reply;
}

} // namespace attune::net
