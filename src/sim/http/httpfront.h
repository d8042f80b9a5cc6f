// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/httpanswer.h"
#include "http/httprequest.h"

#include <QAbstractHttpServer>

#include <chrono>
#include <functional>

namespace attune::sim {

/// Turns the requests of a gate into HttpRequests and sends what the handler says, byte for byte, at once or late.
class HttpFront : public QAbstractHttpServer {
    Q_OBJECT

public:
    struct Reply {
        HttpAnswer answer;
        std::chrono::milliseconds delay{0};
    };
    using Handle = std::function<Reply(HttpRequest&)>;

    explicit HttpFront(Handle handle, QObject* parent = nullptr);

protected:
    bool handleRequest(const QHttpServerRequest& request, QTcpSocket* socket) override;
    void missingHandler(const QHttpServerRequest& request, QTcpSocket* socket) override;

private:
    Handle m_handle;
};

} // namespace attune::sim
