// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "history/historyquery.h"
#include "support/printers.h"

#include <gtest/gtest.h>

using namespace attune;

namespace {

struct HistoryQueryTest : ::testing::Test {
    core::Vocabulary vocabulary;
    core::Symbol disk = *vocabulary.refs.intern("ops.disk_full");
    core::Symbol timer = *vocabulary.refs.intern("core.timer");
    core::EnforcementFilter filter;

    [[nodiscard]] session::HistoryQuery query() { return session::historyQuery(filter, vocabulary); }
    [[nodiscard]] QString text() { return session::criteriaText(query(), vocabulary); }
};

} // namespace

TEST_F(HistoryQueryTest, whatTheServerCanCompare_isAsked) {
    filter.rule = core::TermFilter::parse(u"=ops.disk_full");
    filter.trigger = core::TermFilter::parse(u"=Core.Timer");
    filter.event = 90210;
    filter.statuses = {QStringLiteral("processed")};
    filter.traceTag = QStringLiteral("core.timer.90210");
    EXPECT_EQ(query(), (session::HistoryQuery{disk, timer, 90210, core::Status::Processed, filter.traceTag}));
    EXPECT_EQ(text(), QStringLiteral("rule_ref=ops.disk_full trigger_ref=core.timer event=90210 status=processed "
                                     "trace_tag=core.timer.90210"));
    EXPECT_EQ(session::urlQuery(query(), vocabulary).toString(),
              QStringLiteral("rule_ref=ops.disk_full&trigger_ref=core.timer&event=90210&status=processed&"
                             "trace_tag=core.timer.90210"));
}

TEST_F(HistoryQueryTest, whatItCannotCompare_isNot) {
    filter.rule = core::TermFilter::parse(u"disk ops.* -=core.timer");
    filter.statuses = {QStringLiteral("processed"), QStringLiteral("created")};
    filter.window = std::chrono::hours(1);
    EXPECT_TRUE(query().isEmpty());
    EXPECT_EQ(text(), QString());
    EXPECT_TRUE(session::urlQuery(query(), vocabulary).isEmpty());
}

TEST_F(HistoryQueryTest, oneExactTermAmongOthers_isEnoughToAsk) {
    filter.rule = core::TermFilter::parse(u"disk =ops.disk_full -foo");
    EXPECT_EQ(query().ruleRef, disk);
}

TEST_F(HistoryQueryTest, severalSpellingsOfARef_areNotAskedForOneOfThem) {
    ASSERT_TRUE(vocabulary.refs.intern("Ops.Disk_Full"));
    filter.rule = core::TermFilter::parse(u"=ops.disk_full");
    EXPECT_EQ(query().ruleRef, 0U);
}

TEST_F(HistoryQueryTest, refNeverHeardOf_isAskedForAsItWasTyped) {
    filter.rule = core::TermFilter::parse(u"=Ops.Unheard_Of");
    EXPECT_EQ(text(), QStringLiteral("rule_ref=Ops.Unheard_Of"));
}

TEST_F(HistoryQueryTest, wordThatTheServerMayNotKnow_isNotAsked) {
    ASSERT_TRUE(core::Vocabulary::word(vocabulary.statuses, "postponed"));
    filter.statuses = {QStringLiteral("postponed")};
    EXPECT_TRUE(query().isEmpty());
}

TEST_F(HistoryQueryTest, hiddenRef_isNotAsked) {
    filter.trigger = core::TermFilter::parse(u"=[redacted]");
    EXPECT_TRUE(query().isEmpty()) << "the server compares with what it hides";
}

TEST_F(HistoryQueryTest, specialCharacters_areEncoded) {
    ASSERT_TRUE(vocabulary.refs.intern("a+b&c=d%20 e"));
    session::HistoryQuery odd;
    odd.ruleRef = *vocabulary.refs.find("a+b&c=d%20 e");
    EXPECT_EQ(session::urlQuery(odd, vocabulary).toString(QUrl::FullyEncoded),
              QStringLiteral("rule_ref=a%2Bb%26c%3Dd%2520%20e"));
}

TEST_F(HistoryQueryTest, row_isListedIfEachValueIsItsOwn) {
    core::EnforcementRow row;
    row.ruleRef = disk;
    row.triggerRef = timer;
    row.event = 7;
    row.status = core::Status::Created;
    EXPECT_TRUE(session::HistoryQuery().lists(row));
    EXPECT_TRUE((session::HistoryQuery{disk, timer, 7, core::Status::Created, {}}.lists(row)));
    EXPECT_FALSE((session::HistoryQuery{timer, 0, 0, 0, {}}.lists(row)));
    EXPECT_FALSE((session::HistoryQuery{0, disk, 0, 0, {}}.lists(row)));
    EXPECT_FALSE((session::HistoryQuery{0, 0, 8, 0, {}}.lists(row)));
    EXPECT_FALSE((session::HistoryQuery{0, 0, 0, core::Status::Disabled, {}}.lists(row)));
}

TEST_F(HistoryQueryTest, whatAServerStopsListing_isNotGoneForThat) {
    EXPECT_TRUE((session::HistoryQuery{disk, 0, 0, core::Status::Processed, {}}.isLasting()));
    EXPECT_FALSE((session::HistoryQuery{disk, 0, 0, core::Status::Created, {}}.isLasting()));
    EXPECT_FALSE((session::HistoryQuery{disk, 0, 0, 0, QStringLiteral("tag")}.isLasting()));
}
