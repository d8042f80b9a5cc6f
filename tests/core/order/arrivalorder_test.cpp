// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/rows.h"

#include "attune/core/order/arrivalorder.h"

#include <gtest/gtest.h>

#include <random>

namespace attune::core {
namespace {

EnforcementRow rowOf(Id id, UtcMicros created) {
    EnforcementRow row;
    row.id = id;
    row.created = created;
    return row;
}

class ArrivalOrderTest : public ::testing::Test {
protected:
    void append(Id id, UtcMicros created) { m_order.onAppended(m_rows.push_back(rowOf(id, created))); }
    void prepend(Id id, UtcMicros created) { m_order.onPrepended(m_rows.push_front(rowOf(id, created))); }

    ChunkedDeque<EnforcementRow> m_rows;
    ArrivalOrder m_order{m_rows};
};

TEST_F(ArrivalOrderTest, risingRows_areInOrder) {
    EXPECT_TRUE(m_order.isByAge());
    append(1, 10);
    append(2, 10);
    append(3, 11);
    prepend(0, 9);
    EXPECT_TRUE(m_order.isByAge());
    EXPECT_TRUE(m_order.isById());
}

TEST_F(ArrivalOrderTest, aRowOutOfPlace_countsUntilThoseBeforeItHaveRetired) {
    append(1, 10);
    append(3, 11);
    append(2, 12);
    append(4, 13);
    EXPECT_TRUE(m_order.isByAge());
    EXPECT_FALSE(m_order.isById());
    m_rows.pop_front(1);
    EXPECT_FALSE(m_order.isById());
    m_rows.pop_front(1);
    EXPECT_TRUE(m_order.isById());
    prepend(1, 11);
    EXPECT_TRUE(m_order.isById()) << "what had retired does not matter to history";
    prepend(9, 10);
    EXPECT_FALSE(m_order.isById());
}

TEST_F(ArrivalOrderTest, anotherCreationTime_isNoticed) {
    append(1, 10);
    append(2, 20);
    append(3, 30);
    m_rows.at(1).created = 25;
    m_order.onPatched(1);
    EXPECT_TRUE(m_order.isByAge());
    m_rows.at(1).created = 31;
    m_order.onPatched(1);
    EXPECT_FALSE(m_order.isByAge());
    m_order.clear();
    EXPECT_TRUE(m_order.isByAge());
}

TEST_F(ArrivalOrderTest, anyHistory_neverSaysYesToRowsOutOfOrder) {
    std::mt19937 random(3);
    const auto pick = [&random](unsigned below) { return static_cast<std::int64_t>(random() % below); };
    int yes = 0;
    for (int step = 0; step < 40'000; ++step) {
        const bool isRare = pick(40) == 0;
        switch (m_rows.empty() ? 0 : pick(8)) {
        case 0:
        case 1:
        case 2: {
            const UtcMicros last = m_rows.empty() ? 1000 : m_rows.at(m_rows.endSeq() - 1).created;
            append(step + 1000, isRare ? last - 1 : last + pick(3));
            break;
        }
        case 3: {
            const EnforcementRow& front = m_rows.at(m_rows.firstSeq());
            prepend(isRare ? 999'999 : front.id - 1, front.created - 1);
            break;
        }
        case 4:
            if (isRare) {
                const auto seq = m_rows.firstSeq() + pick(static_cast<unsigned>(m_rows.size()));
                m_rows.at(seq).created += pick(3) - 1;
                m_order.onPatched(seq);
            }
            break;
        case 5: {
            const auto seq = m_rows.firstSeq() + pick(static_cast<unsigned>(m_rows.size()));
            const bool isInFront = seq == m_rows.firstSeq();
            m_rows.erase(seq, 1);
            if (!isInFront)
                m_order.onRemoved(seq, 1);
            break;
        }
        default:
            m_rows.pop_front(std::min<std::size_t>(m_rows.size(), static_cast<std::size_t>(pick(4))));
        }
        bool isByAge = true;
        bool isById = true;
        for (auto seq = m_rows.firstSeq() + 1; seq < m_rows.endSeq(); ++seq) {
            const EnforcementRow& a = m_rows.at(seq - 1);
            const EnforcementRow& b = m_rows.at(seq);
            isByAge = isByAge && (a.created < b.created || (a.created == b.created && a.id < b.id));
            isById = isById && a.id < b.id;
        }
        ASSERT_TRUE(isByAge || !m_order.isByAge()) << step;
        ASSERT_TRUE(isById || !m_order.isById()) << step;
        yes += m_order.isByAge() && m_rows.size() > 3 ? 1 : 0;
    }
    EXPECT_GT(yes, 100) << "it is of use, too";
}

} // namespace
} // namespace attune::core
