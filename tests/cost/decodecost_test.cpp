// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "allocationcount.h"
#include "emptysax.h"

#include "attune/core/notification.h"

#include <gtest/gtest.h>

namespace attune::test {
namespace {

constexpr std::string_view Frame =
    R"({"type":"notification","notification_type":"enforcement_created","entity_type":"enforcement","entity_id":7,)"
    R"("user_id":null,"payload":{"entity_type":"enforcement","entity_id":7,"id":7,"rule":3,)"
    R"("rule_ref":"ops.restart_service_on_rule_3","trigger_ref":"monitoring.trigger_3","event":90000007,)"
    R"("status":"created","condition":"all","created":"2026-06-01T12:04:17.482913+00:00","resolved_at":null,)"
    R"("trace_tag":"monitoring.trigger_3.90000007"},"timestamp":"2026-06-01T12:05:17.283101442Z"})";

} // namespace

TEST(DecodeCost, aUsualFrame_allocatesNothing) {
    core::Vocabulary vocabulary;
    core::NotificationDecoder decoder(vocabulary);
    ASSERT_TRUE(decoder.decode(Frame)); // from now on the refs are known
    const auto before = allocationCount();
    for (int i = 0; i < 100; ++i)
        ASSERT_TRUE(decoder.decode(Frame));
    EXPECT_EQ(allocationCount() - before, 0U);
}

TEST(DecodeCost, anyOtherFrame_allocatesNoMoreThanReadingJsonDoes) {
    constexpr int Frames = 100;
    EmptySax nothing;
    auto before = allocationCount();
    for (int i = 0; i < Frames; ++i)
        ASSERT_TRUE(nlohmann::json::sax_parse(Frame.begin(), Frame.end(), &nothing));
    const auto limit = allocationCount() - before;
    ASSERT_GT(limit, 0U);

    core::Vocabulary vocabulary;
    core::NotificationDecoder decoder(vocabulary, core::NotificationDecoder::Way::Thorough);
    ASSERT_TRUE(decoder.decode(Frame));
    before = allocationCount();
    for (int i = 0; i < Frames; ++i)
        ASSERT_TRUE(decoder.decode(Frame));
    EXPECT_LE(allocationCount() - before, limit);
}

} // namespace attune::test
