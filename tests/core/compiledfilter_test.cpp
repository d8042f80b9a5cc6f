// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/rows.h"

#include "attune/core/compiledfilter.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace attune::core {
namespace {

using namespace std::chrono_literals;
using test::makeRow;
using test::second;

TEST(CompiledFilter, emptyFilter_passesAll) {
    Vocabulary vocabulary;
    CompiledFilter compiled(EnforcementFilter{}, vocabulary);
    EXPECT_TRUE(compiled.passesAll());
    EXPECT_TRUE(compiled.test(makeRow(vocabulary, 1)));
}

TEST(CompiledFilter, symbolsThatAppearLater_areTested) {
    Vocabulary vocabulary;
    EnforcementFilter filter;
    filter.rule = TermFilter::parse(u"late");
    filter.statuses = {QStringLiteral("held")};
    CompiledFilter compiled(filter, vocabulary);
    EXPECT_FALSE(compiled.test(makeRow(vocabulary, 1)));
    EnforcementRow row = makeRow(vocabulary, 2, "ops.late");
    EXPECT_FALSE(compiled.test(row));
    row.status = *Vocabulary::word(vocabulary.statuses, "held");
    EXPECT_TRUE(compiled.test(row));
}

TEST(CompiledFilter, hiddenRef_isNoTextToFind) {
    Vocabulary vocabulary;
    EnforcementRow hidden = makeRow(vocabulary, 1);
    hidden.ruleRef = RedactedRef;
    hidden.triggerRef = RedactedRef;
    const auto passes = [&](const EnforcementFilter& filter) {
        CompiledFilter compiled(filter, vocabulary);
        const bool found = compiled.test(hidden);
        EXPECT_EQ(filter.match(hidden, vocabulary, UnknownTime), found);
        return found;
    };
    for (const QStringView wanted : {u"=[redacted]", u"redacted", u"*red?cted*", u"[red"}) {
        EnforcementFilter filter;
        filter.rule = TermFilter::parse(wanted);
        EXPECT_FALSE(passes(filter)) << wanted.toString().toStdString();
        filter.trigger = std::exchange(filter.rule, {});
        EXPECT_FALSE(passes(filter)) << wanted.toString().toStdString();
    }
    for (const QString& wanted : {QStringLiteral("rule = \"[redacted]\""), QStringLiteral("trigger ~ \"redacted\"")}) {
        EnforcementFilter filter;
        const auto parsed = Expression::parse(wanted);
        ASSERT_TRUE(parsed) << wanted.toStdString();
        filter.expression = *parsed;
        EXPECT_FALSE(passes(filter)) << wanted.toStdString();
    }
    EnforcementFilter others;
    others.rule = TermFilter::parse(u"-ops");
    EXPECT_TRUE(passes(others));
}

TEST(CompiledFilter, testButStatus_leavesOnlyTheStatusOut) {
    Vocabulary vocabulary;
    EnforcementFilter filter;
    filter.statuses = {QStringLiteral("disabled")};
    filter.event = 90'001;
    CompiledFilter compiled(filter, vocabulary);
    EXPECT_FALSE(compiled.test(makeRow(vocabulary, 1)));
    EXPECT_TRUE(compiled.testButStatus(makeRow(vocabulary, 1)));
    EXPECT_FALSE(compiled.testButStatus(makeRow(vocabulary, 2)));
}

TEST(CompiledFilter, window_followsNow) {
    Vocabulary vocabulary;
    EnforcementFilter filter;
    filter.window = 10s;
    CompiledFilter compiled(filter, vocabulary);
    EXPECT_EQ(compiled.oldest(), UnknownTime);
    compiled.setNow(second(100));
    EXPECT_EQ(compiled.oldest(), second(90));
    EXPECT_TRUE(compiled.test(makeRow(vocabulary, 90)));
    compiled.setNow(second(101));
    EXPECT_FALSE(compiled.test(makeRow(vocabulary, 90)));
}

int pick(std::mt19937& random, unsigned choices) { return static_cast<int>(random() % choices); }

EnforcementFilter randomFilter(std::mt19937& random) {
    const auto maybe = [&random] { return random() % 3 == 0; };
    EnforcementFilter filter;
    if (maybe())
        filter.statuses.insert(QStringLiteral("processed"));
    if (maybe())
        filter.statuses.insert(QStringLiteral("word1"));
    if (maybe())
        filter.rule = TermFilter::parse(u"*.r1* -r13");
    if (maybe())
        filter.trigger = TermFilter::parse(u"t2");
    if (maybe())
        filter.event = 90'000 + pick(random, 50);
    if (maybe())
        filter.window = std::chrono::seconds(pick(random, 100));
    if (maybe())
        filter.from = second(pick(random, 100));
    if (maybe())
        filter.to = second(pick(random, 100));
    if (maybe())
        filter.expression = *Expression::parse(u"took > 100ms or rule ~ r1 and created > -50s");
    if (maybe())
        filter.traceTag = QStringLiteral("pack.t2.%1").arg(90'000 + pick(random, 50));
    return filter;
}

TEST(CompiledFilter, randomFilters_agreeWithTheReferenceMeaning) {
    std::mt19937 random(9);
    for (int round = 0; round < 300; ++round) {
        Vocabulary vocabulary;
        CompiledFilter compiled(randomFilter(random), vocabulary);
        compiled.setNow(second(100));
        std::vector<EnforcementRow> rows;
        for (int i = 0; i < 100; ++i) {
            EnforcementRow row = makeRow(vocabulary, 1 + pick(random, 100), "pack.r" + std::to_string(pick(random, 20)),
                                         "pack.t" + std::to_string(pick(random, 20)));
            if (pick(random, 2) == 0)
                row.status = *Vocabulary::word(vocabulary.statuses, "word" + std::to_string(pick(random, 3)));
            else if (pick(random, 2) == 0)
                row = test::resolved(row);
            ASSERT_EQ(compiled.test(row), compiled.filter().match(row, vocabulary, second(100)));
            rows.push_back(row);
        }
        std::vector<std::uint8_t> passes(rows.size(), 7);
        compiled.test(rows, passes.data());
        for (std::size_t i = 0; i < rows.size(); ++i)
            ASSERT_EQ(passes[i], compiled.test(rows[i]) ? 1 : 0);
    }
}

} // namespace
} // namespace attune::core
