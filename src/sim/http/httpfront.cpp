// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "http/httpfront.h"

#include <QHttpServerRequest>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

namespace attune::sim {

namespace {

QByteArray methodName(QHttpServerRequest::Method method) {
    switch (method) {
    case QHttpServerRequest::Method::Get:
        return "GET";
    case QHttpServerRequest::Method::Put:
        return "PUT";
    case QHttpServerRequest::Method::Delete:
        return "DELETE";
    case QHttpServerRequest::Method::Post:
        return "POST";
    case QHttpServerRequest::Method::Head:
        return "HEAD";
    case QHttpServerRequest::Method::Options:
        return "OPTIONS";
    case QHttpServerRequest::Method::Patch:
        return "PATCH";
    case QHttpServerRequest::Method::Connect:
        return "CONNECT";
    case QHttpServerRequest::Method::Trace:
        return "TRACE";
    case QHttpServerRequest::Method::Unknown:
    case QHttpServerRequest::Method::AnyKnown:
        break;
    }
    return "UNKNOWN";
}

HttpRequest takenApart(const QHttpServerRequest& request) {
    HttpRequest parts;
    parts.method = methodName(request.method());
    parts.path = request.url().path(QUrl::FullyEncoded).toUtf8();
    parts.query = Query(request.url().query(QUrl::FullyEncoded).toUtf8());
    parts.body = request.body();
    for (const auto& [name, value] : request.headers())
        parts.headers.emplace_back(name.toLower(), value);
    return parts;
}

} // namespace

HttpFront::HttpFront(Handle handle, QObject* parent) : QAbstractHttpServer(parent), m_handle(std::move(handle)) {}

bool HttpFront::handleRequest(const QHttpServerRequest& request, QTcpSocket* socket) {
    HttpRequest parts = takenApart(request);
    const Reply reply = m_handle(parts);
    if (reply.answer.manner == HttpAnswer::Manner::Hang)
        return true;
    if (reply.answer.manner == HttpAnswer::Manner::Drop) {
        QMetaObject::invokeMethod(
            socket, [socket] { socket->abort(); }, Qt::QueuedConnection);
        return true;
    }
    const bool keepAlive = parts.header("connection").toLower() != "close";
    const QByteArray head = reply.answer.wireHead(keepAlive);
    const QByteArray body = parts.method == "HEAD" ? QByteArray() : reply.answer.body;
    const auto send = [head, body, keepAlive, target = QPointer<QTcpSocket>(socket)] {
        if (target.isNull())
            return;
        target->write(head);
        target->write(body); // apart from the head, because Qt then shares a large body instead of copying it
        if (!keepAlive)
            target->disconnectFromHost();
    };
    if (reply.delay.count() > 0)
        QTimer::singleShot(reply.delay, socket, send);
    else
        send();
    return true;
}

void HttpFront::missingHandler(const QHttpServerRequest&, QTcpSocket*) {
    // Called after handleRequest(), which has answered, for a request that asks for a WebSocket where there is none.
}

} // namespace attune::sim
