// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/manualclock.h"
#include "support/rows.h"
#include "support/waiting.h"

#include "attune/models/enforcementfilterproxymodel.h"
#include "attune/widgets/enforcementview.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QHeaderView>
#include <QScrollBar>

#include <random>
#include <string>

namespace attune::widgets {

/// A table view in a shown, active window over a real model and proxy, with rows 1 … n loaded.
class ViewFixture : public ::testing::Test {
protected:
    ViewFixture() {
        view.resize(1000, 400);
        view.setEnforcementModel(&proxy);
    }

    void load(int rows) {
        core::EnforcementBatch batch;
        for (int i = 0; i < rows; ++i)
            batch.updates.push_back(test::update(nextRow()));
        table.setNow(test::second(m_nextId));
        table.apply(batch);
    }
    void showView() {
        view.show();
        view.activateWindow();
        ASSERT_TRUE(test::waitFor([this] { return view.isActiveWindow(); }));
        view.setFocus();
        settle();
    }
    static void settle() { QCoreApplication::processEvents(); }
    void arrive(int rows, std::string_view rule = "ops.disk_full") {
        core::EnforcementBatch batch;
        for (int i = 0; i < rows; ++i)
            batch.updates.push_back(test::update(nextRow(rule)));
        table.apply(batch);
        settle();
    }
    core::EnforcementRow nextRow(std::string_view rule = "ops.disk_full") {
        return test::makeRow(vocabulary, m_nextId++, rule);
    }

    [[nodiscard]] int rowHeight() const { return view.verticalHeader()->defaultSectionSize(); }
    [[nodiscard]] core::Id idAtY(int y) const {
        const QModelIndex cell = view.indexAt(QPoint(5, y));
        return cell.isValid() ? proxy.idAt(cell.row()) : core::UnknownId;
    }
    /// Upper edge of the row in the viewport.
    [[nodiscard]] int topOf(core::Id id) const { return view.visualRect(proxy.index(proxy.rowOfId(id), 0)).top(); }
    [[nodiscard]] QPoint middleOf(core::Id id, core::Column column) const {
        return view.visualRect(proxy.index(proxy.rowOfId(id), static_cast<int>(column))).center();
    }
    void scrollTo(int pixels) {
        view.verticalScrollBar()->setValue(pixels);
        settle();
    }
    [[nodiscard]] core::Id newestId() const { return m_nextId - 1; }

    core::Vocabulary vocabulary;
    test::ManualClock clock;
    models::EnforcementTableModel table{vocabulary};
    models::EnforcementFilterProxyModel proxy{table};
    EnforcementView view{clock};

private:
    core::Id m_nextId = 1;
};

} // namespace attune::widgets
