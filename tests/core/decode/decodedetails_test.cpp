// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "frames.h"
#include "support/printers.h"

#include "attune/core/decoderest.h"
#include "attune/core/jsonlimits.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <random>

namespace attune::core {
namespace {

using test::detailBody;

QByteArray data(const std::string& object) { return QByteArray::fromStdString(R"({"data":)" + object + "}"); }

template<class T>
QString reasonOf(const Result<T>& result) {
    return result ? QStringLiteral("accepted") : result.error().message;
}

/// Every reader of a `data` object, by its refusal.
std::vector<QString> refusals(const QByteArray& body) {
    Vocabulary vocabulary;
    return {reasonOf(decodeEnforcementDetail(body, vocabulary)),
            reasonOf(decodeEventDetail(body)),
            reasonOf(decodeExecutionDetail(body)),
            reasonOf(decodeRuleDetail(body)),
            reasonOf(decodeTriggerDetail(body)),
            reasonOf(decodeTokenGrant(body)),
            reasonOf(decodeIdentity(body)),
            reasonOf(decodeAuthSettings(body)),
            reasonOf(decodeServerInfo(body))};
}

TEST(DataObject, anyOtherShape_isRefusedByAllReaders) {
    for (const char* body : {"{}", "[]", "null", "5", R"({"data":null})", R"({"data":[]})", R"({"data":5})",
                             R"([{"data":{}}])", R"({"data":{"id":1},"data":7})", R"({"items":[]})"}) {
        for (const QString& reason : refusals(body))
            EXPECT_EQ(reason, QStringLiteral("the answer has no data object")) << body;
    }
    for (const char* body : {"", "{", "<html>", R"({"data":{}}x)"}) {
        for (const QString& reason : refusals(body))
            EXPECT_TRUE(reason.startsWith(QStringLiteral("malformed JSON"))) << body;
    }
}

TEST(DataObject, limits_areKeptByAllReaders) {
    const QByteArray big = R"({"data":{"id":1,"x":")" + QByteArray(qsizetype{MaxDetailBytes}, 'x') + R"("}})";
    for (const QString& reason : refusals(big))
        EXPECT_TRUE(reason.endsWith(QStringLiteral("bytes, more than 4194304"))) << reason.toStdString();
    for (const QString& reason : refusals(R"({"data":{"payload":)" + QByteArray(10'000, '[')))
        EXPECT_EQ(reason, QStringLiteral("nested deeper than 128 levels"));
    for (const QString& reason : refusals(R"({"data":{"x":")" + QByteArray(1'048'577, 'x') + R"("}})"))
        EXPECT_EQ(reason, QStringLiteral("a text of more than 1048576 bytes"));
}

TEST(EnforcementDetail, fields_areRead) {
    Vocabulary vocabulary;
    const auto detail = decodeEnforcementDetail(QByteArray::fromStdString(detailBody()), vocabulary);
    ASSERT_TRUE(detail);
    const EnforcementRow& row = detail->update.row;
    EXPECT_EQ(row.id, 4711);
    EXPECT_EQ(row.resolvedAt - row.created, 563'200);
    EXPECT_EQ(row.traceTag, TraceTag::Derived);
    EXPECT_EQ(detail->update.origin, Origin::Detail);
    ASSERT_TRUE(detail->config && detail->payload && detail->conditions);
    EXPECT_EQ((*detail->config)["host"], "db3");
    EXPECT_EQ((*detail->payload)["used_pct"], 97);
    EXPECT_TRUE(detail->conditions->is_array());
    EXPECT_TRUE(row.isComplete());
}

TEST(EnforcementDetail, nullAndAbsentDocuments_areBothNone) {
    Vocabulary vocabulary;
    const auto detail =
        decodeEnforcementDetail(data(R"({"id":1,"config":null,"conditions":{"expression":"a > b"}})"), vocabulary);
    ASSERT_TRUE(detail);
    EXPECT_EQ(detail->config, nullptr);
    EXPECT_EQ(detail->payload, nullptr);
    EXPECT_EQ((*detail->conditions)["expression"], "a > b");
}

TEST(EnforcementDetail, raw_isTheExactTextOfData) {
    const std::string object = "{ \"id\" : 4711,\n\t\"payload\": {\"big\": 9007199254740993, \"huge\":1e400 , "
                               "\"money\":1.10,\"min\":-9223372036854775808,\"over\":18446744073709551616,"
                               "\"zero\":-0.0,\"esc\":\"\\u00e9\\/ \\\"}],\",\"b\":1,\"a\":2}, \"conditions\":[ ] }";
    Vocabulary vocabulary;
    for (const std::string& body :
         {R"({"data":)" + object + "}",
          " {\"message\":\"}{\\\"data\\\":1\", \"data\" :\r\n" + object + " , \"more\":[{\"data\":5}]}\n",
          R"({"data":{"id":5},"x":{"data":{}},"d\u0061ta":)" + object + "}", "\xEF\xBB\xBF{\"data\":" + object + "}"}) {
        const auto detail = decodeEnforcementDetail(QByteArray::fromStdString(body), vocabulary);
        ASSERT_TRUE(detail) << body;
        EXPECT_EQ(detail->raw, QByteArray::fromStdString(object));
        EXPECT_EQ(detail->update.row.id, 4711) << "of a repeated key the last one counts, in raw as in the fields";
    }
}

TEST(EnforcementDetail, numbersInThePayload_areExactWhereTheDocumentCanBe) {
    Vocabulary vocabulary;
    const auto detail = decodeEnforcementDetail(
        data(R"({"id":1,"payload":{"a":9007199254740993,"b":18446744073709551615,"c":-9223372036854775808,)"
             R"("huge":1e400,"list":[-1E+999,"1e400",0.5]}})"),
        vocabulary);
    ASSERT_TRUE(detail);
    const nlohmann::json& payload = *detail->payload;
    EXPECT_EQ(payload["a"].get<std::int64_t>(), 9'007'199'254'740'993);
    EXPECT_EQ(payload["b"].get<std::uint64_t>(), 18'446'744'073'709'551'615U);
    EXPECT_EQ(payload["c"].get<std::int64_t>(), INT64_MIN);
    EXPECT_EQ(payload["huge"], "1e400") << "as text, so that no digit is invented";
    EXPECT_EQ(payload["list"][0], "-1E+999");
    EXPECT_EQ(payload["list"][2], 0.5);
}

TEST(EnforcementDetail, wrongTypes_areRefusedByName) {
    Vocabulary vocabulary;
    const auto reason = [&vocabulary](const std::string& object) {
        return reasonOf(decodeEnforcementDetail(data(object), vocabulary));
    };
    for (const char* bad :
         {"\"1\"", "1.0", "0", "-5", "9223372036854775808", "18446744073709551616", "1e400", "true", "[1]", "{}"})
        EXPECT_EQ(reason(R"({"id":)" + std::string(bad) + "}"), QStringLiteral("id is not a positive 64-bit integer"))
            << bad;
    EXPECT_EQ(reason(R"({"id":9223372036854775807})"), QStringLiteral("accepted"));
    EXPECT_EQ(reason(R"({"id":null})"), QStringLiteral("id is missing"));
    EXPECT_EQ(reason("{}"), QStringLiteral("id is missing"));
    EXPECT_EQ(reason(R"({"id":1,"status":true})"), QStringLiteral("status is not a text"));
    EXPECT_EQ(reason(R"({"id":1,"status":1e400})"), QStringLiteral("status is not a text"));
    EXPECT_EQ(reason(R"({"id":1,"resolved_at":1.5})"), QStringLiteral("resolved_at is not a time in RFC 3339 form"));
}

TEST(EnforcementDetail, deepPayload_isRefusedWithTheReason) {
    Vocabulary vocabulary;
    const auto nested = [](int levels) { // the payload is at level 3
        const auto count = static_cast<std::size_t>(levels - 2);
        return data(R"({"id":1,"payload":)" + std::string(count, '[') + std::string(count, ']') + "}");
    };
    EXPECT_EQ(reasonOf(decodeEnforcementDetail(nested(128), vocabulary)), QStringLiteral("accepted"));
    EXPECT_EQ(reasonOf(decodeEnforcementDetail(nested(129), vocabulary)),
              QStringLiteral("nested deeper than 128 levels"));
}

TEST(EventDetail, fields_areRead) {
    const auto event = decodeEventDetail(
        data(R"({"id":90210,"trigger":4,"trigger_ref":"mon.disk","source":null,"source_ref":"mon.sensor","rule":12,)"
             R"("rule_ref":"ops.disk_full","created":"2026-10-07T09:15:02Z","trace_tag":"t","config":{"a":1},)"
             R"("payload":{"b":[2]}})"));
    ASSERT_TRUE(event);
    EXPECT_EQ(event->id, 90210);
    EXPECT_EQ(event->triggerRef, QStringLiteral("mon.disk"));
    EXPECT_EQ(event->sourceRef, QStringLiteral("mon.sensor"));
    EXPECT_EQ(event->ruleRef, QStringLiteral("ops.disk_full"));
    EXPECT_EQ(event->traceTag, QStringLiteral("t"));
    EXPECT_EQ(event->created, 1'791'364'502'000'000);
    EXPECT_EQ((*event->config)["a"], 1);
    EXPECT_EQ((*event->payload)["b"][0], 2);
    EXPECT_TRUE(event->raw.startsWith("{\"id\":90210") && event->raw.endsWith("[2]}}"));
}

TEST(EventDetail, minimalAndWrong_areTold) {
    const auto event = decodeEventDetail(data(R"({"id":1,"source_ref":null,"payload":null})"));
    ASSERT_TRUE(event);
    EXPECT_EQ(event->created, UnknownTime);
    EXPECT_EQ(event->payload, nullptr);
    EXPECT_TRUE(event->sourceRef.isEmpty());
    EXPECT_EQ(reasonOf(decodeEventDetail(data("{}"))), QStringLiteral("id is missing"));
    EXPECT_EQ(reasonOf(decodeEventDetail(data(R"({"id":1,"created":5})"))),
              QStringLiteral("created is not a time in RFC 3339 form"));
}

TEST(ExecutionDetail, fields_areRead) {
    const auto detail = decodeExecutionDetail(
        data(R"({"id":9,"action":3,"action_ref":"core.http","config":{"url":"x"},"parent":null,"enforcement":4711,)"
             R"("status":"completed","result":{"code":200},"created":"2026-10-07T09:15:02Z",)"
             R"("updated":"2026-10-07T09:15:03Z","workflow_task":{"task_index":null,"task_name":"collect"}})"));
    ASSERT_TRUE(detail);
    EXPECT_EQ(detail->row.id, 9);
    EXPECT_EQ(detail->row.taskName, QStringLiteral("collect"));
    EXPECT_EQ(detail->row.parent, NullId);
    EXPECT_TRUE(detail->row.isFinal());
    EXPECT_EQ((*detail->config)["url"], "x");
    EXPECT_EQ((*detail->result)["code"], 200);
    EXPECT_TRUE(detail->raw.contains("\"task_index\":null"));
    EXPECT_EQ(reasonOf(decodeExecutionDetail(data(R"({"id":9,"action_ref":[]})"))),
              QStringLiteral("action_ref is not a text"));
}

TEST(ExecutionDetail, taskNameAndResult_mayBeAnything) {
    const auto detail = decodeExecutionDetail(
        data(R"({"id":9,"task_name":5,"result":"text","x":[{"task_name":7}],"workflow_task":[]})"));
    ASSERT_TRUE(detail);
    EXPECT_TRUE(detail->row.taskName.isEmpty());
    EXPECT_EQ(*detail->result, "text");
}

TEST(RuleDetail, fields_areRead) {
    const auto rule = decodeRuleDetail(
        R"({"data":{"id":12,"ref":"ops.disk_full","label":"Disk full","description":null,"action":null,)"
        R"("action_ref":"core.mail","trigger":5,"trigger_ref":"mon.disk","enabled":true,"conditions":[]},)"
        R"("message":"Rule enabled successfully"})");
    ASSERT_TRUE(rule);
    EXPECT_EQ(rule->id, 12);
    EXPECT_EQ(rule->ref, QStringLiteral("ops.disk_full"));
    EXPECT_EQ(rule->label, QStringLiteral("Disk full"));
    EXPECT_TRUE(rule->description.isEmpty());
    EXPECT_EQ(rule->actionRef, QStringLiteral("core.mail"));
    EXPECT_EQ(rule->triggerRef, QStringLiteral("mon.disk"));
    EXPECT_TRUE(rule->enabled);
    EXPECT_TRUE(rule->raw.startsWith("{\"id\":12"));
}

TEST(RuleDetail, withoutIdOrRef_isRefused) {
    EXPECT_EQ(reasonOf(decodeRuleDetail(data(R"({"id":12})"))), QStringLiteral("ref is missing"));
    EXPECT_EQ(reasonOf(decodeRuleDetail(data(R"({"id":12,"ref":null})"))), QStringLiteral("ref is missing"));
    EXPECT_EQ(reasonOf(decodeRuleDetail(data(R"({"id":12,"ref":5})"))), QStringLiteral("ref is not a text"));
    EXPECT_EQ(reasonOf(decodeRuleDetail(data(R"({"ref":"a.b"})"))), QStringLiteral("id is missing"));
    const auto rule = decodeRuleDetail(data(R"({"id":12,"ref":"a.b","enabled":"yes","label":5})"));
    ASSERT_TRUE(rule);
    EXPECT_FALSE(rule->enabled);
    EXPECT_TRUE(rule->label.isEmpty());
}

TEST(TriggerDetail, fields_areReadAndNumbersStay) {
    const auto trigger = decodeTriggerDetail(
        data(R"({"id":5,"ref":"mon.disk","label":"Disk","description":"d","enabled":true,)"
             R"("param_schema":{"limit":{"type":"number","default":1.10,"max":9007199254740993}}})"));
    ASSERT_TRUE(trigger);
    EXPECT_EQ(trigger->id, 5);
    EXPECT_EQ(trigger->ref, QStringLiteral("mon.disk"));
    EXPECT_EQ(trigger->label, QStringLiteral("Disk"));
    EXPECT_EQ(trigger->description, QStringLiteral("d"));
    EXPECT_TRUE(trigger->enabled);
    EXPECT_TRUE(trigger->raw.contains("\"default\":1.10,\"max\":9007199254740993"));
    EXPECT_EQ(reasonOf(decodeTriggerDetail(data(R"({"id":5})"))), QStringLiteral("ref is missing"));
}

TEST(TriggerDetail, webhookKey_neverReachesTheRawView) {
    const std::string head = R"({"id":5,"ref":"hook.in",)";
    for (const std::string& rest :
         {std::string(R"("webhook_key":"SECRET","x":1})"), std::string(R"("x":1,"webhook_key":"SECRET"})"),
          std::string(R"("webhook_key":"S","webhook_key":"SECRET"})"), std::string(R"("webhook\u005fkey":"SECRET"})"),
          std::string(R"("webhook_key" : {"deep":["SECRET"]} , "x":1})"),
          std::string(R"("webhook":{"webhook_key":"SECRET"},"list":[{"a":1,"webhook_key":"SECRET"}]})"),
          std::string(R"("webhook_key":"a\"},SECRET"})")}) {
        const auto trigger = decodeTriggerDetail(data(head + rest));
        ASSERT_TRUE(trigger) << rest;
        EXPECT_FALSE(trigger->raw.contains("SECRET")) << trigger->raw.toStdString();
        EXPECT_FALSE(trigger->raw.contains("key")) << trigger->raw.toStdString();
        EXPECT_TRUE(nlohmann::json::accept(trigger->raw.begin(), trigger->raw.end())) << trigger->raw.toStdString();
        EXPECT_TRUE(trigger->raw.contains("\"ref\":\"hook.in\""));
    }
}

TEST(Details, everyTruncatedBody_isRefused) {
    const std::string body = detailBody();
    Vocabulary vocabulary;
    for (std::size_t size = 0; size < body.size(); ++size)
        ASSERT_TRUE(reasonOf(decodeEnforcementDetail(QByteArray(body.data(), static_cast<qsizetype>(size)), vocabulary))
                        .startsWith(QStringLiteral("malformed JSON")))
            << size;
}

TEST(Details, randomMutations_areRefusedOrSound) {
    std::mt19937 random(7);
    const std::string body = detailBody();
    const std::string alphabet = "{}[]\",:\\0123456789-+.eEtfn \xC3\xED\xFF";
    Vocabulary vocabulary;
    int accepted = 0;
    for (int round = 0; round < 5000; ++round) {
        std::string mutated = body;
        for (auto edits = 1 + random() % 3; edits > 0; --edits) {
            const std::size_t at = random() % mutated.size();
            if (random() % 2 == 0)
                mutated[at] = alphabet[random() % alphabet.size()];
            else
                mutated.erase(at, 1 + random() % 4);
        }
        const auto bytes = QByteArray::fromStdString(mutated);
        const auto detail = decodeEnforcementDetail(bytes, vocabulary);
        if (!detail)
            continue;
        ++accepted;
        ASSERT_GT(detail->update.row.id, 0);
        ASSERT_TRUE(bytes.contains(detail->raw));
        ASSERT_TRUE(nlohmann::json::accept(detail->raw.begin(), detail->raw.end())) << mutated;
        for (const QString& reason : refusals(bytes))
            ASSERT_FALSE(reason.isEmpty());
    }
    EXPECT_GT(accepted, 100);
}

} // namespace
} // namespace attune::core
