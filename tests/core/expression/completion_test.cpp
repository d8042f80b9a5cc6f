// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"

#include "attune/core/expression/expression.h"
#include "attune/core/expression/expressioncompletion.h"

#include <gtest/gtest.h>

using namespace attune::core;
using Values = ExpressionCompletion::Values;

namespace {

[[nodiscard]] ExpressionCompletion at(const char* text) {
    const QString typed = QString::fromUtf8(text);
    return completeExpression(typed, typed.size());
}

} // namespace

TEST(ExpressionCompletion, atTheStart_fieldsAreOffered) {
    EXPECT_TRUE(at("").words.contains(QStringLiteral("rule")));
    EXPECT_TRUE(at("").words.contains(QStringLiteral("not")));
    const auto typed = at("id = 1 and st");
    EXPECT_EQ(typed.words, QStringList{QStringLiteral("status")});
    EXPECT_EQ(typed.from, 11);
    EXPECT_EQ(typed.length, 2);
}

TEST(ExpressionCompletion, afterAField_onlyItsOwnSignsAreOffered) {
    EXPECT_EQ(at("rule ").words, (QStringList{QStringLiteral("="), QStringLiteral("!="), QStringLiteral("~"),
                                              QStringLiteral("!~"), QStringLiteral("in"), QStringLiteral("not in"),
                                              QStringLiteral("is missing"), QStringLiteral("is not missing")}));
    EXPECT_EQ(at("took is m").words, QStringList{QStringLiteral("missing")});
    EXPECT_EQ(at("took is missing ").words, (QStringList{QStringLiteral("and"), QStringLiteral("or")}));
    EXPECT_FALSE(at("took ").words.contains(QStringLiteral("~")));
}

TEST(ExpressionCompletion, afterASign_valuesOfTheFieldAreOffered) {
    EXPECT_EQ(at("rule = ").values, Values::Rules);
    EXPECT_EQ(at("rule = ops.d").values, Values::Rules);
    EXPECT_EQ(at("rule = ops.d").prefix, QStringLiteral("ops.d"));
    EXPECT_EQ(at("trigger in (a, ").values, Values::Triggers);
    EXPECT_EQ(at("status = cr").values, Values::Statuses);
    EXPECT_EQ(at("pack ~ ").values, Values::Packs);
    EXPECT_EQ(at("condition = ").values, Values::Conditions);
    EXPECT_EQ(at("took > ").values, Values::None);
}

TEST(ExpressionCompletion, afterAComparison_joiningWordsAreOffered) {
    EXPECT_EQ(at("id = 1 ").words, (QStringList{QStringLiteral("and"), QStringLiteral("or")}));
    EXPECT_EQ(at("(id = 1 ").words, (QStringList{QStringLiteral("and"), QStringLiteral("or"), QStringLiteral(")")}));
    EXPECT_EQ(at("id = 1 o").words, QStringList{QStringLiteral("or")});
    EXPECT_EQ(at("id in (1 ").words, (QStringList{QStringLiteral(","), QStringLiteral(")")}));
}

TEST(ExpressionCompletion, behindAnError_nothingIsOffered) {
    EXPECT_TRUE(at("tok > 1 and ").words.isEmpty());
    EXPECT_TRUE(at("rule = \"open and ").words.isEmpty());
}

TEST(ExpressionCompletion, inTheMiddle_whatFollowsDoesNotMatter) {
    const auto middle = completeExpression(u"ru = x", 2);
    EXPECT_EQ(middle.words, (QStringList{QStringLiteral("rule"), QStringLiteral("rule_id")}));
    EXPECT_EQ(middle.length, 2);
}

TEST(ExpressionCompletion, values_areQuotedWhereTheyMustBe) {
    EXPECT_EQ(expressionText(QStringLiteral("ops.disk_full")), QStringLiteral("ops.disk_full"));
    for (const char* odd : {"two words", "quo\"te", "back\\slash", "a(b)"}) {
        const QString value = QString::fromUtf8(odd);
        const auto expression = Expression::parse(QString(QStringLiteral("rule = ") + expressionText(value)));
        EXPECT_TRUE(expression) << odd;
    }
}
