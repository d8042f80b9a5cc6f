// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/manualclock.h"
#include "system/linkwatch.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

#include <array>

using namespace attune;
using session::LinkWatch;
using namespace std::chrono_literals;

namespace {

class LinkWatchTest : public ::testing::Test {
protected:
    /// As the kernel would.
    void say() { EXPECT_TRUE(QMetaObject::invokeMethod(&watch, "onNews")); }
    void set(const std::set<LinkWatch::Address>& now) {
        addresses = now;
        say();
    }

    const LinkWatch::Address lan{2, QStringLiteral("192.0.2.7")};
    const LinkWatch::Address wlan{3, QStringLiteral("198.51.100.9")};
    std::set<LinkWatch::Address> addresses{lan};
    int looks = 0;
    test::ManualClock clock;
    LinkWatch watch{clock, nullptr, [this] {
                        ++looks;
                        return addresses;
                    }};
    QSignalSpy came{&watch, &LinkWatch::addressCame};
};

} // namespace

TEST_F(LinkWatchTest, addressThatComes_isSaidOnceItsRoutesAreThere) {
    set({lan, wlan});
    EXPECT_EQ(came.count(), 0);
    clock.advance(LinkWatch::Settle);
    EXPECT_EQ(came.count(), 1);
    clock.advance(1h);
    EXPECT_EQ(came.count(), 1) << "said once";
}

TEST_F(LinkWatchTest, addressThatGoes_isNothingToTryAnew) {
    set({});
    clock.advance(1h);
    EXPECT_EQ(came.count(), 0);
    set({lan});
    clock.advance(LinkWatch::Settle);
    EXPECT_EQ(came.count(), 1) << "but its return is";
}

TEST_F(LinkWatchTest, sameAddressAtAnotherInterface_hasCome) {
    set({{wlan.first, lan.second}});
    clock.advance(LinkWatch::Settle);
    EXPECT_EQ(came.count(), 1);
}

TEST_F(LinkWatchTest, newsAboutNothing_areNone) {
    for (int i = 0; i < 100; ++i) { // a scan for wireless networks, the lifetime of an address
        say();
        clock.advance(3s);
    }
    EXPECT_EQ(came.count(), 0);
}

TEST_F(LinkWatchTest, interfaceThatWasGoneForAMoment_hasComeBack) {
    set({});
    clock.advance(200ms);
    set({lan});
    clock.advance(LinkWatch::Settle * 2);
    EXPECT_EQ(came.count(), 1);
}

TEST_F(LinkWatchTest, manyAddressesTogether_areOneSignal) {
    for (int i = 0; i < 9; ++i) {
        addresses.emplace(4 + i, wlan.second);
        set(addresses);
        clock.advance(100ms);
    }
    clock.advance(1h);
    EXPECT_EQ(came.count(), 1);
}

TEST_F(LinkWatchTest, interfaceThatFlaps_costsASignalAndALookASecondAtMost) {
    const int before = looks;
    const std::array<std::set<LinkWatch::Address>, 3> states{{{wlan}, {}, {lan}}};
    for (std::size_t i = 0; i < 6'000; ++i) {
        set(states.at(i % states.size()));
        clock.advance(10ms);
    }
    EXPECT_LE(came.count(), 60);
    EXPECT_GE(came.count(), 20);
    EXPECT_LE(looks - before, 61);
}

TEST(LinkWatch, systemAddresses_leadSomewhere) {
    for (const auto& [interface, address] : LinkWatch::systemAddresses()) {
        EXPECT_GT(interface, 0);
        EXPECT_FALSE(address.isEmpty());
        EXPECT_FALSE(address.startsWith(QStringLiteral("fe80:"))) << address.toStdString();
    }
}
