// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "proxy/seqlist.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>
#include <random>
#include <span>

namespace attune::models {
namespace {

using Seq = SeqList::Seq;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<Seq> contents(const SeqList& list) {
    std::vector<Seq> all;
    list.forEach([&](std::size_t position, Seq seq) {
        EXPECT_EQ(position, all.size());
        EXPECT_EQ(list.at(position), seq);
        all.push_back(seq);
    });
    EXPECT_EQ(all.size(), list.size());
    return all;
}

void insert(SeqList& list, std::size_t position, std::vector<Seq> seqs) { list.insert(position, seqs); }

TEST(SeqList, edits_happenWhereTheyAreAsked) {
    SeqList list;
    insert(list, 0, {10, 11, 12});
    insert(list, 1, {20, 21});
    EXPECT_THAT(contents(list), ElementsAre(10, 20, 21, 11, 12));
    list.erase(0, 2);
    EXPECT_THAT(contents(list), ElementsAre(21, 11, 12));
    insert(list, 3, {-5});
    EXPECT_THAT(contents(list), ElementsAre(21, 11, 12, -5));
    list.erase(0, 4);
    EXPECT_THAT(contents(list), IsEmpty());
}

TEST(SeqList, moveDown_renumbersWhatLiesBehind) {
    SeqList list;
    insert(list, 0, {9, 3, 7});
    insert(list, 1, {8});
    list.moveDown(8, 4);
    EXPECT_THAT(contents(list), ElementsAre(5, 4, 3, 7));
}

TEST(SeqList, gather_bringsEntriesTogetherAtThePlace) {
    for (std::size_t place = 0; place <= 6; ++place) {
        SeqList list;
        insert(list, 0, {0, 1, 2, 3, 4, 5});
        const Positions odd{1, 3, 5};
        const std::size_t block = list.gather(odd, place);
        std::vector<Seq> expected;
        for (const Seq even : {0, 2, 4}) {
            if (even < static_cast<Seq>(place))
                expected.push_back(even);
        }
        EXPECT_EQ(block, expected.size());
        expected.insert(expected.end(), {1, 3, 5});
        for (const Seq even : {0, 2, 4}) {
            if (even >= static_cast<Seq>(place))
                expected.push_back(even);
        }
        EXPECT_EQ(contents(list), expected) << place;
    }
}

TEST(SeqList, gatherIf_isTheSameAsGather) {
    std::mt19937 random(7);
    for (int round = 0; round < 500; ++round) {
        const std::size_t size = random() % 12;
        std::vector<Seq> seqs(size);
        std::iota(seqs.begin(), seqs.end(), 100);
        SeqList byPosition;
        byPosition.insert(0, seqs);
        byPosition.erase(0, std::min<std::size_t>(size, random() % 3));
        SeqList byChoice = byPosition;
        const auto chosen = random();
        const auto leaves = [chosen](Seq seq) { return (chosen >> (seq - 100) & 1U) != 0; };
        Positions positions;
        byPosition.forEach([&](std::size_t position, Seq seq) {
            if (leaves(seq))
                positions.push_back(static_cast<std::uint32_t>(position));
        });
        const std::size_t place = random() % (byPosition.size() + 1);
        const std::size_t block = byChoice.gatherIf(positions.size(), place, leaves);
        const std::size_t expected = byPosition.gather(positions, place);
        EXPECT_EQ(contents(byChoice), contents(byPosition)) << place;
        if (!positions.empty()) {
            EXPECT_EQ(block, expected);
        }
    }
}

TEST(SeqList, forEachWhile_stopsOnEitherSideOfTheGap) {
    SeqList list;
    insert(list, 0, {1, 2, 3, 4});
    insert(list, 2, {9});
    for (std::size_t seen = 1; seen <= 5; ++seen) {
        std::vector<Seq> visited;
        list.forEachWhile([&](std::size_t position, Seq seq) {
            EXPECT_EQ(position, visited.size());
            visited.push_back(seq);
            return visited.size() < seen;
        });
        const std::vector<Seq> all{1, 2, 9, 3, 4};
        EXPECT_EQ(visited, std::vector<Seq>(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(seen)));
    }
}

TEST(SeqList, insertFilled_writesIntoTheRoomItMakes) {
    SeqList list;
    insert(list, 0, {10, 11, 12});
    list.insertFilled(1, 2, {5, 20}, [](std::span<std::int32_t> room, Seq base) {
        ASSERT_EQ(room.size(), 2U);
        room[0] = static_cast<std::int32_t>(5 - base);
        room[1] = static_cast<std::int32_t>(20 - base);
    });
    EXPECT_THAT(contents(list), ElementsAre(10, 5, 20, 11, 12));
}

TEST(SeqList, gatherOfNothing_changesNothing) {
    SeqList list;
    insert(list, 0, {4, 5, 6});
    EXPECT_EQ(list.gather({}, 2), 2U);
    EXPECT_THAT(contents(list), ElementsAre(4, 5, 6));
}

TEST(SeqList, assignFrom_takesWhatIsKept) {
    SeqList all;
    insert(all, 0, {1, 2, 3, 4});
    insert(all, 2, {9});
    SeqList some;
    some.assignFrom(all, 4, [](Seq seq) { return seq != 2; });
    EXPECT_THAT(contents(some), ElementsAre(1, 9, 3, 4));
    insert(some, 0, {7});
    EXPECT_THAT(contents(some), ElementsAre(7, 1, 9, 3, 4));
}

TEST(SeqList, numbersBeyondTheReach_moveTheBase) {
    SeqList list(1000);
    Seq next = 0;
    for (int i = 0; i < 100'000; ++i) {
        insert(list, list.size(), {next++});
        if (list.size() > 300)
            list.erase(0, 1);
    }
    std::vector<Seq> expected(300);
    for (std::size_t i = 0; i < expected.size(); ++i)
        expected[i] = next - 300 + static_cast<Seq>(i);
    EXPECT_EQ(contents(list), expected);
    insert(list, 0, {next - 301, next - 302});
    EXPECT_EQ(list.at(1), next - 302);
    EXPECT_EQ(list.at(301), next - 1);
}

TEST(SeqList, randomEdits_agreeWithAVector) {
    std::mt19937 random(4);
    SeqList list;
    std::vector<Seq> reference;
    for (int step = 0; step < 20'000; ++step) {
        const std::size_t position = random() % (reference.size() + 1);
        const auto at = [&reference](std::size_t i) { return reference.begin() + static_cast<std::ptrdiff_t>(i); };
        if (random() % 2 == 0) {
            const std::vector<Seq> fresh(random() % 5, step);
            list.insert(position, fresh);
            reference.insert(at(position), fresh.begin(), fresh.end());
        } else {
            const std::size_t count = std::min<std::size_t>(random() % 6, reference.size() - position);
            list.erase(position, count);
            reference.erase(at(position), at(position + count));
        }
        if (step % 50 == 0) {
            ASSERT_EQ(contents(list), reference);
        }
    }
}

} // namespace
} // namespace attune::models
