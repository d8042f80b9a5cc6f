// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <vector>

class QPagedPaintDevice;
class QPainter;

namespace attune::widgets {

/// A table as it shall be on paper. Texts are fit to be shown.
struct PrintedTable {
    struct Column {
        QString title;
        double share = 1; ///< of the width, compared with the others
        Qt::Alignment alignment = Qt::AlignLeft;
        Qt::TextElideMode elide = Qt::ElideRight;
    };
    QString title;
    QString filter; ///< what the rows have in common, in words
    QString time;   ///< when they were like this
    std::vector<Column> columns;
    std::vector<QStringList> rows; ///< a text for each column
};

/// Lays a table out on the pages of a device: title, filter and time at the head of each, the titles of the columns
/// above its rows, and which page of how many at its foot. Black on white.
class TablePages {
public:
    /// Both outlive it; the table is complete, the device has its page size.
    TablePages(const PrintedTable& table, QPagedPaintDevice& device);

    /// At least one.
    [[nodiscard]] int count() const;
    /// `painter` paints on the device; `page` counts from 0.
    void paint(QPainter& painter, int page) const;

private:
    void paintHead(QPainter& painter) const;
    void paintTitles(QPainter& painter) const;
    void paintRow(QPainter& painter, const QStringList& texts, double top) const;
    void paintFoot(QPainter& painter, int page) const;
    void paintCell(QPainter& painter, std::size_t column, const QString& text, double top) const;
    [[nodiscard]] QFont font(double points, bool bold = false) const;

    const PrintedTable& m_table;
    QPagedPaintDevice& m_device;
    QRectF m_area;      ///< of a page, in units of the device
    double m_point = 1; ///< units of the device in a typographic point
    double m_rowHeight = 1;
    double m_rowsTop = 0;
    int m_rowsPerPage = 1;
    std::vector<double> m_lefts; ///< of the columns, and the right edge
};

} // namespace attune::widgets
