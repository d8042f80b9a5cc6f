// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "freshnames.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QTimer>

#include <utility>

namespace attune::net {

namespace {

constexpr int MostLookups = 4; // the API, the notifier and their proxies

[[nodiscard]] bool isAddress(const QString& name) { return name.isEmpty() || !QHostAddress(name).isNull(); }

} // namespace

FreshNames::FreshNames(QObject* parent, Lookup lookUp) : QObject(parent), m_lookUp(std::move(lookUp)) {
    m_pool.setMaxThreadCount(MostLookups);
}

void FreshNames::refresh(const QString& name) {
    if (isAddress(name) || !m_underWay.insert(name).second)
        return;
    m_pool.start([this, name] {
        m_lookUp(name);
        QMetaObject::invokeMethod(
            this,
            [this, name] {
                m_underWay.erase(name);
                Q_EMIT refreshed(name);
            },
            Qt::QueuedConnection);
    });
}

void FreshNames::whenFresh(const QString& name, QObject* context, std::function<void()> then) {
    if (isAddress(name))
        return then();
    auto* wait = new QTimer(context);
    wait->setSingleShot(true);
    connect(wait, &QTimer::timeout, wait, [wait, then = std::move(then)] {
        wait->deleteLater();
        then();
    });
    connect(this, &FreshNames::refreshed, wait, [wait, name](const QString& fresh) {
        if (fresh == name && wait->isActive())
            wait->start(0);
    });
    wait->start(Patience);
    refresh(name);
}

QString FreshNames::nameFor(const QUrl& target, const QNetworkProxy& proxy) {
    return proxy.type() == QNetworkProxy::NoProxy ? target.host() : proxy.hostName();
}

/// Of all that Qt offers, this alone does not answer with what it remembers; it remembers the answer.
void FreshNames::lookUpWithQt(const QString& name) { (void)QHostInfo::fromName(name); }

} // namespace attune::net
