// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"
#include "support/rows.h"

#include "attune/core/enforcementfilter.h"

#include <gtest/gtest.h>

namespace attune::core {
namespace {

using namespace std::chrono_literals;
using test::makeRow;
using test::second;

class EnforcementFilterTest : public ::testing::Test {
protected:
    [[nodiscard]] bool matches(const EnforcementRow& row) const {
        return m_filter.match(row, m_vocabulary, second(1000));
    }

    Vocabulary m_vocabulary;
    EnforcementFilter m_filter;
};

TEST_F(EnforcementFilterTest, empty_matchesEverything) {
    EXPECT_TRUE(m_filter.isEmpty());
    EXPECT_TRUE(matches(makeRow(m_vocabulary, 1)));
    EXPECT_EQ(m_filter.oldestMatching(second(1000)), UnknownTime);
}

TEST_F(EnforcementFilterTest, statuses_areAlternatives) {
    m_filter.statuses = {QStringLiteral("processed"), QStringLiteral("disabled")};
    EXPECT_FALSE(m_filter.isEmpty());
    EXPECT_FALSE(matches(makeRow(m_vocabulary, 1)));
    EXPECT_TRUE(matches(test::resolved(makeRow(m_vocabulary, 1))));
    EXPECT_TRUE(matches(test::resolved(makeRow(m_vocabulary, 1), Status::Disabled)));
}

TEST_F(EnforcementFilterTest, everyField_mustHold) {
    m_filter.rule = TermFilter::parse(u"disk");
    m_filter.trigger = TermFilter::parse(u"mon.*");
    m_filter.event = 90'001;
    EXPECT_TRUE(matches(makeRow(m_vocabulary, 1)));
    EXPECT_FALSE(matches(makeRow(m_vocabulary, 2)));
    EXPECT_FALSE(matches(makeRow(m_vocabulary, 1, "ops.cpu")));
    EXPECT_FALSE(matches(makeRow(m_vocabulary, 1, "ops.disk", "other.disk")));
}

TEST_F(EnforcementFilterTest, window_endsNow) {
    m_filter.window = 10s;
    EXPECT_FALSE(matches(makeRow(m_vocabulary, 989)));
    EXPECT_TRUE(matches(makeRow(m_vocabulary, 990)));
    EXPECT_TRUE(matches(makeRow(m_vocabulary, 1001))) << "the server's clock may be ahead";
    EXPECT_EQ(m_filter.oldestMatching(second(1000)), second(990));
}

TEST_F(EnforcementFilterTest, customRange_includesItsStartOnly) {
    m_filter.from = second(5);
    m_filter.to = second(7);
    EXPECT_FALSE(matches(makeRow(m_vocabulary, 4)));
    EXPECT_TRUE(matches(makeRow(m_vocabulary, 5)));
    EXPECT_TRUE(matches(makeRow(m_vocabulary, 6)));
    EXPECT_FALSE(matches(makeRow(m_vocabulary, 7)));
}

TEST_F(EnforcementFilterTest, oldestMatching_isTheTighterBound) {
    m_filter.from = second(995);
    m_filter.window = 10s;
    EXPECT_EQ(m_filter.oldestMatching(second(1000)), second(995));
    EXPECT_EQ(m_filter.oldestMatching(second(1100)), second(1090));
    EXPECT_EQ(m_filter.oldestMatching(UnknownTime), second(995));
    m_filter.from = UnknownTime;
    m_filter.window = std::chrono::microseconds::max();
    EXPECT_TRUE(matches(makeRow(m_vocabulary, 1)));
}

TEST_F(EnforcementFilterTest, traceTag_isComparedLetterByLetterHoweverItIsKept) {
    m_filter.traceTag = QStringLiteral("mon.disk.90004");
    EXPECT_FALSE(m_filter.isEmpty());
    EnforcementRow row = makeRow(m_vocabulary, 4);
    EXPECT_TRUE(matches(row)) << "made of trigger and event";
    EXPECT_FALSE(matches(makeRow(m_vocabulary, 5)));
    EXPECT_FALSE(matches(makeRow(m_vocabulary, 4, "ops.disk_full", "Mon.disk")));
    EXPECT_FALSE(matches(makeRow(m_vocabulary, 4, "ops.disk_full", "mon.diskette")));
    row.traceTag = TraceTag::Unknown;
    EXPECT_FALSE(matches(row));
    row.traceTag = TraceTag::Stored;
    EXPECT_FALSE(m_filter.match(row, m_vocabulary, second(1000), "another"));
    EXPECT_TRUE(m_filter.match(row, m_vocabulary, second(1000), "mon.disk.90004"));
}

TEST_F(EnforcementFilterTest, traceTagWithAnotherSpellingOfANumber_isNotMadeOfAnEvent) {
    for (const char* tag : {"mon.disk.090004", "mon.disk.+90004", "mon.disk.", "90004", ".90004", "mon.disk.90004 "}) {
        m_filter.traceTag = QString::fromLatin1(tag);
        EXPECT_FALSE(matches(makeRow(m_vocabulary, 4))) << tag;
    }
}

TEST_F(EnforcementFilterTest, unknownStatusWord_canBeChosen) {
    EnforcementRow row = makeRow(m_vocabulary, 1);
    row.status = *Vocabulary::word(m_vocabulary.statuses, "held");
    m_filter.statuses = {QStringLiteral("held")};
    EXPECT_TRUE(matches(row));
    EXPECT_FALSE(matches(makeRow(m_vocabulary, 1)));
}

TEST(ParseEventId, accepts_positiveIntegers) {
    const auto parse = [](const QString& text) {
        bool valid = false;
        const auto id = parseEventId(text, &valid);
        EXPECT_TRUE(valid) << text.toStdString();
        return id;
    };
    EXPECT_EQ(parse(QStringLiteral("90210")), 90'210);
    EXPECT_EQ(parse(QStringLiteral("  #90210 ")), 90'210);
    EXPECT_EQ(parse(QStringLiteral("9223372036854775807")), INT64_MAX);
    EXPECT_EQ(parse(QStringLiteral("   ")), std::nullopt);
}

TEST(ParseEventId, refuses_everythingElse) {
    for (const char* text : {"0", "-1", "+1", "1.5", "1e3", "abc", "#", "12 34", "9223372036854775808", "0x10", "٣"}) {
        bool valid = true;
        EXPECT_EQ(parseEventId(QString::fromUtf8(text), &valid), std::nullopt) << text;
        EXPECT_FALSE(valid) << text;
    }
}

} // namespace
} // namespace attune::core
