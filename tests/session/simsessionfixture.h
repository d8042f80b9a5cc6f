// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rowdifference.h"
#include "support/printers.h"
#include "support/waiting.h"

#include "attune/core/enforcementstore.h"
#include "attune/core/random.h"
#include "attune/net/networktransport.h"
#include "attune/session/session.h"
#include "attune/sim/simserver.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>

namespace attune::test {

/// The real session on real sockets against the real simulated server.
class SimSessionFixture : public ::testing::Test {
protected:
    using Session = session::Session;
    using State = session::ConnectionState;

    void serve(const std::function<void(sim::SimOptions&)>& adjust) {
        sim::SimOptions options;
        adjust(options);
        server = std::make_unique<sim::SimServer>(options);
        const auto endpoints = server->start();
        ASSERT_TRUE(endpoints) << endpoints.error().message.toStdString();
        profile.name = QStringLiteral("sim");
        profile.api = endpoints->api;
        profile.ws = endpoints->ws;
        profile.login = options.login;
        secret = options.password;
        newSession();
    }
    void newSession() {
        session = std::make_unique<Session>(std::make_unique<net::NetworkTransport>(vocabulary, serverClock),
                                            vocabulary, serverClock, random, session::SessionOptions{});
        session->setStore(&store);
        QObject::connect(session.get(), &Session::batchReady, &context, [this](const core::EnforcementBatch& batch) {
            const core::BatchPlan plan = store.apply(batch);
            std::vector<core::Id> unclear = plan.incomplete;
            unclear.insert(unclear.end(), plan.conflicting.begin(), plan.conflicting.end());
            session->requestHydration(unclear);
        });
        QObject::connect(session.get(), &Session::cleared, &context, [this] { store.clear(); });
        QObject::connect(
            session.get(), &Session::statusChanged, &context,
            [this](const session::ConnectionStatus& status) { wasLive = wasLive || status.state == State::Live; });
    }
    std::optional<session::SignInProblem> signIn() {
        std::optional<session::SignInProblem> problem;
        bool answered = false;
        session->signIn(profile, secret, &context, [&](std::optional<session::SignInProblem> what) {
            problem = std::move(what);
            answered = true;
        });
        EXPECT_TRUE(waitFor([&] { return answered; }));
        return problem;
    }
    void live() {
        ASSERT_FALSE(signIn());
        ASSERT_TRUE(comes(State::Live));
    }
    [[nodiscard]] sim::SimControl& control() { return server->control(); }
    [[nodiscard]] State state() const { return session->status().state; }
    [[nodiscard]] bool comes(State wanted, std::chrono::milliseconds within = std::chrono::seconds(30)) {
        return waitFor([&] { return state() == wanted; }, within);
    }
    [[nodiscard]] bool has(core::Id id) const { return store.find(id).has_value(); }
    [[nodiscard]] bool hasAll(const std::vector<core::Id>& ids) const {
        return std::all_of(ids.begin(), ids.end(), [this](core::Id id) { return has(id); });
    }
    /// How the store differs from the server's truth in the range that the session claims to know; empty = not at all.
    [[nodiscard]] std::string difference() {
        return difference(std::max(session->status().completeSince, session->status().newestOutdated));
    }
    /// The same for all rows created after `since`, whatever the session claims.
    [[nodiscard]] std::string difference(core::UtcMicros since) {
        return differenceOf(store, vocabulary, control().state(), since);
    }
    [[nodiscard]] bool mirrors() {
        return waitFor([&] { return difference().empty(); }, std::chrono::seconds(30));
    }

    core::Vocabulary vocabulary;
    core::SystemClock clock;
    core::ServerClock serverClock{clock};
    core::SeededRandom random{1};
    core::EnforcementStore store;
    QObject context;
    std::unique_ptr<sim::SimServer> server;
    session::Profile profile;
    QString secret;
    std::unique_ptr<Session> session; // before the server goes
    bool wasLive = false;
};

} // namespace attune::test
