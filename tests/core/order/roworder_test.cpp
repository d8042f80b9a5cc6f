// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/rows.h"

#include "attune/core/order/roworder.h"
#include "attune/core/order/sortsnapshot.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <span>
#include <string>
#include <utility>

namespace attune::core {
namespace {

using test::makeRow;
using test::second;
using ::testing::ElementsAre;

class RowOrderTest : public ::testing::Test {
protected:
    [[nodiscard]] std::vector<Id> sorted(std::vector<EnforcementRow> rows, Column column,
                                         Qt::SortOrder direction) const {
        const RowOrder order(column, direction, m_vocabulary);
        std::sort(rows.begin(), rows.end(), [&order](const auto& a, const auto& b) { return order.above(a, b); });
        return ids(rows);
    }
    [[nodiscard]] static std::vector<Id> ids(const std::vector<EnforcementRow>& rows) {
        std::vector<Id> ids;
        for (const EnforcementRow& row : rows)
            ids.push_back(row.id);
        return ids;
    }
    [[nodiscard]] std::vector<Id> sortedBySnapshot(const std::vector<EnforcementRow>& rows, const SortKeys& keys,
                                                   bool isInOrderOfAge = false) const {
        const RowOrder order(keys, m_vocabulary);
        SortSnapshot snapshot(order, isInOrderOfAge, rows.size());
        const std::span all(rows);
        const std::size_t half = rows.size() / 2;
        snapshot.append(all.first(half), order);
        snapshot.append(all.subspan(half), order);
        std::vector<Id> ids;
        for (const std::int32_t row : snapshot.takeSorted())
            ids.push_back(rows[static_cast<std::size_t>(row)].id);
        return ids;
    }
    [[nodiscard]] std::vector<EnforcementRow> randomRows(std::size_t count) {
        std::vector<EnforcementRow> rows;
        for (std::size_t i = 1; i <= count; ++i) {
            EnforcementRow row = makeRow(m_vocabulary, static_cast<Id>(i),
                                         "p" + std::to_string(pick(4)) + ".r" + std::to_string(pick(30)),
                                         "T." + std::to_string(pick(10)));
            row.created = second(pick(50)) + pick(3);
            row.rule = pick(6) == 0 ? NullId : pick(9);
            if (pick(3) > 0)
                row.setReceived(EnforcementRow::ReceivedEpoch + second(pick(60)));
            row.event = pick(5) == 0 ? NullId : pick(40);
            row.condition = static_cast<WordCode>(pick(3)) & Condition::Last;
            if (pick(2) == 0)
                row = test::resolved(row, Status::Processed, pick(20) - 10);
            else if (pick(3) == 0)
                row.status = Status::Disabled; // resolved at an unknown time
            rows.push_back(row);
        }
        return rows;
    }

    [[nodiscard]] int pick(unsigned choices) { return static_cast<int>(m_random() % choices); }

    Vocabulary m_vocabulary;
    std::mt19937 m_random{11};
};

TEST_F(RowOrderTest, refs_sortWithoutCaseAndTiesAreNewestFirst) {
    const std::vector rows{makeRow(m_vocabulary, 1, "b.x"), makeRow(m_vocabulary, 2, "A.x"),
                           makeRow(m_vocabulary, 3, "a.x"), makeRow(m_vocabulary, 4, "b.x")};
    const auto up = sorted(rows, Column::Rule, Qt::AscendingOrder);
    EXPECT_THAT(up, ElementsAre(2, 3, 4, 1)); // 'A' before 'a', then the newer b.x
    EXPECT_THAT(sorted(rows, Column::Rule, Qt::DescendingOrder), ElementsAre(4, 1, 3, 2));
}

TEST_F(RowOrderTest, created_reversesExactly) {
    std::vector rows{makeRow(m_vocabulary, 1), makeRow(m_vocabulary, 2), makeRow(m_vocabulary, 3)};
    rows[2].created = rows[1].created;
    EXPECT_THAT(sorted(rows, Column::Created, Qt::DescendingOrder), ElementsAre(3, 2, 1));
    EXPECT_THAT(sorted(rows, Column::Created, Qt::AscendingOrder), ElementsAre(1, 2, 3));
}

TEST_F(RowOrderTest, unknownValues_comeLastInBothDirections) {
    std::vector rows{makeRow(m_vocabulary, 1), makeRow(m_vocabulary, 2), makeRow(m_vocabulary, 3)};
    rows[1].event = NullId;
    EXPECT_THAT(sorted(rows, Column::Event, Qt::AscendingOrder), ElementsAre(1, 3, 2));
    EXPECT_THAT(sorted(rows, Column::Event, Qt::DescendingOrder), ElementsAre(3, 1, 2));
}

TEST_F(RowOrderTest, took_putsUnresolvedRowsAboveTheLongestSpan) {
    std::vector rows{test::resolved(makeRow(m_vocabulary, 1), Status::Processed, 100),
                     test::resolved(makeRow(m_vocabulary, 2), Status::Processed, 90'000'000), makeRow(m_vocabulary, 3),
                     makeRow(m_vocabulary, 4), makeRow(m_vocabulary, 5)};
    rows[4].status = Status::Processed; // resolved at an unknown time
    EXPECT_THAT(sorted(rows, Column::Took, Qt::DescendingOrder), ElementsAre(3, 4, 2, 1, 5));
    EXPECT_THAT(sorted(rows, Column::Took, Qt::AscendingOrder), ElementsAre(1, 2, 4, 3, 5));
}

TEST_F(RowOrderTest, symbolsNewerThanTheRanking_findTheirPlace) {
    const EnforcementRow a = makeRow(m_vocabulary, 1, "a");
    const EnforcementRow c = makeRow(m_vocabulary, 2, "c");
    RowOrder order(Column::Rule, Qt::AscendingOrder, m_vocabulary);
    const EnforcementRow b = makeRow(m_vocabulary, 3, "b");
    EXPECT_TRUE(order.above(a, b));
    EXPECT_TRUE(order.above(b, c));
    EXPECT_FALSE(order.above(c, b));
    order.refreshRanks();
    EXPECT_TRUE(order.above(a, b));
    EXPECT_TRUE(order.above(b, c));
}

TEST_F(RowOrderTest, dependsOn_namesTheFieldsOfTheColumn) {
    const auto depends = [this](Column column, Field field) {
        return RowOrder(column, Qt::AscendingOrder, m_vocabulary).dependsOn(field);
    };
    EXPECT_TRUE(depends(Column::Status, Field::Status));
    EXPECT_FALSE(depends(Column::Status, Field::ResolvedAt));
    EXPECT_TRUE(depends(Column::Took, Field::ResolvedAt));
    EXPECT_TRUE(depends(Column::Took, Field::Status));
    EXPECT_TRUE(depends(Column::Resolved, Field::ResolvedAt));
    EXPECT_TRUE(depends(Column::Rule, Field::RuleRef));
    EXPECT_TRUE(depends(Column::Trigger, Field::TriggerRef));
    EXPECT_TRUE(depends(Column::Event, Field::Event));
    EXPECT_TRUE(depends(Column::Condition, Field::Condition));
    EXPECT_FALSE(depends(Column::Id, Field::Status));
    EXPECT_FALSE(depends(Column::Created, Field::Status | Field::ResolvedAt));
    EXPECT_TRUE(depends(Column::Id, Field::Created)) << "a detail may correct the creation time";
}

TEST_F(RowOrderTest, above_isAStrictTotalOrderInEveryColumn) {
    const std::vector<EnforcementRow> rows = randomRows(60);
    for (const ColumnInfo& info : columns()) {
        if (!info.isSortable)
            continue;
        for (const Qt::SortOrder direction : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            const RowOrder order(info.column, direction, m_vocabulary);
            for (const auto& a : rows) {
                for (const auto& b : rows) {
                    ASSERT_EQ(order.above(a, b) + order.above(b, a), a.id != b.id) << info.key;
                    for (const auto& c : rows)
                        ASSERT_FALSE(order.above(a, b) && order.above(b, c) && !order.above(a, c)) << info.key;
                }
            }
        }
    }
}

TEST_F(RowOrderTest, snapshots_agreeWithAboveInEveryColumn) {
    const std::vector<EnforcementRow> rows = randomRows(3000);
    for (const ColumnInfo& info : columns()) {
        for (const Qt::SortOrder direction : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            if (info.isSortable) {
                ASSERT_EQ(sortedBySnapshot(rows, {{info.column, direction}}), sorted(rows, info.column, direction))
                    << info.key;
            }
        }
    }
}

TEST_F(RowOrderTest, snapshots_agreeWithAboveUnderSeveralKeys) {
    for (int round = 0; round < 60; ++round) {
        std::vector<EnforcementRow> rows = randomRows(400);
        const bool inOrder = pick(2) == 0;
        if (inOrder)
            std::ranges::sort(rows, {}, [](const EnforcementRow& row) { return std::pair(row.created, row.id); });
        SortKeys keys;
        for (int i = 1 + pick(5); i > 0; --i)
            keys.push_back(
                {static_cast<Column>(pick(ColumnCount)), pick(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder});
        keys = validKeys(keys);
        const RowOrder order(keys, m_vocabulary);
        std::vector<EnforcementRow> expected = rows;
        std::ranges::sort(expected, [&order](const auto& a, const auto& b) { return order.above(a, b); });
        ASSERT_EQ(sortedBySnapshot(rows, keys, inOrder), ids(expected)) << "round " << round;
    }
}

TEST_F(RowOrderTest, furtherKeys_decideInTurnAndAgeLast) {
    std::vector rows{makeRow(m_vocabulary, 1, "b.x", "t.2"), makeRow(m_vocabulary, 2, "a.x", "t.1"),
                     makeRow(m_vocabulary, 3, "a.x", "t.2"), makeRow(m_vocabulary, 4, "a.x", "t.2"),
                     makeRow(m_vocabulary, 5, "b.x", "t.1")};
    const RowOrder order({{Column::Rule, Qt::AscendingOrder}, {Column::Trigger, Qt::DescendingOrder}}, m_vocabulary);
    std::ranges::sort(rows, [&order](const auto& a, const auto& b) { return order.above(a, b); });
    EXPECT_THAT(ids(rows), ElementsAre(4, 3, 2, 1, 5));
    EXPECT_TRUE(order.dependsOn(Field::TriggerRef));
    EXPECT_TRUE(order.dependsOn(Field::RuleRef));
    EXPECT_FALSE(order.dependsOn(Field::Status));
}

TEST_F(RowOrderTest, validKeys_areSortableUniqueAndFew) {
    EXPECT_EQ(validKeys({}), SortKeys{{}});
    EXPECT_EQ(validKeys({{Column::TraceTag, Qt::AscendingOrder}}), SortKeys{{}});
    const SortKey status{Column::Status, Qt::AscendingOrder};
    EXPECT_EQ(validKeys({status, {Column::Status, Qt::DescendingOrder}}), SortKeys{status});
    SortKeys all;
    for (const ColumnInfo& info : columns())
        all.push_back({info.column, Qt::AscendingOrder});
    EXPECT_EQ(validKeys(all).size(), MaxSortKeys);
}

TEST_F(RowOrderTest, packs_putTheirRulesTogetherNewestFirst) {
    const std::vector rows{makeRow(m_vocabulary, 1, "b.x"), makeRow(m_vocabulary, 2, "a.z"),
                           makeRow(m_vocabulary, 3, "a.x"), makeRow(m_vocabulary, 4, "bare"),
                           makeRow(m_vocabulary, 5, "b.a")};
    EXPECT_THAT(sorted(rows, Column::Pack, Qt::AscendingOrder), ElementsAre(4, 3, 2, 5, 1));
    EXPECT_THAT(sorted(rows, Column::Pack, Qt::DescendingOrder), ElementsAre(5, 1, 3, 2, 4));
}

TEST_F(RowOrderTest, age_isTheReverseOfCreated) {
    const std::vector rows{makeRow(m_vocabulary, 1), makeRow(m_vocabulary, 2), makeRow(m_vocabulary, 3)};
    EXPECT_THAT(sorted(rows, Column::Age, Qt::AscendingOrder), ElementsAre(3, 2, 1));
    EXPECT_THAT(sorted(rows, Column::Age, Qt::DescendingOrder), ElementsAre(1, 2, 3));
}

TEST_F(RowOrderTest, emptySnapshot_isSorted) {
    EXPECT_THAT(sortedBySnapshot({}, {{Column::Rule, Qt::AscendingOrder}}), ::testing::IsEmpty());
}

} // namespace
} // namespace attune::core
