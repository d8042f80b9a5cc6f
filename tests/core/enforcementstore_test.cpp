// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/rows.h"

#include "attune/core/enforcementstore.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace attune::core {
namespace {

using test::batch;
using test::makeRow;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class EnforcementStoreTest : public ::testing::Test {
protected:
    [[nodiscard]] EnforcementRow row(Id id) { return makeRow(m_vocabulary, id); }
    [[nodiscard]] std::vector<Id> ids() const {
        std::vector<Id> result;
        for (auto seq = m_store.firstSeq(); seq < m_store.endSeq(); ++seq)
            result.push_back(m_store.row(seq).id);
        return result;
    }
    void fill(Id first, Id last) {
        EnforcementBatch rows;
        for (Id id = first; id <= last; ++id)
            rows.updates.push_back(test::update(row(id)));
        m_store.apply(rows);
    }
    [[nodiscard]] EnforcementUpdate tagged(EnforcementRow row, std::string tag) {
        row.traceTag = TraceTag::Stored;
        EnforcementUpdate result = test::update(row);
        result.traceTag = std::move(tag);
        return result;
    }

    Vocabulary m_vocabulary;
    EnforcementStore m_store;
};

TEST_F(EnforcementStoreTest, newRows_areAppendedByAge) {
    const BatchPlan plan = m_store.apply(batch(row(3), row(1), row(2)));
    EXPECT_THAT(ids(), ElementsAre(1, 2, 3));
    EXPECT_EQ(plan.append.size(), 3U);
    EXPECT_THAT(plan.patches, IsEmpty());
    EXPECT_EQ(m_store.find(2), 1);
    EXPECT_FALSE(m_store.find(4));
}

TEST_F(EnforcementStoreTest, rowsOlderThanTheFront_arePrependedOldestFirst) {
    fill(10, 12);
    const BatchPlan plan = m_store.apply(batch(row(5), row(4), row(11), row(13)));
    EXPECT_THAT(ids(), ElementsAre(4, 5, 10, 11, 12, 13));
    EXPECT_EQ(plan.prepend.size(), 2U);
    EXPECT_EQ(m_store.firstSeq(), -2);
    EXPECT_EQ(m_store.find(4), -2);
    EXPECT_EQ(m_store.find(10), 0);
}

TEST_F(EnforcementStoreTest, rowAsOldAsTheFront_isAppended) {
    fill(10, 11);
    EnforcementRow twin = row(9);
    twin.created = row(10).created;
    EXPECT_THAT(m_store.apply(batch(twin)).prepend, IsEmpty());
    EXPECT_THAT(ids(), ElementsAre(10, 11, 9));
}

TEST_F(EnforcementStoreTest, updatesOfOneRow_areCoalesced) {
    const BatchPlan plan = m_store.apply(batch(row(1), test::resolved(row(1)), row(1)));
    EXPECT_EQ(plan.append.size(), 1U);
    EXPECT_THAT(plan.patches, IsEmpty());
    EXPECT_EQ(m_store.row(0).status, Status::Processed);
}

TEST_F(EnforcementStoreTest, knownRow_isPatchedInPlaceOncePerBatch) {
    fill(1, 3);
    const BatchPlan plan = m_store.plan(batch(test::resolved(row(3)), test::resolved(row(1)), test::resolved(row(3))));
    ASSERT_EQ(plan.patches.size(), 2U);
    EXPECT_EQ(plan.patches[0].seq, 0);
    EXPECT_EQ(plan.patches[1].seq, 2);
    EXPECT_EQ(plan.patches[0].before, row(1));
    EXPECT_EQ(plan.patches[0].after, test::resolved(row(1)));
    EXPECT_EQ(plan.patches[0].fields, Field::Status | Field::ResolvedAt);
    EXPECT_EQ(m_store.row(0), row(1)) << "planning must not change rows";
    m_store.patch(plan);
    EXPECT_EQ(m_store.row(0), test::resolved(row(1)));
}

TEST_F(EnforcementStoreTest, nothingNew_isNoPatch) {
    fill(1, 3);
    const BatchPlan plan = m_store.apply(batch(row(2)));
    EXPECT_THAT(plan.patches, IsEmpty());
    EXPECT_THAT(plan.append, IsEmpty());
}

TEST_F(EnforcementStoreTest, incompleteRow_waitsForItsDetail) {
    EnforcementRow compact = row(1);
    compact.created = UnknownTime;
    compact.status = Status::Processed;
    BatchPlan plan = m_store.apply(batch(compact));
    EXPECT_THAT(plan.incomplete, ElementsAre(1));
    EXPECT_EQ(m_store.size(), 0U);
    EXPECT_EQ(m_store.incompleteCount(), 1U);

    EnforcementRow page = row(1);
    page.status = Status::Created;
    plan = m_store.apply(batch(page));
    EXPECT_THAT(plan.incomplete, IsEmpty());
    ASSERT_EQ(m_store.size(), 1U);
    EXPECT_EQ(m_store.row(0).status, Status::Processed) << "what waited must be joined in";
    EXPECT_EQ(m_store.incompleteCount(), 0U);
}

TEST_F(EnforcementStoreTest, compactUpdateOfAKnownRow_isApplied) {
    fill(1, 1);
    EnforcementRow compact;
    compact.id = 1;
    compact.status = Status::Disabled;
    const BatchPlan plan = m_store.apply(batch(compact));
    EXPECT_THAT(plan.incomplete, IsEmpty());
    EXPECT_EQ(m_store.row(0).status, Status::Disabled);
}

TEST_F(EnforcementStoreTest, incompleteRows_areBoundedAndTheOldestGoes) {
    EnforcementBatch flood;
    for (Id id = 1; id <= static_cast<Id>(EnforcementStore::MaxIncomplete) + 5; ++id) {
        EnforcementRow compact;
        compact.id = id;
        compact.status = Status::Processed;
        flood.updates.push_back(test::update(compact));
    }
    m_store.apply(flood);
    EXPECT_EQ(m_store.incompleteCount(), EnforcementStore::MaxIncomplete);
    m_store.apply(batch(row(5), row(6)));
    EXPECT_EQ(m_store.row(*m_store.find(5)).status, Status::Created) << "forgotten";
    EXPECT_EQ(m_store.row(*m_store.find(6)).status, Status::Processed) << "remembered";
}

TEST_F(EnforcementStoreTest, removedIds_becomeRunsHighestFirst) {
    fill(1, 10);
    EnforcementBatch removal;
    removal.removed = {3, 8, 4, 1, 9, 77};
    const BatchPlan plan = m_store.plan(removal);
    EXPECT_THAT(plan.removals, ElementsAre(SeqRange{7, 2}, SeqRange{2, 2}, SeqRange{0, 1}));
    m_store.apply(removal);
    EXPECT_THAT(ids(), ElementsAre(2, 5, 6, 7, 10));
    for (auto seq = m_store.firstSeq(); seq < m_store.endSeq(); ++seq)
        EXPECT_EQ(m_store.find(m_store.row(seq).id), seq);
    EXPECT_FALSE(m_store.find(3));
}

TEST_F(EnforcementStoreTest, removalAtTheFront_keepsNumbers) {
    fill(1, 5);
    EnforcementBatch removal;
    removal.removed = {1, 2};
    m_store.apply(removal);
    EXPECT_EQ(m_store.firstSeq(), 2);
    EXPECT_EQ(m_store.find(3), 2);
}

TEST_F(EnforcementStoreTest, removal_winsOverUpdatesOfTheSameBatch) {
    fill(1, 2);
    EnforcementRow waiting;
    waiting.id = 50;
    m_store.apply(batch(waiting));
    EnforcementBatch mixed = batch(test::resolved(row(1)), row(3));
    mixed.removed = {1, 3, 50};
    const BatchPlan plan = m_store.apply(mixed);
    EXPECT_THAT(ids(), ElementsAre(2));
    EXPECT_THAT(plan.patches, IsEmpty());
    EXPECT_EQ(m_store.incompleteCount(), 0U);
}

TEST_F(EnforcementStoreTest, cap_retiresTheOldest) {
    fill(1, 10);
    m_store.apply(batch(row(11)), 4);
    EXPECT_THAT(ids(), ElementsAre(8, 9, 10, 11));
    EXPECT_FALSE(m_store.find(7));
    m_store.retireOldest(100);
    EXPECT_EQ(m_store.size(), 0U);
    m_store.apply(batch(row(12)));
    EXPECT_THAT(ids(), ElementsAre(12));
}

TEST_F(EnforcementStoreTest, newestRetired_remembersUpToWhereRowsAreMissing) {
    fill(10, 14);
    m_store.apply(batch(row(9)));
    EXPECT_EQ(m_store.newestRetired(), UnknownTime);
    m_store.retireOldest(2);
    EXPECT_EQ(m_store.newestRetired(), attune::test::second(10));
    m_store.apply(batch(row(1)));
    m_store.retireOldest(1);
    EXPECT_EQ(m_store.newestRetired(), attune::test::second(10));
    m_store.clear();
    EXPECT_EQ(m_store.newestRetired(), UnknownTime);
}

TEST_F(EnforcementStoreTest, limitPrepend_keepsTheNewest) {
    fill(10, 10);
    BatchPlan plan = m_store.plan(batch(row(1), row(2), row(3)));
    m_store.limitPrepend(plan, 2);
    m_store.prepend(plan);
    EXPECT_EQ(m_store.newestRetired(), test::second(1)) << "what was not taken is missing like what was let go";
    EXPECT_THAT(ids(), ElementsAre(2, 3, 10));
}

TEST_F(EnforcementStoreTest, conflict_isCountedListedAndTheKnownValueStays) {
    m_store.apply(batch(test::resolved(row(1)), row(2)));
    EnforcementRow other = row(2);
    other.created += 1;
    const BatchPlan plan = m_store.apply(batch(other, test::resolved(row(1), Status::Disabled, 500)));
    EXPECT_EQ(plan.conflicts, 2U);
    EXPECT_THAT(plan.conflicting, ElementsAre(1, 2));
    EXPECT_EQ(m_store.row(0).status, Status::Processed);
    EXPECT_EQ(m_store.row(1).created, row(2).created);
}

TEST_F(EnforcementStoreTest, detail_settlesAConflict) {
    m_store.apply(batch(test::resolved(row(1))));
    EnforcementBatch answer;
    answer.updates.push_back(test::update(test::resolved(row(1), Status::Disabled), Origin::Detail));
    const BatchPlan plan = m_store.apply(answer);
    EXPECT_EQ(plan.conflicts, 1U);
    ASSERT_EQ(plan.patches.size(), 1U);
    EXPECT_EQ(plan.patches[0].fields, Field::Status);
    EXPECT_EQ(m_store.row(0).status, Status::Disabled);
}

TEST_F(EnforcementStoreTest, traceTag_isDerivedOrStored) {
    EnforcementBatch rows = batch(row(1));
    rows.updates.push_back(tagged(row(2), "custom"));
    EnforcementRow bare = row(3);
    bare.traceTag = TraceTag::Unknown;
    rows.updates.push_back(test::update(bare));
    m_store.apply(rows);
    EXPECT_EQ(m_store.traceTag(m_store.row(0), m_vocabulary), "mon.disk.90001");
    EXPECT_EQ(m_store.traceTag(m_store.row(1), m_vocabulary), "custom");
    EXPECT_EQ(m_store.traceTag(m_store.row(2), m_vocabulary), "");
}

TEST_F(EnforcementStoreTest, storedTraceTag_goesWithItsRow) {
    EnforcementBatch rows;
    rows.updates = {tagged(row(1), "one"), tagged(row(2), "two"), tagged(row(3), "three")};
    m_store.apply(rows);
    m_store.retireOldest(1);
    EnforcementBatch removal;
    removal.removed = {3};
    m_store.apply(removal);
    EXPECT_EQ(m_store.storedTraceTag(1), "");
    EXPECT_EQ(m_store.storedTraceTag(2), "two");
    EXPECT_EQ(m_store.storedTraceTag(3), "");
}

TEST_F(EnforcementStoreTest, traceTagsOfOneRow_joinInAnyOrder) {
    for (const auto& [first, second] : {std::pair("alpha", "beta"), std::pair("beta", "alpha")}) {
        m_store.clear();
        EnforcementBatch rows;
        rows.updates = {tagged(row(1), first)};
        m_store.apply(rows);
        rows.updates = {tagged(row(1), second)};
        const BatchPlan plan = m_store.apply(rows);
        EXPECT_EQ(m_store.storedTraceTag(1), "beta");
        EXPECT_EQ(plan.conflicts, 0U);
        EXPECT_EQ(plan.patches.size(), second == std::string_view("beta") ? 1U : 0U);
    }
}

TEST_F(EnforcementStoreTest, traceTagOfAnIncompleteRow_survivesTheWait) {
    EnforcementRow compact;
    compact.id = 1;
    EnforcementBatch rows;
    rows.updates = {tagged(compact, "early")};
    m_store.apply(rows);
    EnforcementRow page = row(1);
    page.traceTag = TraceTag::Unknown;
    m_store.apply(batch(page));
    EXPECT_EQ(m_store.traceTag(m_store.row(0), m_vocabulary), "early");
}

TEST_F(EnforcementStoreTest, invalidIds_areIgnored) {
    EnforcementRow broken = row(1);
    broken.id = 0;
    EXPECT_THAT(m_store.apply(batch(broken)).append, IsEmpty());
    EXPECT_EQ(m_store.incompleteCount(), 0U);
}

TEST_F(EnforcementStoreTest, clear_forgetsEverything) {
    EnforcementBatch rows;
    rows.updates = {tagged(row(1), "one"), test::update(EnforcementRow{.id = 9})};
    m_store.apply(rows);
    m_store.clear();
    EXPECT_EQ(m_store.size(), 0U);
    EXPECT_EQ(m_store.incompleteCount(), 0U);
    EXPECT_EQ(m_store.storedTraceTag(1), "");
    EXPECT_FALSE(m_store.find(1));
    fill(5, 5);
    EXPECT_EQ(m_store.find(5), 0);
}

} // namespace
} // namespace attune::core
