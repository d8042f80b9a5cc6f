// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "modelmirror.h"
#include "signallog.h"
#include "support/printers.h"
#include "support/rows.h"

#include "attune/models/executionmodel.h"
#include "attune/models/roles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QAbstractItemModelTester>

#include <random>

namespace attune::models {
namespace {

using test::second;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr core::Id Enforcement = 4711;

core::ExecutionRow execution(core::Id id, core::Id parent = core::UnknownId) {
    core::ExecutionRow row;
    row.id = id;
    row.parent = parent;
    row.enforcement = parent > 0 ? core::UnknownId : Enforcement;
    row.actionRef = QStringLiteral("ops.action%1").arg(id);
    row.status = QStringLiteral("running");
    row.created = second(id);
    row.startedAt = second(id);
    row.updated = second(id);
    return row;
}

core::ExecutionRow finished(core::ExecutionRow row, const QString& status = QStringLiteral("completed")) {
    row.status = status;
    row.updated = row.startedAt + 3'200'000;
    return row;
}

class ExecutionModelTest : public ::testing::Test {
protected:
    ExecutionModelTest() {
        m_model.setEnforcement(Enforcement);
        m_model.setTimeStyle(core::TimeStyle::Utc);
        m_model.setNow(second(100));
        (void)m_log.take();
    }
    [[nodiscard]] std::vector<core::Id> ids() const {
        std::vector<core::Id> result;
        for (int row = 0; row < m_model.rowCount(); ++row)
            result.push_back(m_model.rowAt(row).id);
        return result;
    }
    [[nodiscard]] std::vector<int> depths() const {
        std::vector<int> result;
        for (int row = 0; row < m_model.rowCount(); ++row)
            result.push_back(cell(row, 0, DepthRole).toInt());
        return result;
    }
    [[nodiscard]] QVariant cell(int row, int column, int role = Qt::DisplayRole) const {
        return m_model.index(row, column).data(role);
    }

    ExecutionModel m_model;
    QAbstractItemModelTester m_tester{&m_model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    test::SignalLog m_log{m_model};
};

TEST_F(ExecutionModelTest, children_standBelowTheirParent) {
    m_model.merge({execution(3), execution(1), execution(5, 1), execution(4, 1), execution(6, 4)});
    EXPECT_THAT(ids(), ElementsAre(1, 4, 6, 5, 3));
    EXPECT_THAT(depths(), ElementsAre(0, 1, 2, 1, 0));
    EXPECT_THAT(m_log.take(), ElementsAre(QStringLiteral("insert 0-4")));
    EXPECT_EQ(cell(2, ExecutionModel::ActionColumn).toString(), QStringLiteral("    └ ops.action6"));
    EXPECT_EQ(cell(2, ExecutionModel::ActionColumn, Qt::AccessibleTextRole).toString(),
              QStringLiteral("Action: └ ops.action6"));
}

TEST_F(ExecutionModelTest, knownRow_isPatchedInPlace) {
    m_model.merge({execution(1), execution(2)});
    (void)m_log.take();
    EXPECT_TRUE(m_model.apply({{finished(execution(2)), QStringLiteral("running")}}));
    EXPECT_THAT(m_log.take(), ElementsAre(QStringLiteral("change 1-1 x 0-4")));
    EXPECT_FALSE(m_model.apply({{execution(2), {}}})) << "late news";
    EXPECT_THAT(m_log.take(), IsEmpty());
    EXPECT_EQ(cell(1, ExecutionModel::StatusColumn).toString(), QStringLiteral("completed"));
    EXPECT_EQ(cell(1, ExecutionModel::TookColumn).toString(), QStringLiteral("3.2 s"));
    EXPECT_TRUE(cell(1, 0, IsFinalRole).toBool());
    EXPECT_FALSE(cell(0, 0, IsFinalRole).toBool());
}

TEST_F(ExecutionModelTest, newRows_areInsertedWhereTheyBelong) {
    m_model.merge({execution(1), execution(9)});
    (void)m_log.take();
    m_model.apply({{execution(5, 1), {}}, {execution(4), {}}, {execution(6, 5), {}}});
    EXPECT_THAT(ids(), ElementsAre(1, 5, 6, 4, 9));
    EXPECT_THAT(m_log.take(), ElementsAre(QStringLiteral("insert 1-3")));
}

TEST_F(ExecutionModelTest, foreignExecutions_areIgnored) {
    core::ExecutionRow foreign = execution(1);
    foreign.enforcement = 9;
    core::ExecutionRow compact; // no enforcement, not known
    compact.id = 2;
    compact.status = QStringLiteral("running");
    EXPECT_FALSE(m_model.apply({{foreign, {}}, {compact, {}}, {execution(3, 77), {}}}));
    EXPECT_EQ(m_model.rowCount(), 0);
}

TEST_F(ExecutionModelTest, compactUpdateOfAKnownRow_isTaken) {
    m_model.merge({execution(1)});
    core::ExecutionRow compact;
    compact.id = 1;
    compact.status = QStringLiteral("failed");
    EXPECT_TRUE(m_model.apply({{compact, {}}}));
    EXPECT_EQ(m_model.rowAt(0).actionRef, QStringLiteral("ops.action1"));
    EXPECT_EQ(m_model.rowAt(0).status, QStringLiteral("failed"));
    EXPECT_FALSE(m_model.hasRunning());
}

TEST_F(ExecutionModelTest, parentThatArrivesLate_takesItsChildrenAlong) {
    m_model.merge({execution(1), execution(2, 8), execution(3)});
    EXPECT_THAT(ids(), ElementsAre(1, 2, 3));
    const QPersistentModelIndex held = m_model.index(1, 2);
    (void)m_log.take();
    m_model.merge({execution(8)});
    EXPECT_THAT(ids(), ElementsAre(1, 3, 8, 2));
    EXPECT_THAT(m_log.take(), ElementsAre(QStringLiteral("layout"), QStringLiteral("insert 2-2")));
    EXPECT_EQ(held.row(), 3);
    EXPECT_EQ(held.column(), 2);
}

TEST_F(ExecutionModelTest, circleOfParents_losesNoRow) {
    m_model.merge({execution(1, 2), execution(2, 1), execution(3, 2), execution(4, 4)});
    EXPECT_THAT(ids(), ::testing::UnorderedElementsAre(1, 2, 3, 4));
}

TEST_F(ExecutionModelTest, deepWorkflow_isNoProblem) {
    std::vector<core::ExecutionRow> rows{execution(1)};
    for (core::Id id = 2; id <= 3000; ++id)
        rows.push_back(execution(id, id - 1));
    ExecutionModel model; // the tester would take minutes
    model.setEnforcement(Enforcement);
    model.merge(rows);
    EXPECT_EQ(model.index(2999, 0).data(DepthRole).toInt(), 2999);
    EXPECT_LT(model.index(2999, 1).data().toString().size(), 200);
}

TEST_F(ExecutionModelTest, tooManyRows_areLeftOut) {
    std::vector<core::ExecutionRow> rows;
    for (core::Id id = 1; id <= static_cast<core::Id>(ExecutionModel::MaxRows) + 10; ++id)
        rows.push_back(execution(id));
    ExecutionModel model;
    model.merge(rows);
    EXPECT_EQ(model.rowCount(), static_cast<int>(ExecutionModel::MaxRows));
}

TEST_F(ExecutionModelTest, anotherEnforcement_startsOver) {
    m_model.merge({execution(1)});
    m_model.setEnforcement(8);
    EXPECT_EQ(m_model.rowCount(), 0);
    EXPECT_EQ(m_model.enforcement(), 8);
    EXPECT_EQ(m_model.rowOfId(1), -1);
}

TEST_F(ExecutionModelTest, time_repaintsOnlyWhatRuns) {
    m_model.merge({finished(execution(1)), execution(97)});
    (void)m_log.take();
    m_model.setNow(second(102));
    EXPECT_THAT(m_log.take(), ElementsAre(QStringLiteral("change 1-1 x 3-4")));
    EXPECT_EQ(cell(1, ExecutionModel::TookColumn).toString(), QStringLiteral("5 s"));
    EXPECT_EQ(cell(1, ExecutionModel::StartedColumn).toString(), QStringLiteral("00:01:37"));
    core::ExecutionRow waiting = execution(98);
    waiting.startedAt = core::NullTime;
    m_model.merge({waiting});
    EXPECT_EQ(cell(2, ExecutionModel::StartedColumn).toString(), QStringLiteral("—"));
    EXPECT_EQ(cell(2, ExecutionModel::TookColumn).toString(), QStringLiteral("—"));
}

TEST_F(ExecutionModelTest, cells_sayWhatTheyMean) {
    core::ExecutionRow row = finished(execution(1));
    row.taskName = QStringLiteral("build");
    row.originalExecution = 77;
    row.actionRef = QStringLiteral("ops.<b>act");
    m_model.merge({row});
    EXPECT_EQ(cell(0, ExecutionModel::ActionColumn).toString(), QStringLiteral("build: ops.<b>act"));
    EXPECT_FALSE(cell(0, ExecutionModel::ActionColumn, Qt::ToolTipRole).toString().contains(QStringLiteral("<b>act")));
    EXPECT_TRUE(cell(0, ExecutionModel::IdColumn, Qt::ToolTipRole).toString().contains(QStringLiteral("77")));
    EXPECT_TRUE(
        cell(0, ExecutionModel::StartedColumn, Qt::ToolTipRole).toString().contains(QStringLiteral("00:00:01")));
    EXPECT_TRUE(cell(0, ExecutionModel::TookColumn, Qt::ToolTipRole).toString().contains(QStringLiteral("00:00:04")));
    EXPECT_EQ(cell(0, 0, IdRole), QVariant(qint64{1}));
    EXPECT_EQ(cell(0, 0, StatusWordRole), QVariant(QStringLiteral("completed")));
    EXPECT_EQ(cell(0, 0, CreatedRole), QVariant(qint64{second(1)}));
    EXPECT_TRUE(cell(0, 0, Qt::TextAlignmentRole).value<Qt::Alignment>().testFlag(Qt::AlignRight));
    for (int column = 0; column < ExecutionModel::ColumnCount; ++column)
        EXPECT_FALSE(m_model.headerData(column, Qt::Horizontal).toString().isEmpty());
    EXPECT_FALSE(m_model.headerData(99, Qt::Horizontal).isValid());
}

TEST_F(ExecutionModelTest, randomUpdates_keepRowsAndPersistentIndexesTrue) {
    std::mt19937 random(8);
    const test::ModelMirror mirror(m_model);
    std::map<core::Id, QPersistentModelIndex> held;
    for (int step = 0; step < 500; ++step) {
        std::vector<core::ExecutionRow> rows;
        for (auto i = 1 + random() % 3; i > 0; --i) {
            const auto id = static_cast<core::Id>(1 + random() % 40);
            // The parent of a row never changes, but it may be learned late.
            core::ExecutionRow row = execution(id, id % 3 == 0 && random() % 2 == 0 ? (id * 7) % 40 + 1 : 0);
            rows.push_back(random() % 2 == 0 ? row : finished(row));
        }
        m_model.merge(rows);
        ASSERT_EQ(mirror.believed(), mirror.actual());
        for (const auto& [id, index] : held)
            ASSERT_EQ(m_model.rowAt(index.row()).id, id);
        const int row = static_cast<int>(random() % static_cast<unsigned>(m_model.rowCount()));
        held[m_model.rowAt(row).id] = m_model.index(row, 1);
    }
}

} // namespace
} // namespace attune::models
