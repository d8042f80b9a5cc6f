// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "modelmirror.h"

#include "attune/core/column.h"
#include "attune/models/roles.h"

#include <gtest/gtest.h>

namespace attune::test {

ModelMirror::ModelMirror(const QAbstractItemModel& model) : m_model(model), m_rows(actual()) { follow(); }

void ModelMirror::follow() {
    const auto at = [this](int row) { return m_rows.begin() + row; };
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, [this, at](const QModelIndex&, int first, int last) {
        ++inserts;
        ASSERT_LE(first, static_cast<int>(m_rows.size()));
        std::vector<QStringList> fresh;
        for (int row = first; row <= last; ++row)
            fresh.push_back(readRow(row));
        m_rows.insert(at(first), fresh.begin(), fresh.end());
        ASSERT_EQ(static_cast<int>(m_rows.size()), m_model.rowCount());
    });
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, [this, at](const QModelIndex&, int first, int last) {
        ++removals;
        ASSERT_LT(last, static_cast<int>(m_rows.size()));
        m_rows.erase(at(first), at(last + 1));
        ASSERT_EQ(static_cast<int>(m_rows.size()), m_model.rowCount());
    });
    connect(&m_model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& from, const QModelIndex& to) {
        ++changes;
        for (int row = from.row(); row <= to.row(); ++row) {
            for (int column = from.column(); column <= to.column(); ++column)
                m_rows[static_cast<std::size_t>(row)][column] = readCell(row, column);
        }
    });
    connect(&m_model, &QAbstractItemModel::layoutChanged, this, [this] {
        ++layouts;
        ASSERT_EQ(static_cast<int>(m_rows.size()), m_model.rowCount());
        m_rows = actual();
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        ++resets;
        m_rows = actual();
    });
}

std::vector<QStringList> ModelMirror::actual() const {
    std::vector<QStringList> rows;
    for (int row = 0; row < m_model.rowCount(); ++row)
        rows.push_back(readRow(row));
    return rows;
}

QStringList ModelMirror::readRow(int row) const {
    QStringList cells;
    for (int column = 0; column < m_model.columnCount(); ++column)
        cells.append(readCell(row, column));
    return cells;
}

QString ModelMirror::readCell(int row, int column) const {
    // What follows from the time or from other rows changes without a word.
    if (column == static_cast<int>(core::Column::Age) || column == static_cast<int>(core::Column::Delta))
        return {};
    return m_model.index(row, column).data(models::ServerTextRole).toString();
}

} // namespace attune::test
