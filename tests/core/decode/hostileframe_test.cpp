// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "frames.h"
#include "support/printers.h"

#include "attune/core/jsonlimits.h"
#include "attune/core/notification.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>

namespace attune::core {
namespace {

using test::EnforcementFrame;
using test::goodFrames;
using test::notificationFrame;

class HostileFrameTest : public ::testing::Test {
protected:
    [[nodiscard]] QString reason(std::string_view text) {
        const auto frame = m_decoder.decode(text);
        return frame ? QStringLiteral("accepted") : frame.error().message;
    }
    /// What a frame may say after it was accepted, whatever it was made of.
    void expectSound(const Result<Frame>& frame) {
        if (!frame) {
            ASSERT_FALSE(frame.error().message.isEmpty());
            return;
        }
        if (const auto* update = std::get_if<EnforcementUpdate>(&*frame)) {
            ASSERT_GT(update->row.id, 0);
            ASSERT_TRUE(update->row.rule >= NullId && update->row.event >= NullId);
            ASSERT_LT(update->row.ruleRef, m_vocabulary.refs.size());
            ASSERT_LT(update->row.status, m_vocabulary.statuses.size());
            ASSERT_TRUE(update->row.created == UnknownTime || isInstant(update->row.created));
            ASSERT_EQ(update->traceTag.empty(), update->row.traceTag != TraceTag::Stored);
        } else if (const auto* execution = std::get_if<ExecutionUpdate>(&*frame)) {
            ASSERT_GT(execution->row.id, 0);
        } else if (const auto* rule = std::get_if<RuleNotification>(&*frame)) {
            ASSERT_NE(rule->ruleRef, 0U);
        }
    }

    Vocabulary m_vocabulary;
    NotificationDecoder m_decoder{m_vocabulary};
};

TEST_F(HostileFrameTest, goodFrames_areAccepted) {
    for (const std::string& frame : goodFrames())
        EXPECT_EQ(reason(frame), QStringLiteral("accepted")) << frame;
}

TEST_F(HostileFrameTest, everyTruncatedFrame_isRefused) {
    for (const std::string& frame : goodFrames()) {
        for (std::size_t size = 0; size < frame.size(); ++size) {
            // A copy of its own, so that a read behind the end is seen by the sanitizer.
            const std::vector<char> prefix(frame.begin(), frame.begin() + static_cast<std::ptrdiff_t>(size));
            ASSERT_TRUE(reason({prefix.data(), prefix.size()}).startsWith(QStringLiteral("malformed JSON at byte ")))
                << frame.substr(0, size);
        }
    }
    EXPECT_EQ(reason(goodFrames().front()), QStringLiteral("accepted")) << "nothing of them is left over";
}

TEST_F(HostileFrameTest, depth_isRefusedBeyond128) {
    const auto nested = [](int levels) { // inside the payload, which is at level 2
        const auto count = static_cast<std::size_t>(levels - 2);
        return notificationFrame("enforcement",
                                 R"({"id":7,"x":)" + std::string(count, '[') + std::string(count, ']') + "}");
    };
    EXPECT_EQ(reason(nested(MaxJsonDepth)), QStringLiteral("accepted"));
    EXPECT_EQ(reason(nested(MaxJsonDepth + 1)), QStringLiteral("nested deeper than 128 levels"));
    EXPECT_EQ(reason(std::string(100'000, '[')), QStringLiteral("nested deeper than 128 levels"));
    std::string objects;
    for (int i = 0; i < 40'000; ++i)
        objects += R"({"a":)";
    EXPECT_EQ(reason(objects), QStringLiteral("nested deeper than 128 levels"));
}

TEST_F(HostileFrameTest, size_isRefusedBeyondTheLimit) {
    const std::string start = R"({"type":"welcome","client_id":")";
    const std::string full = start + std::string(MaxFrameBytes - start.size() - 2, 'x') + "\"}";
    ASSERT_EQ(full.size(), MaxFrameBytes);
    EXPECT_EQ(reason(full), QStringLiteral("accepted"));
    EXPECT_EQ(reason(full + " "), QStringLiteral("the frame has 262145 bytes, more than 262144"));
}

TEST_F(HostileFrameTest, byteOrderMark_isSkipped) {
    EXPECT_EQ(reason("\xEF\xBB\xBF" + EnforcementFrame{}.text()), QStringLiteral("accepted"));
    EXPECT_NE(reason("\xEF\xBB"), QStringLiteral("accepted"));
    EXPECT_NE(reason("\xEF\xBB{}"), QStringLiteral("accepted"));
    EXPECT_NE(reason("\xEF\xBB\xBF\xEF\xBB\xBF{}"), QStringLiteral("accepted"));
    EXPECT_NE(reason("\xFF\xFE{\"type\":\"welcome\"}"), QStringLiteral("accepted"));
}

TEST_F(HostileFrameTest, nulBytes_areRefusedWhereverTheyStand) {
    const std::string good = R"({"type":"welcome"})";
    EXPECT_EQ(reason(good + '\0'), QStringLiteral("malformed JSON at byte 19"));
    EXPECT_EQ(reason(good + '\0' + R"({"type":"error"})"), QStringLiteral("malformed JSON at byte 19"));
    for (std::size_t at = 0; at <= good.size(); ++at) {
        std::string frame = good;
        frame.insert(at, 1, '\0');
        EXPECT_NE(reason(frame), QStringLiteral("accepted")) << at;
    }
    EXPECT_EQ(reason(R"({"type":"welcome","client_id":"a\u0000b"})"), QStringLiteral("accepted"))
        << "the escape is legal";
}

TEST_F(HostileFrameTest, invalidUtf8_isRefused) {
    for (const char* bytes :
         {"\x80", "\xBF", "\xC0\xAF", "\xC1\x81", "\xC3", "\xC3\x28", "\xE2\x82", "\xE0\x80\x80", "\xED\xA0\x80",
          "\xED\xBF\xBF", "\xF0\x9F\x94", "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFE", "\xFF"})
        EXPECT_TRUE(reason(R"({"type":"welcome","client_id":")" + std::string(bytes) + "\"}")
                        .startsWith(QStringLiteral("malformed JSON")))
            << bytes;
}

TEST_F(HostileFrameTest, loneSurrogateEscapes_areRefusedAndPairsRead) {
    for (const char* escape : {R"(\ud83d)", R"(\udd25)", R"(\ud83dx)", R"(\ud83d\ud83d)", R"(\ud83d\n)", R"(\ud8)"})
        EXPECT_TRUE(reason(R"({"type":"welcome","client_id":")" + std::string(escape) + "\"}")
                        .startsWith(QStringLiteral("malformed JSON")))
            << escape;
    const auto frame = m_decoder.decode(R"({"type":"welcome","client_id":"\ud83d\udd25"})");
    ASSERT_TRUE(frame);
    EXPECT_EQ(std::get<WelcomeFrame>(*frame).clientId, QString::fromUtf8("\xF0\x9F\x94\xA5"));
}

TEST_F(HostileFrameTest, notJson_isRefused) {
    for (const char* text : {"",
                             " ",
                             "hello",
                             "{",
                             "}",
                             "[",
                             "nul",
                             "nan",
                             "NaN",
                             "{'type':'welcome'}",
                             "{\"type\"}",
                             "{\"type\":\"welcome\",}",
                             "{\"type\":\"welcome\"}{}",
                             "{\"type\":\"welcome\"} x",
                             "{\"type\":01}",
                             "{\"type\":+1}",
                             "{\"type\":.5}",
                             "{\"a\":1.}",
                             "{\"a\":0x1}",
                             "{\"a\":\"\t\"}",
                             "// c\n{}",
                             "<html></html>"})
        EXPECT_TRUE(reason(text).startsWith(QStringLiteral("malformed JSON"))) << text;
    for (const char* text : {"null", "true", "7", "\"type\"", "[]", "[{\"type\":\"welcome\"}]", "{}", "1e400"})
        EXPECT_EQ(reason(text), QStringLiteral("the frame has no type")) << text;
}

TEST_F(HostileFrameTest, anyFrame_isDecodedInReasonableTime) {
    const std::size_t size = MaxFrameBytes - 100;
    const auto digits = [](std::size_t count, char digit) { return std::string(count, digit); };
    std::string keys;
    for (int i = 0; keys.size() < size - 20; ++i)
        keys += "\"k" + std::to_string(i) + "\":0,";
    std::string huge;
    while (huge.size() < size - 20)
        huge += "1e999,";
    const auto start = std::chrono::steady_clock::now();
    for (const std::string& frame : {"{\"a\":" + digits(size, '1') + "}", "{\"a\":0." + digits(size, '7') + "}",
                                     "{\"a\":1e" + digits(size, '9') + "}", "{\"a\":\"" + digits(size, 'x') + "\"}",
                                     "{" + keys + "\"z\":0}", "{\"a\":[" + huge + "0]}", std::string(size, ' '),
                                     std::string(size, '"'), std::string(size, '\\'), "\"" + std::string(size, '\\')})
        expectSound(m_decoder.decode(frame));
    // Ten frames; a quadratic step would take minutes.
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

TEST_F(HostileFrameTest, randomMutations_areRefusedOrSound) {
    std::mt19937 random(20261007);
    const std::vector<std::string> frames = goodFrames();
    const std::string alphabet = "{}[]\",:\\0123456789-+.eEtfnul \n\xC3\xA9\xED\xA0\xFF";
    int accepted = 0;
    constexpr int Rounds = 50'000;
    for (int round = 0; round < Rounds; ++round) {
        std::string frame = frames[random() % frames.size()];
        for (auto edits = 1 + random() % 4; edits > 0 && !frame.empty(); --edits) {
            const std::size_t at = random() % frame.size();
            const char byte = random() % 3 == 0 ? static_cast<char>(random()) : alphabet[random() % alphabet.size()];
            switch (random() % 5) {
            case 0:
                frame[at] = byte;
                break;
            case 1:
                frame.insert(at, 1, byte);
                break;
            case 2:
                frame.erase(at, 1 + random() % 8);
                break;
            case 3:
                frame.insert(at, frame.substr(random() % frame.size(), random() % 40));
                break;
            default:
                frame[at] = static_cast<char>(frame[at] ^ (1 << (random() % 8)));
            }
        }
        const auto result = m_decoder.decode(frame);
        ASSERT_NO_FATAL_FAILURE(expectSound(result)) << frame;
        accepted += result.ok() ? 1 : 0;
    }
    EXPECT_GT(accepted, Rounds / 100) << "some mutations hit a text";
    EXPECT_LT(accepted, Rounds * 9 / 10);
    EXPECT_EQ(reason(goodFrames().front()), QStringLiteral("accepted"));
}

} // namespace
} // namespace attune::core
