// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/net/networktransport.h"

#include "ioworker.h"

#include <utility>

namespace attune::net {

NetworkTransport::NetworkTransport(core::Vocabulary& vocabulary, const core::Clock& clock, QObject* parent)
    : Transport(parent), m_worker(new IoWorker(vocabulary, m_counters, clock)) {
    m_thread.setObjectName(QStringLiteral("attune-io"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &IoWorker::streamOpened, this, &Transport::streamOpened);
    connect(m_worker, &IoWorker::streamWelcomed, this, &Transport::streamWelcomed);
    connect(m_worker, &IoWorker::streamErrorFrame, this, &Transport::streamErrorFrame);
    connect(m_worker, &IoWorker::streamPong, this, &Transport::streamPong);
    connect(m_worker, &IoWorker::frameRejected, this, &Transport::frameRejected);
    connect(m_worker, &IoWorker::frameUnknown, this, &Transport::frameUnknown);
    connect(m_worker, &IoWorker::streamEnded, this, &Transport::streamEnded);
    connect(&m_worker->api(), &ApiClient::finished, this, &Transport::requestFinished);
    m_thread.start();
}

NetworkTransport::~NetworkTransport() {
    m_thread.quit();
    m_thread.wait();
}

QString NetworkTransport::setCertificateAuthorities(const QString& file, AuthorityUse use) {
    TrustRules trust;
    if (!file.isEmpty()) {
        auto read = TrustRules::fromFile(file, use);
        if (!read)
            return read.error().message;
        trust = std::move(*read);
    }
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, trust] { worker->setTrust(trust); });
    return {};
}

void NetworkTransport::setProxy(const ProxySetting& proxy) {
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, proxy] { worker->setProxy(proxy); });
}

void NetworkTransport::openStream(const StreamRequest& request) {
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, request] { worker->openStream(request); });
}

void NetworkTransport::sendText(Generation generation, const QString& text) {
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, generation, text] { worker->sendText(generation, text); });
}

void NetworkTransport::ping(Generation generation, const QByteArray& payload) {
    QMetaObject::invokeMethod(m_worker,
                              [worker = m_worker, generation, payload] { worker->ping(generation, payload); });
}

void NetworkTransport::closeStream(Generation generation) {
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, generation] { worker->closeStream(generation); });
}

void NetworkTransport::sendRequest(const HttpRequest& request, BodyDecoder decoder) {
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, request, decoder = std::move(decoder)] { worker->api().send(request, decoder); });
}

void NetworkTransport::cancelRequest(RequestId id) {
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, id] { worker->api().cancel(id); });
}

void NetworkTransport::forgetConnections() {
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->api().forgetConnections(); });
}

} // namespace attune::net
