// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/idindex.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace attune::core {
namespace {

EnforcementRow rowWithId(Id id) {
    EnforcementRow row;
    row.id = id;
    return row;
}

class IdIndexTest : public ::testing::Test {
protected:
    void append(Id id) { m_index.insert(id, m_rows.push_back(rowWithId(id))); }
    void retire() {
        m_index.remove(m_rows.at(m_rows.firstSeq()).id);
        m_rows.pop_front(1);
    }

    IdIndex::Rows m_rows;
    IdIndex m_index{m_rows};
};

TEST_F(IdIndexTest, retiredRows_areNotFoundAndTheirEntriesSweptAway) {
    std::mt19937_64 dice(5);
    std::map<Id, IdIndex::Seq> truth;
    std::size_t mostDead = 0;
    for (int i = 0; i < 60'000; ++i) {
        const Id id = static_cast<Id>(dice() >> 1U) | 1;
        if (!truth.emplace(id, m_rows.endSeq()).second)
            continue;
        append(id);
        if (m_rows.size() > 4'000) { // a sixteenth at once, as at a cap
            for (int k = 0; k < 250; ++k)
                truth.erase(m_rows.at(m_rows.firstSeq() + k).id);
            m_index.noteRetired(250);
            m_rows.pop_front(250);
        }
        mostDead = std::max(mostDead, m_index.deadEntries());
        if (i % 997 == 0) { // out of the middle
            const auto found = truth.find(m_rows.at(m_rows.firstSeq() + 17 % static_cast<int>(m_rows.size())).id);
            m_index.remove(found->first);
            EXPECT_EQ(m_index.find(found->first), IdIndex::NotFound);
            m_index.insert(found->first, found->second);
        }
    }
    EXPECT_LT(mostDead, 1'500U);
    EXPECT_EQ(m_index.size(), truth.size());
    for (const auto& [id, seq] : truth)
        ASSERT_EQ(m_index.find(id), seq);
}

TEST_F(IdIndexTest, numbersOfRetiredRows_mayBeUsedAgain) {
    for (Id id = 1; id <= 500; ++id)
        append(id);
    m_index.noteRetired(400);
    m_rows.pop_front(400);
    for (Id id = 1'000; id < 1'300; ++id)
        m_index.insert(id, m_rows.push_front(rowWithId(id)));
    EXPECT_EQ(m_index.size(), 400U);
    for (auto seq = m_rows.firstSeq(); seq < m_rows.endSeq(); ++seq)
        ASSERT_EQ(m_index.find(m_rows.at(seq).id), seq);
    EXPECT_EQ(m_index.find(7), IdIndex::NotFound);
    EXPECT_EQ(m_index.find(350), IdIndex::NotFound);
}

TEST_F(IdIndexTest, empty_findsNothing) {
    EXPECT_EQ(m_index.find(1), IdIndex::NotFound);
    m_index.remove(1);
    EXPECT_EQ(m_index.size(), 0U);
}

TEST_F(IdIndexTest, extremeIds_areFound) {
    for (const Id id : {Id{1}, Id{INT64_MAX}, Id{1} << 53, (Id{1} << 53) + 1})
        append(id);
    EXPECT_EQ(m_index.find(INT64_MAX), 1);
    EXPECT_EQ(m_index.find((Id{1} << 53) + 1), 3);
    EXPECT_EQ(m_index.find(2), IdIndex::NotFound);
}

TEST_F(IdIndexTest, strides_doNotCluster) {
    constexpr Id Stride = Id{1} << 32;
    for (Id i = 1; i <= 50'000; ++i)
        append(i * Stride);
    for (Id i = 1; i <= 50'000; ++i)
        ASSERT_EQ(m_index.find(i * Stride), i - 1);
}

TEST_F(IdIndexTest, moveDown_renumbersWhatLiesBehind) {
    for (Id id = 1; id <= 100; ++id)
        append(id);
    for (Id id = 11; id <= 20; ++id)
        m_index.remove(id);
    m_index.moveDown(20, 10);
    m_rows.erase(10, 10);
    EXPECT_EQ(m_index.find(10), 9);
    EXPECT_EQ(m_index.find(15), IdIndex::NotFound);
    EXPECT_EQ(m_index.find(21), 10);
    EXPECT_EQ(m_index.find(100), 89);
}

TEST_F(IdIndexTest, rowsBeyondTheReach_moveTheBase) {
    IdIndex index(m_rows, 1000);
    for (Id id = 1; id <= 20'000; ++id) {
        index.insert(id, m_rows.push_back(rowWithId(id)));
        if (m_rows.size() > 100) {
            index.remove(m_rows.at(m_rows.firstSeq()).id);
            m_rows.pop_front(1);
        }
    }
    for (Id id = -1; id >= -500; --id)
        index.insert(20'000 - id, m_rows.push_front(rowWithId(20'000 - id)));
    EXPECT_EQ(index.size(), 600U);
    for (auto seq = m_rows.firstSeq(); seq < m_rows.endSeq(); ++seq)
        ASSERT_EQ(index.find(m_rows.at(seq).id), seq);
    EXPECT_EQ(index.find(19'900), IdIndex::NotFound);
}

TEST_F(IdIndexTest, randomOperations_agreeWithStdMap) {
    std::mt19937_64 random(5);
    std::map<Id, IdIndex::Seq> reference;
    for (int step = 0; step < 100'000; ++step) {
        const auto id = static_cast<Id>(1 + random() % 4000);
        if (random() % 3 != 0) {
            if (!reference.contains(id)) {
                append(id);
                reference[id] = m_rows.endSeq() - 1;
            }
        } else if (!m_rows.empty()) {
            reference.erase(m_rows.at(m_rows.firstSeq()).id);
            retire();
        }
        const auto probe = static_cast<Id>(1 + random() % 4000);
        const auto expected = reference.find(probe);
        ASSERT_EQ(m_index.find(probe), expected == reference.end() ? IdIndex::NotFound : expected->second);
        ASSERT_EQ(m_index.size(), reference.size());
    }
}

} // namespace
} // namespace attune::core
