// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "frames.h"
#include "support/printers.h"

#include "attune/core/decoderest.h"
#include "attune/core/jsonlimits.h"

#include <gtest/gtest.h>

namespace attune::core {
namespace {

using test::listBody;
using test::listRow;

QByteArray bytes(const std::string& text) { return QByteArray::fromStdString(text); }

class EnforcementPageTest : public ::testing::Test {
protected:
    [[nodiscard]] EnforcementPage read(const std::string& body) {
        auto page = decodeEnforcementPage(bytes(body), m_vocabulary);
        if (!page) {
            ADD_FAILURE() << body << ": " << page.error().message.toStdString();
            return {};
        }
        return std::move(page).value();
    }
    [[nodiscard]] QString reason(const std::string& body) {
        const auto page = decodeEnforcementPage(bytes(body), m_vocabulary);
        return page ? QStringLiteral("accepted") : page.error().message;
    }

    Vocabulary m_vocabulary;
};

TEST_F(EnforcementPageTest, rows_areReadInOrder) {
    const EnforcementPage page =
        read(listBody(listRow("4712", R"(,"trace_tag":"mon.disk.90210")") + "," + listRow("4711")));
    ASSERT_EQ(page.items.size(), 2U);
    const EnforcementUpdate& first = page.items[0];
    EXPECT_EQ(first.row.id, 4712);
    EXPECT_EQ(first.row.rule, 12);
    EXPECT_EQ(first.row.event, 90210);
    EXPECT_EQ(m_vocabulary.refs.utf8(first.row.ruleRef), "ops.disk_full");
    EXPECT_EQ(first.row.status, Status::Processed);
    EXPECT_EQ(first.row.condition, Condition::All);
    EXPECT_EQ(first.row.created, 1'791'364'502'417'800);
    EXPECT_EQ(first.row.resolvedAt, UnknownTime) << "absent from list rows, not null";
    EXPECT_EQ(first.row.traceTag, TraceTag::Derived);
    EXPECT_EQ(first.origin, Origin::ListPage);
    EXPECT_TRUE(first.row.isComplete());
    EXPECT_EQ(page.items[1].row.id, 4711);
    EXPECT_EQ(page.items[1].row.traceTag, TraceTag::Unknown);
    EXPECT_EQ(page.rejected, 0U);
}

TEST_F(EnforcementPageTest, paginationWithoutTotals_knowsOnlyWhetherMoreFollows) {
    const Pagination pagination = read(listBody("")).pagination;
    EXPECT_EQ(pagination.page, 2U);
    EXPECT_EQ(pagination.pageSize, 50U);
    EXPECT_EQ(pagination.totalItems, std::nullopt);
    EXPECT_TRUE(pagination.hasNext);
}

TEST_F(EnforcementPageTest, paginationWithTotals_isReadBeforeOrAfterTheItems) {
    const std::string facts = R"("pagination":{"page":1,"page_size":50,"total_items":18446744073,"total_pages":3,)"
                              R"("has_previous":false,"has_next":false})";
    for (const std::string& body :
         {"{" + facts + R"(,"items":[)" + listRow("1") + "]}", R"({"items":[)" + listRow("1") + "]," + facts + "}"}) {
        const EnforcementPage page = read(body);
        EXPECT_EQ(page.pagination.totalItems, std::optional<std::uint64_t>(18'446'744'073));
        EXPECT_EQ(page.pagination.page, 1U);
        EXPECT_FALSE(page.pagination.hasNext);
        EXPECT_EQ(page.items.size(), 1U);
    }
}

TEST_F(EnforcementPageTest, strangePagination_costsNoRow) {
    const auto pagination = [this](const std::string& value) {
        const EnforcementPage page = read(R"({"items":[)" + listRow("1") + R"(],"pagination":)" + value + "}");
        EXPECT_EQ(page.items.size(), 1U) << value;
        return page.pagination;
    };
    for (const char* value : {"null", "5", "[]", "{}", "[{\"page\":3}]"}) {
        EXPECT_EQ(pagination(value).page, 0U) << value;
        EXPECT_FALSE(pagination(value).hasNext);
    }
    EXPECT_EQ(pagination(R"({"page":-1})").page, 0U);
    EXPECT_EQ(pagination(R"({"page":4294967296})").page, UINT32_MAX);
    EXPECT_EQ(pagination(R"({"total_items":-1})").totalItems, std::nullopt);
    EXPECT_EQ(pagination(R"({"total_items":"7"})").totalItems, std::nullopt);
    EXPECT_EQ(pagination(R"({"total_items":18446744073709551615})").totalItems, std::nullopt);
    EXPECT_FALSE(pagination(R"({"has_next":1})").hasNext);
    EXPECT_EQ(pagination(R"({"more":{"page":9},"page":3})").page, 3U);
}

TEST_F(EnforcementPageTest, badRow_costsOnlyItself) {
    for (const char* bad : {R"({"id":"5"})", R"({"id":0})", R"({"rule_ref":"a.b"})", "{}", "[]", "null", "5", "\"id\"",
                            R"([{"id":5}])", R"({"id":5,"status":[]})", R"({"id":5,"created":"yesterday"})"}) {
        const EnforcementPage page = read(listBody(listRow("1") + "," + bad + "," + listRow("3")));
        ASSERT_EQ(page.items.size(), 2U) << bad;
        EXPECT_EQ(page.items[0].row.id, 1);
        EXPECT_EQ(page.items[1].row.id, 3);
        EXPECT_EQ(page.rejected, 1U) << bad;
        EXPECT_FALSE(page.rejectionReason.isEmpty()) << bad;
        EXPECT_TRUE(page.pagination.hasNext) << bad;
    }
}

TEST_F(EnforcementPageTest, firstReason_isTheOneTold) {
    const EnforcementPage page = read(listBody(R"({"id":5,"event":"x"},{"id":1.5},7)"));
    EXPECT_EQ(page.rejected, 3U);
    EXPECT_EQ(page.rejectionReason, QStringLiteral("event is not a positive 64-bit integer"));
    EXPECT_EQ(read(listBody("7")).rejected, 1U);
    EXPECT_EQ(read(listBody("7")).rejectionReason, QStringLiteral("id is missing"));
}

TEST_F(EnforcementPageTest, unknownFields_areIgnoredWhateverTheyHold) {
    const EnforcementPage page =
        read(R"({"x":[{"id":1}],"items":[)" + listRow("7", R"(,"config":{"id":"x"},"tags":[{"id":8}],"n":1e400)") +
             R"(],"meta":{"items":[{"id":9}]},"page":5})");
    ASSERT_EQ(page.items.size(), 1U);
    EXPECT_EQ(page.items[0].row.id, 7);
    EXPECT_EQ(page.pagination.page, 0U);
    EXPECT_EQ(page.rejected, 0U);
}

TEST_F(EnforcementPageTest, fieldsOfOneRow_neverReachTheNext) {
    const EnforcementPage page = read(listBody(listRow("1") + R"(,{"id":2})"));
    ASSERT_EQ(page.items.size(), 2U);
    EXPECT_EQ(page.items[1].row.event, UnknownId);
    EXPECT_EQ(page.items[1].row.ruleRef, 0U);
}

TEST_F(EnforcementPageTest, duplicateKeys_lastWins) {
    const EnforcementPage page = read(R"({"items":[)" + listRow("1") + R"(,5],"items":[)" + listRow("2") +
                                      R"(],"pagination":{"page":1,"total_items":5},"pagination":{"page":2}})");
    ASSERT_EQ(page.items.size(), 1U);
    EXPECT_EQ(page.items[0].row.id, 2);
    EXPECT_EQ(page.rejected, 0U);
    EXPECT_EQ(page.pagination.page, 2U);
    EXPECT_EQ(page.pagination.totalItems, std::nullopt);
    EXPECT_EQ(reason(R"({"items":[],"items":null})"), QStringLiteral("the answer has no list of items"));
}

TEST_F(EnforcementPageTest, bodyWithoutItems_isRefused) {
    for (const char* body : {"{}", "[]", "null", "5", R"({"items":null})", R"({"items":{}})", R"({"data":[]})",
                             R"({"data":{"items":[]}})", R"([{"items":[]}])", R"({"error":"x","code":"Y"})"})
        EXPECT_EQ(reason(body), QStringLiteral("the answer has no list of items")) << body;
}

TEST_F(EnforcementPageTest, everyTruncatedBody_isRefused) {
    const std::string body = listBody(listRow("1") + "," + listRow("2"));
    for (std::size_t size = 0; size < body.size(); ++size)
        ASSERT_TRUE(reason(body.substr(0, size)).startsWith(QStringLiteral("malformed JSON"))) << size;
}

TEST_F(EnforcementPageTest, limits_areKept) {
    std::string body = listBody(listRow("1"));
    EXPECT_EQ(reason(body + std::string(MaxPageBytes - body.size(), ' ')), QStringLiteral("accepted"));
    EXPECT_EQ(reason(body + std::string(MaxPageBytes - body.size() + 1, ' ')),
              QStringLiteral("the page has 8388609 bytes, more than 8388608"));
    const auto values = [](std::size_t count) { // of the outer object, the list, the values
        std::string list = "0";
        for (std::size_t i = 3; i < count; ++i)
            list += ",0";
        return R"({"x":[)" + list + "]}";
    };
    EXPECT_EQ(reason(values(MaxJsonNodes)), QStringLiteral("the answer has no list of items"));
    EXPECT_EQ(reason(values(MaxJsonNodes + 1)), QStringLiteral("more than 200000 values"));
    EXPECT_EQ(reason(listBody(R"({"id":1,"x":)" + std::string(200, '[') + std::string(200, ']') + "}")),
              QStringLiteral("nested deeper than 128 levels"));
    const std::string longest(MaxJsonStringBytes, 'x');
    EXPECT_EQ(reason(listBody(R"({"id":1,"x":")" + longest + R"("})")), QStringLiteral("accepted"));
    EXPECT_EQ(reason(listBody(R"({"id":1,"x":"y)" + longest + R"("})")),
              QStringLiteral("a text of more than 1048576 bytes"));
    EXPECT_EQ(reason(listBody(R"({"id":1,"y)" + longest + R"(":0})")),
              QStringLiteral("a text of more than 1048576 bytes"));
}

TEST_F(EnforcementPageTest, largePage_isReadWhole) {
    std::string items;
    for (int id = 1; id <= 10'000; ++id)
        items += (id == 1 ? "" : ",") + listRow(std::to_string(id));
    const EnforcementPage page = read(listBody(items));
    ASSERT_EQ(page.items.size(), 10'000U);
    EXPECT_EQ(page.items.back().row.id, 10'000);
}

TEST(ExecutionPage, rows_areRead) {
    const auto page = decodeExecutionPage(bytes(listBody(
        R"({"id":9,"action_ref":"core.http","status":"failed","parent":null,"enforcement":4711,"rule_ref":null,)"
        R"("trigger_ref":null,"created":"2026-10-07T09:15:02Z","updated":"2026-10-07T09:15:04.25Z",)"
        R"("started_at":"2026-10-07T09:15:03Z","original_execution":8,"timeout_seconds":5},)"
        R"({"id":10,"status":"abandoned","workflow_task":{"x":{"task_name":"z"},"task_name":"collect","deep":[]}},)"
        R"({"id":11,"status":"new_word","task_name":"not here"})")));
    ASSERT_TRUE(page);
    ASSERT_EQ(page->items.size(), 3U);
    const ExecutionRow& row = page->items[0];
    EXPECT_EQ(row.id, 9);
    EXPECT_EQ(row.parent, NullId);
    EXPECT_EQ(row.enforcement, 4711);
    EXPECT_EQ(row.originalExecution, 8);
    EXPECT_EQ(row.actionRef, QStringLiteral("core.http"));
    EXPECT_EQ(row.status, QStringLiteral("failed"));
    EXPECT_EQ(row.startedAt - row.created, 1'000'000);
    EXPECT_EQ(row.updated - row.created, 2'250'000);
    EXPECT_EQ(row.taskName, QString());
    EXPECT_EQ(page->items[1].taskName, QStringLiteral("collect"));
    EXPECT_EQ(page->items[1].parent, UnknownId);
    EXPECT_EQ(page->items[2].taskName, QString());
    EXPECT_EQ(page->items[2].status, QStringLiteral("new_word"));
    EXPECT_TRUE(page->pagination.hasNext);
}

TEST(ExecutionPage, badRow_costsOnlyItself) {
    const auto page = decodeExecutionPage(bytes(listBody(R"({"id":1},{"id":-1},{"id":3,"updated":7},4,{"id":5})")));
    ASSERT_TRUE(page);
    ASSERT_EQ(page->items.size(), 2U);
    EXPECT_EQ(page->items[1].id, 5);
    EXPECT_EQ(page->rejected, 3U);
    EXPECT_EQ(page->rejectionReason, QStringLiteral("id is not a positive 64-bit integer"));
}

TEST(ExecutionPage, strangeBody_isRefused) {
    EXPECT_EQ(decodeExecutionPage("{}").error().message, QStringLiteral("the answer has no list of items"));
    EXPECT_FALSE(decodeExecutionPage("").ok());
}

TEST(RefPage, refs_areReadWhateverElseTheItemsHold) {
    const auto page = decodeRefPage(bytes(
        listBody(R"({"id":1,"ref":"core.timer","param_schema":{"ref":{"type":"string","default":1e999},"ref2":[]}},)"
                 R"({"id":"x","ref":"ops.b","description":null,"enabled":true})")));
    ASSERT_TRUE(page);
    EXPECT_EQ(page->refs, (std::vector<QString>{QStringLiteral("core.timer"), QStringLiteral("ops.b")}));
    EXPECT_EQ(page->pagination.pageSize, 50U);
    EXPECT_EQ(page->rejected, 0U);
}

TEST(RefPage, itemsWithoutRef_areCounted) {
    const auto page = decodeRefPage(bytes(listBody(R"({"ref":""},{"ref":5},{},{"ref":"a.b"},null)")));
    ASSERT_TRUE(page);
    EXPECT_EQ(page->refs, std::vector<QString>{QStringLiteral("a.b")});
    EXPECT_EQ(page->rejected, 4U);
    EXPECT_EQ(page->rejectionReason, QStringLiteral("ref is missing"));
    EXPECT_EQ(decodeRefPage("[").ok(), false);
}

} // namespace
} // namespace attune::core
