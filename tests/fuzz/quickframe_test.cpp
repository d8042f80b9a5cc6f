// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/bothways.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

// Frames that are nearly usual: every member right, wrong, doubled or missing. What arbitrary changes make of a text is
// the business of the frame target.
namespace attune {

namespace {

using Texts = std::vector<std::string_view>;

const Texts Ids{"1",
                "42",
                "9223372036854775807",
                "9223372036854775808",
                "18446744073709551616",
                "0",
                "-0",
                "-1",
                "00",
                "1.0",
                "1e0",
                "null",
                "\"1\"",
                "true",
                "[]",
                "{}",
                "+1",
                "1e400",
                "0x1",
                "NaN",
                "7\\n",
                "1.",
                "-",
                ".5"};
const Texts Words{"\"created\"",
                  "\"processed\"",
                  "\"mon.disk\"",
                  "\"[redacted]\"",
                  "\"\"",
                  "null",
                  "\"mon.disk.42\"",
                  "\"\\u0041\"",
                  "\"\xc3\xbc\"",
                  "\"\xc3\"",
                  "\"\xed\xa0\x80\"",
                  "\"\xf0\x9f\x94\xa5\"",
                  "\"\xc0\xaf\"",
                  "\"\x01\"",
                  "\"\x7f\"",
                  "12",
                  "true",
                  "{}",
                  "[\"a\"]",
                  "\"\\ud800\"",
                  "\"\xf4\x90\x80\x80\"",
                  "\"\xef\xbb\xbf\"",
                  "\"\xef\xbf\xbf\"",
                  "'created'"};
const Texts Times{"\"2026-06-01T18:16:21Z\"",
                  "\"2026-06-01T18:16:21.500123456Z\"",
                  "\"2026-06-01T20:16:21.4178+02:00\"",
                  "\"2026-02-30T00:00:00Z\"",
                  "\"0001-01-01T00:00:00+23:59\"",
                  "null",
                  "\"\"",
                  "17",
                  "false"};
const Texts Others{"null",
                   "true",
                   "false",
                   "3.25",
                   "-7",
                   "\"x\"",
                   "[1,[2,{\"id\":3}]]",
                   "{\"id\":9,\"payload\":{}}",
                   "[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]",
                   "1e999",
                   "tru",
                   "[1,]",
                   "{\"a\":1,}"};

struct Member {
    std::string_view name;
    const Texts& values;
    std::size_t usual; ///< how many of the values, from the first, are what a server sends
};
const std::array<Member, 6> Envelope{{{"notification_type", Words, 1},
                                      {"entity_id", Ids, 1},
                                      {"user_id", Others, 1},
                                      {"timestamp", Times, 3},
                                      {"id", Ids, 3},
                                      {"note", Others, 8}}};
const std::array<Member, 16> Payload{{{"id", Ids, 1},
                                      {"rule", Ids, 3},
                                      {"rule_ref", Words, 4},
                                      {"trigger_ref", Words, 4},
                                      {"event", Ids, 3},
                                      {"status", Words, 2},
                                      {"old_status", Words, 2},
                                      {"condition", Words, 3},
                                      {"created", Times, 3},
                                      {"resolved_at", Times, 3},
                                      {"trace_tag", Words, 7},
                                      {"auth_mode", Words, 3},
                                      {"payload", Others, 1},
                                      {"task_name", Words, 1},
                                      {"workflow_task", Others, 1},
                                      {"config", Others, 8}}};

class NearlyUsual {
public:
    explicit NearlyUsual(std::uint64_t seed) : m_engine(seed) {}

    [[nodiscard]] std::string next() {
        m_oddity = below(4) == 0 ? 0 : 30 + below(300); // a quarter has nothing odd
        std::string text = space() + '{';
        text += odd() ? "" : R"("type":"notification",)";
        text += odd() ? R"("entity_type":"execution",)" : R"("entity_type":"enforcement",)";
        members(text, Envelope, 4);
        text += space() + (odd() ? "\"pay\\u006coad\"" : "\"payload\"") + space() + ':' + space() + payload();
        if (odd())
            text += ",\"payload\":" + payload();
        if (odd())
            text += R"(,"type":"welcome")";
        text += odd() ? "" : "}";
        text += space();
        if (odd())
            text += odd() ? std::string(1, '\0') : std::string(below(2) == 0 ? "}" : " \n1");
        return text;
    }

private:
    [[nodiscard]] std::size_t below(std::size_t limit) { return m_engine() % limit; }
    /// Once in m_oddity times; 0: never.
    [[nodiscard]] bool odd() { return m_oddity != 0 && below(m_oddity) == 0; }
    [[nodiscard]] std::string space() {
        static constexpr std::array<std::string_view, 6> Spaces{" ", "\n", "\t", "\r\n", "  ", "\v"};
        return odd() ? std::string(Spaces[below(Spaces.size())]) : std::string();
    }

    void member(std::string& text, const Member& member) {
        const auto& values = member.values;
        text += space() + '"' + std::string(member.name) + '"' + space() + ':' + space();
        text += values[odd() ? below(values.size()) : below(member.usual)];
    }

    template<std::size_t Count>
    void members(std::string& text, const std::array<Member, Count>& all, std::size_t usual) {
        for (std::size_t i = 0; i < Count; ++i) {
            if (i < usual ? odd() : !odd())
                continue;
            member(text, all[i]);
            text += odd() ? "" : ",";
            if (odd()) { // the same again, or another one out of turn
                member(text, all[below(2) == 0 ? i : below(Count)]);
                text += ",";
            }
        }
    }

    [[nodiscard]] std::string payload() {
        if (odd())
            return std::string(Others[below(Others.size())]);
        std::string text = "{";
        members(text, Payload, 12);
        text += R"("entity_type":"enforcement"})";
        return text;
    }

    std::mt19937_64 m_engine;
    std::size_t m_oddity = 0;
};

} // namespace

TEST(QuickFrame, nearlyUsualFrames_meanTheSameToBothDecoders) {
    constexpr std::uint64_t Inputs = 200'000;
    NearlyUsual source(20260601);
    test::BothWays ways;
    for (std::uint64_t i = 0; i < Inputs; ++i) {
        const std::string frame = source.next();
        ASSERT_TRUE(ways.agree(frame)) << frame;
    }
    // Both kinds came often enough to prove something.
    EXPECT_GT(ways.quickFrames(), Inputs / 4);
    EXPECT_LT(ways.quickFrames(), Inputs * 3 / 4);
}

} // namespace attune
