// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "viewlife.h"

#include <QTest>

namespace attune::widgets {

using core::Column;
using core::Id;

void ViewLife::SetUp() {
    table.setCap(250);
    view.resize(900, 260);
    m_editor.setParent(&view);
    m_editor.setGeometry(600, 200, 200, 30);
    load(120);
    showView();
    m_editor.show();
    QObject::connect(&view, &EnforcementView::valueFilterRequested, &view,
                     [this](Column, const QString& value, bool) { EXPECT_EQ(value, m_menuValue); });
}

void ViewLife::step() {
    if (m_menu && pick(6) == 0) {
        leaveMenu();
        return;
    }
    const int what = m_menu ? pick(60) : pick(100); // a menu takes all of mouse and keyboard
    if (what < 52)
        applyBatch();
    else if (what < 60)
        passTime();
    else if (what < 64)
        filter();
    else if (what < 67)
        sort();
    else if (what < 77)
        click();
    else if (what < 84)
        wheel();
    else if (what < 92)
        press();
    else if (what < 96)
        openMenu();
    else
        type();
}

std::set<Id> ViewLife::selectedIds() const {
    std::set<Id> ids;
    for (const QItemSelectionRange& range : view.selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            ids.insert(proxy.idAt(row));
    }
    return ids;
}

ViewLife::Eye ViewLife::look() const {
    Eye eye{selectedIds(), view.currentId(), view.isFollowing(), view.verticalScrollBar()->value(), {}};
    const int height = view.viewport()->height();
    if (const int top = topOf(eye.current); eye.current > 0 && top + rowHeight() > 0 && top < height)
        eye.rows.emplace_back(eye.current, top);
    for (int y = 0; y < height + rowHeight(); y += rowHeight()) {
        if (const Id id = idAtY(std::min(y, height - 1)); id != core::UnknownId)
            eye.rows.emplace_back(id, topOf(id));
    }
    return eye;
}

Id ViewLife::someIdInSight() { return idAtY(pick(view.viewport()->height())); }

void ViewLife::applyBatch() {
    const Eye before = look();
    core::EnforcementBatch batch;
    for (int i = pick(5); i > 0; --i) {
        core::EnforcementRow row = nextRow("pack.r" + std::to_string(pick(6)));
        if (pick(15) == 0)
            row.created = test::second(row.id - 60); // late, or history
        batch.updates.push_back(test::update(row));
    }
    for (int i = pick(5); i > 0 && table.rowCount() > 0; --i) {
        const core::EnforcementRow known = table.rowAt(table.rowCount() - 1 - pick(std::min(table.rowCount(), 60)));
        batch.updates.push_back(test::update(
            test::resolved(known, pick(4) == 0 ? core::Status::Disabled : core::Status::Processed, pick(9000))));
    }
    if (pick(12) == 0 && table.rowCount() > 0)
        batch.removed.push_back(table.idAt(pick(table.rowCount())));
    table.apply(batch);
    settle();
    expectUntouched(before);
}

void ViewLife::passTime() {
    const Eye before = look();
    clock.advance(std::chrono::milliseconds(100 + pick(900)));
    settle();
    expectUntouched(before);
}

void ViewLife::expectUntouched(const Eye& before) const {
    expectSelection(before);
    expectPlace(before);
    expectEditor();
}

void ViewLife::expectSelection(const Eye& before) const {
    std::set<Id> expected = before.selected;
    std::erase_if(expected, [this](Id id) { return proxy.rowOfId(id) < 0; });
    ASSERT_EQ(selectedIds(), expected);
    if (proxy.rowOfId(before.current) >= 0) {
        ASSERT_EQ(view.currentId(), before.current);
    }
}

/// To the pixel, or as near as the ends of the table let it.
void ViewLife::expectPlace(const Eye& before) const {
    ASSERT_EQ(view.isFollowing(), before.following);
    const QScrollBar& bar = *view.verticalScrollBar();
    if (before.following) {
        ASSERT_EQ(bar.value(), 0);
        return;
    }
    for (const auto& [id, top] : before.rows) {
        const int row = proxy.rowOfId(id);
        if (row < 0)
            continue;
        ASSERT_EQ(bar.value(), std::clamp(row * rowHeight() - top, bar.minimum(), bar.maximum())) << "row " << id;
        const_cast<ViewLife*>(this)->m_held += bar.value() == row * rowHeight() - top ? 1 : 0;
        return;
    }
}

void ViewLife::expectEditor() const {
    ASSERT_EQ(m_editor.text(), m_typed);
    ASSERT_EQ(m_editor.cursorPosition(), m_caret);
}

TEST_F(ViewLife, thirtyThousandThings_leaveTheOperatorTheirRows) {
    for (int i = 0; i < 30'000; ++i) {
        step();
        if (HasFatalFailure())
            FAIL() << "after " << i << " steps";
    }
    EXPECT_GT(held(), 5'000) << "there was something to hold";
    EXPECT_GT(menusUsed(), 100);
}

} // namespace attune::widgets
