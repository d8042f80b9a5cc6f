// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "syncfixture.h"

namespace {
class PinnedRowsTest : public SmallCapTest {
protected:
    /// As the programs do: the reader keeps them, the session reads them.
    void pin(const std::vector<core::Id>& ids) {
        store.setPinned(ids);
        session->setPinned(ids);
    }
};
} // namespace

TEST_F(PinnedRowsTest, rowSomebodyLooksAt_isReadWithTheListAlthoughItIsBelowIt) {
    server->fill(1000);
    live();
    pin({5, 990});
    pass(20min);
    ASSERT_TRUE(has(5));
    EXPECT_LE(store.size(), 300U);
    EXPECT_EQ(server->count(QStringLiteral("/enforcements/990")), 0) << "the list tells of it";
    server->remove(5);
    pass(20min);
    EXPECT_FALSE(has(5)) << "nothing else could tell that it is gone";
    EXPECT_EQ(difference(), "");
}

TEST_F(PinnedRowsTest, rowSomebodyLooksAt_isStillReadWhenTheRowsAroundItHaveRetired) {
    server->fill(1000);
    live();
    pin({750, 760});
    for (int i = 0; i < 200; ++i) {
        server->create();
        pass(1s);
    }
    ASSERT_TRUE(has(750) && has(760));
    ASSERT_FALSE(has(761)) << "nobody looks at it";
    server->remove(750);
    server->rows[760].status = "disabled";
    pass(20min);
    EXPECT_FALSE(has(750));
    EXPECT_EQ(statusOf(760), core::Status::Disabled);
    pin({});
    const int before = server->count(QStringLiteral("/enforcements/760"));
    pass(40min);
    EXPECT_EQ(server->count(QStringLiteral("/enforcements/760")), before) << "nobody looks at it any more";
    EXPECT_EQ(difference(), "");
}
