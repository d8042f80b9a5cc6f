// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "signallog.h"
#include "support/printers.h"
#include "support/rows.h"

#include "attune/models/refcompletionmodel.h"
#include "attune/models/roles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QAbstractItemModelTester>

namespace attune::models {
namespace {

using test::batch;
using test::makeRow;
using test::second;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class RefCompletionModelTest : public ::testing::Test {
protected:
    [[nodiscard]] static QStringList refs(const RefCompletionModel& model) {
        QStringList result;
        for (int row = 0; row < model.rowCount(); ++row)
            result.append(model.index(row).data(Qt::EditRole).toString());
        return result;
    }

    core::Vocabulary m_vocabulary;
    EnforcementTableModel m_source{m_vocabulary};
    RefCompletionModel m_rules{m_source, RefCompletionModel::Kind::Rule};
    QAbstractItemModelTester m_tester{&m_rules, QAbstractItemModelTester::FailureReportingMode::Fatal};
    test::SignalLog m_log{m_rules};
};

TEST_F(RefCompletionModelTest, list_changesOnlyWhenAsked) {
    m_source.apply(batch(makeRow(m_vocabulary, 1, "a.rule")));
    EXPECT_THAT(refs(m_rules), IsEmpty());
    EXPECT_THAT(m_log.take(), IsEmpty());
    m_rules.refresh();
    EXPECT_THAT(refs(m_rules), ElementsAre(QStringLiteral("a.rule")));
    (void)m_log.take();
    m_rules.refresh();
    EXPECT_THAT(m_log.take(), IsEmpty()) << "nothing is different";
}

TEST_F(RefCompletionModelTest, busiestOfTheLastMinutes_comesFirst) {
    core::EnforcementBatch rows;
    for (core::Id id = 1; id <= 50; ++id)
        rows.updates.push_back(test::update(makeRow(m_vocabulary, id, "once.busy")));
    for (core::Id id = 2001; id <= 2003; ++id)
        rows.updates.push_back(test::update(makeRow(m_vocabulary, id, "now.busy")));
    rows.updates.push_back(test::update(makeRow(m_vocabulary, 2004, "now.quiet")));
    m_source.apply(rows);
    m_source.setNow(second(2010));
    m_rules.refresh();
    EXPECT_THAT(refs(m_rules),
                ElementsAre(QStringLiteral("now.busy"), QStringLiteral("now.quiet"), QStringLiteral("once.busy")));
    EXPECT_EQ(m_rules.index(0).data(CountRole), QVariant(qlonglong{3}));
    EXPECT_EQ(m_rules.index(2).data(CountRole), QVariant(qlonglong{0}));
}

TEST_F(RefCompletionModelTest, serverLists_fillUpByName) {
    m_source.apply(batch(makeRow(m_vocabulary, 1, "seen.rule")));
    m_rules.setServerRefs({QStringLiteral("b.rule"), QStringLiteral("seen.rule"), QStringLiteral("A.rule")});
    m_rules.addServerRef(QStringLiteral("c.rule"));
    m_rules.refresh();
    EXPECT_THAT(refs(m_rules), ElementsAre(QStringLiteral("seen.rule"), QStringLiteral("A.rule"),
                                           QStringLiteral("b.rule"), QStringLiteral("c.rule")));
}

TEST_F(RefCompletionModelTest, retiredRows_areStillCompleted) {
    m_source.apply(batch(makeRow(m_vocabulary, 1, "old.rule"), makeRow(m_vocabulary, 2, "new.rule")));
    m_source.setCap(1);
    m_rules.refresh();
    EXPECT_THAT(refs(m_rules), ElementsAre(QStringLiteral("new.rule"), QStringLiteral("old.rule")));
}

TEST_F(RefCompletionModelTest, triggersAndRules_areToldApart) {
    m_source.apply(batch(makeRow(m_vocabulary, 1, "a.rule", "a.trigger")));
    const RefCompletionModel triggers(m_source, RefCompletionModel::Kind::Trigger);
    EXPECT_THAT(refs(triggers), ElementsAre(QStringLiteral("a.trigger")));
}

TEST_F(RefCompletionModelTest, hiddenRefs_areLeftOut) {
    core::EnforcementRow hidden = makeRow(m_vocabulary, 1);
    hidden.ruleRef = core::RedactedRef;
    m_source.apply(batch(hidden));
    m_rules.setServerRefs({QStringLiteral("[redacted]")});
    m_rules.refresh();
    EXPECT_THAT(refs(m_rules), IsEmpty());
}

TEST_F(RefCompletionModelTest, hostileRef_isDrawnSafelyAndCompletedExactly) {
    m_source.apply(batch(makeRow(m_vocabulary, 1, "x\xE2\x80\xAEy")));
    m_rules.refresh();
    EXPECT_FALSE(m_rules.index(0).data().toString().contains(QChar(0x202E)));
    EXPECT_TRUE(m_rules.index(0).data(Qt::EditRole).toString().contains(QChar(0x202E)));
}

TEST_F(RefCompletionModelTest, clear_forgetsEverything) {
    m_source.apply(batch(makeRow(m_vocabulary, 1)));
    m_rules.setServerRefs({QStringLiteral("b.rule")});
    m_rules.refresh();
    m_source.clear();
    m_rules.clear();
    EXPECT_EQ(m_rules.rowCount(), 0);
}

} // namespace
} // namespace attune::models
