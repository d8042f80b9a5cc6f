// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rawserver.h"
#include "support/printers.h"
#include "support/waiting.h"

#include "attune/core/clock.h"
#include "attune/core/updatequeue.h"
#include "attune/core/vocabulary.h"
#include "attune/net/networktransport.h"

#include <gtest/gtest.h>

#include <QStringList>
#include <QThread>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace attune::test {

/// A real transport and everything it said.
class TransportFixture : public ::testing::Test {
protected:
    struct StreamLog {
        bool opened = false;
        int welcomed = 0;
        QStringList errors;
        QStringList rejections;
        QStringList unknown;
        QByteArrayList pongs;
        std::optional<net::StreamEnd> end;
    };

    TransportFixture() {
        using net::Transport;
        QObject::connect(transport.get(), &Transport::requestFinished, &context,
                         [this](const net::HttpReply& reply) { replies[reply.id] = reply; });
        QObject::connect(transport.get(), &Transport::streamOpened, &context,
                         [this](net::Generation g) { streams[g].opened = true; });
        QObject::connect(transport.get(), &Transport::streamWelcomed, &context,
                         [this](net::Generation g) { ++streams[g].welcomed; });
        QObject::connect(transport.get(), &Transport::streamErrorFrame, &context,
                         [this](net::Generation g, const QString& text) { streams[g].errors += text; });
        QObject::connect(transport.get(), &Transport::frameRejected, &context,
                         [this](net::Generation g, const QString& text) { streams[g].rejections += text; });
        QObject::connect(transport.get(), &Transport::frameUnknown, &context,
                         [this](net::Generation g, const QString& what) { streams[g].unknown += what; });
        QObject::connect(transport.get(), &Transport::streamPong, &context,
                         [this](net::Generation g, const QByteArray& payload) { streams[g].pongs += payload; });
        QObject::connect(transport.get(), &Transport::streamEnded, &context,
                         [this](net::Generation g, const net::StreamEnd& end) { streams[g].end = end; });
    }

    /// Sends and waits. The decoder returns the body as it is.
    net::HttpReply ask(net::HttpRequest request) {
        const net::RequestId id = post(std::move(request));
        EXPECT_TRUE(waitFor([&] { return replies.contains(id); }));
        return replies[id];
    }
    net::HttpReply ask(const QUrl& url) {
        net::HttpRequest request;
        request.url = url;
        return ask(request);
    }
    net::RequestId post(net::HttpRequest request) {
        request.id = ++lastRequest;
        transport->sendRequest(request, [this](const QByteArray& body) -> core::Result<std::any> {
            decodedOn = QThread::currentThread();
            if (body == "bad")
                return core::Error{QStringLiteral("the decoder says no")};
            return std::any(body);
        });
        return request.id;
    }
    [[nodiscard]] static QByteArray bodyOf(const net::HttpReply& reply) {
        const auto* body = std::any_cast<QByteArray>(&reply.value);
        return body != nullptr ? *body : QByteArray("(no value)");
    }

    void open(net::Generation generation, const QUrl& url, const QByteArray& bearer = "secret-bearer") {
        transport->openStream({generation, url, bearer, sink});
    }
    net::StreamEnd endOf(net::Generation generation) {
        EXPECT_TRUE(waitFor([&] { return streams[generation].end.has_value(); }));
        return streams[generation].end.value_or(net::StreamEnd{});
    }
    /// Everything pushed into the sink so far.
    std::size_t drained() {
        total += sink->drain().size();
        return total;
    }
    /// Lets every event that is already on its way between the threads arrive.
    void settle() {
        const net::RequestId id = post(unreachable());
        EXPECT_TRUE(waitFor([&] { return replies.contains(id); }));
    }
    [[nodiscard]] static net::HttpRequest unreachable() {
        net::HttpRequest request;
        request.url = QUrl(QStringLiteral("http://127.0.0.1:1/"));
        return request;
    }

    core::Vocabulary vocabulary;
    core::SystemClock clock;
    std::shared_ptr<core::UpdateQueue> sink = std::make_shared<core::UpdateQueue>([] {});
    std::unique_ptr<net::NetworkTransport> transport = std::make_unique<net::NetworkTransport>(vocabulary, clock);
    QObject context;
    std::map<net::RequestId, net::HttpReply> replies;
    std::map<net::Generation, StreamLog> streams;
    net::RequestId lastRequest = 0;
    std::atomic<QThread*> decodedOn = nullptr;
    std::size_t total = 0;
};

} // namespace attune::test
