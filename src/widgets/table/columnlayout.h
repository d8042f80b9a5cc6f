// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QObject>

class QHeaderView;

namespace attune::widgets {

/// Widths, order, visibility and sort of the columns. Until the operator sizes a column, room that is left over goes to
/// the refs, which need it most.
class ColumnLayout : public QObject {
    Q_OBJECT
public:
    /// `header` outlives the layout.
    explicit ColumnLayout(QHeaderView& header, QObject* parent = nullptr);

    /// First order, widths and visibility; newest rows first.
    void reset();
    /// Shares out the room of a window that became wider or narrower.
    void fitInto(int width);
    [[nodiscard]] QByteArray state() const;
    /// Anything but a state of these columns changes nothing and returns false.
    bool restore(const QByteArray& state);

private:
    [[nodiscard]] bool readState(const QByteArray& state);

    QHeaderView& m_header;
    bool m_automatic = true; ///< the operator has not sized anything
    bool m_sizing = false;   ///< this object resizes sections itself
    int m_width = 0;
};

} // namespace attune::widgets
