// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/order/sortkey.h"

#include <QHeaderView>

namespace attune::widgets {

/// The column header, drawn flat in the colours of the theme. Knows what the rows are sorted by: a click makes a column
/// the only key, with Shift it becomes one more.
class ColumnHeader : public QHeaderView {
    Q_OBJECT
public:
    explicit ColumnHeader(QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    /// Pixels the title of a section needs, sort mark included.
    [[nodiscard]] int titleWidth(int section) const;

    /// Never empty.
    [[nodiscard]] const core::SortKeys& sortKeys() const { return m_keys; }
    [[nodiscard]] bool hasSortKey(core::Column column) const;
    /// What cannot be sorted by is left out.
    void setSortKeys(const core::SortKeys& keys);
    /// The column becomes the only key; when it is the first already, it turns round.
    void sortBy(core::Column column);
    /// The column becomes one more key; when it is one already it turns round, and leaves the next time.
    void toggleKey(core::Column column);
    [[nodiscard]] bool canToggleKey(core::Column column) const;

Q_SIGNALS:
    void sortKeysChanged(const attune::core::SortKeys& keys);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void onIndicatorChanged(int section, Qt::SortOrder order);
    void showFirstKey();
    [[nodiscard]] int markWidth() const;
    void paintMark(QPainter& painter, const QRect& area, std::size_t key) const;

    core::SortKeys m_keys{{}};
    bool m_isAdding = false;  ///< Shift is held while the button goes up
    bool m_isShowing = false; ///< the indicator follows the keys, not the operator
};

} // namespace attune::widgets
