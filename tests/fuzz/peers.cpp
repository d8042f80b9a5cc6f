// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "auth/tokenkeeper.h"
#include "bytes.h"
#include "connection/connectionmachine.h"
#include "instance/wish.h"
#include "requester.h"
#include "scriptedtransport.h"
#include "support/manualclock.h"
#include "targets.h"

#include "attune/core/decoderest.h"
#include "attune/core/random.h"
#include "attune/core/serverclock.h"
#include "attune/net/instanceguard.h"

#include <algorithm>
#include <array>

namespace attune::fuzz {

namespace {

using net::StreamEnd;
using session::ConnectionMachine;
using Phase = ConnectionMachine::Phase;

/// Somebody signed in, whose streams end as the network says.
class Connected {
public:
    Connected() {
        core::TokenGrant grant;
        grant.accessToken = "access";
        grant.refreshToken = "refresh";
        grant.expiresInSeconds = 24 * 3600;
        m_tokens.adopt(m_base, grant);
        m_requester.reset(m_base);
        QObject::connect(&m_machine, &ConnectionMachine::loginNeeded, &m_machine,
                         [] { demand(false, "no stream ends a sign-in"); });
        m_machine.start(QUrl(QStringLiteral("ws://127.0.0.1:8081/ws")), m_sink);
    }
    void end(Bytes& bytes) {
        const unsigned how = bytes.next();
        const auto kind = static_cast<StreamEnd::Kind>(how % 5);
        const net::Generation newest = m_transport.lastGeneration();
        if (how & 0x80U)
            m_transport.welcome(newest);
        if (how & 0x40U)
            m_transport.confirm(newest);
        const int code = static_cast<int>(bytes.next() << 8U | bytes.next());
        m_transport.end(newest, kind, code, QString::fromUtf8(bytesOf(bytes.until('\0'))));
        demand(m_machine.phase() == (kind == StreamEnd::Kind::Certificate ? Phase::CertificateRefused : Phase::Waiting),
               "a stream that ended is over");
        demand(!m_machine.reason().isEmpty() || kind == StreamEnd::Kind::Certificate, "why is told");
        if (kind == StreamEnd::Kind::Certificate) {
            m_clock.advance(ConnectionMachine::RetryInterval);
            m_machine.retryNow(); // what only somebody may do who knows what happened
        } else {
            const core::UtcMicros wait = m_machine.nextAttempt() - m_clock.now();
            demand(wait >= 0 && wait <= std::chrono::microseconds(ConnectionMachine::WaitCap).count(),
                   "the next attempt is not far");
            m_clock.advance(std::chrono::ceil<std::chrono::milliseconds>(std::chrono::microseconds(wait)));
        }
        demand(m_transport.lastGeneration() > newest, "and is made");
    }

private:
    QUrl m_base{QStringLiteral("http://127.0.0.1:8080")};
    test::ManualClock m_clock;
    core::SeededRandom m_random{1};
    test::ScriptedTransport m_transport{m_clock};
    session::TokenKeeper m_tokens{m_transport, m_clock, m_random};
    core::ServerClock m_serverClock{m_clock};
    session::Requester m_requester{m_transport, m_tokens, m_serverClock};
    std::shared_ptr<core::UpdateQueue> m_sink = std::make_shared<core::UpdateQueue>([] {});
    ConnectionMachine m_machine{m_transport, m_requester, m_tokens, m_clock, m_random};
};

} // namespace

void readError(std::string_view bytes) {
    constexpr qsizetype Most = 500;
    const QByteArray body = bytesOf(bytes);
    const QString fromJson = core::decodeErrorMessage(body, "application/json");
    const QString fromText = core::decodeErrorMessage(body, "text/plain; charset=utf-8");
    for (const QString& message : {fromJson, fromText}) {
        demand(message.size() <= Most && (message.isEmpty() || !message.front().isSpace()), "a message is short");
        demand(message.isValidUtf16(), "and is not cut within a character");
    }
    demand(core::decodeErrorMessage(body, {}) == fromJson, "JSON is known by itself");
    demand(fromJson.isEmpty() || fromText == fromJson, "under any name");
    demand(core::decodeErrorMessage(body, " Text/HTML").isEmpty(), "pages say nothing");
}

void endStream(std::string_view bytes) {
    Connected connected;
    Bytes input(bytes);
    for (int ends = 0; ends < 4 && !input.isEmpty(); ++ends)
        connected.end(input);
}

void readRequest(std::string_view bytes) {
    constexpr std::string_view Raise = "raise\n";
    auto wish = net::Wish::Unfinished;
    std::size_t read = 0; // it may come in pieces
    while (wish == net::Wish::Unfinished && read < bytes.size())
        wish = net::wishOf(bytes.substr(0, ++read));
    demand(wish != net::Wish::Raise || bytes.substr(0, read) == Raise, "only one word does something");
    demand(wish != net::Wish::Unfinished || Raise.starts_with(bytes), "who says something else is not waited for");
    demand(net::wishOf(bytes) != net::Wish::Raise || bytes == Raise, "nor is anything after it");
    const QString folder = QStringLiteral("/nowhere");
    const net::InstanceGuard guard(QString::fromUtf8(bytesOf(bytes)), folder);
    demand(guard.socketPath().startsWith(folder + u'/') && guard.socketPath().size() < 60 &&
               !guard.socketPath().contains(QStringLiteral("..")),
           "a name stays in the folder");
}

} // namespace attune::fuzz
