// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/clock.h"
#include "attune/core/vocabulary.h"
#include "attune/net/transport.h"

#include <QThread>

#include <memory>

namespace attune::net {

class IoWorker;

/// The real network: sockets, TLS and decoding on an I/O thread of its own, values handed back by queued calls. The
/// destructor ends the thread.
class NetworkTransport final : public Transport {
    Q_OBJECT
public:
    /// `vocabulary` and `clock` outlive the transport; the clock, by which notifications arrive, is read on the I/O
    /// thread.
    NetworkTransport(core::Vocabulary& vocabulary, const core::Clock& clock, QObject* parent = nullptr);
    ~NetworkTransport() override;

    [[nodiscard]] QString setCertificateAuthorities(const QString& file, AuthorityUse use) override;
    void setProxy(const ProxySetting& proxy) override;
    void openStream(const StreamRequest& request) override;
    void sendText(Generation generation, const QString& text) override;
    void ping(Generation generation, const QByteArray& payload) override;
    void closeStream(Generation generation) override;
    void sendRequest(const HttpRequest& request, BodyDecoder decoder) override;
    void cancelRequest(RequestId id) override;
    void forgetConnections() override;
    [[nodiscard]] const StreamCounters& counters() const override { return m_counters; }

private:
    StreamCounters m_counters;
    QThread m_thread;
    IoWorker* m_worker; // lives on m_thread, which deletes it
};

} // namespace attune::net
