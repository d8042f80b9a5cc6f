// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"
#include "support/rows.h"

#include "attune/core/expression/compiledexpression.h"
#include "attune/core/expression/expression.h"

#include <gtest/gtest.h>

#include <QStringList>

#include <random>

namespace attune::core {
namespace {

using test::makeRow;
using test::resolved;
using test::second;

class ExpressionTest : public ::testing::Test {
protected:
    [[nodiscard]] static Expression parsed(const QString& text) {
        auto expression = Expression::parse(text);
        EXPECT_TRUE(expression) << text.toStdString() << ": "
                                << (expression ? "" : expression.error().message.toStdString());
        return expression ? *expression : Expression();
    }
    [[nodiscard]] static ExpressionError error(const QString& text) {
        const auto expression = Expression::parse(text);
        EXPECT_FALSE(expression) << text.toStdString();
        return expression ? ExpressionError() : expression.error();
    }
    /// Both meanings, which must agree.
    [[nodiscard]] bool holds(const char* text, const EnforcementRow& row) {
        const Expression expression = parsed(QString::fromUtf8(text));
        CompiledExpression compiled(expression, m_vocabulary, nullptr);
        compiled.setNow(Now);
        const bool result = expression.match(row, m_vocabulary, Now);
        EXPECT_EQ(compiled.test(row), result) << text;
        return result;
    }

    static constexpr UtcMicros Now = second(1000);
    Vocabulary m_vocabulary;
    EnforcementRow m_row = makeRow(m_vocabulary, 7, "ops.disk_full", "mon.disk"); // event 90007, created at second 7
};

} // namespace

TEST_F(ExpressionTest, nothing_matchesEverything) {
    for (const char* text : {"", "   ", "\t\n"}) {
        EXPECT_TRUE(parsed(QString::fromUtf8(text)).isEmpty());
        EXPECT_TRUE(holds(text, m_row));
    }
}

TEST_F(ExpressionTest, texts_areComparedWithoutRegardToCase) {
    EXPECT_TRUE(holds("rule = Ops.Disk_Full", m_row));
    EXPECT_FALSE(holds("rule = ops.disk", m_row)) << "the whole text";
    EXPECT_TRUE(holds("rule != ops.disk", m_row));
    EXPECT_TRUE(holds("rule ~ DISK", m_row));
    EXPECT_TRUE(holds("rule ~ \"ops.*\"", m_row));
    EXPECT_FALSE(holds("rule ~ disk*", m_row)) << "a glob is over the whole text";
    EXPECT_TRUE(holds("rule !~ mail", m_row));
    EXPECT_TRUE(holds("trigger='mon.disk'", m_row));
    EXPECT_TRUE(holds("pack = ops", m_row));
    EXPECT_TRUE(holds("status = created and condition = all", m_row));
}

TEST_F(ExpressionTest, numbers_areCompared) {
    EXPECT_TRUE(holds("id = 7 and event = #90007", m_row));
    EXPECT_TRUE(holds("id<8 and id<=7 and id>6 and id>=7 and id!=8", m_row));
    EXPECT_FALSE(holds("id < 7", m_row));
    m_row.event = NullId;
    EXPECT_FALSE(holds("event != 5", m_row)) << "what is not known, no comparison holds of";
    EXPECT_TRUE(holds("not event = 5", m_row));
}

TEST_F(ExpressionTest, lists_areAlternatives) {
    EXPECT_TRUE(holds("status in (processed, created)", m_row));
    EXPECT_FALSE(holds("status not in (processed, created)", m_row));
    EXPECT_TRUE(holds("id in (1, 7)", m_row));
    EXPECT_TRUE(holds("id in (7)", m_row));
}

TEST_F(ExpressionTest, durations_areThoseOfResolvedRows) {
    EXPECT_FALSE(holds("took > 0s", m_row));
    EXPECT_FALSE(holds("took <= 1h", m_row));
    m_row = resolved(m_row, Status::Processed, 2'500);
    EXPECT_TRUE(holds("took > 2s and took < 2.6s and took = 2500ms", m_row));
    EXPECT_TRUE(holds("took < 1min and took < 1m and took < 1h and took < 1d and took > 7us", m_row));
}

TEST_F(ExpressionTest, times_areAbsoluteOrRelativeToNow) {
    EXPECT_TRUE(holds("created = 2026-06-01T00:00:07Z", m_row));
    EXPECT_TRUE(holds("created >= \"2026-06-01 02:00:07+02:00\"", m_row));
    EXPECT_TRUE(holds("created < 2026-06-01T00:00:07.001Z", m_row));
    EXPECT_TRUE(holds("created > -20min and created < -5min and created < now", m_row));
    EXPECT_FALSE(holds("created > now-1s", m_row));
    EXPECT_FALSE(holds("resolved < now", m_row)) << "it is not resolved";
    EXPECT_TRUE(parsed(QStringLiteral("id = 1 or not created > -1h")).dependsOnTime());
    EXPECT_FALSE(parsed(QStringLiteral("created > 2026-06-01")).dependsOnTime());
}

TEST_F(ExpressionTest, tags_areComparedLetterByLetter) {
    EXPECT_TRUE(holds("tag = mon.disk.90007", m_row));
    EXPECT_FALSE(holds("tag = Mon.Disk.90007", m_row));
    EXPECT_TRUE(holds("tag != other", m_row));
}

TEST_F(ExpressionTest, and_bindsTighterThanOrAndNotTighterThanBoth) {
    EXPECT_TRUE(holds("id = 7 or id = 1 and id = 2", m_row));
    EXPECT_FALSE(holds("(id = 7 or id = 1) and id = 2", m_row));
    EXPECT_FALSE(holds("not id = 7 or id = 2", m_row));
    EXPECT_TRUE(holds("not (id = 1 or id = 2)", m_row));
    EXPECT_TRUE(holds("not not id = 7", m_row));
    EXPECT_TRUE(holds("ID = 7 AND Status IN (Created) OR NOT id = 7", m_row));
}

TEST_F(ExpressionTest, canonicalText_meansTheSame) {
    for (const char* text :
         {"status in (created, disabled) and took > 2s and rule ~ \"ops.*\" and not trigger = \"core.timer\"",
          "(id=1 or id=2) and not (id=3 and id=4) or not not id=5", "rule = 'a \"b\" \\\\ c' or rule = and1",
          "rule = \"and\" or rule = 'in'", "created > -90min and took < 1.5s and resolved >= 2026-06-01T12:00:00Z"}) {
        const Expression first = parsed(QString::fromUtf8(text));
        const Expression second = parsed(first.toString());
        EXPECT_EQ(first.toString(), second.toString()) << text;
        EXPECT_EQ(first, second);
    }
    EXPECT_EQ(parsed(QStringLiteral("took>1500ms")).toString(), QStringLiteral("took > 1500ms"));
    EXPECT_EQ(parsed(QStringLiteral("took > 120s")).toString(), QStringLiteral("took > 2min"));
}

TEST_F(ExpressionTest, errors_nameTheirPlaceInWords) {
    struct Case {
        const char* text;
        qsizetype position;
        qsizetype length;
        const char* words;
    };
    for (const Case& wrong :
         {Case{"tok > 2s", 0, 3, "At character 1: “tok” is no field"},
          Case{"took > ", 7, 0, "At the end: a value is missing: a duration such as 500ms"},
          Case{"took > 2x", 7, 2, "At character 8: “2x” is not a duration"},
          Case{"rule > a", 5, 1, "“>” cannot be used with “rule”; use one of = != ~ !~ in is"},
          Case{"rule a", 5, 1, "after “rule” one of = != ~ !~ in is is needed"},
          Case{"id = 1 id = 2", 7, 2, "“id” must be joined by “and” or “or”"},
          Case{"(id = 1", 7, 0, "The parenthesis at character 1 is not closed"},
          Case{"id = 1)", 6, 1, "closes nothing"}, Case{"id in 5", 6, 1, "a list in parentheses is missing"},
          Case{"id in (5 6)", 9, 1, "separated by commas"}, Case{"id not = 5", 7, 1, "“in” is missing after “not”"},
          Case{"rule = \"ops", 7, 4, "The quote at character 8 is not closed"},
          Case{"id = 1 and", 10, 0, "Something is missing at the end"},
          Case{"id = 1 ; id = 2", 7, 1, "“;” cannot stand at character 8"},
          Case{"event = -5", 8, 2, "is not a whole number"},
          Case{"created > yesterday", 10, 9, "is not a time such as"}}) {
        const ExpressionError found = error(QString::fromUtf8(wrong.text));
        EXPECT_EQ(found.position, wrong.position) << wrong.text;
        EXPECT_EQ(found.length, wrong.length) << wrong.text;
        EXPECT_TRUE(found.message.contains(QString::fromUtf8(wrong.words)))
            << wrong.text << " says " << found.message.toStdString();
    }
}

TEST_F(ExpressionTest, whatNobodyTypes_isRefusedNotFollowed) {
    EXPECT_TRUE(error(QString(5'000, u'(')).message.contains(QStringLiteral("too")));
    EXPECT_TRUE(error(QStringLiteral("not ").repeated(500) + QStringLiteral("id = 1"))
                    .message.contains(QStringLiteral("too many")));
    EXPECT_TRUE(error(QStringLiteral("id = 1 or ").repeated(2'000)).message.contains(QStringLiteral("too long")));
    EXPECT_TRUE(error(QStringLiteral("took > 99999999999d")).message.contains(QStringLiteral("duration")));
}

TEST_F(ExpressionTest, refsThatAppearLater_areTested) {
    CompiledExpression compiled(parsed(QStringLiteral("rule ~ late or status = held")), m_vocabulary, nullptr);
    EXPECT_FALSE(compiled.test(m_row));
    EXPECT_TRUE(compiled.test(makeRow(m_vocabulary, 1, "ops.late")));
    m_row.status = *Vocabulary::word(m_vocabulary.statuses, "held");
    EXPECT_TRUE(compiled.test(m_row));
}

TEST_F(ExpressionTest, missing_holdsOfWhatIsNotKnown) {
    EXPECT_TRUE(holds("resolved is missing and took is missing", m_row));
    EXPECT_FALSE(holds("resolved is not missing", m_row));
    EXPECT_TRUE(holds("event is not missing and age is not missing", m_row));
    m_row.event = NullId;
    EXPECT_TRUE(holds("event is missing and Event IS Missing and not event is not missing", m_row));
    EXPECT_FALSE(holds("rule is missing or status is missing or pack is missing", m_row));
    EXPECT_EQ(parsed(QStringLiteral("event  is  NOT missing")).toString(), QStringLiteral("event is not missing"));
    EXPECT_TRUE(error(QStringLiteral("event is gone")).message.contains(QStringLiteral("missing")));
    EXPECT_EQ(error(QStringLiteral("event is gone")).position, 9);
}

TEST_F(ExpressionTest, ruleIdAndTheTimeOfReceipt_areNumbersAndTimes) {
    m_row.rule = 41;
    m_row.setReceived(second(8));
    EXPECT_TRUE(holds("rule_id = 41 and rule_id in (7, 41) and rule_id is not missing", m_row));
    EXPECT_TRUE(holds("received >= 2026-06-01T00:00:08Z and received < 2026-06-01T00:00:09Z", m_row));
    m_row.rule = NullId;
    m_row.setReceived(UnknownTime);
    EXPECT_TRUE(holds("rule_id is missing and received is missing", m_row));
    EXPECT_FALSE(holds("rule_id != 41 or received < now", m_row)) << "what is not known is not another one";
}

TEST_F(ExpressionTest, age_isTheTimeSinceCreation) {
    EXPECT_TRUE(holds("age = 993s and age > 16min and age < 17min", m_row)) << "second 7 of 1000";
    EXPECT_FALSE(holds("age > 993s", m_row));
    EXPECT_TRUE(holds("age >= 993s and age <= 993s and age != 992s", m_row));
    EXPECT_TRUE(parsed(QStringLiteral("age > 1s")).dependsOnTime());
    EXPECT_FALSE(parsed(QStringLiteral("age is missing")).dependsOnTime());
}

namespace {

[[nodiscard]] QString randomExpression(std::mt19937& random, int depth) {
    static const QStringList Leaves{QStringLiteral("id > 40"),           QStringLiteral("event <= 90050"),
                                    QStringLiteral("rule ~ r1"),         QStringLiteral("rule in (pack.r2, pack.r3)"),
                                    QStringLiteral("trigger !~ *t?"),    QStringLiteral("pack = pack"),
                                    QStringLiteral("status != created"), QStringLiteral("condition = any"),
                                    QStringLiteral("created > -950s"),   QStringLiteral("resolved < now"),
                                    QStringLiteral("took >= 500ms"),     QStringLiteral("tag = pack.t1.90050"),
                                    QStringLiteral("age < 950s"),        QStringLiteral("took is missing"),
                                    QStringLiteral("event is missing"),  QStringLiteral("resolved is not missing"),
                                    QStringLiteral("rule_id > 3"),       QStringLiteral("received > -950s")};
    if (depth == 0 || random() % 4 == 0)
        return Leaves[static_cast<qsizetype>(random() % static_cast<unsigned>(Leaves.size()))];
    const QString left = randomExpression(random, depth - 1);
    if (random() % 5 == 0)
        return QStringLiteral("not (%1)").arg(left);
    const QString right = randomExpression(random, depth - 1);
    return (random() % 2 == 0 ? QStringLiteral("(%1) and (%2)") : QStringLiteral("%1 or %2")).arg(left, right);
}

} // namespace

TEST_F(ExpressionTest, randomExpressions_agreeWithTheReferenceMeaning) {
    std::mt19937 random(5);
    int matched = 0;
    for (int round = 0; round < 400; ++round) {
        const Expression expression = parsed(randomExpression(random, 4));
        CompiledExpression compiled(expression, m_vocabulary, nullptr);
        compiled.setNow(Now);
        for (int i = 0; i < 50; ++i) {
            EnforcementRow row =
                makeRow(m_vocabulary, 1 + static_cast<Id>(random() % 100), "pack.r" + std::to_string(random() % 20),
                        "pack.t" + std::to_string(random() % 20));
            if (random() % 2 == 0)
                row = resolved(row, Status::Disabled, static_cast<std::int64_t>(random() % 1000));
            row.rule = random() % 3 == 0 ? NullId : static_cast<Id>(random() % 6);
            row.setReceived(random() % 3 == 0 ? UnknownTime : second(static_cast<std::int64_t>(random() % 100)));
            const bool expected = expression.match(row, m_vocabulary, Now);
            ASSERT_EQ(compiled.test(row), expected) << expression.toString().toStdString();
            matched += expected ? 1 : 0;
        }
    }
    EXPECT_GT(matched, 4'000);
    EXPECT_LT(matched, 16'000);
}

} // namespace attune::core
