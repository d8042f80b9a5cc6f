// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "signallog.h"
#include "support/printers.h"
#include "support/rows.h"

#include "attune/models/enforcementtablemodel.h"
#include "attune/models/roles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QAbstractItemModelTester>

namespace attune::models {
namespace {

using core::Column;
using test::batch;
using test::makeRow;
using test::second;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class EnforcementTableModelTest : public ::testing::Test {
protected:
    [[nodiscard]] core::EnforcementRow row(core::Id id) { return makeRow(m_vocabulary, id); }
    void fill(core::Id first, core::Id last) {
        core::EnforcementBatch rows;
        for (core::Id id = first; id <= last; ++id)
            rows.updates.push_back(test::update(row(id)));
        m_model.apply(rows);
        (void)m_log.take();
    }
    [[nodiscard]] QVariant cell(int row, Column column, int role = Qt::DisplayRole) const {
        return m_model.index(row, static_cast<int>(column)).data(role);
    }

    core::Vocabulary m_vocabulary;
    EnforcementTableModel m_model{m_vocabulary};
    QAbstractItemModelTester m_tester{&m_model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    test::SignalLog m_log{m_model};
};

TEST_F(EnforcementTableModelTest, newRows_areOneInsert) {
    const ApplyResult result = m_model.apply(batch(row(1), row(2), row(3)));
    EXPECT_EQ(result.appended, 3U);
    EXPECT_THAT(m_log.take(), ElementsAre(QStringLiteral("insert 0-2")));
    EXPECT_EQ(m_model.rowOfId(2), 1);
    EXPECT_EQ(m_model.idAt(2), 3);
    EXPECT_EQ(m_model.rowOfId(9), -1);
    EXPECT_EQ(m_model.idAt(3), core::UnknownId);
    EXPECT_EQ(m_model.idAt(-1), core::UnknownId);
}

TEST_F(EnforcementTableModelTest, historyAndNews_areTwoInserts) {
    fill(10, 12);
    const ApplyResult result = m_model.apply(batch(row(13), row(1), row(2)));
    EXPECT_EQ(result.prepended, 2U);
    EXPECT_EQ(result.appended, 1U);
    EXPECT_THAT(m_log.take(), ElementsAre(QStringLiteral("insert 0-1"), QStringLiteral("insert 5-5")));
    EXPECT_EQ(m_model.idAt(0), 1);
}

TEST_F(EnforcementTableModelTest, patches_nameContiguousRunsAndTheirColumns) {
    fill(1, 5);
    m_model.apply(batch(test::resolved(row(1)), test::resolved(row(2)), test::resolved(row(4))));
    EXPECT_THAT(m_log.take(), ElementsAre(QStringLiteral("change 0-1 x 5-14"), QStringLiteral("change 3-3 x 5-14")));
    EXPECT_EQ(cell(0, Column::Status).toString(), QStringLiteral("processed"));
}

TEST_F(EnforcementTableModelTest, manyScatteredPatches_areOneRange) {
    fill(1, 200);
    core::EnforcementBatch changes;
    for (core::Id id = 3; id <= 199; id += 2)
        changes.updates.push_back(test::update(test::resolved(row(id))));
    m_model.apply(changes);
    EXPECT_THAT(m_log.take(), ElementsAre(QStringLiteral("change 2-198 x 5-14")));
}

TEST_F(EnforcementTableModelTest, batchThatSaysNothingNew_isSilent) {
    fill(1, 3);
    int batches = 0;
    QObject::connect(&m_model, &EnforcementTableModel::batchApplied, &m_log, [&batches] { ++batches; });
    EXPECT_FALSE(m_model.apply(batch(row(2))).changedRows());
    EXPECT_THAT(m_log.take(), IsEmpty());
    EXPECT_EQ(batches, 0);
}

TEST_F(EnforcementTableModelTest, patchSignals_comeInOrderAroundTheChange) {
    fill(1, 2);
    std::vector<int> statuses;
    const auto note = [this, &statuses] { statuses.push_back(m_model.rowAt(0).status); };
    QObject::connect(&m_model, &EnforcementTableModel::rowsAboutToBePatched, &m_log,
                     [&note](const std::vector<core::RowPatch>& patches) {
                         EXPECT_EQ(patches.size(), 1U);
                         note();
                     });
    QObject::connect(&m_model, &EnforcementTableModel::rowsPatched, &m_log, note);
    QObject::connect(&m_model, &EnforcementTableModel::batchApplied, &m_log, [&statuses] { statuses.push_back(99); });
    m_model.apply(batch(test::resolved(row(1))));
    EXPECT_THAT(statuses, ElementsAre(core::Status::Created, core::Status::Processed, 99));
}

TEST_F(EnforcementTableModelTest, removals_areRunsFromTheEnd) {
    fill(1, 6);
    core::EnforcementBatch removal;
    removal.removed = {2, 5, 4, 77};
    EXPECT_EQ(m_model.apply(removal).removed, 3U);
    EXPECT_THAT(m_log.take(), ElementsAre(QStringLiteral("remove 3-4"), QStringLiteral("remove 1-1")));
    EXPECT_EQ(m_model.rowCount(), 3);
    EXPECT_EQ(m_model.rowOfId(6), 2);
}

TEST_F(EnforcementTableModelTest, cap_retiresTheOldestOnceASixtyFourthIsOver) {
    m_model.setCap(128);
    fill(1, 130);
    EXPECT_EQ(m_model.rowCount(), 130);
    EXPECT_EQ(m_model.apply(batch(row(131))).retired, 3U);
    EXPECT_THAT(m_log.take(), ElementsAre(QStringLiteral("insert 130-130"), QStringLiteral("remove 0-2")));
    EXPECT_EQ(m_model.idAt(0), 4);
}

TEST_F(EnforcementTableModelTest, lowerCap_retiresAtOnce) {
    fill(1, 10);
    m_model.setCap(4);
    EXPECT_THAT(m_log.take(), ElementsAre(QStringLiteral("remove 0-5")));
    m_model.setCap(0);
    fill(11, 40);
    EXPECT_EQ(m_model.rowCount(), 34);
}

TEST_F(EnforcementTableModelTest, historyThatDoesNotFit_isNotTaken) {
    m_model.setCap(5);
    fill(10, 13);
    const auto old = [this](core::Id id) { return test::resolved(row(id)); };
    EXPECT_EQ(m_model.apply(batch(old(1), old(2), old(3))).prepended, 1U);
    EXPECT_EQ(m_model.idAt(0), 3);
    EXPECT_EQ(m_model.rowCount(), 5);
    EXPECT_EQ(m_model.apply(batch(old(1))).prepended, 0U);
}

TEST_F(EnforcementTableModelTest, rowsThatAreOpenOrPinned_stayWhileOthersRetireAroundThem) {
    fill(1, 10);
    m_model.apply(
        batch(test::resolved(row(1)), test::resolved(row(3)), test::resolved(row(4)), test::resolved(row(6))));
    m_model.setPinned({3});
    (void)m_log.take();
    const QPersistentModelIndex pinned = m_model.index(2, 1);
    std::vector<int> leaving;
    QObject::connect(&m_model, &QAbstractItemModel::rowsRemoved, &m_log, [this, &leaving] {
        EXPECT_EQ(m_model.rowOfId(10), m_model.rowCount() - 1);
        EXPECT_EQ(m_model.idAt(m_model.rowCount() - 1), 10);
        leaving.push_back(m_model.rowOfId(4));
    });
    m_model.setCap(7);
    EXPECT_THAT(m_log.take(),
                ElementsAre(QStringLiteral("remove 5-5"), QStringLiteral("remove 3-3"), QStringLiteral("remove 0-0")));
    EXPECT_THAT(leaving, ElementsAre(3, -1, -1));
    EXPECT_EQ(pinned.row(), 1);
    EXPECT_EQ(m_model.idAt(pinned.row()), 3);
    EXPECT_EQ(m_model.rowOfId(2), 0);
    EXPECT_EQ(m_model.rowOfId(10), 6);
}

TEST_F(EnforcementTableModelTest, openHistory_isTakenByAFullTableUpToHalfOfIt) {
    m_model.setCap(6);
    core::EnforcementBatch recent;
    for (core::Id id = 10; id <= 15; ++id)
        recent.updates.push_back(test::update(test::resolved(row(id))));
    m_model.apply(recent);
    m_model.apply(batch(row(1), row(2), test::resolved(row(3)), row(4), row(5)));
    EXPECT_EQ(m_model.rowCount(), 6);
    EXPECT_EQ(m_model.idAt(0), 2);
    EXPECT_EQ(m_model.idAt(2), 5);
    EXPECT_EQ(m_model.idAt(3), 13);
    EXPECT_EQ(m_model.store().newestRetired(), second(12));
}

TEST_F(EnforcementTableModelTest, incompleteAndContradictoryRows_areReported) {
    fill(1, 1);
    core::EnforcementRow compact;
    compact.id = 9;
    core::EnforcementRow other = row(1);
    other.created += 1;
    const ApplyResult result = m_model.apply(batch(compact, other));
    EXPECT_THAT(result.incomplete, ElementsAre(9));
    EXPECT_THAT(result.conflicting, ElementsAre(1));
    EXPECT_EQ(result.conflicts, 1U);
}

TEST_F(EnforcementTableModelTest, clear_isTheOnlyReset) {
    fill(1, 3);
    m_model.clear();
    EXPECT_THAT(m_log.take(), ElementsAre(QStringLiteral("reset")));
    EXPECT_EQ(m_model.rowCount(), 0);
}

TEST_F(EnforcementTableModelTest, timeStyle_changesOnlyTheTimeColumns) {
    m_model.setTimeStyle(core::TimeStyle::Utc);
    fill(1, 3);
    m_model.setNow(second(10));
    EXPECT_EQ(cell(0, Column::Created).toString(), QStringLiteral("00:00:01"));
    m_model.setTimeStyle(core::TimeStyle::Relative);
    EXPECT_THAT(m_log.take(), ElementsAre(QStringLiteral("change 0-2 x 6-14")));
    EXPECT_EQ(cell(0, Column::Created).toString(), QStringLiteral("9 s ago"));
    m_model.setTimeStyle(core::TimeStyle::Relative);
    EXPECT_THAT(m_log.take(), IsEmpty());
}

TEST_F(EnforcementTableModelTest, roles_giveRawValues) {
    core::EnforcementRow known = test::resolved(row(1));
    known.setReceived(core::EnforcementRow::ReceivedEpoch + 1000);
    m_model.apply(batch(known));
    EXPECT_EQ(cell(0, Column::Rule, IdRole), QVariant(qint64{1}));
    EXPECT_EQ(cell(0, Column::Rule, StatusRole), QVariant(int{core::Status::Processed}));
    EXPECT_EQ(cell(0, Column::Rule, StatusWordRole), QVariant(QStringLiteral("processed")));
    EXPECT_EQ(cell(0, Column::Rule, ConditionWordRole), QVariant(QStringLiteral("all")));
    EXPECT_EQ(cell(0, Column::Id, RuleRefRole), QVariant(QStringLiteral("ops.disk_full")));
    EXPECT_EQ(cell(0, Column::Id, TriggerRefRole), QVariant(QStringLiteral("mon.disk")));
    EXPECT_EQ(cell(0, Column::Id, EventRole), QVariant(qint64{90'001}));
    EXPECT_EQ(cell(0, Column::Id, CreatedRole), QVariant(qint64{second(1)}));
    EXPECT_EQ(cell(0, Column::Id, ResolvedRole), QVariant(qint64{second(1) + 500'000}));
    EXPECT_EQ(cell(0, Column::Id, TraceTagRole), QVariant(QStringLiteral("mon.disk.90001")));
    EXPECT_EQ(cell(0, Column::Id, ReceivedRole), QVariant(qint64{core::EnforcementRow::ReceivedEpoch + 1000}));
    EXPECT_EQ(cell(0, Column::Took, SortRole), QVariant(qint64{500'000}));
    EXPECT_EQ(cell(0, Column::Created, SortRole), QVariant(qint64{second(1)}));
    EXPECT_EQ(cell(0, Column::Resolved, SortRole), QVariant(qint64{second(1) + 500'000}));
    EXPECT_EQ(cell(0, Column::Event, SortRole), QVariant(qint64{90'001}));
    EXPECT_EQ(cell(0, Column::Id, SortRole), QVariant(qint64{1}));
    EXPECT_EQ(cell(0, Column::Rule, SortRole), QVariant(QStringLiteral("ops.disk_full")));
    EXPECT_EQ(cell(0, Column::Id, Qt::UserRole + 500), QVariant());
    EXPECT_EQ(m_model.roleNames().value(RuleRefRole), QByteArray("ruleRef"));
}

TEST_F(EnforcementTableModelTest, serverText_isFitForFiltersAndTheClipboard) {
    m_model.apply(batch(test::resolved(row(1)), row(2)));
    EXPECT_EQ(cell(0, Column::Event, ServerTextRole).toString(), QStringLiteral("90001"));
    EXPECT_EQ(cell(0, Column::Created, ServerTextRole).toString(), QStringLiteral("2026-06-01T00:00:01.000000Z"));
    EXPECT_EQ(cell(0, Column::Took, ServerTextRole).toString(), QStringLiteral("500"));
    EXPECT_EQ(cell(0, Column::Status, ServerTextRole).toString(), QStringLiteral("processed"));
    EXPECT_EQ(cell(1, Column::Resolved, ServerTextRole).toString(), QString());
    EXPECT_EQ(cell(1, Column::Took, ServerTextRole).toString(), QString());
    EXPECT_EQ(cell(1, Column::Resolved, SortRole), QVariant());
}

TEST_F(EnforcementTableModelTest, hostileRef_isHarmlessWhereItIsDrawnAndExactWhereItIsUsed) {
    const std::string hostile = "<b>x</b>\xE2\x80\xAEpj";
    m_model.apply(batch(makeRow(m_vocabulary, 1, hostile)));
    EXPECT_EQ(cell(0, Column::Rule, RuleRefRole).toString().toStdString(), hostile);
    EXPECT_EQ(cell(0, Column::Rule, ServerTextRole).toString().toStdString(), hostile);
    EXPECT_FALSE(cell(0, Column::Rule).toString().contains(QChar(0x202E)));
    EXPECT_FALSE(cell(0, Column::Rule, Qt::ToolTipRole).toString().contains(QStringLiteral("<b>x")));
    EXPECT_FALSE(cell(0, Column::Rule, Qt::AccessibleTextRole).toString().contains(QChar(0x202E)));
}

TEST_F(EnforcementTableModelTest, textsForPeople_areThere) {
    m_model.apply(batch(test::resolved(row(1))));
    EXPECT_EQ(cell(0, Column::Rule, Qt::AccessibleTextRole).toString(), QStringLiteral("Rule: ops.disk_full"));
    EXPECT_TRUE(cell(0, Column::Created, Qt::ToolTipRole).toString().contains(QStringLiteral("00:00:01.000000 UTC")));
    EXPECT_TRUE(cell(0, Column::Took, Qt::ToolTipRole).toString().contains(QStringLiteral("00:00:01.500000 UTC")));
    EXPECT_TRUE(cell(0, Column::Event, Qt::ToolTipRole).toString().contains(QStringLiteral("mon.disk.90001")));
    EXPECT_EQ(m_model.headerData(1, Qt::Horizontal).toString(), QStringLiteral("Rule"));
    EXPECT_EQ(m_model.headerData(0, Qt::Vertical).toString(), QStringLiteral("1"));
    EXPECT_FALSE(m_model.headerData(1, Qt::Vertical).isValid());
    EXPECT_FALSE(m_model.headerData(99, Qt::Horizontal).isValid());
    const auto alignment = cell(0, Column::Id, Qt::TextAlignmentRole).value<Qt::Alignment>();
    EXPECT_TRUE(alignment.testFlag(Qt::AlignRight));
}

TEST_F(EnforcementTableModelTest, everyField_isShownInSomeColumn) {
    for (const core::Field field :
         {core::Field::Event, core::Field::Rule, core::Field::Created, core::Field::ResolvedAt, core::Field::RuleRef,
          core::Field::TriggerRef, core::Field::Status, core::Field::Condition, core::Field::TraceTag}) {
        const auto [first, last] = EnforcementTableModel::columnsOf(field);
        EXPECT_LE(first, last);
        EXPECT_LT(last, core::ColumnCount);
    }
}

} // namespace
} // namespace attune::models
