// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/gaps/missedspans.h"

#include "attune/core/random.h"

#include <gtest/gtest.h>

#include <set>

using namespace attune;
using session::MissedSpans;

namespace {

constexpr core::UtcMicros Second = 1'000'000;
constexpr core::UtcMicros Slack = std::chrono::microseconds(MissedSpans::Slack).count();

void expectNewest(const MissedSpans& spans, core::UtcMicros from, core::UtcMicros to) {
    const auto span = spans.newest();
    ASSERT_TRUE(span);
    EXPECT_EQ(span->from, from);
    EXPECT_EQ(span->to, to);
}

} // namespace

TEST(MissedSpans, streamThatWasNeverHeard_missesNothing) {
    MissedSpans spans;
    spans.lost(core::UnknownTime);
    EXPECT_FALSE(spans.newest());
}

TEST(MissedSpans, lostStream_missesWhatComesFromThenOn) {
    MissedSpans spans;
    spans.lost(100 * Second);
    expectNewest(spans, 100 * Second - Slack, MissedSpans::EndOfTime);
    spans.lost(200 * Second);
    expectNewest(spans, 100 * Second - Slack, MissedSpans::EndOfTime);
}

TEST(MissedSpans, walkThatDoesNotComeDown_leavesTheLowerPart) {
    MissedSpans spans;
    spans.lost(100 * Second);
    spans.noteRead(150 * Second, MissedSpans::EndOfTime);
    expectNewest(spans, 100 * Second - Slack, 150 * Second);
    spans.noteRead(90 * Second, 150 * Second);
    EXPECT_FALSE(spans.newest());
}

TEST(MissedSpans, walkWithoutAStream_leavesWhatCameAfterIt) {
    MissedSpans spans;
    spans.lost(100 * Second);
    spans.noteRead(50 * Second, 180 * Second);
    expectNewest(spans, 180 * Second, MissedSpans::EndOfTime);
    EXPECT_FALSE(spans.newestEnded());
}

TEST(MissedSpans, whatIsStillBeingMissed_doesNotHideWhatIsOver) {
    MissedSpans spans;
    spans.lost(100 * Second);
    spans.noteRead(150 * Second, 180 * Second);
    expectNewest(spans, 180 * Second, MissedSpans::EndOfTime);
    ASSERT_TRUE(spans.newestEnded());
    EXPECT_EQ(spans.newestEnded()->to, 150 * Second);
}

TEST(MissedSpans, lostAgain_newestComesFirst) {
    MissedSpans spans;
    spans.lost(100 * Second);
    spans.noteRead(150 * Second, MissedSpans::EndOfTime);
    spans.lost(300 * Second);
    expectNewest(spans, 300 * Second - Slack, MissedSpans::EndOfTime);
    spans.noteRead(290 * Second, MissedSpans::EndOfTime);
    expectNewest(spans, 100 * Second - Slack, 150 * Second);
}

TEST(MissedSpans, lostAgainAtOnce_isOneSpan) {
    MissedSpans spans;
    spans.lost(100 * Second);
    spans.noteRead(102 * Second, MissedSpans::EndOfTime);
    spans.lost(103 * Second);
    expectNewest(spans, 100 * Second - Slack, MissedSpans::EndOfTime);
}

TEST(MissedSpans, rowsThatAreNotKept_needNotBeRead) {
    MissedSpans spans;
    spans.lost(100 * Second);
    spans.noteRead(150 * Second, MissedSpans::EndOfTime);
    spans.forgetBefore(120 * Second);
    expectNewest(spans, 120 * Second, 150 * Second);
    spans.forgetBefore(160 * Second);
    EXPECT_FALSE(spans.newest());
}

TEST(MissedSpans, anyOrderOfLossesAndWalks_neverForgetsASecondThatNobodyHasRead) {
    core::SeededRandom random(1);
    const auto upTo = [&](int most) { return static_cast<core::UtcMicros>(random.uniform() * most); };
    for (int run = 0; run < 200; ++run) {
        MissedSpans spans;
        std::set<core::UtcMicros> missed; // in seconds
        core::UtcMicros now = 100;
        for (int step = 0; step < 60; ++step) {
            const core::UtcMicros before = now;
            now += 1 + upTo(20);
            if (upTo(2) == 0) {
                spans.lost(before * Second);
                for (core::UtcMicros second = before + 1; second <= now; ++second)
                    missed.insert(second);
                spans.noteRead(now * Second, MissedSpans::EndOfTime);
            } else if (const auto span = spans.newest()) {
                const core::UtcMicros above = span->to - 1 - upTo(10) * Second;
                spans.noteRead(above, span->to);
                std::erase_if(missed, [&](core::UtcMicros second) {
                    return second * Second > above && second * Second <= span->to;
                });
            }
        }
        while (const auto span = spans.newest()) {
            std::erase_if(missed, [&](core::UtcMicros second) {
                return second * Second > span->from && second * Second <= span->to;
            });
            spans.noteRead(span->from, span->to);
        }
        EXPECT_TRUE(missed.empty()) << "run " << run << ", second " << *missed.begin();
    }
}
