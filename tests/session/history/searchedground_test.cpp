// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "history/searchedground.h"

#include <gtest/gtest.h>

using namespace attune;
using session::HistoryQuery;
using session::SearchedGrounds;

namespace {
const HistoryQuery Disk{7, 0, 0, 0, {}};
const HistoryQuery Timer{8, 0, 0, 0, {}};
} // namespace

TEST(SearchedGrounds, groundsThatTouch_areOne) {
    SearchedGrounds grounds;
    grounds.add({Disk, 800, 1000});
    grounds.add({Disk, 600, 800});
    grounds.add({Timer, 100, 1000});
    ASSERT_EQ(grounds.all().size(), 2U);
    EXPECT_EQ(grounds.all().front().above, 600);
    EXPECT_EQ(grounds.all().front().top, 1000);
}

TEST(SearchedGrounds, search_goesOnBelowWhatWasSearched) {
    SearchedGrounds grounds;
    grounds.add({Disk, 600, 1000});
    EXPECT_EQ(grounds.continued(Disk, 1000), 600);
    EXPECT_EQ(grounds.continued(Disk, 900), 600) << "what is loaded reaches into it";
    EXPECT_EQ(grounds.continued(Disk, 500), 500) << "what is loaded reaches below it";
    EXPECT_EQ(grounds.continued(Disk, 1001), 1001) << "there is a hole between the two";
    EXPECT_EQ(grounds.continued(Timer, 1000), 1000) << "something else was searched";
}

TEST(SearchedGrounds, tooMany_theFirstIsForgotten) {
    SearchedGrounds grounds;
    for (core::Id event = 1; event <= static_cast<core::Id>(SearchedGrounds::MaxGrounds) + 1; ++event)
        grounds.add({HistoryQuery{0, 0, event, 0, {}}, 1, 1000});
    EXPECT_EQ(grounds.all().size(), SearchedGrounds::MaxGrounds);
    EXPECT_EQ(grounds.continued(HistoryQuery{0, 0, 1, 0, {}}, 1000), 1000);
    EXPECT_EQ(grounds.continued(HistoryQuery{0, 0, 2, 0, {}}, 1000), 1);
}
