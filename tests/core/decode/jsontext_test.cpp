// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"

#include "attune/core/decoderest.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <random>

namespace attune::core {
namespace {

TEST(IndentJson, containers_openLines) {
    EXPECT_EQ(indentJson(R"({"b":[1,2,{"x":null}],"a":"t"})"), "{\n"
                                                               "  \"b\": [\n"
                                                               "    1,\n"
                                                               "    2,\n"
                                                               "    {\n"
                                                               "      \"x\": null\n"
                                                               "    }\n"
                                                               "  ],\n"
                                                               "  \"a\": \"t\"\n"
                                                               "}");
}

TEST(IndentJson, emptyContainers_stayOnTheirLine) {
    EXPECT_EQ(indentJson("[{},[ ],{\"a\":{\n}}]"), "[\n  {},\n  [],\n  {\n    \"a\": {}\n  }\n]");
    EXPECT_EQ(indentJson("{}"), "{}");
    EXPECT_EQ(indentJson(" [ ] "), "[]");
}

TEST(IndentJson, scalars_standAlone) {
    EXPECT_EQ(indentJson(" 1.10 "), "1.10");
    EXPECT_EQ(indentJson("\"a b\""), "\"a b\"");
    EXPECT_EQ(indentJson("null"), "null");
}

TEST(IndentJson, numbers_keepEveryDigit) {
    for (const char* number : {"9007199254740993", "1e400", "-1E+400", "1.10", "0.1000", "-0", "-0.0", "1e-999",
                               "123456789012345678901234567890.123456789012345678901234567890"}) {
        EXPECT_EQ(indentJson(number), QByteArray(number));
        EXPECT_EQ(indentJson("[" + QByteArray(number) + "]"), "[\n  " + QByteArray(number) + "\n]");
    }
}

TEST(IndentJson, strings_stayAsTheyAre) {
    const QByteArray strings = R"(["{\"a\": [1, 2]}","\\","\u00e9\/","a  b",":,"])";
    EXPECT_EQ(indentJson(strings),
              "[\n  \"{\\\"a\\\": [1, 2]}\",\n  \"\\\\\",\n  \"\\u00e9\\/\",\n  \"a  b\",\n  \":,\"\n]");
}

TEST(IndentJson, whatIsNotJson_isReturnedUnchanged) {
    for (const char* text : {"", "hello", "{", "[1,]", "{'a':1}", "[1] 2", "1e", "\xFF", "[1e400", "<html>  </html>"})
        EXPECT_EQ(indentJson(text), QByteArray(text));
    EXPECT_EQ(indentJson(QByteArray("[1]\0", 4)), QByteArray("[1]\0", 4));
}

TEST(IndentJson, tooDeep_isReturnedUnchanged) {
    const QByteArray deep = QByteArray(100'000, '[') + QByteArray(100'000, ']');
    EXPECT_EQ(indentJson(deep), deep) << "two spaces a level would fill the memory";
    const QByteArray allowed = QByteArray(128, '[') + QByteArray(128, ']');
    EXPECT_NE(indentJson(allowed), allowed);
}

TEST(IndentJson, again_changesNothing) {
    const QByteArray once = indentJson(R"({"a":[1,{"b":[]},"x:y,z"],"n":1e400})");
    EXPECT_EQ(indentJson(once), once);
}

nlohmann::json randomJson(std::mt19937& random, int depth) {
    switch (random() % (depth > 4 ? 4 : 6)) {
    case 0:
        return static_cast<std::int64_t>(random()) - INT32_MAX;
    case 1:
        return random() % 2 == 0;
    case 2:
        return nullptr;
    case 3:
        return std::string(random() % 5, "\"\\{}[],: \n"[random() % 10]);
    case 4: {
        auto array = nlohmann::json::array();
        for (auto count = random() % 4; count > 0; --count)
            array.push_back(randomJson(random, depth + 1));
        return array;
    }
    default: {
        auto object = nlohmann::json::object();
        for (auto count = random() % 4; count > 0; --count)
            object["k\"" + std::to_string(random() % 100)] = randomJson(random, depth + 1);
        return object;
    }
    }
}

TEST(IndentJson, randomDocuments_lookLikeThoseOfTheLibrary) {
    std::mt19937 random(9);
    for (int i = 0; i < 2000; ++i) {
        const nlohmann::json document = randomJson(random, 0);
        const auto expected = QByteArray::fromStdString(document.dump(2));
        ASSERT_EQ(indentJson(QByteArray::fromStdString(document.dump())), expected);
        ASSERT_EQ(indentJson(QByteArray::fromStdString(document.dump(7, '\t'))), expected);
    }
}

TEST(IndentJson, hostileSpace_costsLittle) {
    const qsizetype size = 2'000'000;
    EXPECT_EQ(indentJson("[" + QByteArray(size, ' ') + "]"), "[]");
    EXPECT_EQ(indentJson("[1" + QByteArray(size, ' ') + ",2]"), "[\n  1,\n  2\n]");
}

TEST(TriggerDetailRaw, hostileBodies_costLittle) {
    const auto raw = [](const QByteArray& more) {
        const auto trigger = decodeTriggerDetail(R"({"data":{"id":1,"ref":"a.b")" + more + "}}");
        return trigger ? trigger->raw : QByteArray("refused");
    };
    // Quadratic steps over two megabytes would take hours.
    EXPECT_EQ(raw(",\"x\":" + QByteArray(2'000'000, ' ') + "1").size(), 2'000'026);
    const QByteArray many = raw(",\"x\":[" + QByteArray("{ \"webhook_key\":1},").repeated(90'000) + "0]");
    EXPECT_EQ(many.count("webhook_key"), 0);
    EXPECT_EQ(many.count("{ },"), 90'000);
}

} // namespace
} // namespace attune::core
