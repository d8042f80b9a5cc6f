// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "connectionmachinefixture.h"

namespace {

/// A server that comes and goes before anything can settle.
class ConnectionMachineFlaps : public ConnectionMachineTest {
protected:
    /// Up or down for up to three seconds.
    void phaseOf(bool isUp) {
        constexpr double Longest = 3'000;
        const auto until = clock.steady() + std::chrono::milliseconds(static_cast<int>(Longest * dice.uniform()));
        for (const net::Generation generation : isUp ? std::vector<net::Generation>() : transport.openStreams())
            transport.end(generation, Kind::Lost);
        while (clock.steady() < until) {
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - clock.steady());
            if (!test::passUntil(clock, left, [this] { return newest() != answered || !probes().empty(); }))
                return;
            answer(isUp);
        }
    }
    void answer(bool isUp) {
        for (const net::RequestId id : probes())
            isUp ? transport.answer(id, Me) : transport.fail(id, Outcome::Unreachable);
        if (std::exchange(answered, newest()) == newest())
            return;
        if (isUp)
            transport.accept(newest());
        else
            end(Kind::Refused);
    }

    core::SeededRandom dice{22};
    net::Generation answered = 0;
};

} // namespace

TEST_F(ConnectionMachineFlaps, thousandOfThem_areNoReasonToTryMoreOftenThanAServerThatIsAway) {
    start(1'000'000);
    const auto began = clock.steady();
    for (int flap = 0; flap < 1'000; ++flap) {
        phaseOf(true);
        phaseOf(false);
    }
    const double minutes = std::chrono::duration<double>(clock.steady() - began).count() / 60;
    EXPECT_GT(minutes, 45);
    EXPECT_LE(static_cast<double>(attempts()), 10.5 * minutes) << "so many in ten minutes of outage";
    EXPECT_GT(fences, 100) << "it was there often enough";
    EXPECT_LE(transport.openStreams().size(), 1U);
    EXPECT_FALSE(loginNeeded);
    for (int i = 0; i < 6; ++i)
        phaseOf(true);
    EXPECT_EQ(machine.phase(), Phase::Fenced);
}
