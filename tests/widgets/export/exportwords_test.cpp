// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "export/exportwords.h"
#include "support/printers.h"
#include "support/rows.h"

#include <gtest/gtest.h>

#include <QRegularExpression>

namespace attune::widgets {
namespace {

using End = models::ExportResult::End;

TEST(ExportWords, filter_isSaidFieldByField) {
    core::EnforcementFilter filter;
    EXPECT_EQ(filterWords(filter, test::second(0)), QStringLiteral("All enforcements that are loaded"));
    filter.statuses = {QStringLiteral("created"), QStringLiteral("processed")};
    filter.rule = core::TermFilter::parse(u"disk -core.*");
    filter.event = 7;
    filter.window = std::chrono::minutes(15);
    EXPECT_EQ(
        filterWords(filter, test::second(0)),
        QStringLiteral("Status: created, processed · Rule: disk -core.* · Event: 7 · created in the last 15 min 00 s"));
}

TEST(ExportWords, result_saysHowManyAndWhatIsMissing) {
    EXPECT_EQ(resultWords({End::Written, 2, 1, {}}, QStringLiteral("a.csv")),
              QStringLiteral("Written to a.csv. Rows: 2. Rows that had left the table before they were read: 1."));
    EXPECT_EQ(resultWords({End::Cancelled, 2, 0, {}}, QStringLiteral("a.csv")),
              QStringLiteral("Cancelled. Nothing was written."));
    EXPECT_EQ(resultWords({End::Failed, 0, 0, QStringLiteral("No room.")}, QStringLiteral("a.csv")),
              QStringLiteral("No room."));
}

TEST(ExportWords, fileName_isOneThatEveryFileSystemTakes) {
    EXPECT_TRUE(QRegularExpression(QStringLiteral("^attune-x-y-prod-\\d{8}-\\d{6}\\.csv$"))
                    .match(exportFileName(QStringLiteral("../x/y prod"), test::second(0), QStringLiteral("csv")))
                    .hasMatch());
    EXPECT_TRUE(QRegularExpression(QStringLiteral("^attune-\\d{8}-\\d{6}\\.json$"))
                    .match(exportFileName({}, test::second(0), QStringLiteral("json")))
                    .hasMatch());
}

} // namespace
} // namespace attune::widgets
