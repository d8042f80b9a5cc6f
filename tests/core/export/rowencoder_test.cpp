// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"
#include "support/rows.h"

#include "attune/core/export/rowencoder.h"

#include <gtest/gtest.h>

namespace attune::core {
namespace {

class RowEncoderTest : public ::testing::Test {
protected:
    RowEncoderTest() {
        first.rows = {test::resolved(test::makeRow(vocabulary, 1)), test::makeRow(vocabulary, 2, "=SUM(A1)")};
        first.rows[1].traceTag = TraceTag::Stored;
        first.tags = {{1, "a, \"b\""}};
        second.rows = {test::makeRow(vocabulary, 3)};
        second.rows[0].traceTag = TraceTag::Unknown;
    }
    [[nodiscard]] QByteArray whole(ExportFormat format) const {
        RowEncoder encoder(format, vocabulary);
        QByteArray bytes = encoder.begin();
        bytes += encoder.encode(first);
        bytes += encoder.encode(second);
        bytes += encoder.end();
        return bytes;
    }
    Vocabulary vocabulary;
    RowSlice first;
    RowSlice second;
};

constexpr auto One = R"({"id":1,"rule":12,"rule_ref":"ops.disk_full","trigger_ref":"mon.disk","event":90001,)"
                     R"("status":"processed","condition":"all","trace_tag":"mon.disk.90001",)"
                     R"("created":"2026-06-01T00:00:01.000000Z","resolved_at":"2026-06-01T00:00:01.500000Z"})";
constexpr auto Two = R"x({"id":2,"rule":12,"rule_ref":"=SUM(A1)","trigger_ref":"mon.disk","event":90002,)x"
                     R"("status":"created","condition":"all","trace_tag":"a, \"b\"",)"
                     R"("created":"2026-06-01T00:00:02.000000Z","resolved_at":null})";
constexpr auto Three = R"({"id":3,"rule":12,"rule_ref":"ops.disk_full","trigger_ref":"mon.disk","event":90003,)"
                       R"("status":"created","condition":"all",)"
                       R"("created":"2026-06-01T00:00:03.000000Z","resolved_at":null})";

TEST_F(RowEncoderTest, csv_isHeaderAndRows_byteForByte) {
    EXPECT_EQ(whole(ExportFormat::Csv),
              QByteArray("id,rule,rule_ref,trigger_ref,event,status,condition,trace_tag,created,resolved_at\r\n"
                         "1,12,ops.disk_full,mon.disk,90001,processed,all,mon.disk.90001,"
                         "2026-06-01T00:00:01.000000Z,2026-06-01T00:00:01.500000Z\r\n"
                         "2,12,'=SUM(A1),mon.disk,90002,created,all,\"a, \"\"b\"\"\",2026-06-01T00:00:02.000000Z,\r\n"
                         "3,12,ops.disk_full,mon.disk,90003,created,all,,2026-06-01T00:00:03.000000Z,\r\n"));
}

TEST_F(RowEncoderTest, json_isOneArray_byteForByte) {
    EXPECT_EQ(whole(ExportFormat::Json), QByteArray("[\n") + One + ",\n" + Two + ",\n" + Three + "\n]\n");
}

TEST_F(RowEncoderTest, jsonLines_areObjectsOnLines_byteForByte) {
    EXPECT_EQ(whole(ExportFormat::JsonLines), QByteArray(One) + '\n' + Two + '\n' + Three + '\n');
}

TEST_F(RowEncoderTest, noRows_areStillAFileOfItsKind) {
    first = second = {};
    EXPECT_EQ(whole(ExportFormat::Csv).count('\n'), 1);
    EXPECT_EQ(whole(ExportFormat::Json), QByteArray("[\n]\n"));
    EXPECT_EQ(whole(ExportFormat::JsonLines), QByteArray());
}

} // namespace
} // namespace attune::core
