// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/widgets/badge.h"

#include <QStyledItemDelegate>

namespace attune::widgets {

/// The status of an execution as a badge; words of a newer server are kept and shown neutrally.
[[nodiscard]] Badge executionBadge(const QString& status);

/// Draws the status column of the executions as badges.
class ExecutionDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace attune::widgets
