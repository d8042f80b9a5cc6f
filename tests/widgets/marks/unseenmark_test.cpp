// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "marks/unseenmark.h"
#include "support/manualclock.h"
#include "support/rows.h"

#include "attune/models/enforcementtablemodel.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

namespace attune::widgets {
namespace {

using namespace std::chrono_literals;

class UnseenMarkTest : public ::testing::Test {
protected:
    UnseenMarkTest() { mark.setModel(&table); }

    void arrive(core::Id first, core::Id last) {
        core::EnforcementBatch batch;
        for (core::Id id = first; id <= last; ++id)
            batch.updates.push_back(test::update(test::makeRow(vocabulary, id)));
        table.apply(batch);
    }
    void remove(core::Id id) {
        core::EnforcementBatch batch;
        batch.removed = {id};
        table.apply(batch);
    }
    /// Those that are there.
    std::vector<core::Id> unseen() {
        std::vector<core::Id> ids;
        for (int row = 0; row < table.rowCount(); ++row) {
            if (mark.isUnseen(table.idAt(row)))
                ids.push_back(table.idAt(row));
        }
        return ids;
    }
    using Ids = std::vector<core::Id>;

    test::ManualClock clock;
    core::Vocabulary vocabulary;
    models::EnforcementTableModel table{vocabulary};
    UnseenMark mark{clock};
};

TEST_F(UnseenMarkTest, whatComesUnderTheEyes_isSeen) {
    arrive(1, 3);
    EXPECT_EQ(unseen(), Ids()) << "nobody has looked yet, so nothing was missed";
    mark.setLooking(true);
    arrive(4, 6);
    EXPECT_EQ(unseen(), Ids());
}

TEST_F(UnseenMarkTest, whatComesMeanwhile_isUnseenUntilAWhileAfterTheReturn) {
    arrive(1, 3);
    mark.setLooking(true);
    mark.setLooking(false);
    arrive(4, 6);
    EXPECT_EQ(unseen(), (Ids{4, 5, 6}));
    EXPECT_FALSE(mark.isUnseen(99));
    QSignalSpy cleared(&mark, &UnseenMark::cleared);
    mark.setLooking(true);
    arrive(7, 8);
    EXPECT_EQ(unseen(), (Ids{4, 5, 6})) << "the new ones come under the eyes";
    clock.advance(3s);
    EXPECT_EQ(cleared.count(), 1);
    EXPECT_EQ(unseen(), Ids());
    arrive(9, 9);
    EXPECT_EQ(unseen(), Ids());
}

TEST_F(UnseenMarkTest, aGlance_marksNothingAsSeen) {
    mark.setLooking(true);
    arrive(1, 3);
    mark.setLooking(false);
    arrive(4, 5);
    mark.setLooking(true);
    clock.advance(1s);
    mark.setLooking(false);
    clock.advance(10s);
    EXPECT_EQ(unseen(), (Ids{4, 5}));
}

TEST_F(UnseenMarkTest, history_isNotNew) {
    arrive(10, 12);
    mark.setLooking(true);
    mark.setLooking(false);
    arrive(13, 13);
    arrive(1, 4);
    arrive(5, 9); // read from its old end, it comes behind the new rows
    EXPECT_EQ(table.idAt(table.rowCount() - 1), 9);
    EXPECT_EQ(unseen(), (Ids{13}));
}

TEST_F(UnseenMarkTest, rowsThatGo_doNotMoveTheMark) {
    arrive(1, 6);
    mark.setLooking(true);
    mark.setLooking(false);
    arrive(7, 10);
    remove(3);
    EXPECT_EQ(unseen(), (Ids{7, 8, 9, 10}));
    remove(8);
    EXPECT_EQ(unseen(), (Ids{7, 9, 10}));
    remove(1); // the oldest
    remove(7); // the first unseen one
    EXPECT_EQ(unseen(), (Ids{9, 10}));
    table.setCap(3);
    EXPECT_EQ(unseen(), (Ids{9, 10}));
    table.clear();
    arrive(20, 22);
    EXPECT_EQ(unseen(), (Ids{20, 21, 22}));
}

} // namespace
} // namespace attune::widgets
