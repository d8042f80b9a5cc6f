// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractItemModel>
#include <QStringList>

#include <vector>

namespace attune::test {

/// What a view would believe: follows a flat model by its signals alone and reads only what they name. A model whose
/// signals are honest and complete always equals its mirror.
class ModelMirror : public QObject {
public:
    explicit ModelMirror(const QAbstractItemModel& model);

    /// What the model really says.
    [[nodiscard]] std::vector<QStringList> actual() const;
    [[nodiscard]] const std::vector<QStringList>& believed() const { return m_rows; }

    int inserts = 0;
    int removals = 0;
    int layouts = 0;
    int resets = 0;
    int changes = 0;

private:
    void follow();
    [[nodiscard]] QStringList readRow(int row) const;
    [[nodiscard]] QString readCell(int row, int column) const;

    const QAbstractItemModel& m_model;
    std::vector<QStringList> m_rows;
};

} // namespace attune::test
