// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/rows.h"

#include "attune/models/enforcementfilterproxymodel.h"

#include <gtest/gtest.h>

#include <QItemSelectionModel>

#include <random>
#include <set>
#include <string>

// What is selected belongs to ids, whatever the rows do.
namespace attune::test {
namespace {

using core::Column;
using core::Id;

class SelectionOfIds {
public:
    explicit SelectionOfIds(unsigned seed) : m_random(seed) {
        m_table.setCap(300);
        m_table.setNow(second(m_seconds));
        m_proxy.setNow(second(m_seconds));
    }

    [[nodiscard]] std::size_t operations() const { return m_operations; }
    [[nodiscard]] std::size_t held() const { return m_held; }

    void step() {
        switch (pick(40)) {
        case 0:
            changeFilter();
            break;
        case 1:
            m_proxy.sort(static_cast<int>(pick(core::ColumnCount)),
                         pick(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
            break;
        case 2:
            m_seconds += 1 + pick(5);
            m_table.setNow(second(m_seconds));
            m_proxy.setNow(second(m_seconds));
            break;
        case 3:
        case 4:
            select();
            break;
        default:
            change();
        }
        ++m_operations;
        compare();
    }

private:
    [[nodiscard]] unsigned pick(unsigned choices) { return static_cast<unsigned>(m_random() % choices); }

    /// New rows, changes of known ones, history, removals; the oldest retire by themselves.
    void change() {
        core::EnforcementBatch batch;
        for (unsigned i = 1 + pick(30); i > 0; --i) {
            const Id known = std::max<Id>(1, m_nextId - 1 - pick(250));
            const bool isNew = pick(2) == 0;
            core::EnforcementRow row = makeRow(m_vocabulary, isNew ? m_nextId++ : known, rule());
            row.created = second(m_seconds) + (isNew ? row.id : 0);
            if (!isNew) {
                const int at = m_table.rowOfId(known);
                if (at < 0)
                    continue;
                row = resolved(m_table.rowAt(at), core::Status::Processed, pick(5000));
            } else if (pick(20) == 0) {
                row.created = second(m_seconds - 800); // history
            }
            batch.updates.push_back(update(row));
        }
        if (pick(10) == 0 && m_table.rowCount() > 0)
            batch.removed.push_back(m_table.idAt(static_cast<int>(pick(static_cast<unsigned>(m_table.rowCount())))));
        m_operations += batch.updates.size() + batch.removed.size();
        m_table.apply(batch);
    }
    [[nodiscard]] std::string rule() { return "pack.r" + std::to_string(pick(8)); }

    void changeFilter() {
        core::EnforcementFilter filter;
        if (pick(3) == 0)
            filter.statuses = {pick(2) == 0 ? QStringLiteral("created") : QStringLiteral("processed")};
        if (pick(3) == 0)
            filter.rule = core::TermFilter::parse(pick(2) == 0 ? u"r1" : u"-*.r2");
        m_proxy.setFilter(filter);
    }

    void select() {
        if (m_proxy.rowCount() == 0)
            return;
        using Selection = QItemSelectionModel;
        const QModelIndex index = m_proxy.index(static_cast<int>(pick(static_cast<unsigned>(m_proxy.rowCount()))), 0);
        const auto command = pick(3) == 0 ? Selection::ClearAndSelect : Selection::Select;
        m_selection.setCurrentIndex(index, command | Selection::Rows);
        m_current = m_proxy.idAt(index.row());
        if (command == Selection::ClearAndSelect)
            m_selected.clear();
        m_selected.insert(m_current);
    }

    void compare() {
        std::erase_if(m_selected, [this](Id id) { return m_proxy.rowOfId(id) < 0; });
        std::set<Id> selected;
        for (const QItemSelectionRange& range : m_selection.selection()) {
            for (int row = range.top(); row <= range.bottom(); ++row)
                selected.insert(m_proxy.idAt(row));
        }
        ASSERT_EQ(selected, m_selected);
        const QModelIndex current = m_selection.currentIndex();
        if (m_current != core::UnknownId && m_proxy.rowOfId(m_current) >= 0) {
            ++m_held;
            ASSERT_TRUE(current.isValid());
            ASSERT_EQ(m_proxy.idAt(current.row()), m_current);
        }
        // The current row has left: whichever took its place is the current one from now on.
        m_current = current.isValid() ? m_proxy.idAt(current.row()) : core::UnknownId;
    }

    std::mt19937 m_random;
    core::Vocabulary m_vocabulary;
    models::EnforcementTableModel m_table{m_vocabulary};
    models::EnforcementFilterProxyModel m_proxy{m_table};
    QItemSelectionModel m_selection{&m_proxy};
    std::set<Id> m_selected;
    Id m_current = core::UnknownId;
    Id m_nextId = 1;
    std::int64_t m_seconds = 1000;
    std::size_t m_operations = 0;
    std::size_t m_held = 0;
};

TEST(Selection, aMillionRandomOperations_keepItByIds) {
    SelectionOfIds world(2026);
    while (world.operations() < 1'000'000) {
        world.step();
        if (::testing::Test::HasFatalFailure())
            FAIL() << "after " << world.operations() << " operations";
    }
    EXPECT_GT(world.held(), 10'000U) << "there was something to keep";
}

} // namespace
} // namespace attune::test
