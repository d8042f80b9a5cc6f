// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "notifierside.h"
#include "restside.h"

#include "attune/core/enforcementstore.h"
#include "attune/session/session.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>
#include <iostream>
#include <vector>

using namespace attune;
using namespace attune::test;
using namespace std::chrono_literals;

namespace {

/// A signed-in session whose server comes and goes, in virtual time, with the real delays and dice.
class Outages : public testing::Test {
protected:
    using Millis = std::chrono::milliseconds;

    Outages() {
        notifier.onOpen = [this](net::Generation /*generation*/) { attempts.push_back(clock.steady()); };
        transport->onClose = [this](net::Generation generation) { notifier.noteClosedByClient(generation); };
        session = std::make_unique<session::Session>(std::move(owned), vocabulary, serverClock, clientRandom,
                                                     session::SessionOptions());
        session->setStore(&store);
        QObject::connect(session.get(), &session::Session::batchReady, &context,
                         [this](const core::EnforcementBatch& batch) { store.apply(batch, 100'000); });
        world.commit(world.insert(20, 60'000'000));
        signIn();
        EXPECT_TRUE(livesWithin(30s));
    }
    ~Outages() override {
        transport->onClose = nullptr;
        session.reset();
        deliver();
    }

    void signIn() {
        session::Profile profile;
        profile.name = QStringLiteral("prod");
        profile.api = QUrl(QStringLiteral("http://127.0.0.1:8080"));
        profile.login = QStringLiteral("alice");
        session->signIn(profile, QStringLiteral("secret"), &context, [](const auto& /*problem*/) {});
    }
    static void deliver() {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    void pass(Millis span) {
        deliver();
        for (const auto end = clock.steady() + span; clock.steady() < end;) {
            const Millis left = std::chrono::ceil<Millis>(end - clock.steady());
            clock.advance(std::clamp(clock.untilNextCall().value_or(left), 0ms, left));
            deliver();
        }
    }
    [[nodiscard]] bool isLive() const { return session->status().state == session::ConnectionState::Live; }
    [[nodiscard]] bool livesWithin(Millis span) {
        for (const auto end = clock.steady() + span; clock.steady() < end && !isLive();)
            pass(10ms);
        return isLive();
    }
    void goDown() {
        faults.refuse = true;
        faults.rest = Faults::Rest::Down;
        notifier.close(0);
    }
    /// The server is away for so long; then how long until the session is Live again.
    [[nodiscard]] Millis timeBackAfter(Millis outage) {
        goDown();
        pass(outage);
        EXPECT_TRUE(outage < 100ms || !isLive());
        faults = {};
        const auto back = clock.steady();
        EXPECT_TRUE(livesWithin(60s));
        const auto took = std::chrono::duration_cast<Millis>(clock.steady() - back);
        pass(Millis(61'000 + static_cast<int>(chaos.uniform() * 10'000))); // long enough to count as stable
        return took;
    }
    [[nodiscard]] Millis between(Millis low, Millis high) {
        return low + Millis(static_cast<int>(chaos.uniform() * static_cast<double>((high - low).count())));
    }

    static constexpr Millis Latency{20};

    core::SeededRandom chaos{1};
    core::SeededRandom serverRandom{2};
    core::SeededRandom clientRandom{3};
    ManualClock clock;
    core::ServerClock serverClock{clock};
    core::Vocabulary vocabulary;
    core::EnforcementStore store;
    World world{clock, 1};
    TokenOffice tokens{clock, 3600s};
    Faults faults;
    std::unique_ptr<ScriptedTransport> owned = std::make_unique<ScriptedTransport>(clock);
    ScriptedTransport* transport = owned.get();
    RestSide rest{*transport, clock, serverRandom, world, tokens, faults, Latency};
    NotifierSide notifier{*transport, clock, serverRandom, world, tokens, faults, Latency, vocabulary};
    QObject context;
    std::unique_ptr<session::Session> session;
    std::vector<std::chrono::nanoseconds> attempts;
};

} // namespace

TEST_F(Outages, blips_areOverWithinTwoAndAHalfSeconds) {
    std::vector<Millis> waits;
    for (int i = 0; i < 100; ++i)
        waits.push_back(timeBackAfter(between(1ms, 1s)));
    std::ranges::sort(waits);
    std::cout << "100 blips: median " << waits[50].count() << " ms, worst " << waits.back().count() << " ms\n";
    EXPECT_LE(waits.back(), 2'500ms);
}

TEST_F(Outages, longerOnes_areOverSoonAfterTheServerIsBack) {
    std::vector<Millis> waits;
    for (int i = 0; i < 100; ++i)
        waits.push_back(timeBackAfter(i % 10 == 0 ? between(60s, 600s) : between(1s, 60s)));
    std::ranges::sort(waits);
    std::cout << "100 outages of 1 to 600 s: median " << waits[50].count() << " ms, 95th " << waits[95].count()
              << " ms, worst " << waits.back().count() << " ms\n";
    EXPECT_LE(waits[50], 6s);
    EXPECT_LE(waits.back(), 10s);
}

TEST_F(Outages, tenMinutes_areSpentTryingOftenButNotInBursts) {
    for (int run = 0; run < 10; ++run) {
        attempts.clear();
        goDown();
        pass(600s);
        EXPECT_GE(attempts.size(), 60U);
        EXPECT_LE(attempts.size(), 105U);
        for (std::size_t i = 4; i < attempts.size(); ++i)
            EXPECT_GT(attempts[i] - attempts[i - 4], 2s) << "more than 4 attempts in 2 s";
        std::cout << attempts.size() << " attempts in 10 minutes\n";
        faults = {};
        ASSERT_TRUE(livesWithin(60s));
        pass(70s);
    }
}
