// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "dice.h"
#include "faultsfixture.h"

#include <QElapsedTimer>

#include <functional>
#include <iostream>

using namespace attune;
using namespace std::chrono_literals;
using test::Road;
using State = session::ConnectionState;

namespace {

/// For how long and with which dice; ATTUNE_FAULT_SECONDS and ATTUNE_FAULT_SEED choose.
class RandomFaults : public test::FaultsFixture {
protected:
    void someFault() {
        const std::vector<std::function<void()>> faults{
            [this] { notifier->resetAll(); },
            [this] { notifier->closeAll(); },
            [this] { api->resetAll(); },
            [this] { notifier->setBlackHole(dice.coin(), true); },
            [this] { api->setBlackHole(true, true); },
            [this] {
                notifier->setRefusing(true);
                notifier->resetAll();
            },
            [this] {
                const Road slow{.latency = std::chrono::milliseconds(dice.between(0, 500)), .jitter = 300ms};
                notifier->setRoads(slow, slow);
                api->setRoads(slow, slow);
            },
            [this] { notifier->setRoads({}, Road{.segment = dice.between(1, 100)}); },
            [this] { control().dropNotifications(static_cast<std::uint64_t>(dice.between(1, 300))); },
            [this] { control().closeSockets(static_cast<int>(dice.coin() ? 1012 : 1000)); },
            [this] {
                control().fail(
                    {.pathPrefix = "/api", .status = 500, .body = "{}", .count = static_cast<int>(dice.between(1, 5))});
            },
        };
        dice.oneOf(faults)();
    }
    void mendAll() {
        notifier->setRefusing(false);
        notifier->mend();
        api->mend();
    }
    /// Everything is there and as the server has it, whether or not the next attempt to connect is due yet.
    [[nodiscard]] bool isTrue() { return difference(core::UnknownTime).empty(); }

    test::Dice dice;
};

} // namespace

TEST_F(RandomFaults, endInTheServersTruthAndNeverInALie) {
    const int seed = test::numberFromEnvironment("ATTUNE_FAULT_SEED", 1);
    const std::chrono::seconds length(test::numberFromEnvironment("ATTUNE_FAULT_SECONDS", 20));
    RecordProperty("seed", seed);
    dice.setSeed(seed);
    liveAt(100);
    QElapsedTimer total;
    total.start();
    int faults = 0;
    int together = 0;
    while (total.elapsed() < std::chrono::milliseconds(length).count()) {
        someFault();
        ++faults;
        EXPECT_FALSE(test::waitFor([] { return false; }, std::chrono::milliseconds(dice.between(200, 4000))));
        // Two at most come together, so that an outage is one of seconds.
        if (++together == 2 || dice.coin()) {
            mendAll();
            together = 0;
        }
    }
    // Seconds of health between minutes of faults leave much to be read, at five requests a second.
    QElapsedTimer back;
    back.start();
    mendAll();
    control().setRate(0);
    EXPECT_TRUE(test::waitFor([&] { return isTrue(); }, 120s)) << difference(core::UnknownTime);
    std::cout << "seed " << seed << ": " << faults << " faults, " << session->counters().reconnects << " reconnects, "
              << control().state().size() << " rows, true again after " << back.elapsed() << " ms\n";
    control().setRate(100);
    EXPECT_TRUE(comes(State::Live));
    EXPECT_FALSE(test::waitFor([] { return false; }, 2s));
    someFault();
    EXPECT_FALSE(test::waitFor([] { return false; }, 3s));
    back.restart();
    mendAll();
    control().setRate(0);
    // The promise is ten seconds; a machine that does many other things meanwhile gets twice that.
    const std::chrono::seconds limit = qEnvironmentVariableIsSet("ATTUNE_FAULT_SECONDS") ? 10s : 20s;
    const bool isInTime = test::waitFor([&] { return isTrue(); }, limit);
    const auto status = session->status();
    EXPECT_TRUE(isInTime) << session::stateWord(status.state).toStdString() << ' ' << status.activity.toStdString()
                          << ' ' << status.syncProgress << ' ' << status.reason.toStdString() << ", "
                          << difference(core::UnknownTime);
    std::cout << "true " << back.elapsed() << " ms after the last fault\n";
    expectRecovery();
}
