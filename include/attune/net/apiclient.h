// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/net/httpmessage.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QSslConfiguration>

#include <unordered_map>

namespace attune::net {

/// REST over QNetworkAccessManager with everything automatic switched off: no cookies (the server prefers a stale
/// cookie to a good token, protocol section 3), no redirects, no cache, bounded time and size. Lives on the I/O thread.
class ApiClient : public QObject {
    Q_OBJECT
public:
    explicit ApiClient(QObject* parent = nullptr);
    ~ApiClient() override;

    void setTls(const QSslConfiguration& tls) { m_tls = tls; }
    void send(const HttpRequest& request, BodyDecoder decoder);
    void cancel(RequestId id);
    void forgetConnections();

Q_SIGNALS:
    void finished(const attune::net::HttpReply& reply);

private:
    struct Pending {
        HttpRequest request;
        BodyDecoder decoder;
        QNetworkReply* reply = nullptr;
        QString certificateProblem;
        bool tooLarge = false;
        bool timedOut = false;
    };

    void onFinished(RequestId id);
    void onReadyRead(RequestId id);
    [[nodiscard]] HttpReply evaluate(const Pending& pending) const;

    QNetworkAccessManager m_network;
    QSslConfiguration m_tls;
    std::unordered_map<RequestId, Pending> m_pending;
};

} // namespace attune::net
