// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sessionfixture.h"

using namespace attune;
using Kind = net::StreamEnd::Kind;
using namespace std::chrono_literals;

namespace {

/// What a sane server never does is counted.
class AnomaliesTest : public test::SessionFixture {
protected:
    void endStream(Kind kind, int code) {
        const net::Generation generation = newest();
        transport->end(generation, kind, code);
        EXPECT_TRUE(passUntil(clock, 2min, [&] { return newest() != generation && state() == State::Live; }));
    }
};

} // namespace

TEST_F(AnomaliesTest, streamsThatBreakTheProtocol_areCountedAndNoOthers) {
    live();
    endStream(Kind::Closed, 1001);
    endStream(Kind::Lost, 0);
    EXPECT_EQ(session->counters().brokenStreams, 0U);
    endStream(Kind::Protocol, 1009);
    endStream(Kind::Protocol, 1002);
    EXPECT_EQ(session->counters().brokenStreams, 2U);
}

TEST_F(AnomaliesTest, rowToldOtherwiseThanBefore_isCounted) {
    server->fill(20);
    live();
    EXPECT_EQ(session->counters().contradictions, 0U);
    core::EnforcementUpdate update;
    update.row.id = 7;
    update.row.event = 1'234'567;
    transport->stream(newest()).request.sink->push(update);
    pass(1s);
    EXPECT_GE(session->counters().contradictions, 1U);
    EXPECT_EQ(state(), State::Live);
}
