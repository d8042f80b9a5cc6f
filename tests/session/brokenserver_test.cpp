// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sessionfixture.h"

#include <iostream>

using namespace attune;
using namespace std::chrono_literals;
using test::passUntil;

namespace {

constexpr core::UtcMicros Second = 1'000'000;

/// The notifier works; the API, or the proxy in front of it, answers every request with an error.
class BrokenServer : public test::SessionFixture, public ::testing::WithParamInterface<int> {
protected:
    BrokenServer() {
        transport->onRequest = [this, answer = transport->onRequest](const net::HttpRequest& request) {
            asked.push_back({clock.steady(), request.url.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority)});
            answer(request);
        };
    }
    void breakDown() {
        server->restStatus = GetParam();
        asked.clear();
        states.clear();
    }
    [[nodiscard]] std::size_t mostWithin(std::chrono::nanoseconds span) const {
        std::size_t most = 0;
        for (auto first = asked.begin(), last = asked.begin(); last != asked.end(); ++last) {
            while (first->first + span < last->first)
                ++first;
            most = std::max(most, static_cast<std::size_t>(last - first) + 1);
        }
        return most;
    }
    [[nodiscard]] int askedFor(core::Id id) const {
        return static_cast<int>(std::ranges::count_if(asked, [&](const auto& request) {
            return request.second == QStringLiteral("/api/v1/enforcements/%1").arg(id);
        }));
    }

    std::vector<std::pair<std::chrono::nanoseconds, QString>> asked;
};

} // namespace

TEST_P(BrokenServer, tenMinutesOfIt_costFewRequestsAndLoseNothing) {
    server->fill(500);
    const core::Id deleted = server->rows.begin()->first;
    const core::Id resolved = server->create(60 * Second, false);
    live();
    pass(2min);
    breakDown();
    core::Id told = core::UnknownId;
    std::vector<core::Id> untold;
    for (int i = 0; i < 30; ++i) {
        told = server->create();
        untold.push_back(server->create(0, false));
        pass(1s);
        EXPECT_TRUE(has(told)) << "the notifier goes on";
        pass(19s);
    }
    server->resolve(resolved, false);
    server->remove(deleted);
    EXPECT_EQ(states, (std::vector{State::Live, State::Delayed}));
    EXPECT_EQ(session->status().reason, QStringLiteral("out of order"));
    std::cout << GetParam() << " for ten minutes: " << asked.size() << " requests, at most " << mostWithin(10s)
              << " within ten seconds\n";
    EXPECT_LE(asked.size(), 600U) << "one a second";
    EXPECT_LE(mostWithin(10s), 20U);
    EXPECT_EQ(session->counters().reconnects, 0U);
    EXPECT_TRUE(session->isSignedIn());

    server->restStatus = 0;
    const auto back = clock.steady();
    ASSERT_TRUE(comes(State::Live, 15s));
    std::cout << "Live again after " << std::chrono::duration<double>(clock.steady() - back).count() << " s\n";
    EXPECT_TRUE(std::ranges::all_of(untold, [this](core::Id id) { return has(id); }));
    EXPECT_TRUE(passUntil(clock, 80s, [&] { return statusOf(resolved) == core::Status::Processed; }));
    EXPECT_TRUE(passUntil(clock, 18min, [&] { return !has(deleted); }));
    EXPECT_EQ(difference(), "");
}

TEST_P(BrokenServer, singleRow_isAskedForFewTimesAndLeftToThePeriods) {
    server->fill(100);
    live();
    pass(2min);
    breakDown();
    const core::Id id = server->create(0, false);
    server->announceDeferred(id);
    pass(1s);
    EXPECT_GE(askedFor(id), 1);
    pass(10min);
    EXPECT_EQ(askedFor(id), 4) << "once, and three times more";
    EXPECT_FALSE(has(id)) << "when it was created is not known";
    std::optional<session::ServiceError> refused;
    session->fetchEnforcement(id, &context, [&](const auto& detail) { refused = detail.error(); });
    const int before = askedFor(id);
    pass(1min);
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->httpStatus, GetParam());
    EXPECT_EQ(askedFor(id), before) << "an operator asks again, if at all";
    server->restStatus = 0;
    EXPECT_TRUE(passUntil(clock, 15s, [&] { return has(id); }));
}

INSTANTIATE_TEST_SUITE_P(Statuses, BrokenServer, ::testing::Values(500, 502, 503, 504),
                         [](const auto& which) { return "of" + std::to_string(which.param); });
