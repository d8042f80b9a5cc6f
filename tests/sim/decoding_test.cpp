// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sim/simclient.h"
#include "support/bothways.h"

#include <gtest/gtest.h>

using attune::test::Sim;
using namespace attune;

namespace {

/// Frames as servers of one generation write them.
class SimDecoding : public ::testing::TestWithParam<sim::Generation> {};

} // namespace

TEST_P(SimDecoding, everyEnforcementNotification_isReadTheQuickWay) {
    sim::SimOptions options;
    options.generation = GetParam();
    Sim sim(options);
    const auto listener = sim.listener({"entity_type:enforcement"});
    sim.server.control().emitCreated(300);
    sim.server.control().emitCreated(100, true);
    sim.server.control().emitCreated(50, false, true);
    sim.server.control().emitChanges(200);
    sim.server.control().emitChanges(50, true);
    ASSERT_TRUE(listener->waitForCount(700));
    const std::size_t count = listener->notifications().size();

    test::BothWays ways;
    std::size_t escaped = 0; // the world has a ref with quotes in it
    for (const std::string& text : listener->texts) {
        EXPECT_TRUE(ways.agree(text)) << text;
        escaped += text.find('\\') != std::string::npos ? 1U : 0U;
    }
    EXPECT_EQ(ways.quickFrames() + escaped, count);
    EXPECT_GE(ways.quickFrames(), count - 20);
}

TEST_P(SimDecoding, everythingElse_meansTheSameBothWays) {
    sim::SimOptions options;
    options.generation = GetParam();
    options.rate = 500;
    options.delayScale = 0.01;
    Sim sim(options);
    const auto listener = sim.listener(
        {"entity_type:enforcement", "entity_type:execution", "entity_type:event", "entity_type:rule_lifecycle"});
    ASSERT_TRUE(listener->waitForCount(2000));

    test::BothWays ways;
    for (const std::string& text : listener->texts)
        EXPECT_TRUE(ways.agree(text)) << text;
    EXPECT_GT(ways.quickFrames(), 100U);
    EXPECT_LT(ways.quickFrames(), listener->texts.size());
}

INSTANTIATE_TEST_SUITE_P(Generations, SimDecoding, ::testing::Values(sim::Generation::June, sim::Generation::Newest),
                         [](const auto& generation) {
                             return generation.param == sim::Generation::June ? "June" : "Newest";
                         });
