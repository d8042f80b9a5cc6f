// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/session/tablelayout.h"

#include <QByteArray>
#include <QObject>

#include <vector>

namespace attune::widgets {

class ColumnHeader;

/// Widths, order, visibility and sort of the columns. Until the operator sizes a column, room that is left over goes to
/// the refs, which need it most.
class ColumnLayout : public QObject {
    Q_OBJECT
public:
    /// `header` outlives the layout.
    explicit ColumnLayout(ColumnHeader& header, QObject* parent = nullptr);

    /// First order, widths and visibility; newest rows first.
    void reset();
    /// Shares out the room of a window that became wider or narrower.
    void fitInto(int width);
    /// Precondition: the header has its sections.
    [[nodiscard]] session::TableLayout layout() const;
    void setLayout(const session::TableLayout& layout);
    [[nodiscard]] QByteArray state() const;
    /// Anything but such a state changes nothing and returns false.
    bool restore(const QByteArray& state);

private:
    void onResized(int column, int oldWidth, int newWidth);
    [[nodiscard]] int widthOf(int column) const;

    ColumnHeader& m_header;
    std::vector<int> m_hiddenWidths; ///< by column, last seen; Qt does not tell them
    bool m_automatic = true;         ///< the operator has not sized anything
    int m_width = 0;
    bool m_sizing = false;
};

} // namespace attune::widgets
