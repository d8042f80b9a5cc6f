// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "world/enforcementtable.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

using attune::sim::Enforcement;
using attune::sim::EnforcementTable;
using attune::sim::Id;

namespace {

Enforcement row(Id id, std::int64_t created) {
    Enforcement made;
    made.id = id;
    made.created = created;
    return made;
}

std::vector<Id> newestFirst(const EnforcementTable& table, bool flip = false) {
    std::vector<Id> ids;
    for (std::size_t place = 0; place < table.size(); ++place)
        ids.push_back(table.newest(place, flip).id);
    return ids;
}

} // namespace

TEST(EnforcementTable, lateRow_findsItsPlaceByTime) {
    EnforcementTable table;
    const Id late = table.reserveId();
    const Id first = table.reserveId();
    const Id second = table.reserveId();
    table.insert(row(first, 20));
    table.insert(row(second, 30));
    table.insert(row(late, 25));
    EXPECT_EQ(newestFirst(table), (std::vector<Id>{second, late, first}));
    EXPECT_EQ(table.find(late)->created, 25);
}

TEST(EnforcementTable, reservedId_isUnknownUntilItsRowComes) {
    EnforcementTable table;
    const Id reserved = table.reserveId();
    table.insert(row(table.reserveId(), 1));
    EXPECT_EQ(table.find(reserved), nullptr);
    EXPECT_EQ(table.size(), 1U);
}

TEST(EnforcementTable, tiedRows_turnRound) {
    EnforcementTable table;
    for (Id id = 1; id <= 5; ++id)
        table.insert(row(id, id == 5 ? 9 : 7));
    EXPECT_EQ(newestFirst(table, false), (std::vector<Id>{5, 4, 3, 2, 1}));
    EXPECT_EQ(newestFirst(table, true), (std::vector<Id>{5, 1, 2, 3, 4}));
}

TEST(EnforcementTable, strayId_isSkippedByTheSequence) {
    EnforcementTable table;
    table.insert(row(EnforcementTable::FirstId + 1, 1));
    table.insert(row(INT64_MAX, 2));
    EXPECT_EQ(table.reserveId(), EnforcementTable::FirstId);
    EXPECT_EQ(table.reserveId(), EnforcementTable::FirstId + 2);
    EXPECT_EQ(table.find(INT64_MAX)->created, 2);
}

TEST(EnforcementTable, removedRow_isGoneAndMayComeAgain) {
    EnforcementTable table;
    const Id id = table.reserveId();
    table.insert(row(id, 1));
    table.insert(row(7, 2));
    table.remove({id, 7, 12345});
    EXPECT_EQ(table.size(), 0U);
    EXPECT_EQ(table.find(id), nullptr);
    EXPECT_EQ(table.find(7), nullptr);
    table.insert(row(id, 3));
    EXPECT_EQ(table.find(id)->created, 3);
}

TEST(EnforcementTable, manyRows_keepTheOrderOfAPlainSort) {
    EnforcementTable table;
    std::mt19937_64 random(7);
    std::vector<std::pair<std::int64_t, Id>> reference;
    for (int i = 0; i < 3000; ++i) {
        const Id id = table.reserveId();
        const auto created = static_cast<std::int64_t>(i * 10) - static_cast<std::int64_t>(random() % 2000);
        table.insert(row(id, created));
        reference.emplace_back(created, id);
    }
    std::stable_sort(reference.begin(), reference.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t place = 0; place < reference.size(); ++place)
        ASSERT_EQ(table.newest(place, false).id, reference[reference.size() - 1 - place].second);
    const auto byId = table.byId();
    EXPECT_TRUE(std::is_sorted(byId.begin(), byId.end(), [](const auto* a, const auto* b) { return a->id < b->id; }));
}
