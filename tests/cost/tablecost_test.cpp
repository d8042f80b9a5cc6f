// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "allocationcount.h"
#include "support/rows.h"

#include "attune/models/enforcementfilterproxymodel.h"

#include <gtest/gtest.h>

#include <chrono>
#include <memory>

namespace attune::test {
namespace {

constexpr int PerFrame = 1'000;

/// A table with so many rows, and what its proxy says.
class Watched {
public:
    explicit Watched(int rows) {
        while (m_nextId <= rows)
            model.apply(newRows(std::min(10'000, rows - static_cast<int>(m_nextId) + 1)));
        using Model = QAbstractItemModel;
        const auto count = [this] { ++m_signals; };
        for (const auto signal : {&Model::rowsAboutToBeInserted, &Model::rowsAboutToBeRemoved})
            QObject::connect(&proxy, signal, &m_context, count);
        QObject::connect(&proxy, &Model::dataChanged, &m_context, count);
        QObject::connect(&proxy, &Model::layoutAboutToBeChanged, &m_context, count);
        QObject::connect(&proxy, &Model::modelAboutToBeReset, &m_context, count);
    }
    core::EnforcementBatch newRows(int count) {
        core::EnforcementBatch batch;
        for (int i = 0; i < count; ++i)
            batch.updates.push_back(update(makeRow(vocabulary, m_nextId++)));
        return batch;
    }
    /// Half new, half the newest being resolved: what a frame of a busy stream holds.
    core::EnforcementBatch frame() {
        core::EnforcementBatch batch;
        for (int i = 0; i < PerFrame / 2; ++i)
            batch.updates.push_back(update(resolved(makeRow(vocabulary, m_nextId - 1 - i))));
        for (core::EnforcementUpdate& fresh : newRows(PerFrame / 2).updates)
            batch.updates.push_back(std::move(fresh));
        return batch;
    }
    struct Cost {
        int signalCount = 0;
        std::uint64_t allocations = 0;
    };
    Cost apply(const core::EnforcementBatch& batch) {
        m_signals = 0;
        const auto before = allocationCount();
        model.apply(batch);
        return {m_signals, allocationCount() - before};
    }

    template<class Change>
    int signalsOf(Change&& change) {
        m_signals = 0;
        change();
        return m_signals;
    }

    core::Vocabulary vocabulary;
    models::EnforcementTableModel model{vocabulary};
    models::EnforcementFilterProxyModel proxy{model};

private:
    QObject m_context;
    core::Id m_nextId = 1;
    int m_signals = 0;
};

Watched::Cost steadyFrame(Watched& table) {
    for (int i = 0; i < 20; ++i)
        (void)table.apply(table.frame());
    return table.apply(table.frame());
}

} // namespace

TEST(TableCost, aFrame_isOneInsertionAndOneChange) {
    Watched table(10'000);
    EXPECT_LE(steadyFrame(table).signalCount, 2);
}

TEST(TableCost, aFrame_costsTheSameWithATenthOfTheRows) {
    Watched small(10'000);
    Watched large(100'000);
    const auto little = steadyFrame(small);
    const auto much = steadyFrame(large);
    EXPECT_EQ(much.signalCount, little.signalCount);
    EXPECT_NEAR(static_cast<double>(much.allocations), static_cast<double>(little.allocations), 8);
    EXPECT_LT(much.allocations, PerFrame / 10) << "none for a single notification";
}

TEST(TableCost, atTheCap_rowsRetireInOneRun) {
    Watched table(100'000);
    table.model.setCap(100'000);
    int removals = 0;
    QObject context;
    QObject::connect(&table.proxy, &QAbstractItemModel::rowsAboutToBeRemoved, &context, [&removals] { ++removals; });
    int frames = 0;
    for (; removals == 0 && frames < 10; ++frames)
        (void)table.apply(table.frame());
    EXPECT_EQ(removals, 1);
    EXPECT_GT(frames, 1) << "not with every frame";
}

TEST(TableCost, retiring_takesNoMemoryForTheRowsThatGo) {
    Watched table(100'000);
    const auto before = allocatedBytes();
    table.model.setCap(60'000);
    EXPECT_EQ(table.proxy.rowCount(), 60'000);
    EXPECT_LT(allocatedBytes() - before, 10'000U);
}

TEST(TableCost, rowsThatRetireAroundOthers_goInOneChangeHoweverManyStay) {
    Watched table(20'000);
    core::EnforcementBatch batch;
    for (core::Id id = 1; id <= 20'000; ++id) {
        if (id % 10 != 0)
            batch.updates.push_back(update(resolved(makeRow(table.vocabulary, id))));
    }
    (void)table.apply(batch);
    const auto before = allocatedBytes();
    const int signalCount = table.signalsOf([&table] { table.model.setCap(12'000); }); // 8,000 go in 889 runs
    EXPECT_EQ(table.proxy.rowCount(), 12'000);
    EXPECT_LE(signalCount, 2) << "one change of the order that gathers them, one removal";
    EXPECT_LT(allocatedBytes() - before, 500'000U) << "numbers of those that go, and nothing for the others";
}

TEST(TableCost, ordersInWhichRowsCame_areNotSorted) {
    Watched table(100'000);
    using enum core::Column;
    for (const core::SortKey key : {core::SortKey{Id, Qt::AscendingOrder}, core::SortKey{Created, Qt::AscendingOrder},
                                    core::SortKey{Age, Qt::AscendingOrder}, core::SortKey{}}) {
        const auto before = allocatedBytes();
        table.proxy.sortBy({key});
        EXPECT_FALSE(table.proxy.isSorting());
        EXPECT_EQ(table.proxy.sortKeys().front(), key);
        EXPECT_LT(allocatedBytes() - before, 500'000U) << "the list, four bytes a row, and no keys";
    }
}

TEST(TableCost, aWindowThatMoves_looksAtWhatFallsOutOfIt) {
    for (const core::Column column : {core::Column::Created, core::Column::Rule}) {
        Watched table(40'000); // a second apart
        table.proxy.sort(static_cast<int>(column), Qt::AscendingOrder);
        table.proxy.setNow(second(40'000));
        core::EnforcementFilter filter;
        filter.window = std::chrono::seconds(30'000);
        table.proxy.setFilter(filter);
        const int shown = table.proxy.shownCount();
        const auto before = allocatedBytes();
        table.proxy.setNow(second(40'003));
        EXPECT_EQ(table.proxy.shownCount(), shown - 3);
        EXPECT_LT(allocatedBytes() - before, 10'000U) << "a pass over all rows marks each of them";
    }
}

TEST(TableCost, whatTheFilterHides_isNotTold) {
    Watched table(10'000);
    core::EnforcementFilter filter;
    filter.rule = core::TermFilter::parse(u"nothing.of_the_kind");
    table.proxy.setFilter(filter);
    EXPECT_EQ(table.apply(table.frame()).signalCount, 0);
}

TEST(TableCost, rowsThatEnterInManyPlaces_costTheirNeighbourhoodOnly) {
    Watched table(100'000);
    core::EnforcementFilter filter;
    filter.statuses = {QStringLiteral("processed")};
    table.proxy.setFilter(filter);
    const auto everyOther = [&table](core::Id first) {
        core::EnforcementBatch batch;
        for (core::Id id = first; id <= 100'000; id += 2)
            batch.updates.push_back(update(resolved(makeRow(table.vocabulary, id))));
        return batch;
    };
    (void)table.apply(everyOther(2));
    ASSERT_EQ(table.proxy.shownCount(), 50'000);
    const core::EnforcementBatch between = everyOther(99'001);
    const auto before = allocatedBytes();
    EXPECT_LE(table.apply(between).signalCount, 2) << "one insertion, one new layout";
    EXPECT_EQ(table.proxy.shownCount(), 50'500);
    EXPECT_LT(allocatedBytes() - before, 500'000U) << "not a new list of all rows";
}

TEST(TableCost, manyRowsThatLeaveAtOnce_goInOneRun) {
    Watched table(10'000);
    core::EnforcementFilter filter;
    filter.statuses = {QStringLiteral("created")};
    table.proxy.setFilter(filter);
    core::EnforcementBatch batch;
    for (core::Id id = 2'000; id < 4'000; id += 2)
        batch.updates.push_back(update(resolved(makeRow(table.vocabulary, id))));
    EXPECT_LE(table.apply(batch).signalCount, 2) << "one change of the order that gathers them, one removal";
}

} // namespace attune::test
