// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "proxyfixture.h"
#include "support/printers.h"
#include "support/waiting.h"

#include "attune/models/roles.h"

#include <gmock/gmock.h>

#include <QItemSelectionModel>

namespace attune::models {
namespace {

using namespace std::chrono_literals;
using core::Column;
using test::batch;
using test::makeRow;
using test::second;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST_F(EnforcementFilterProxyModelTest, newRows_arriveAtTheTopAsOneInsert) {
    fill(1, 3);
    m_model.apply(batch(row(4), row(5)));
    EXPECT_THAT(m_log.take(), ElementsAre(QStringLiteral("insert 0-1")));
    EXPECT_THAT(shown(), ElementsAre(5, 4, 3, 2, 1));
    EXPECT_EQ(m_proxy.rowOfId(4), 1);
    EXPECT_EQ(m_proxy.rowOfId(9), -1);
    EXPECT_EQ(m_proxy.idAt(5), core::UnknownId);
}

TEST_F(EnforcementFilterProxyModelTest, rowThatIsOlderThanItsArrival_findsItsPlace) {
    fill(10, 13);
    core::EnforcementRow late = row(50);
    late.created = second(11) + 1;
    m_model.apply(batch(late, row(14)));
    EXPECT_THAT(m_log.take(), ElementsAre(QStringLiteral("insert 0-0"), QStringLiteral("insert 3-3")));
    EXPECT_THAT(shown(), ElementsAre(14, 13, 12, 50, 11, 10));
}

TEST_F(EnforcementFilterProxyModelTest, rowsThatStopMatching_leaveInRuns) {
    fill(1, 6);
    showOnly(QStringLiteral("created"));
    resolve({1, 4, 5});
    EXPECT_THAT(m_log.take(), ElementsAre(QStringLiteral("remove 1-2"), QStringLiteral("remove 3-3")));
    EXPECT_THAT(shown(), ElementsAre(6, 3, 2));
    EXPECT_EQ(m_proxy.rowOfId(4), -1);
}

TEST_F(EnforcementFilterProxyModelTest, rowsThatStartMatching_enterInRuns) {
    fill(1, 6);
    showOnly(QStringLiteral("processed"));
    EXPECT_EQ(m_proxy.rowCount(), 0);
    resolve({2, 3});
    EXPECT_THAT(m_log.take(), ElementsAre(QStringLiteral("insert 0-1")));
    resolve({1, 6});
    EXPECT_THAT(m_log.take(), ElementsAre(QStringLiteral("insert 0-0"), QStringLiteral("insert 3-3")));
    EXPECT_THAT(shown(), ElementsAre(6, 3, 2, 1));
}

TEST_F(EnforcementFilterProxyModelTest, patchedRows_thatStayAreOnlyRepainted) {
    fill(1, 5);
    resolve({2, 4, 5});
    EXPECT_THAT(m_log.take(), ElementsAre(QStringLiteral("change 0-1 x 5-14"), QStringLiteral("change 3-3 x 5-14")));
}

TEST_F(EnforcementFilterProxyModelTest, rowsMovedByAPatch_areOneLayoutChange) {
    fill(1, 4);
    m_proxy.sort(static_cast<int>(Column::Status), Qt::AscendingOrder);
    (void)m_log.take();
    const QPersistentModelIndex held = m_proxy.index(m_proxy.rowOfId(4), 0);
    resolve({4, 3});
    EXPECT_THAT(m_log.take(), ElementsAre(QStringLiteral("layout"), QStringLiteral("change 2-3 x 5-14")));
    EXPECT_THAT(shown(), ElementsAre(2, 1, 4, 3));
    EXPECT_EQ(m_proxy.idAt(held.row()), 4);
}

TEST_F(EnforcementFilterProxyModelTest, patchThatMovesNothing_isNoLayoutChange) {
    fill(1, 4);
    m_proxy.sort(static_cast<int>(Column::Status), Qt::AscendingOrder);
    (void)m_log.take();
    resolve({1});
    EXPECT_THAT(m_log.take(), ElementsAre(QStringLiteral("change 3-3 x 5-14"))) << "it was the last already";
    resolve({2, 3, 4});
    EXPECT_THAT(m_log.take(), ElementsAre(QStringLiteral("change 0-2 x 5-14"))) << "all go where they are";
    EXPECT_THAT(shown(), ElementsAre(4, 3, 2, 1));
}

TEST_F(EnforcementFilterProxyModelTest, filter_keepsSelectionAndCurrentByIdAndTheirNeighbours) {
    fill(1, 1000);
    for (core::Id id = 1; id <= 1000; id += 2)
        resolve({id});
    QItemSelectionModel selection(&m_proxy);
    selection.setCurrentIndex(m_proxy.index(m_proxy.rowOfId(500), 0),
                              QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    (void)m_log.take();
    core::EnforcementFilter filter;
    filter.statuses = {QStringLiteral("created")};
    m_proxy.setFilter(filter);
    EXPECT_EQ(m_proxy.rowCount(), 500);
    EXPECT_EQ(m_proxy.idAt(selection.currentIndex().row()), 500);
    m_proxy.setFilter({});
    EXPECT_EQ(m_proxy.rowCount(), 1000);
    EXPECT_EQ(m_proxy.idAt(selection.currentIndex().row()), 500);
    EXPECT_THAT(selection.selectedRows().size(), 1);
}

// Without the tester, which holds on to rows itself.
TEST(EnforcementFilterProxyModelGathering, manyLeavingRows_areGatheredNextToTheOneThatIsHeld) {
    core::Vocabulary vocabulary;
    EnforcementTableModel model(vocabulary);
    EnforcementFilterProxyModel proxy(model);
    core::EnforcementBatch rows;
    for (core::Id id = 1; id <= 1000; ++id) {
        const core::EnforcementRow row = makeRow(vocabulary, id);
        rows.updates.push_back(test::update(id % 2 == 0 ? test::resolved(row) : row));
    }
    model.apply(rows);
    const QPersistentModelIndex held = proxy.index(proxy.rowOfId(500), 0);
    test::SignalLog log(proxy);
    std::vector<core::Id> neighbours;
    QObject::connect(&proxy, &QAbstractItemModel::rowsAboutToBeRemoved, &log,
                     [&proxy, &neighbours](const QModelIndex&, int first, int last) {
                         neighbours = {proxy.idAt(first - 1), proxy.idAt(last + 1)};
                         EXPECT_EQ(proxy.rowOfId(499), last + 1) << "rows are found while they are out of order";
                     });
    core::EnforcementFilter filter;
    filter.statuses = {QStringLiteral("created")};
    proxy.setFilter(filter);
    EXPECT_THAT(log.take(), ElementsAre(QStringLiteral("layout"), QStringLiteral("remove 250-749")));
    EXPECT_THAT(neighbours, ElementsAre(501, 499));
    EXPECT_FALSE(held.isValid());
    proxy.setFilter({});
    EXPECT_THAT(log.take(), ElementsAre(QStringLiteral("insert 0-499"), QStringLiteral("layout")));
    EXPECT_EQ(proxy.idAt(0), 1000);
    EXPECT_EQ(proxy.idAt(999), 1);
}

TEST_F(EnforcementFilterProxyModelTest, manyScatteredArrivals_areGatheredToo) {
    for (const Qt::SortOrder direction : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        m_model.clear();
        m_proxy.sort(static_cast<int>(Column::Created), direction);
        core::EnforcementBatch even;
        core::EnforcementBatch odd;
        for (core::Id id = 1; id <= 1000; ++id)
            (id % 2 == 0 ? even : odd).updates.push_back(test::update(row(id)));
        odd.updates.erase(odd.updates.begin()); // nothing older than the front
        m_model.apply(even);
        const QPersistentModelIndex held = m_proxy.index(m_proxy.rowOfId(100), 0);
        (void)m_log.take();
        m_model.apply(odd);
        EXPECT_EQ(m_log.take().size(), 2);
        EXPECT_EQ(m_proxy.rowCount(), 999);
        EXPECT_EQ(m_proxy.idAt(held.row()), 100);
        EXPECT_EQ(m_proxy.idAt(0), direction == Qt::AscendingOrder ? 2 : 1000);
    }
}

TEST_F(EnforcementFilterProxyModelTest, sort_isOneLayoutChangeAndTheSameSortNone) {
    fill(1, 3);
    m_proxy.sort(static_cast<int>(Column::Id), Qt::AscendingOrder);
    EXPECT_THAT(m_log.take(), ElementsAre(QStringLiteral("layout")));
    EXPECT_THAT(shown(), ElementsAre(1, 2, 3));
    EXPECT_EQ(m_proxy.sortedColumn(), Column::Id);
    EXPECT_EQ(m_proxy.sortDirection(), Qt::AscendingOrder);
    m_proxy.sort(static_cast<int>(Column::Id), Qt::AscendingOrder);
    EXPECT_THAT(m_log.take(), IsEmpty());
    m_proxy.sort(-1);
    EXPECT_EQ(m_proxy.sortedColumn(), Column::Created);
    EXPECT_THAT(shown(), ElementsAre(3, 2, 1));
}

TEST_F(EnforcementFilterProxyModelTest, sameFilter_isSilent) {
    fill(1, 3);
    int applied = 0;
    QObject::connect(&m_proxy, &EnforcementFilterProxyModel::filterApplied, &m_log, [&applied] { ++applied; });
    showOnly(QStringLiteral("created"));
    showOnly(QStringLiteral("created"));
    EXPECT_EQ(applied, 1);
    EXPECT_EQ(m_proxy.filter().statuses, std::set<QString>{QStringLiteral("created")});
}

TEST_F(EnforcementFilterProxyModelTest, retiredRows_leaveFromTheBottom) {
    m_model.setCap(4);
    fill(1, 4);
    m_model.apply(batch(row(5), row(6)));
    EXPECT_THAT(m_log.take(), ElementsAre(QStringLiteral("insert 0-1"), QStringLiteral("remove 4-5")));
    EXPECT_THAT(shown(), ElementsAre(6, 5, 4, 3));
}

TEST_F(EnforcementFilterProxyModelTest, removalFromTheMiddle_keepsTheMappingTrue) {
    fill(1, 6);
    core::EnforcementBatch removal;
    removal.removed = {3};
    m_model.apply(removal);
    EXPECT_THAT(m_log.take(), ElementsAre(QStringLiteral("remove 3-3")));
    EXPECT_THAT(shown(), ElementsAre(6, 5, 4, 2, 1));
    EXPECT_EQ(m_proxy.mapFromSource(m_model.index(m_model.rowOfId(5), 1)), m_proxy.index(1, 1));
    EXPECT_EQ(m_proxy.mapToSource(m_proxy.index(1, 1)), m_model.index(m_model.rowOfId(5), 1));
}

TEST_F(EnforcementFilterProxyModelTest, window_losesRowsAsTimeGoesBy) {
    fill(1, 100);
    m_proxy.setNow(second(100));
    core::EnforcementFilter filter;
    filter.window = 10s;
    m_proxy.setFilter(filter);
    EXPECT_EQ(m_proxy.rowCount(), 11);
    (void)m_log.take();
    m_proxy.setNow(second(103));
    EXPECT_THAT(m_log.take(), ElementsAre(QStringLiteral("remove 8-10")));
    m_proxy.setNow(second(103));
    EXPECT_THAT(m_log.take(), IsEmpty());
    m_proxy.setNow(second(102)); // the clock was set back: soon enough
    m_proxy.setNow(second(100));
    m_proxy.setNow(second(99));
    EXPECT_EQ(m_proxy.rowCount(), 12);
}

TEST_F(EnforcementFilterProxyModelTest, windowUnderAnotherSort_losesRowsAtOnceWhenTheyCameInOrderOfAge) {
    fill(1, 100);
    m_proxy.sort(static_cast<int>(Column::Rule), Qt::AscendingOrder);
    m_proxy.setNow(second(100));
    core::EnforcementFilter filter;
    filter.window = 10s;
    m_proxy.setFilter(filter);
    (void)m_log.take();
    m_proxy.setNow(second(100) + 900'000);
    EXPECT_EQ(m_proxy.rowCount(), 10);
    m_proxy.setNow(second(103));
    EXPECT_THAT(m_log.take(), ElementsAre(QStringLiteral("remove 10-10"), QStringLiteral("remove 8-9")));
    m_model.apply(batch(row(104)));
    EXPECT_EQ(m_proxy.rowCount(), 9);
}

TEST_F(EnforcementFilterProxyModelTest, windowUnderAnotherSort_isLookedAtOnceASecond) {
    fill(1, 100);
    m_model.apply(batch(row(102), row(101)));
    core::EnforcementRow late = row(103);
    late.created = second(50);
    m_model.apply(batch(late));
    m_proxy.sort(static_cast<int>(Column::Rule), Qt::AscendingOrder);
    m_proxy.setNow(second(100));
    core::EnforcementFilter filter;
    filter.window = 10s;
    m_proxy.setFilter(filter);
    (void)m_log.take();
    m_proxy.setNow(second(100) + 900'000);
    EXPECT_EQ(m_proxy.rowCount(), 13);
    m_proxy.setNow(second(101));
    EXPECT_EQ(m_proxy.rowCount(), 12);
}

TEST_F(EnforcementFilterProxyModelTest, furtherKeys_decideWhereTheFirstOnesAgree) {
    fill(1, 6);
    resolve({2, 3, 5});
    m_proxy.sortBy({{Column::Status, Qt::AscendingOrder}, {Column::Id, Qt::AscendingOrder}});
    EXPECT_THAT(shown(), ElementsAre(1, 4, 6, 2, 3, 5));
    m_proxy.sortBy({{Column::Status, Qt::DescendingOrder}, {Column::Id, Qt::AscendingOrder}});
    EXPECT_THAT(shown(), ElementsAre(2, 3, 5, 1, 4, 6));
    EXPECT_EQ(m_proxy.sortKeys().size(), 2U);
    resolve({4});
    EXPECT_THAT(shown(), ElementsAre(2, 3, 4, 5, 1, 6));
    m_proxy.sortBy({{Column::TraceTag, Qt::AscendingOrder}});
    EXPECT_EQ(m_proxy.sortKeys(), core::SortKeys{{}}) << "what cannot be sorted by is left out";
}

TEST_F(EnforcementFilterProxyModelTest, orderOfArrival_isNeverSorted) {
    m_proxy.setWorkerThreshold(0);
    fill(1, 20);
    m_proxy.sort(static_cast<int>(Column::Id), Qt::AscendingOrder);
    EXPECT_FALSE(m_proxy.isSorting());
    EXPECT_EQ(m_proxy.idAt(0), 1);
    showOnly(QStringLiteral("processed"));
    m_proxy.setFilter({});
    EXPECT_FALSE(m_proxy.isSorting());
    EXPECT_EQ(m_proxy.rowCount(), 20);
    m_proxy.sort(static_cast<int>(Column::Created), Qt::DescendingOrder);
    EXPECT_FALSE(m_proxy.isSorting());
    EXPECT_EQ(m_proxy.idAt(0), 20);
}

TEST_F(EnforcementFilterProxyModelTest, narrowerFilter_neverWaits) {
    m_proxy.setWorkerThreshold(0);
    fill(1, 20);
    m_proxy.sort(static_cast<int>(Column::Status), Qt::AscendingOrder);
    ASSERT_TRUE(test::waitFor([this] { return !m_proxy.isSorting(); }));
    showOnly(QStringLiteral("created"));
    resolve({3}); // the order of what is hidden is no longer known
    core::EnforcementFilter narrower = m_proxy.filter();
    narrower.from = second(10);
    m_proxy.setFilter(narrower);
    EXPECT_FALSE(m_proxy.isSorting());
    EXPECT_EQ(m_proxy.rowCount(), 11);
    m_proxy.setFilter({});
    EXPECT_TRUE(m_proxy.isSorting()) << "a wider one does";
    EXPECT_EQ(m_proxy.rowCount(), 11);
    ASSERT_TRUE(test::waitFor([this] { return !m_proxy.isSorting(); }));
    EXPECT_EQ(m_proxy.rowCount(), 20);
}

TEST_F(EnforcementFilterProxyModelTest, statusCounts_countUnderTheOtherFields) {
    fill(1, 10);
    resolve({1, 2, 3});
    core::EnforcementFilter filter;
    filter.statuses = {QStringLiteral("disabled")};
    filter.from = second(3);
    m_proxy.setFilter(filter);
    EXPECT_EQ(m_proxy.statusCounts()[core::Status::Created], 7);
    EXPECT_EQ(m_proxy.statusCounts()[core::Status::Processed], 1);
    resolve({4});
    EXPECT_EQ(m_proxy.statusCounts()[core::Status::Created], 6);
    EXPECT_EQ(m_proxy.statusCounts()[core::Status::Processed], 2);
    m_model.setCap(5);
    EXPECT_EQ(m_proxy.statusCounts()[core::Status::Created], 5);
    EXPECT_EQ(m_proxy.statusCounts()[core::Status::Processed], 0);
}

TEST_F(EnforcementFilterProxyModelTest, counts_areAnnouncedOncePerBatchAndOnlyWhenTheyChange) {
    std::vector<std::pair<int, int>> counts;
    QObject::connect(&m_proxy, &EnforcementFilterProxyModel::countsChanged, &m_log,
                     [&counts](int now, int total) { counts.emplace_back(now, total); });
    fill(1, 4);
    showOnly(QStringLiteral("created"));
    resolve({1, 2});
    m_model.apply(batch(row(2)));
    m_model.clear();
    using Pair = std::pair<int, int>;
    EXPECT_THAT(counts, ElementsAre(Pair(4, 4), Pair(2, 4), Pair(0, 0)));
}

TEST_F(EnforcementFilterProxyModelTest, timeStyle_repaintsTheTimeColumns) {
    fill(1, 3);
    showOnly(QStringLiteral("created"));
    m_model.setTimeStyle(core::TimeStyle::Utc);
    EXPECT_THAT(m_log.take(), ElementsAre(QStringLiteral("change 0-2 x 6-14")));
}

TEST_F(EnforcementFilterProxyModelTest, selections_areMappedBothWays) {
    fill(1, 4);
    showOnly(QStringLiteral("created"));
    resolve({2});
    const QItemSelection all(m_proxy.index(0, 0), m_proxy.index(2, 8));
    const QItemSelection source = m_proxy.mapSelectionToSource(all);
    EXPECT_EQ(source.indexes().size(), 27);
    EXPECT_FALSE(source.contains(m_model.index(m_model.rowOfId(2), 0)));
    const QItemSelection back =
        m_proxy.mapSelectionFromSource(QItemSelection(m_model.index(0, 0), m_model.index(3, 8)));
    EXPECT_EQ(back.indexes().size(), 27);
}

TEST_F(EnforcementFilterProxyModelTest, baseClassInterface_answersFromTheOwnOrder) {
    fill(1, 3);
    EXPECT_TRUE(m_proxy.hasChildren());
    EXPECT_FALSE(m_proxy.hasChildren(m_proxy.index(0, 0)));
    EXPECT_EQ(m_proxy.sourceModel(), &m_model);
    EXPECT_EQ(m_proxy.headerData(0, Qt::Vertical).toString(), QStringLiteral("3"));
    EXPECT_FALSE(m_proxy.headerData(3, Qt::Vertical).isValid());
    EXPECT_EQ(m_proxy.headerData(1, Qt::Horizontal).toString(), QStringLiteral("Rule"));
    EXPECT_EQ(m_proxy.sibling(1, 2, m_proxy.index(0, 0)), m_proxy.index(1, 2));
    EXPECT_FALSE(m_proxy.setData(m_proxy.index(0, 0), 1));
    EXPECT_FALSE(m_proxy.setHeaderData(0, Qt::Horizontal, 1, Qt::EditRole));
    EXPECT_FALSE(m_proxy.insertRows(0, 1));
    EXPECT_FALSE(m_proxy.insertColumns(0, 1));
    EXPECT_FALSE(m_proxy.removeRows(0, 1));
    EXPECT_FALSE(m_proxy.removeColumns(0, 1));
    EXPECT_TRUE(m_proxy.flags(m_proxy.index(0, 0)).testFlag(Qt::ItemIsSelectable));
    EXPECT_EQ(m_proxy.match(m_proxy.index(0, 0), IdRole, qint64{2}).value(0), m_proxy.index(1, 0));
    EXPECT_EQ(m_proxy.itemData(m_proxy.index(0, 0)).value(Qt::DisplayRole).toString(), QStringLiteral("3"));
    EXPECT_EQ(m_proxy.buddy(m_proxy.index(0, 0)), m_proxy.index(0, 0));
    EXPECT_EQ(m_proxy.roleNames().value(IdRole), QByteArray("id"));
    EXPECT_FALSE(m_proxy.canFetchMore({}));
}

TEST_F(EnforcementFilterProxyModelTest, proxyMadeLate_showsWhatIsThere) {
    fill(1, 3);
    const EnforcementFilterProxyModel late(m_model);
    EXPECT_EQ(late.rowCount(), 3);
    EXPECT_EQ(late.idAt(0), 3);
}

TEST_F(EnforcementFilterProxyModelTest, expression_isFollowedAsRowsAndTimeChange) {
    const auto expression = [](const char* text) { return core::Expression::parse(QString::fromUtf8(text)).value(); };
    fill(1, 5);
    core::EnforcementFilter filter;
    filter.expression = expression("status != created or id in (2, 4)");
    m_proxy.setFilter(filter);
    EXPECT_THAT(shown(), ElementsAre(4, 2));
    resolve({1, 4});
    EXPECT_THAT(shown(), ElementsAre(4, 2, 1));
    filter.expression = expression("created > -3s and not id = 4");
    m_proxy.setNow(second(5));
    m_proxy.setFilter(filter);
    EXPECT_THAT(shown(), ElementsAre(5, 3));
    m_proxy.setNow(second(7));
    EXPECT_THAT(shown(), ElementsAre(5));
    m_proxy.setNow(second(60));
    EXPECT_THAT(shown(), IsEmpty());
}

TEST_F(EnforcementFilterProxyModelTest, traceTags_areFilteredHoweverTheyAreKept) {
    const auto tagged = [this](core::Id id, const char* tag) {
        core::EnforcementUpdate update = test::update(row(id));
        update.row.traceTag = core::TraceTag::Stored;
        update.traceTag = tag;
        return update;
    };
    core::EnforcementFilter filter;
    filter.traceTag = QStringLiteral("mon.disk.90003");
    m_proxy.setFilter(filter);
    fill(3, 6);
    EXPECT_THAT(shown(), ElementsAre(3));
    m_model.apply({{tagged(7, "mon.disk.90003"), tagged(1, "mon.disk.90003"), tagged(2, "other")}, {}});
    EXPECT_THAT(shown(), ElementsAre(7, 3, 1)) << "appended, and older than everything";
    m_model.apply({{tagged(2, "zzz"), tagged(7, "zzz")}, {}}); // of two tags the greater one holds
    EXPECT_THAT(shown(), ElementsAre(3, 1));
    filter.traceTag = QStringLiteral("zzz");
    m_proxy.setFilter(filter);
    EXPECT_THAT(shown(), ElementsAre(7, 2));
    m_model.apply({{}, {7}});
    EXPECT_THAT(shown(), ElementsAre(2));
}

} // namespace
} // namespace attune::models
