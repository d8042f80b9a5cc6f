// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sessionfixture.h"
#include "support/memory.h"

#include <iostream>

using namespace attune;
using namespace std::chrono_literals;

namespace {

/// A whole server that comes and goes before anything can settle, while rows come and go.
class FlappingSession : public test::SessionFixture {
protected:
    FlappingSession() : SessionFixture({.readDepth = 200, .rowCap = 200}) {}

    void flap(int times) {
        constexpr double Longest = 3'000;
        const auto upTo = [this] { return std::chrono::milliseconds(static_cast<int>(Longest * dice.uniform())); };
        for (int i = 0; i < times; ++i) {
            setDown(false);
            server->create();
            server->remove(server->rows.begin()->first);
            pass(upTo());
            setDown(true);
            pass(upTo());
            forgetPast();
        }
    }
    void setDown(bool isDown) {
        server->restDown = server->notifierDown = isDown;
        if (isDown)
            server->disconnect();
    }
    /// What the test itself remembers is not to be measured.
    void forgetPast() {
        attempts += transport->forgetPast();
        states.clear();
    }

    core::SeededRandom dice{22};
    std::size_t attempts = 0;
};

} // namespace

TEST_F(FlappingSession, thousandFlaps_takeNoMoreMemoryThanAHundred) {
    server->fill(150);
    live();
    flap(100);
    const qint64 heap = test::heapKib();
    const qint64 resident = test::memoryKib("VmRSS:");
    attempts = 0;
    const auto began = clock.steady();
    flap(1'000);
    const qint64 grown = test::heapKib() - heap;
    const qint64 grownResident = test::memoryKib("VmRSS:") - resident;
    const double minutes = std::chrono::duration<double>(clock.steady() - began).count() / 60;
    std::cout << "1,000 flaps: heap " << heap << " KiB, grown by " << grown << " KiB, resident by " << grownResident
              << " KiB; " << static_cast<double>(attempts) / minutes << " attempts a minute\n";
    EXPECT_LE(grown, 96) << "less than a line of a log for each";
    if constexpr (test::MemoryOverhead == 1) { // a sanitizer keeps hundreds of MiB that were freed
        EXPECT_LE(grownResident, 1'024);
    }
    EXPECT_LE(static_cast<double>(attempts), 12.5 * minutes)
        << "as in an outage, and twice a minute because the API answered again";
    EXPECT_LE(clock.pendingCalls(), 40U);
    setDown(false);
    EXPECT_TRUE(comes(State::Live, 30s));
    EXPECT_EQ(difference(), "");
}
