// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connection/connectionmachine.h"
#include "parts.h"

#include <algorithm>
#include <cmath>

using namespace attune;
using session::ConnectionMachine;
using session::FaultProbe;
using session::StreamAttempt;
using Kind = net::StreamEnd::Kind;
using Outcome = net::HttpReply::Outcome;
using Phase = ConnectionMachine::Phase;
using namespace std::chrono_literals;

namespace {

class ConnectionMachineTest : public test::PartsFixture {
protected:
    ConnectionMachineTest() {
        QObject::connect(&machine, &ConnectionMachine::fenced, &context, [this] { ++fences; });
        QObject::connect(&machine, &ConnectionMachine::loginNeeded, &context,
                         [this](const QString& why) { loginNeeded = why; });
        transport.onPing = [this](net::Generation generation) {
            if (answersPings)
                transport.pongLater(generation);
        };
    }
    void start(std::int64_t lifetime = 3600) {
        signIn(lifetime);
        machine.start(notifier, sink);
    }
    void live(std::int64_t lifetime = 3600) {
        start(lifetime);
        transport.accept(newest());
        ASSERT_EQ(machine.phase(), Phase::Fenced);
    }
    [[nodiscard]] net::Generation newest() const { return transport.lastGeneration(); }
    [[nodiscard]] std::size_t attempts() const { return transport.streams.size(); }
    void end(Kind kind, int code = 0) { transport.end(newest(), kind, code); }
    /// Waits for the next attempt. How long it took.
    std::chrono::milliseconds nextAttempt() {
        const auto from = clock.steady();
        const auto before = attempts();
        EXPECT_TRUE(test::passUntil(clock, 2min, [&] { return attempts() > before; }));
        return std::chrono::duration_cast<std::chrono::milliseconds>(clock.steady() - from);
    }
    [[nodiscard]] std::vector<net::RequestId> probes() const { return transport.waiting(QStringLiteral("/auth/me")); }
    [[nodiscard]] std::vector<net::RequestId> refreshes() const {
        return transport.waiting(QStringLiteral("/auth/refresh"));
    }
    static constexpr auto Me = R"({"data":{"id":1,"login":"alice","effective_permissions":[]}})";

    const QUrl notifier{QStringLiteral("ws://127.0.0.1:8081/ws")};
    std::shared_ptr<core::UpdateQueue> sink = std::make_shared<core::UpdateQueue>([] {});
    ConnectionMachine machine{transport, requester, tokens, clock, random};
    bool answersPings = true;
    int fences = 0;
    std::optional<QString> loginNeeded;
};

} // namespace
