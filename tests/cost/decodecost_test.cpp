// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "allocationcount.h"

#include "attune/core/notification.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace attune::test {
namespace {

constexpr std::string_view Frame =
    R"({"type":"notification","notification_type":"enforcement_created","entity_type":"enforcement","entity_id":7,)"
    R"("user_id":null,"payload":{"entity_type":"enforcement","entity_id":7,"id":7,"rule":3,)"
    R"("rule_ref":"ops.restart_service_on_rule_3","trigger_ref":"monitoring.trigger_3","event":90000007,)"
    R"("status":"created","condition":"all","created":"2026-06-01T12:04:17.482913+00:00","resolved_at":null,)"
    R"("trace_tag":"monitoring.trigger_3.90000007"},"timestamp":"2026-06-01T12:05:17.283101442Z"})";

class Nothing : public nlohmann::json_sax<nlohmann::json> {
public:
    bool null() override { return true; }
    bool boolean(bool /*value*/) override { return true; }
    bool number_integer(number_integer_t /*value*/) override { return true; }
    bool number_unsigned(number_unsigned_t /*value*/) override { return true; }
    bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return true; }
    bool string(string_t& /*value*/) override { return true; }
    bool binary(binary_t& /*value*/) override { return true; }
    bool start_object(std::size_t /*size*/) override { return true; }
    bool key(string_t& /*name*/) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t /*size*/) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t /*at*/, const std::string& /*token*/, const nlohmann::detail::exception&) override {
        return false;
    }
};

} // namespace

TEST(DecodeCost, aFrame_allocatesNoMoreThanReadingJsonDoes) {
    constexpr int Frames = 100;
    Nothing nothing;
    auto before = allocationCount();
    for (int i = 0; i < Frames; ++i)
        ASSERT_TRUE(nlohmann::json::sax_parse(Frame.begin(), Frame.end(), &nothing));
    const auto limit = allocationCount() - before;
    ASSERT_GT(limit, 0U);

    core::Vocabulary vocabulary;
    core::NotificationDecoder decoder(vocabulary);
    ASSERT_TRUE(decoder.decode(Frame)); // from now on the refs are known
    before = allocationCount();
    for (int i = 0; i < Frames; ++i)
        ASSERT_TRUE(decoder.decode(Frame));
    EXPECT_LE(allocationCount() - before, limit);
}

} // namespace attune::test
