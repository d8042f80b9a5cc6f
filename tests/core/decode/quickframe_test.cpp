// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "frames.h"
#include "support/bothways.h"

#include <gtest/gtest.h>

#include <string>

namespace attune::core {
namespace {

using test::EnforcementFrame;

class QuickFrameTest : public ::testing::Test {
protected:
    /// Whether `frame` was read the quick way; either way it means the same.
    [[nodiscard]] bool isQuick(const std::string& frame) {
        const auto before = m_ways.quickFrames();
        EXPECT_TRUE(m_ways.agree(frame)) << frame;
        return m_ways.quickFrames() != before;
    }
    [[nodiscard]] static std::string replaced(std::string text, const std::string& what, const std::string& by) {
        const auto at = text.find(what);
        EXPECT_NE(at, std::string::npos) << what;
        return text.replace(at, what.size(), by);
    }

    attune::test::BothWays m_ways;
    std::string m_usual = EnforcementFrame{}.text();
};

TEST_F(QuickFrameTest, usualFrames_areQuick) {
    EXPECT_TRUE(isQuick(m_usual));
    EXPECT_TRUE(isQuick(EnforcementFrame{"9223372036854775807", R"("created")", R"(,"auth_mode":"deferred")"}.text()));
    EXPECT_TRUE(isQuick(' ' + replaced(m_usual, ":4711", "\t: \r\n4711 ") + '\n'));
    EXPECT_TRUE(isQuick(replaced(m_usual, "ops.disk_full", "ops.größe_緊急_🔥")));
    EXPECT_TRUE(isQuick(replaced(m_usual, "ops.disk_full", "[redacted]")));
    EXPECT_TRUE(isQuick(replaced(m_usual, "\"rule\":12", "\"rule\":null")));
    EXPECT_TRUE(isQuick(replaced(m_usual, "\"rule\":12", R"("new":{"id":[1.5,{"id":3}]},"rule":12)")));
    EXPECT_TRUE(isQuick(replaced(m_usual, "mon.disk.90210", std::string(8000, 'x'))));
}

TEST_F(QuickFrameTest, whatNobodyMisses_isQuick) {
    EXPECT_TRUE(isQuick(replaced(m_usual, R"("entity_id":4711,"user_id")", R"("user_id")")));
    EXPECT_TRUE(isQuick(replaced(m_usual, "02.984120331Z", "02,98")));
    EXPECT_TRUE(isQuick(replaced(m_usual, R"("auth_mode")", R"("auth_mode":1,"auth_mode")")));
}

TEST_F(QuickFrameTest, doubtfulFrames_areLeftToTheHandler) {
    const auto notUsual = [this](const std::string& what, const std::string& by) {
        EXPECT_FALSE(isQuick(replaced(m_usual, what, by))) << by;
    };
    notUsual("\"rule\":12", "\"rule\":12,\"rule\":12");
    notUsual(R"("entity_id":4711,"user)", R"("entity_id":4711,"entity_id":4711,"user)");
    notUsual(R"("payload":)", R"("payload":null,"payload":)");
    notUsual("ops.disk", "ops\\u002edisk");
    notUsual("\"rule\"", "\"r\\u0075le\"");
    notUsual("\"auth_mode\"", "\"auth\\\"mode\"");
    notUsual("\"rule\":12", "\"rule\":12.0");
    notUsual("\"rule\":12", "\"rule\":9223372036854775808");
    notUsual("\"rule\":12", "\"rule\":123456789012345678901234567890");
    notUsual("\"rule\":12", "\"rule\":0");
    notUsual("\"rule\":12", "\"rule\":\"12\"");
    notUsual("\"rule\":12", "\"rule\":{}");
    notUsual("\"rule\":12", "\"rule\":12,\"x\":1e400");
    notUsual("\"rule\":12", "\"rule\":12,\"x\":" + std::string(20, '[') + std::string(20, ']'));
    notUsual("\"rule\":12", "\"rule\":12,\"workflow_task\":{\"task_name\":\"a\"}");
    notUsual("\"ops.disk_full\"", "17");
    notUsual("09:15:02.4178+00:00", "yesterday");
    notUsual("\"type\":\"notification\",", "");
    notUsual("\"type\":\"notification\"", "\"type\":\"welcome\"");
    notUsual("\"entity_type\":\"enforcement\"", "\"entity_type\":\"execution\"");
    notUsual("\"id\":4711", "\"id\":4712");
    notUsual("\"id\":4711,", "");
    notUsual("mon.disk.90210", std::string(20'000, 'x'));
}

TEST_F(QuickFrameTest, brokenFrames_areLeftToTheHandler) {
    for (const char* bytes : {"\x01", "\xc3", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xff", "\""})
        EXPECT_FALSE(isQuick(replaced(m_usual, "disk_full", bytes)));
    for (std::size_t size = 0; size < m_usual.size(); ++size)
        EXPECT_FALSE(isQuick(m_usual.substr(0, size)));
    // A NUL may stand in for nothing, least of all behind a number.
    for (std::size_t at = 0; at <= m_usual.size(); ++at) {
        std::string text = m_usual;
        EXPECT_FALSE(isQuick(text.insert(at, 1, '\0'))) << at;
    }
    EXPECT_FALSE(isQuick("\xef\xbb\xbf" + m_usual));
    EXPECT_FALSE(isQuick(m_usual + '}'));
    EXPECT_FALSE(isQuick(m_usual + m_usual));
}

TEST_F(QuickFrameTest, goodFramesOfEveryKind_meanTheSame) {
    for (const std::string& frame : test::goodFrames())
        EXPECT_TRUE(m_ways.agree(frame)) << frame;
    EXPECT_EQ(m_ways.quickFrames(), 2U);
}

TEST_F(QuickFrameTest, wordsWithoutEnd_areRefusedTheSame) {
    for (int i = 0; i < 300; ++i)
        (void)isQuick(replaced(m_usual, "\"processed\"", "\"word_" + std::to_string(i) + '"'));
    EXPECT_FALSE(m_ways.last().ok());
    EXPECT_LT(m_ways.quickFrames(), 256U);
}

} // namespace
} // namespace attune::core
