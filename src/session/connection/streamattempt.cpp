// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "connection/streamattempt.h"

#include "attune/core/testing/mutants.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace attune::session {

StreamAttempt::StreamAttempt(net::Transport& transport, core::Clock& clock, core::Random& random, LinkPace& pace,
                             net::StreamRequest request, bool withExecutions, QObject* parent)
    : QObject(parent)
    , m_transport(transport)
    , m_clock(clock)
    , m_random(random)
    , m_pace(pace)
    , m_request(std::move(request))
    , m_withExecutions(withExecutions) {
    const auto mine = [this](net::Generation generation) {
        const bool isOurs = generation == m_request.generation || isBroken(core::Mutant::NoGenerationCheck);
        return isOurs && !m_ended;
    };
    connect(&transport, &net::Transport::streamWelcomed, this, [this, mine](net::Generation generation) {
        if (mine(generation))
            onWelcomed();
    });
    connect(&transport, &net::Transport::streamErrorFrame, this,
            [this, mine](net::Generation generation, const QString& message) {
                if (mine(generation))
                    onErrorFrame(message);
            });
    connect(&transport, &net::Transport::streamPong, this,
            [this, mine](net::Generation generation, const QByteArray& payload) {
                if (mine(generation))
                    onPong(payload);
            });
    connect(&transport, &net::Transport::streamEnded, this,
            [this, mine](net::Generation generation, const net::StreamEnd& end) {
                if (mine(generation))
                    onEnded(end);
            });
}

StreamAttempt::~StreamAttempt() { close(); }

void StreamAttempt::close() {
    if (std::exchange(m_ended, true))
        return;
    m_deadline.reset();
    m_idle.reset();
    m_pongDeadline.reset();
    m_transport.closeStream(m_request.generation);
}

void StreamAttempt::start() {
    m_startedAt = m_clock.steady();
    m_transport.openStream(m_request);
    m_deadline = m_clock.after(
        ConnectDeadline, [this] { fail(tr("no welcome within %n second(s)", nullptr, ConnectDeadline.count())); });
}

bool StreamAttempt::isOverdue() const { return !m_welcomed && m_clock.steady() - m_startedAt > UsualConnect; }

void StreamAttempt::setExecutionsWanted(bool wanted) {
    if (std::exchange(m_withExecutions, wanted) != wanted && m_welcomed && !m_ended)
        subscribe("entity_type:execution", wanted);
}

void StreamAttempt::onWelcomed() {
    if (std::exchange(m_welcomed, true))
        return;
    subscribe("entity_type:enforcement");
    if (m_withExecutions)
        subscribe("entity_type:execution");
    subscribe(fenceFilter().toLatin1().constData());
    // The greeting took a round trip at least, and is all that is known of a link that has just been met.
    m_connectTook = m_clock.steady() - m_startedAt;
    ping();
    const auto patience = m_pace.patience(FenceDeadline, m_connectTook);
    m_deadline = m_clock.after(patience, [this] { fail(tr("the subscription was not confirmed")); });
}

void StreamAttempt::onErrorFrame(const QString& message) {
    if (message.contains(u'\'' + fenceFilter() + u'\''))
        return becomeFenced();
    m_denial = message;
    Q_EMIT denied();
}

void StreamAttempt::onPong(const QByteArray& payload) {
    // The peer may answer only the last of several pings.
    if (payload.toULongLong() < m_pingCounter)
        return;
    // When it arrived counts, not when this thread found the time for it.
    m_pace.note(std::chrono::nanoseconds(m_request.life->lastPongNs.load(std::memory_order_relaxed)) - m_pingedAt);
    m_connectTook = {};
    m_pongDeadline.reset();
    if (!m_fenced)
        m_deadline = m_clock.after(SilentFence, [this] { becomeFenced(); });
}

void StreamAttempt::becomeFenced() {
    m_deadline.reset();
    if (std::exchange(m_fenced, true))
        return;
    watchIdle();
    Q_EMIT fenced();
}

void StreamAttempt::watchIdle() {
    // The first look comes at a random moment, so that many clients do not ping in step.
    const auto first = std::chrono::milliseconds(static_cast<std::int64_t>(
        m_random.uniform() * std::chrono::duration<double, std::milli>(IdleBeforePing).count()));
    m_idle = m_clock.after(first, [this] { onIdleCheck(); });
}

void StreamAttempt::onIdleCheck() {
    const std::chrono::nanoseconds lastFrame(m_request.life->lastFrameNs.load(std::memory_order_relaxed));
    const auto silent = m_clock.steady() - lastFrame;
    if (silent >= IdleBeforePing && !m_pongDeadline)
        ping();
    const auto rest = silent >= IdleBeforePing ? std::chrono::nanoseconds(IdleBeforePing) : IdleBeforePing - silent;
    m_idle = m_clock.after(std::chrono::ceil<std::chrono::milliseconds>(rest), [this] { onIdleCheck(); });
}

void StreamAttempt::probe() {
    if (!m_fenced)
        return;
    if (!m_pongDeadline)
        ping(); // only the last one is answered for sure, so one under way is left to come back
    const auto patience = m_pace.patience(ProbeDeadline, m_connectTook);
    if (m_clock.steady() + patience < m_pongDueAt)
        awaitPong(patience);
}

void StreamAttempt::ping() {
    m_transport.ping(m_request.generation, QByteArray::number(++m_pingCounter));
    m_pingedAt = m_clock.steady();
    awaitPong(m_pace.patience(PongDeadline, m_connectTook));
}

void StreamAttempt::awaitPong(std::chrono::milliseconds patience) {
    m_pongDueAt = m_clock.steady() + patience;
    m_pongDeadline = m_clock.after(patience, [this] { onPongMissing(); });
}

/// What counts is what arrived, not what this thread found the time to handle.
void StreamAttempt::onPongMissing() {
    m_pongDeadline.reset();
    const std::chrono::nanoseconds lastPong(m_request.life->lastPongNs.load(std::memory_order_relaxed));
    if (lastPong <= m_pingedAt)
        return fail(tr("the server does not answer"));
    ping();
}

void StreamAttempt::fail(const QString& reason) {
    const auto kind = m_welcomed ? net::StreamEnd::Kind::Lost : net::StreamEnd::Kind::Refused;
    close();
    Q_EMIT ended({kind, 0, reason});
}

void StreamAttempt::onEnded(const net::StreamEnd& end) {
    if (m_ended)
        return;
    close();
    Q_EMIT ended(end);
}

void StreamAttempt::subscribe(const char* filter, bool wanted) {
    const QJsonObject frame{
        {QStringLiteral("type"), wanted ? QStringLiteral("subscribe") : QStringLiteral("unsubscribe")},
        {QStringLiteral("filter"), QString::fromLatin1(filter)}};
    m_transport.sendText(m_request.generation, QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact)));
}

QString StreamAttempt::fenceFilter() const { return QStringLiteral("fence:%1").arg(m_request.generation); }

} // namespace attune::session
