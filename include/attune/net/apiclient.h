// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/net/httpmessage.h"
#include "attune/net/proxysetting.h"
#include "attune/net/trustrules.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QObject>

#include <unordered_map>

namespace attune::net {

/// REST over QNetworkAccessManager with everything automatic switched off: no cookies (the server prefers a stale
/// cookie to a good token, protocol section 3), no redirects, no cache, bounded time and size. Lives on the I/O thread.
class ApiClient : public QObject {
    Q_OBJECT
public:
    explicit ApiClient(QObject* parent = nullptr);
    ~ApiClient() override;

    /// For requests from now on, on new connections: an open one was trusted by the old rules.
    void setTrust(const TrustRules& trust);
    /// As Transport::setProxy() says, for requests from now on.
    void setProxy(const ProxySetting& proxy);
    void send(const HttpRequest& request, BodyDecoder decoder);
    void cancel(RequestId id);
    /// Requests from now on use new connections; those under way keep theirs.
    void forgetConnections();

Q_SIGNALS:
    void finished(const attune::net::HttpReply& reply);
    /// Nobody answers under this name, of the server or its proxy, or not any more.
    void unreachable(const QString& name);

private:
    struct Pending {
        HttpRequest request;
        BodyDecoder decoder;
        QNetworkReply* reply = nullptr;
        QNetworkProxy proxy;
        QString certificateProblem;
        bool tooLarge = false;
        bool timedOut = false;
    };

    void onFinished(RequestId id);
    void onReadyRead(RequestId id);
    void onDeadline(RequestId id);
    void onEncrypted(RequestId id);
    void onSslErrors(RequestId id, const QList<QSslError>& errors);
    void discard(QNetworkReply* reply);
    static void log(const HttpRequest& request, const HttpReply& reply);
    [[nodiscard]] static HttpReply evaluate(const Pending& pending);

    QNetworkAccessManager* m_network; // child; an old one lives on until its last reply is there
    TrustRules m_trust;
    ProxySetting m_proxy;
    std::unordered_map<RequestId, Pending> m_pending;
};

} // namespace attune::net
