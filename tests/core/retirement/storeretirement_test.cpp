// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/rows.h"

#include "attune/core/enforcementstore.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <random>

namespace attune::core {
namespace {

using test::batch;
using test::makeRow;
using test::resolved;
using test::second;
using ::testing::ElementsAre;

class StoreRetirementTest : public ::testing::Test {
protected:
    [[nodiscard]] EnforcementRow open(Id id) { return makeRow(m_vocabulary, id); }
    [[nodiscard]] EnforcementRow done(Id id) { return resolved(makeRow(m_vocabulary, id)); }
    /// All resolved but these.
    void fill(Id first, Id last, const std::vector<Id>& openIds = {}) {
        EnforcementBatch rows;
        for (Id id = first; id <= last; ++id)
            rows.updates.push_back(test::update(std::ranges::find(openIds, id) == openIds.end() ? done(id) : open(id)));
        m_store.apply(rows);
    }
    void retireTo(std::size_t rows) { m_store.retire(m_store.retirementTo(rows)); }
    [[nodiscard]] std::vector<Id> ids() const {
        std::vector<Id> result;
        for (auto seq = m_store.firstSeq(); seq < m_store.endSeq(); ++seq) {
            result.push_back(m_store.row(seq).id);
            EXPECT_EQ(m_store.find(result.back()), seq);
        }
        return result;
    }

    Vocabulary m_vocabulary;
    EnforcementStore m_store;
};

TEST_F(StoreRetirementTest, openRows_stayWhereTheyAreAmongTheOthers) {
    fill(1, 12, {2, 3, 6});
    const auto seqOfLast = m_store.find(12);
    retireTo(7);
    EXPECT_THAT(ids(), ElementsAre(2, 3, 6, 9, 10, 11, 12));
    EXPECT_EQ(m_store.find(12), seqOfLast) << "what lies behind keeps its number";
    EXPECT_FALSE(m_store.find(1));
    EXPECT_FALSE(m_store.find(8));
    EXPECT_EQ(m_store.newestRetired(), second(8));
    EXPECT_TRUE(m_store.arrivalOrder().isByAge());
}

TEST_F(StoreRetirementTest, openRowThatIsResolved_goesNext) {
    fill(1, 10, {1, 4});
    retireTo(6);
    EXPECT_THAT(ids(), ElementsAre(1, 4, 7, 8, 9, 10));
    m_store.apply(batch(done(1), done(11)));
    retireTo(6);
    EXPECT_THAT(ids(), ElementsAre(4, 7, 8, 9, 10, 11));
}

TEST_F(StoreRetirementTest, moreOpenRowsThanHalf_loseTheOldestAndSaySo) {
    fill(1, 10, {1, 2, 3, 4, 5, 6, 7});
    retireTo(6);
    EXPECT_THAT(ids(), ElementsAre(5, 6, 7, 8, 9, 10));
    EXPECT_EQ(m_store.newestRetired(), second(4));
}

TEST_F(StoreRetirementTest, pinnedRows_stayUntilTheyAreLetGo) {
    m_store.setPinned({2, 99});
    fill(1, 8);
    retireTo(4);
    EXPECT_THAT(ids(), ElementsAre(2, 6, 7, 8));
    m_store.setPinned({7});
    m_store.apply(batch(done(9), done(10)));
    retireTo(3);
    EXPECT_THAT(ids(), ElementsAre(7, 9, 10));
}

TEST_F(StoreRetirementTest, batchForAFullStore_letsGoTheOldestThatAreNotExempt) {
    m_store.setPinned({2});
    m_store.apply(batch(open(1), done(2), done(3), done(4), done(5), done(6)), 4);
    EXPECT_THAT(ids(), ElementsAre(1, 2, 5, 6));
    m_store.setPinned({});
    m_store.apply(batch(done(7)), 4);
    EXPECT_THAT(ids(), ElementsAre(1, 5, 6, 7));
    m_store.apply(batch(open(8), open(9), open(10)), 4);
    EXPECT_THAT(ids(), ElementsAre(1, 8, 9, 10));
    m_store.apply(batch(open(11)), 4);
    EXPECT_THAT(ids(), ElementsAre(8, 9, 10, 11)) << "no more than half of them are older than what has retired";
}

TEST_F(StoreRetirementTest, whatHasRetired_isNoNewsWhenItIsReadAgain) {
    fill(10, 20, {11});
    retireTo(6);
    ASSERT_THAT(ids(), ElementsAre(11, 16, 17, 18, 19, 20));
    BatchPlan plan = m_store.plan(batch(done(13), open(14), done(21)));
    EXPECT_EQ(plan.prepend.size(), 2U) << "younger than the oldest row, but nothing new";
    m_store.limitPrepend(plan, 0, 3);
    m_store.prepend(plan);
    m_store.append(plan);
    EXPECT_THAT(ids(), ElementsAre(14, 11, 16, 17, 18, 19, 20, 21)) << "what is open is taken without room";
}

TEST_F(StoreRetirementTest, openRowsFromBelow_comeIntoAFullTable) {
    fill(10, 15);
    BatchPlan plan = m_store.plan(batch(open(1), done(2), done(3), open(4), open(5)));
    m_store.limitPrepend(plan, 1, 1);
    m_store.prepend(plan);
    EXPECT_THAT(ids(), ElementsAre(4, 5, 10, 11, 12, 13, 14, 15)) << "the newest of them";
    EXPECT_EQ(m_store.newestRetired(), second(3));
    EXPECT_EQ(m_store.plan(batch(done(7))).prepend.size(), 1U) << "nothing between has been read";
    retireTo(6);
    EXPECT_THAT(ids(), ElementsAre(4, 5, 12, 13, 14, 15));
}

TEST_F(StoreRetirementTest, storedTraceTags_goWithTheirRowsAndStayWithTheOthers) {
    EnforcementBatch rows;
    for (Id id = 1; id <= 6; ++id) {
        EnforcementUpdate update = test::update(id == 2 ? open(id) : done(id));
        update.row.traceTag = TraceTag::Stored;
        update.traceTag = "tag";
        rows.updates.push_back(update);
    }
    m_store.apply(rows);
    retireTo(3);
    EXPECT_THAT(ids(), ElementsAre(2, 5, 6));
    EXPECT_EQ(m_store.storedTraceTag(2), "tag");
    EXPECT_EQ(m_store.storedTraceTag(3), "");
}

TEST_F(StoreRetirementTest, disorderAmongThoseThatStay_isForgottenWithIt) {
    fill(5, 8, {5, 7});
    EnforcementRow late = done(9);
    late.created = second(6);
    m_store.apply(batch(late));
    fill(10, 20);
    ASSERT_FALSE(m_store.arrivalOrder().isByAge());
    retireTo(10);
    EXPECT_TRUE(m_store.arrivalOrder().isByAge()) << "the late row is gone";
}

// What stays and what goes, against the plainest way to say it.
TEST_F(StoreRetirementTest, randomLife_isThatOfAPlainList) {
    std::mt19937 dice(9);
    const auto pick = [&dice](unsigned choices) { return static_cast<unsigned>(dice() % choices); };
    std::deque<EnforcementRow> plain;
    Id next = 1;
    for (int round = 0; round < 3'000; ++round) {
        EnforcementBatch some;
        for (unsigned i = pick(40); i > 0; --i, ++next) {
            plain.push_back(pick(4) == 0 ? open(next) : done(next));
            some.updates.push_back(test::update(plain.back()));
        }
        for (unsigned i = pick(4); i > 0 && !plain.empty(); --i) {
            EnforcementRow& row = plain[pick(static_cast<unsigned>(plain.size()))];
            row = done(row.id);
            some.updates.push_back(test::update(row));
        }
        if (pick(5) == 0 && !plain.empty()) {
            const auto gone = plain.begin() + pick(static_cast<unsigned>(plain.size()));
            some.removed.push_back(gone->id);
            std::erase_if(some.updates, [&gone](const EnforcementUpdate& update) { return update.row.id == gone->id; });
            plain.erase(gone);
        }
        const std::size_t cap = 150;
        m_store.apply(some);
        if (m_store.size() > cap)
            retireTo(cap);
        for (std::size_t kept = 0, i = 0; plain.size() > cap;) {
            const bool stays = plain[i].status == Status::Created && kept < cap / 2;
            kept += stays ? 1U : 0U;
            if (stays)
                ++i;
            else
                plain.erase(plain.begin() + (plain[i].status == Status::Created ? 0 : static_cast<std::ptrdiff_t>(i)));
        }
        ASSERT_EQ(m_store.size(), plain.size());
        for (std::size_t i = 0; i < plain.size(); ++i)
            ASSERT_EQ(m_store.find(plain[i].id), m_store.firstSeq() + static_cast<EnforcementStore::Seq>(i)) << round;
        ASSERT_TRUE(m_store.arrivalOrder().isByAge());
    }
}

} // namespace
} // namespace attune::core
