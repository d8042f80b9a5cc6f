// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fakeserver.h"
#include "support/printers.h"
#include "virtualtime.h"

#include "attune/core/enforcementstore.h"
#include "attune/session/session.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>

namespace attune::test {

/// A whole session against a fake server in virtual time, feeding a store as the programs do.
class SessionFixture : public ::testing::Test {
protected:
    using State = session::ConnectionState;

    explicit SessionFixture(session::SessionOptions theOptions = {}, std::uint64_t seed = 1)
        : options(theOptions), random(seed) {
        auto owned = std::make_unique<ScriptedTransport>(clock);
        transport = owned.get();
        server = std::make_unique<FakeServer>(*transport, clock, random, vocabulary);
        session = std::make_unique<session::Session>(std::move(owned), vocabulary, serverClock, random, options);
        session->setStore(&store);
        using session::Session;
        QObject::connect(session.get(), &Session::batchReady, &context,
                         [this](const core::EnforcementBatch& batch) { apply(batch); });
        QObject::connect(session.get(), &Session::statusChanged, &context,
                         [this](const session::ConnectionStatus& status) {
                             if (states.empty() || states.back() != status.state)
                                 states.push_back(status.state);
                         });
        QObject::connect(session.get(), &Session::cleared, &context, [this] {
            ++clears;
            store.clear();
        });
        profile.name = QStringLiteral("prod");
        profile.api = QUrl(QStringLiteral("http://127.0.0.1:8080"));
        profile.login = QStringLiteral("alice");
    }
    ~SessionFixture() override {
        session.reset();
        deliverEvents();
    }

    void apply(const core::EnforcementBatch& batch) {
        if (isPaused)
            return hold(batch);
        ++batches;
        core::EnforcementBatch kept = batch;
        if (losesRemovals)
            kept.removed.clear();
        const core::BatchPlan plan = store.apply(kept, options.rowCap);
        session->noteContradictions(plan.conflicts);
        std::vector<core::Id> unclear = plan.incomplete;
        unclear.insert(unclear.end(), plan.conflicting.begin(), plan.conflicting.end());
        session->requestHydration(unclear);
    }

    void hold(const core::EnforcementBatch& batch) {
        if (held.size() < holds)
            held.push_back(batch);
        else
            session->noteNewsLost();
    }
    void pause() {
        isPaused = true;
        session->setFrozen(true);
    }
    void resume() {
        isPaused = false;
        for (const core::EnforcementBatch& batch : std::exchange(held, {}))
            apply(batch);
        session->setFrozen(false);
    }

    void signIn(const QString& password = QStringLiteral("secret")) {
        problem.reset();
        answered = false;
        session->signIn(profile, password, &context, [this](std::optional<session::SignInProblem> what) {
            problem = std::move(what);
            answered = true;
        });
    }
    void live() {
        signIn();
        ASSERT_TRUE(passUntil(clock, std::chrono::minutes(5), [this] { return state() == State::Live; }));
    }
    [[nodiscard]] bool comes(State wanted, std::chrono::milliseconds within = std::chrono::minutes(1)) {
        return passUntil(clock, within, [&] { return state() == wanted; });
    }
    void pass(std::chrono::milliseconds span) { test::pass(clock, span); }
    [[nodiscard]] State state() const { return session->status().state; }
    [[nodiscard]] bool has(core::Id id) const { return store.find(id).has_value(); }
    [[nodiscard]] core::WordCode statusOf(core::Id id) const {
        const auto seq = store.find(id);
        return seq ? store.row(*seq).status : core::Status::Unknown;
    }
    [[nodiscard]] net::Generation newest() const { return transport->lastGeneration(); }
    /// More notifications at once than may wait: all are dropped, and the session is told so.
    void overflow() {
        core::EnforcementUpdate update;
        update.row.id = server->rows.rbegin()->first;
        transport->stream(newest()).request.sink->push(
            std::vector<core::EnforcementUpdate>(options.maxPending + 1, update));
        deliverEvents();
        pass(std::chrono::milliseconds(33));
    }
    [[nodiscard]] int lists() const { return server->count(QStringLiteral("per_page")); }

    /// What is wrong with the store, for the range that the session claims to know; empty = nothing.
    [[nodiscard]] std::string difference() const {
        const core::UtcMicros since = session->status().completeSince;
        for (const auto& [id, row] : server->rows) {
            if (row.hidden || row.created <= since)
                continue;
            if (!has(id))
                return "missing " + std::to_string(id);
            const std::string status(vocabulary.statuses.utf8(statusOf(id)));
            if (status != row.status.toStdString())
                return "stale " + std::to_string(id) + ": " + status + " instead of " + row.status.toStdString();
        }
        for (auto seq = store.firstSeq(); seq < store.endSeq(); ++seq) {
            if (!server->rows.contains(store.row(seq).id))
                return "ghost " + std::to_string(store.row(seq).id);
        }
        return {};
    }

    session::SessionOptions options;
    ManualClock clock;
    core::ServerClock serverClock{clock};
    core::SeededRandom random;
    core::Vocabulary vocabulary;
    core::EnforcementStore store;
    QObject context;
    ScriptedTransport* transport = nullptr;
    std::unique_ptr<FakeServer> server;
    std::unique_ptr<session::Session> session;
    session::Profile profile;
    std::vector<State> states;
    std::optional<session::SignInProblem> problem;
    bool answered = false;
    bool losesRemovals = false;    ///< as if they had been in a queue that was dropped
    bool isPaused = false;         ///< what arrives is held until resume(), as a frozen view does it
    std::size_t holds = 1'000'000; ///< batches; more of them are lost
    std::vector<core::EnforcementBatch> held;
    int clears = 0;
    int batches = 0;
};

} // namespace attune::test
