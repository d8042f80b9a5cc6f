// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "live/subscriberhub.h"

#include "json/jsontext.h"
#include "live/clientframe.h"

#include <QTcpSocket>
#include <QWebSocket>

#include <algorithm>

namespace attune::sim {

namespace {

constexpr std::chrono::milliseconds FlushInterval{5};
constexpr int TokenExpired = 4401;

QByteArray errorFrame(const std::string& message) {
    std::string text = R"({"type":"error","message":)";
    appendQuoted(text, message);
    text += '}';
    return QByteArray::fromStdString(text);
}

} // namespace

SubscriberHub::SubscriberHub(const SimOptions& options, const Tokens& tokens, const Permissions& permissions)
    : m_options(options), m_tokens(tokens), m_permissions(permissions) {
    m_flushTimer.setSingleShot(true);
    m_flushTimer.setTimerType(Qt::PreciseTimer);
    m_flushTimer.setInterval(FlushInterval);
    connect(&m_flushTimer, &QTimer::timeout, this, &SubscriberHub::onFlushDue);
    m_expiryTimer.setInterval(options.expiryCheck);
    connect(&m_expiryTimer, &QTimer::timeout, this, &SubscriberHub::onExpiryCheck);
    m_expiryTimer.start();
}

SubscriberHub::~SubscriberHub() = default;

void SubscriberHub::adopt(std::unique_ptr<QWebSocket> socket, QTcpSocket* transport, std::int64_t expiresAt) {
    m_clients.push_back(std::make_unique<Subscriber>(std::move(socket), transport, expiresAt));
    Subscriber* client = m_clients.back().get();
    connect(client, &Subscriber::textReceived, this, [this, client](const QString& text) { onText(*client, text); });
    connect(client, &Subscriber::disconnected, this, [this, client] { onDisconnected(*client); });
    client->sendText(R"({"type":"welcome","client_id":"client_)" + QByteArray::number(++m_lastClient) +
                     R"(","message":"Connected to Attune Notifier"})");
}

bool SubscriberHub::isWanted(const Envelope& envelope) const {
    return std::any_of(m_clients.begin(), m_clients.end(), [&](const auto& client) { return client->wants(envelope); });
}

void SubscriberHub::publish(const Envelope& envelope, std::string_view frame) {
    if (m_toDrop > 0) {
        --m_toDrop;
        ++m_dropped;
        return;
    }
    for (const auto& client : m_clients) {
        if (client->wants(envelope)) {
            client->enqueue(frame);
            ++m_delivered;
        }
    }
    if (!m_flushTimer.isActive())
        m_flushTimer.start();
}

void SubscriberHub::sendText(const QByteArray& utf8) {
    for (const auto& client : m_clients)
        client->sendText(utf8);
}

void SubscriberHub::sendBinary(const QByteArray& bytes) {
    for (const auto& client : m_clients)
        client->sendBinary(bytes);
}

void SubscriberHub::setStalled(bool stalled) {
    m_stalled = stalled;
    for (std::size_t i = m_clients.size(); i > 0; --i) // one of them may leave
        m_clients[i - 1]->setStalled(stalled);
}

void SubscriberHub::closeAll(int code, const QString& reason) {
    for (std::size_t i = m_clients.size(); i > 0; --i)
        m_clients[i - 1]->closeWith(code, reason);
}

void SubscriberHub::abortAll() {
    for (std::size_t i = m_clients.size(); i > 0; --i)
        m_clients[i - 1]->abort();
}

std::size_t SubscriberHub::subscriptionCount() const {
    std::size_t count = 0;
    for (const auto& client : m_clients)
        count += client->subscriptions().size();
    return count;
}

void SubscriberHub::onText(Subscriber& client, const QString& text) {
    const std::string refusal = refuse(text.toStdString(), client);
    if (!refusal.empty())
        client.sendText(errorFrame(refusal));
}

std::string SubscriberHub::refuse(const std::string& text, Subscriber& client) const {
    const auto frame = ClientFrame::parse(text);
    if (!frame)
        return frame.error().message.toStdString();
    if (frame->kind == ClientFrame::Kind::Ping)
        return {};
    const auto subscription = Subscription::parse(frame->filter, m_options.generation);
    if (!subscription)
        return subscription.error().message.toStdString();
    auto& subscriptions = client.subscriptions();
    const auto known = std::find(subscriptions.begin(), subscriptions.end(), *subscription);
    if (frame->kind == ClientFrame::Kind::Unsubscribe) {
        if (known != subscriptions.end())
            subscriptions.erase(known);
        return {};
    }
    if (!isAllowed(*subscription))
        return m_options.generation == Generation::June
                   ? "Unauthorized to subscribe to user filter for another identity"
                   : "Unauthorized to subscribe to requested filter";
    if (known == subscriptions.end())
        subscriptions.push_back(*subscription);
    return {};
}

bool SubscriberHub::isAllowed(const Subscription& subscription) const {
    const bool june = m_options.generation == Generation::June;
    switch (subscription.kind) {
    case Subscription::Kind::User:
        return subscription.id == Tokens::IdentityId || (!june && m_permissions.isAdmin());
    case Subscription::Kind::All:
    case Subscription::Kind::TriggerRef:
        return june || m_permissions.isAdmin();
    case Subscription::Kind::EntityType:
    case Subscription::Kind::Entity:
        return june || m_permissions.isAdmin() || subscription.word != "rule_lifecycle";
    case Subscription::Kind::NotificationType:
        return june || m_permissions.isAdmin() || subscription.word != "rule_lifecycle_changed";
    }
    return true;
}

void SubscriberHub::onDisconnected(Subscriber& client) {
    const auto found =
        std::find_if(m_clients.begin(), m_clients.end(), [&client](const auto& one) { return one.get() == &client; });
    if (found == m_clients.end())
        return;
    Subscriber* gone = found->release();
    m_clients.erase(found);
    gone->setParent(this);
    gone->deleteLater(); // this runs inside one of its signals
}

void SubscriberHub::onFlushDue() {
    bool late = false;
    for (const auto& client : m_clients) {
        client->flush(m_delay);
        late = late || client->hasPending();
    }
    if (late && !m_stalled)
        m_flushTimer.start();
}

void SubscriberHub::onExpiryCheck() {
    for (std::size_t i = m_clients.size(); i > 0; --i) {
        if (m_clients[i - 1]->expiresAt() <= m_tokens.nowSeconds())
            m_clients[i - 1]->closeWith(TokenExpired, QStringLiteral("token expired"));
    }
}

} // namespace attune::sim
