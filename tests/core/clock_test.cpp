// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/manualclock.h"
#include "support/waiting.h"

#include "attune/core/serverclock.h"

#include <gtest/gtest.h>

#include <QDateTime>

namespace attune::core {
namespace {

using namespace std::chrono_literals;
using test::waitFor;

int warnings = 0;

/// Counts what Qt complains about while it lives.
class WarningCounter {
public:
    WarningCounter() { warnings = 0; }
    ~WarningCounter() { qInstallMessageHandler(m_previous); }
    WarningCounter(const WarningCounter&) = delete;
    WarningCounter& operator=(const WarningCounter&) = delete;

private:
    QtMessageHandler m_previous =
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) { ++warnings; });
};

TEST(SystemClock, now_isTheWallTime) {
    const SystemClock clock;
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    const UtcMicros now = clock.now();
    const qint64 after = QDateTime::currentMSecsSinceEpoch();
    EXPECT_GE(now / 1000, before);
    EXPECT_LE(now / 1000, after);
}

TEST(SystemClock, steady_neverGoesBack) {
    const SystemClock clock;
    auto last = clock.steady();
    for (int i = 0; i < 1000; ++i) {
        const auto next = clock.steady();
        ASSERT_GE(next, last);
        last = next;
    }
}

TEST(SystemClock, after_callsOnceAndNotAtOnce) {
    SystemClock clock;
    int calls = 0;
    const auto timer = clock.after(1ms, [&calls] { ++calls; });
    EXPECT_EQ(calls, 0);
    ASSERT_TRUE(waitFor([&calls] { return calls > 0; }));
    bool later = false;
    const auto second = clock.after(5ms, [&later] { later = true; });
    ASSERT_TRUE(waitFor([&later] { return later; }));
    EXPECT_EQ(calls, 1);
}

TEST(SystemClock, after_waitsForTheDelay) {
    SystemClock clock;
    const auto start = clock.steady();
    std::chrono::nanoseconds called{};
    const auto timer = clock.after(20ms, [&] { called = clock.steady(); });
    ASSERT_TRUE(waitFor([&called] { return called.count() != 0; }));
    EXPECT_GE(called - start, 19ms); // Qt rounds to milliseconds
}

TEST(SystemClock, delaysOfNothingOrLess_callSoon) {
    SystemClock clock;
    const WarningCounter counter;
    int calls = 0;
    const auto none = clock.after(0ms, [&calls] { ++calls; });
    const auto past = clock.after(-5s, [&calls] { ++calls; });
    EXPECT_TRUE(waitFor([&calls] { return calls == 2; }));
    EXPECT_EQ(warnings, 0);
}

TEST(SystemClock, delaysLongerThanQtCanCount_arePendingNotLost) {
    SystemClock clock;
    const WarningCounter counter;
    bool called = false;
    bool sooner = false;
    const auto month = clock.after(std::chrono::hours(30 * 24), [&called] { called = true; });
    const auto longest = clock.after(std::chrono::milliseconds::max(), [&called] { called = true; });
    const auto short_ = clock.after(1ms, [&sooner] { sooner = true; });
    ASSERT_TRUE(waitFor([&sooner] { return sooner; }));
    EXPECT_FALSE(called);
    EXPECT_EQ(warnings, 0);
}

TEST(SystemClock, destroyedTimer_neverCalls) {
    SystemClock clock;
    bool called = false;
    bool later = false;
    auto timer = clock.after(0ms, [&called] { called = true; });
    timer.reset();
    const auto second = clock.after(5ms, [&later] { later = true; });
    ASSERT_TRUE(waitFor([&later] { return later; }));
    EXPECT_FALSE(called);
}

TEST(SystemClock, call_mayDestroyItsTimer) {
    SystemClock clock;
    std::unique_ptr<Timer> timer;
    std::string text = "kept alive by the call";
    std::string seen;
    timer = clock.after(0ms, [&timer, &seen, text] {
        timer.reset();
        seen = text;
    });
    ASSERT_TRUE(waitFor([&seen] { return !seen.empty(); }));
    EXPECT_EQ(timer, nullptr);
    EXPECT_EQ(seen, text);
}

TEST(SystemClock, call_mayStartTheNext) {
    SystemClock clock;
    std::unique_ptr<Timer> timer;
    int calls = 0;
    std::function<void()> again = [&] {
        if (++calls < 5)
            timer = clock.after(0ms, again);
    };
    timer = clock.after(0ms, again);
    EXPECT_TRUE(waitFor([&calls] { return calls == 5; }));
}

TEST(UntilFullSecond, ticksThatBeganApart_wakeTogether) {
    test::ManualClock clock;
    for (const auto start : {0ms, 1ms, 499ms, 749ms, 750ms, 999ms}) {
        clock.advance(start);
        const auto wait = untilFullSecond(clock);
        EXPECT_EQ((clock.steady() + wait) % 1s, 0ns);
        EXPECT_GE(wait, 250ms); // a timer that fires a little early does not tick twice
        EXPECT_LE(wait, 1250ms);
        clock.advance(wait);
    }
}

TEST(ServerClock, isThisComputersUntilSomethingIsKnown) {
    test::ManualClock local;
    ServerClock clock(local);
    EXPECT_EQ(clock.now(), local.now());
    clock.setAhead(2h);
    EXPECT_EQ(clock.now(), local.now() + 7'200'000'000);
    clock.setAhead(-10min);
    EXPECT_EQ(clock.now(), local.now() - 600'000'000);
    EXPECT_EQ(&clock.local(), &local);
    clock.setAhead(std::nullopt);
    EXPECT_EQ(clock.now(), local.now());
}

TEST(ServerClock, differencesThatADateCannotTell_areNone) {
    test::ManualClock local;
    ServerClock clock(local);
    for (const auto ahead : {-2s, -1s, 0s, 1s, 2s}) {
        clock.setAhead(ahead);
        EXPECT_EQ(clock.now(), local.now()) << ahead.count();
    }
    clock.setAhead(3s);
    EXPECT_EQ(clock.now(), local.now() + 3'000'000);
}

TEST(ServerClock, steadyTimeAndTimers_areThisComputers) {
    test::ManualClock local;
    ServerClock clock(local);
    clock.setAhead(2h);
    EXPECT_EQ(clock.steady(), local.steady());
    int calls = 0;
    const auto timer = clock.after(5ms, [&calls] { ++calls; });
    local.advance(4ms);
    EXPECT_EQ(calls, 0);
    local.advance(1ms);
    EXPECT_EQ(calls, 1);
}

} // namespace
} // namespace attune::core
