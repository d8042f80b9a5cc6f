// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"

#include "attune/core/rowexport.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace attune::core {
namespace {

class RowExport : public ::testing::Test {
protected:
    [[nodiscard]] EnforcementRow row(std::string_view ruleRef) {
        EnforcementRow made;
        made.id = 9007199254740993;
        made.rule = NullId;
        made.event = 7;
        made.ruleRef = *vocabulary.refs.intern(ruleRef);
        made.triggerRef = *vocabulary.refs.intern("mon.disk");
        made.status = Status::Processed;
        made.condition = Condition::All;
        made.created = *parseTimestamp("2026-10-07T09:15:02.4178Z");
        return made;
    }
    Vocabulary vocabulary;
};

TEST_F(RowExport, json_uses_rest_names_exact_ids_and_leaves_out_the_unknown) {
    EXPECT_EQ(rowToJson(row("ops.disk_full"), {}, vocabulary),
              QByteArray(
                  R"({"id":9007199254740993,"rule":null,"rule_ref":"ops.disk_full","trigger_ref":"mon.disk","event":7,)"
                  R"("status":"processed","condition":"all","created":"2026-10-07T09:15:02.417800Z"})"));
}

TEST_F(RowExport, json_tells_null_from_unknown_in_resolved_at) {
    EnforcementRow open = row("a.b");
    open.resolvedAt = NullTime;
    EXPECT_TRUE(rowToJson(open, "tag", vocabulary)
                    .endsWith(R"("trace_tag":"tag","created":"2026-10-07T09:15:02.417800Z","resolved_at":null})"));
}

TEST_F(RowExport, json_escapes_what_would_break_a_line) {
    EXPECT_TRUE(rowToJson(row("a\n\"b\"\u202E.c"), {}, vocabulary).contains("\"rule_ref\":\"a\\n\\\"b\\\"\u202E.c\""));
}

TEST_F(RowExport, json_escapesControlsThatATerminalMayObeyAndMeansTheSame) {
    const std::string text = "a\x1B[2J\x7F\u0080\u009B2J\u009F\u00A0\u00DB.\u00E4";
    const QByteArray line = rowToJson(row(text), {}, vocabulary);
    EXPECT_TRUE(line.contains("\"rule_ref\":\"a\\u001b[2J\\u007f\\u0080\\u009b2J\\u009f\u00A0\u00DB.\u00E4\""))
        << line.toStdString();
    EXPECT_EQ(nlohmann::json::parse(line.begin(), line.end()).value("rule_ref", std::string()), text);
}

TEST_F(RowExport, withheldRefs_areWrittenAsTheServerWithholdsThem) {
    EnforcementRow known = row("ops.secret_rule");
    known.rule = 12;
    known.traceTag = TraceTag::Derived;
    known.withheld = Withheld::Rule | Withheld::Trigger;
    EXPECT_EQ(
        rowToJson(known, "mon.disk.7", vocabulary),
        QByteArray(R"({"id":9007199254740993,"rule":null,"rule_ref":"[redacted]","trigger_ref":"[redacted]",)"
                   R"("event":7,"status":"processed","condition":"all","created":"2026-10-07T09:15:02.417800Z"})"));
    EXPECT_TRUE(rowToCsv(known, "mon.disk.7", vocabulary)
                    .startsWith("9007199254740993,,[redacted],[redacted],7,processed,all,,2026"));
}

TEST_F(RowExport, csv_has_as_many_fields_as_its_header) {
    EXPECT_EQ(csvHeader().count(','), rowToCsv(row("a.b"), {}, vocabulary).count(','));
    EXPECT_TRUE(rowToCsv(row("a.b"), {}, vocabulary).endsWith("2026-10-07T09:15:02.417800Z,\r\n"));
}

TEST_F(RowExport, csv_quotes_by_rfc_4180) {
    EXPECT_TRUE(rowToCsv(row("a,\"b\".c"), {}, vocabulary).contains(",\"a,\"\"b\"\".c\","));
}

TEST_F(RowExport, csvWithoutControls_showsTheirMarksAndIsElseExact) {
    const auto csv = [this](std::string_view ref, CsvTexts texts) { return rowToCsv(row(ref), {}, vocabulary, texts); };
    const std::string_view text = "a\x1B[2J\u009B.\r\n\x7F \u00A0\u00DB\u202E\U0001F600";
    EXPECT_TRUE(csv(text, CsvTexts::WithoutControls)
                    .contains(",a⟨U+001B⟩[2J⟨U+009B⟩.⟨U+000D⟩⟨U+000A⟩⟨U+007F⟩ \u00A0\u00DB\u202E\U0001F600,"));
    EXPECT_TRUE(csv(text, CsvTexts::Exact).contains(QByteArray(text.data(), static_cast<qsizetype>(text.size()))));
    EXPECT_TRUE(csv("=\u009B\"", CsvTexts::WithoutControls).contains(",\"'=⟨U+009B⟩\"\"\","));
}

TEST_F(RowExport, csv_neutralises_formulas) {
    for (const std::string_view formula : {"=cmd()", "+1.x", "-1.x", "@sum.x", "\tx.y", "\uFF1Dx.y"}) {
        const QByteArray neutral = QByteArray("'") + QByteArray(formula.data(), static_cast<qsizetype>(formula.size()));
        EXPECT_TRUE(rowToCsv(row(formula), {}, vocabulary).contains(neutral)) << formula;
    }
}

} // namespace
} // namespace attune::core
