// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/chunkeddeque.h"

#include <gtest/gtest.h>

#include <deque>
#include <random>

namespace attune::core {
namespace {

using Small = ChunkedDeque<int, 4>;

std::vector<int> contents(const Small& deque) {
    std::vector<int> values;
    for (auto seq = deque.firstSeq(); seq < deque.endSeq();) {
        const auto run = deque.run(seq);
        values.insert(values.end(), run.begin(), run.end());
        seq += static_cast<Small::Seq>(run.size());
    }
    return values;
}

TEST(ChunkedDeque, pushing_countsUpAndDown) {
    Small deque;
    EXPECT_EQ(deque.push_back(10), 0);
    EXPECT_EQ(deque.push_back(11), 1);
    EXPECT_EQ(deque.push_front(9), -1);
    EXPECT_EQ(deque.push_front(8), -2);
    EXPECT_EQ(contents(deque), (std::vector{8, 9, 10, 11}));
    EXPECT_EQ(deque.firstSeq(), -2);
    EXPECT_EQ(deque.endSeq(), 2);
    EXPECT_TRUE(deque.contains(-2));
    EXPECT_FALSE(deque.contains(2));
}

TEST(ChunkedDeque, elements_neverMove) {
    Small deque;
    const int* first = &deque.at(deque.push_back(1));
    for (int i = 0; i < 100; ++i) {
        deque.push_back(i);
        deque.push_front(-i);
    }
    EXPECT_EQ(first, &deque.at(0));
}

TEST(ChunkedDeque, emptiedAtBlockBoundary_growsBothWaysAgain) {
    Small deque;
    for (int i = 0; i < 8; ++i)
        deque.push_back(i);
    deque.pop_front(8);
    EXPECT_TRUE(deque.empty());
    EXPECT_EQ(deque.push_front(70), 7);
    EXPECT_EQ(deque.push_back(80), 8);
    EXPECT_EQ(contents(deque), (std::vector{70, 80}));
}

TEST(ChunkedDeque, eraseInTheMiddle_movesWhatLiesBehindDown) {
    Small deque;
    for (int i = 0; i < 10; ++i)
        deque.push_back(i);
    deque.erase(3, 4);
    EXPECT_EQ(contents(deque), (std::vector{0, 1, 2, 7, 8, 9}));
    EXPECT_EQ(deque.firstSeq(), 0);
    EXPECT_EQ(deque.at(3), 7);
}

TEST(ChunkedDeque, eraseAtTheFront_keepsTheNumbersOfTheRest) {
    Small deque;
    for (int i = 0; i < 10; ++i)
        deque.push_back(i);
    deque.erase(0, 5);
    EXPECT_EQ(deque.firstSeq(), 5);
    EXPECT_EQ(deque.at(5), 5);
}

TEST(ChunkedDeque, clear_startsOver) {
    Small deque;
    deque.push_front(1);
    deque.clear();
    EXPECT_TRUE(deque.empty());
    EXPECT_EQ(deque.push_back(5), 0);
    EXPECT_EQ(deque.at(0), 5);
}

TEST(ChunkedDeque, randomOperations_agreeWithStdDeque) {
    std::mt19937 random(3);
    Small deque;
    std::deque<int> reference;
    for (int step = 0; step < 20'000; ++step) {
        switch (random() % 8) {
        case 0:
        case 1:
        case 2:
            deque.push_back(step);
            reference.push_back(step);
            break;
        case 3:
        case 4:
            deque.push_front(step);
            reference.push_front(step);
            break;
        case 5: {
            const std::size_t count = std::min<std::size_t>(random() % 7, reference.size());
            deque.pop_front(count);
            reference.erase(reference.begin(), reference.begin() + static_cast<std::ptrdiff_t>(count));
            break;
        }
        case 6:
            if (!reference.empty()) {
                const std::size_t from = random() % reference.size();
                const std::size_t count = std::min<std::size_t>(1 + random() % 5, reference.size() - from);
                deque.erase(deque.firstSeq() + static_cast<Small::Seq>(from), count);
                const auto begin = reference.begin() + static_cast<std::ptrdiff_t>(from);
                reference.erase(begin, begin + static_cast<std::ptrdiff_t>(count));
            }
            break;
        default:
            if (random() % 200 == 0) {
                deque.clear();
                reference.clear();
            }
        }
        ASSERT_EQ(deque.size(), reference.size());
        if (step % 16 == 0) {
            ASSERT_EQ(contents(deque), std::vector<int>(reference.begin(), reference.end()));
        }
    }
}

} // namespace
} // namespace attune::core
