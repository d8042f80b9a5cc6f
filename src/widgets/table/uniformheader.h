// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHeaderView>

namespace attune::widgets {

/// A vertical header for rows of one height. Qt's own walks all sections for every row that leaves, hidden or not; this
/// one only grows and shrinks at its end, which is the same when all sections are equal.
class UniformHeader : public QHeaderView {
    Q_OBJECT
public:
    explicit UniformHeader(QWidget* parent = nullptr);
    void setModel(QAbstractItemModel* model) override;

private:
    void onRowCountChanged();
};

} // namespace attune::widgets
