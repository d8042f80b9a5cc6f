// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "mainwindowfixture.h"
#include "support/printers.h"

#include <gmock/gmock.h>

#include <QTest>

namespace attune::widgets {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class PinnedRows : public MainWindowTest {
protected:
    PinnedRows() {
        QObject::connect(window.get(), &MainWindow::shownEnforcementsChanged, &m_context,
                         [this](const std::vector<core::Id>& ids) { shown = ids; });
    }
    /// Resolved rows, which a full table lets go.
    void resolve(core::Id first, core::Id last) {
        core::EnforcementBatch batch;
        for (core::Id id = first; id <= last; ++id)
            batch.updates.push_back(test::update(test::resolved(test::makeRow(vocabulary, id))));
        window->applyBatch(batch);
    }

    std::vector<core::Id> shown;

private:
    QObject m_context;
};

} // namespace

TEST_F(PinnedRows, rowOfAnOpenWindow_staysInAFullTableUntilItIsClosed) {
    live(0);
    resolve(1, 40);
    ASSERT_TRUE(window->openEnforcement(7));
    EXPECT_THAT(shown, ElementsAre(7));
    table.setCap(20);
    EXPECT_EQ(table.rowCount(), 20);
    EXPECT_EQ(table.idAt(0), 7);
    EXPECT_EQ(table.idAt(1), 22);
    view()->setCurrentId(7);
    resolve(41, 60);
    EXPECT_EQ(table.idAt(0), 7);
    EXPECT_EQ(view()->currentId(), 7);
    openWindows().at(0)->close();
    ASSERT_TRUE(test::waitFor([this] { return shown.empty(); }));
    resolve(61, 80);
    EXPECT_EQ(table.rowOfId(7), -1);
}

TEST_F(PinnedRows, windowThatWalksOn_letsItsRowGo) {
    live();
    ASSERT_TRUE(window->openEnforcement(20));
    ASSERT_TRUE(window->openEnforcement(30));
    EXPECT_THAT(shown, ElementsAre(20, 30));
    ASSERT_TRUE(test::showActive(*openWindows().at(0)));
    const core::Id walking = openWindows().at(0)->id();
    QTest::keyClick(openWindows().at(0), Qt::Key_Down, Qt::AltModifier);
    EXPECT_THAT(shown, ElementsAre(walking == 20 ? 19 : 20, walking == 20 ? 30 : 29));
    window->onCleared();
    EXPECT_THAT(shown, IsEmpty());
}

} // namespace attune::widgets
