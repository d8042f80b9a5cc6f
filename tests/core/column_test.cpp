// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"
#include "support/rows.h"

#include "attune/core/column.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace attune::core {
namespace {

using namespace std::chrono_literals;
using test::makeRow;
using test::second;

const QString Dash = QStringLiteral("—");

TEST(Columns, everyColumn_standsAtItsPlaceWithItsOwnKey) {
    std::set<std::string> keys;
    int position = 0;
    for (const ColumnInfo& info : columns()) {
        EXPECT_EQ(static_cast<int>(info.column), position++);
        EXPECT_EQ(&columnInfo(info.column), &info);
        EXPECT_FALSE(columnTitle(info.column).isEmpty());
        EXPECT_GT(info.widthInChars, 0);
        keys.insert(info.key);
    }
    EXPECT_EQ(position, ColumnCount);
    EXPECT_EQ(keys.size(), static_cast<std::size_t>(ColumnCount));
}

class ColumnText : public ::testing::Test {
protected:
    [[nodiscard]] QString text(const EnforcementRow& row, Column column, TimeStyle style = TimeStyle::Utc) const {
        return columnText(row, column, m_vocabulary, style, second(3600));
    }

    Vocabulary m_vocabulary;
};

TEST_F(ColumnText, completeRow_saysEverything) {
    const EnforcementRow row = test::resolved(makeRow(m_vocabulary, 61));
    EXPECT_EQ(text(row, Column::Id), QStringLiteral("61"));
    EXPECT_EQ(text(row, Column::Rule), QStringLiteral("ops.disk_full"));
    EXPECT_EQ(text(row, Column::Trigger), QStringLiteral("mon.disk"));
    EXPECT_EQ(text(row, Column::Event), QStringLiteral("#90061"));
    EXPECT_EQ(text(row, Column::Condition), QStringLiteral("all"));
    EXPECT_EQ(text(row, Column::Status), QStringLiteral("processed"));
    EXPECT_EQ(text(row, Column::Created), QStringLiteral("00:01:01"));
    EXPECT_EQ(text(row, Column::Resolved), QStringLiteral("00:01:01"));
    EXPECT_EQ(text(row, Column::Took), QStringLiteral("500 ms"));
}

TEST_F(ColumnText, optionalColumns_sayWhatTheyAreAskedFor) {
    EnforcementRow row = makeRow(m_vocabulary, 61);
    row.rule = 12;
    row.setReceived(EnforcementRow::ReceivedEpoch + 61'000'000);
    EXPECT_EQ(text(row, Column::Pack), QStringLiteral("ops"));
    EXPECT_EQ(text(row, Column::RuleId), QStringLiteral("12"));
    EXPECT_EQ(text(row, Column::Age), QStringLiteral("58 min 59 s"));
    EXPECT_EQ(text(row, Column::Received), QStringLiteral("2020-01-01 00:01:01"));
    EXPECT_EQ(text(row, Column::TraceTag), QString());
    EXPECT_EQ(text(row, Column::Delta), QString());
    const RowFacts facts{.traceTag = QStringLiteral("mon.disk.1"), .sincePrevious = 3200ms};
    const auto fact = [&](Column column) {
        return columnText(row, column, m_vocabulary, TimeStyle::Utc, second(3600), facts);
    };
    EXPECT_EQ(fact(Column::TraceTag), QStringLiteral("mon.disk.1"));
    EXPECT_EQ(fact(Column::Delta), QStringLiteral("3.2 s"));
    row.rule = NullId;
    EXPECT_EQ(text(row, Column::RuleId), Dash);
    row.setReceived(UnknownTime);
    EXPECT_EQ(text(row, Column::Received), QString());
    EXPECT_EQ(text(EnforcementRow(), Column::Age), QString());
    EXPECT_EQ(packOf(u"bare"), QStringView());
}

TEST_F(ColumnText, received_isKeptToTheMillisecond) {
    EnforcementRow row;
    EXPECT_EQ(row.received(), UnknownTime);
    const UtcMicros time = 1'790'000'000'123'456;
    row.setReceived(time);
    EXPECT_EQ(row.received(), time - 456);
    row.setReceived(INT64_MAX);
    EXPECT_GT(row.received(), time);
    row.setReceived(-5);
    EXPECT_EQ(row.received(), UnknownTime);
}

TEST_F(ColumnText, largestId_isExact) {
    EnforcementRow row;
    row.id = INT64_MAX;
    EXPECT_EQ(text(row, Column::Id), QStringLiteral("9223372036854775807"));
}

TEST_F(ColumnText, absentValues_areEmptyAndNullOnesADash) {
    EnforcementRow row;
    row.id = 1;
    for (const ColumnInfo& info : columns().subspan<1>())
        EXPECT_EQ(text(row, info.column), QString()) << info.key;
    row.event = NullId;
    row.resolvedAt = NullTime;
    EXPECT_EQ(text(row, Column::Event), Dash);
    EXPECT_EQ(text(row, Column::Resolved), Dash);
}

TEST_F(ColumnText, unresolvedRow_showsItsAgeInWholeSeconds) {
    EXPECT_EQ(text(makeRow(m_vocabulary, 3597), Column::Took), QStringLiteral("3 s"));
    EXPECT_EQ(text(makeRow(m_vocabulary, 3660), Column::Took), QStringLiteral("0 s")) << "clocks differ";
}

TEST_F(ColumnText, rowResolvedAtAnUnknownTime_hasNoSpan) {
    EnforcementRow row = makeRow(m_vocabulary, 1);
    row.status = Status::Processed;
    row.resolvedAt = UnknownTime;
    EXPECT_EQ(text(row, Column::Took), Dash);
    EXPECT_EQ(took(row, second(5)), std::nullopt);
}

TEST(DurationText, showsTwoUnitsAtMost) {
    EXPECT_EQ(durationText(0us), QStringLiteral("0 ms"));
    EXPECT_EQ(durationText(564'999us), QStringLiteral("564 ms"));
    EXPECT_EQ(durationText(3'290ms), QStringLiteral("3.2 s"));
    EXPECT_EQ(durationText(59'999ms), QStringLiteral("59.9 s"));
    EXPECT_EQ(durationText(245s), QStringLiteral("4 min 05 s"));
    EXPECT_EQ(durationText(2h + 10min + 59s), QStringLiteral("2 h 10 min"));
    EXPECT_EQ(durationText(76h), QStringLiteral("3 d 4 h"));
    EXPECT_EQ(durationText(-12ms), QStringLiteral("−12 ms"));
    EXPECT_FALSE(durationText(std::chrono::microseconds::min()).isEmpty());
}

TEST(AgeText, ticksInWholeSeconds) {
    EXPECT_EQ(ageText(3'990ms), QStringLiteral("3 s"));
    EXPECT_EQ(ageText(65s), QStringLiteral("1 min 05 s"));
    EXPECT_EQ(ageText(-2s), QStringLiteral("−2.0 s"));
}

TEST(InstantText, namesTheDayOnlyWhenItIsNotTodayAndTheYearOnlyWhenItIsAnother) {
    EXPECT_EQ(instantText(second(59), TimeStyle::Utc, second(3600)), QStringLiteral("00:00:59"));
    EXPECT_EQ(instantText(second(-1), TimeStyle::Utc, second(3600)), QStringLiteral("05-31 23:59:59"));
    EXPECT_EQ(instantText(second(59), TimeStyle::Utc, UnknownTime), QStringLiteral("2026-06-01 00:00:59"));
    EXPECT_EQ(instantText(-1, TimeStyle::Utc, second(0)), QStringLiteral("1969-12-31 23:59:59"));
    EXPECT_EQ(instantText(NullTime, TimeStyle::Utc, second(0)), Dash);
    EXPECT_EQ(instantText(UnknownTime, TimeStyle::Utc, second(0)), QString());
}

TEST(InstantText, relative_namesOneUnit) {
    const auto ago = [](std::int64_t seconds) {
        return instantText(second(1'000'000), TimeStyle::Relative, second(1'000'000 + seconds));
    };
    EXPECT_EQ(ago(0), QStringLiteral("now"));
    EXPECT_EQ(ago(3), QStringLiteral("3 s ago"));
    EXPECT_EQ(ago(245), QStringLiteral("4 min ago"));
    EXPECT_EQ(ago(7300), QStringLiteral("2 h ago"));
    EXPECT_EQ(ago(3 * 86'400 + 5), QStringLiteral("3 d ago"));
    EXPECT_EQ(ago(-4), QStringLiteral("now")) << "clocks of others are known to seconds";
    EXPECT_EQ(ago(-5), QStringLiteral("in 5 s"));
}

TEST(InstantToolTip, hasBothSpellingsToTheMicrosecond) {
    EXPECT_EQ(instantToolTip(second(1) + 417'803),
              QStringLiteral("2026-06-01 00:00:01.417803 UTC+00:00\n2026-06-01 00:00:01.417803 UTC"));
    EXPECT_EQ(instantToolTip(-1),
              QStringLiteral("1969-12-31 23:59:59.999999 UTC+00:00\n1969-12-31 23:59:59.999999 UTC"));
    EXPECT_EQ(instantToolTip(NullTime), QString());
}

TEST(Took, isTheSpanOrTheAge) {
    Vocabulary vocabulary;
    const EnforcementRow row = makeRow(vocabulary, 10);
    EXPECT_EQ(took(row, second(15)), 5s);
    EXPECT_EQ(took(row, UnknownTime), std::nullopt);
    EXPECT_EQ(took(test::resolved(row, Status::Processed, -3), second(15)), -3ms);
    EXPECT_EQ(took(EnforcementRow{}, second(15)), std::nullopt);
}

} // namespace
} // namespace attune::core
