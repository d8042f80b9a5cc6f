// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "export/tablepages.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPagedPaintDevice>
#include <QPainter>

#include <algorithm>
#include <numeric>

namespace attune::widgets {

namespace {

// In points.
constexpr double TitleSize = 12;
constexpr double TextSize = 8;
constexpr double RowHeight = 13;
constexpr double HeadHeight = 36; ///< title and filter
constexpr double FootHeight = 18;
constexpr double CellGap = 6;
constexpr double HairLine = 0.5;
const QColor Faint(0x59, 0x59, 0x59);
const QColor Line(0xB0, 0xB0, 0xB0);

struct Words {
    Q_DECLARE_TR_FUNCTIONS(attune::widgets::TablePages)
};

} // namespace

TablePages::TablePages(const PrintedTable& table, QPagedPaintDevice& device)
    : m_table(table), m_device(device), m_point(device.logicalDpiY() / 72.0) {
    // The origin of a painter is the corner of what can be painted on.
    m_area = QRectF(0, 0, device.width(), device.height());
    m_rowHeight = RowHeight * m_point;
    m_rowsTop = HeadHeight * m_point + m_rowHeight;
    const double room = m_area.height() - m_rowsTop - FootHeight * m_point;
    m_rowsPerPage = std::max(1, static_cast<int>(room / m_rowHeight));
    double total = 0;
    for (const PrintedTable::Column& column : table.columns)
        total += column.share;
    double left = 0;
    for (const PrintedTable::Column& column : table.columns) {
        m_lefts.push_back(left);
        left += m_area.width() * column.share / total;
    }
    m_lefts.push_back(left);
}

int TablePages::count() const {
    const auto rows = static_cast<int>(m_table.rows.size());
    return std::max(1, (rows + m_rowsPerPage - 1) / m_rowsPerPage);
}

void TablePages::paint(QPainter& painter, int page) const {
    paintHead(painter);
    paintTitles(painter);
    painter.setFont(font(TextSize));
    const auto first = static_cast<std::size_t>(page) * static_cast<std::size_t>(m_rowsPerPage);
    const std::size_t end = std::min(m_table.rows.size(), first + static_cast<std::size_t>(m_rowsPerPage));
    for (std::size_t row = first; row < end; ++row)
        paintRow(painter, m_table.rows[row], m_rowsTop + static_cast<double>(row - first) * m_rowHeight);
    paintFoot(painter, page);
}

void TablePages::paintHead(QPainter& painter) const {
    const QRectF head(0, 0, m_area.width(), HeadHeight * m_point);
    const QRectF upper(head.topLeft(), QSizeF(head.width(), head.height() / 2));
    painter.setPen(Faint);
    painter.setFont(font(TextSize));
    painter.drawText(upper, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, m_table.time);
    const double timeWidth = QFontMetricsF(painter.font(), &m_device).horizontalAdvance(m_table.time);
    const QString filter =
        QFontMetricsF(painter.font(), &m_device).elidedText(m_table.filter, Qt::ElideRight, head.width());
    painter.drawText(upper.translated(0, upper.height()), Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine, filter);
    painter.setPen(Qt::black);
    painter.setFont(font(TitleSize, true));
    const QString title = QFontMetricsF(painter.font(), &m_device)
                              .elidedText(m_table.title, Qt::ElideRight, head.width() - timeWidth - CellGap * m_point);
    painter.drawText(upper, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, title);
}

void TablePages::paintTitles(QPainter& painter) const {
    painter.setPen(Qt::black);
    painter.setFont(font(TextSize, true));
    const double top = m_rowsTop - m_rowHeight;
    for (std::size_t i = 0; i < m_table.columns.size(); ++i)
        paintCell(painter, i, m_table.columns[i].title, top);
    painter.setPen(QPen(Qt::black, HairLine * m_point));
    painter.drawLine(QPointF(0, m_rowsTop), QPointF(m_area.width(), m_rowsTop));
}

void TablePages::paintRow(QPainter& painter, const QStringList& texts, double top) const {
    painter.setPen(Qt::black);
    for (std::size_t i = 0; i < m_table.columns.size(); ++i)
        paintCell(painter, i, texts.value(static_cast<qsizetype>(i)), top);
    painter.setPen(QPen(Line, HairLine * m_point));
    painter.drawLine(QPointF(0, top + m_rowHeight), QPointF(m_area.width(), top + m_rowHeight));
}

void TablePages::paintCell(QPainter& painter, std::size_t column, const QString& text, double top) const {
    const PrintedTable::Column& how = m_table.columns[column];
    const double width = m_lefts[column + 1] - m_lefts[column] - CellGap * m_point;
    const QString fitting = QFontMetricsF(painter.font(), &m_device).elidedText(text, how.elide, width);
    painter.drawText(QRectF(m_lefts[column], top, width, m_rowHeight),
                     static_cast<int>(how.alignment | Qt::AlignVCenter) | Qt::TextSingleLine, fitting);
}

void TablePages::paintFoot(QPainter& painter, int page) const {
    const QRectF foot(0, m_area.height() - FootHeight * m_point, m_area.width(), FootHeight * m_point);
    painter.setPen(Faint);
    painter.setFont(font(TextSize));
    const QLocale locale;
    painter.drawText(foot, Qt::AlignRight | Qt::AlignBottom | Qt::TextSingleLine,
                     Words::tr("Page %1 of %2").arg(locale.toString(page + 1), locale.toString(count())));
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine, Words::tr("Attune Watch"));
}

QFont TablePages::font(double points, bool bold) const {
    QFont made(QStringLiteral("sans-serif"));
    made.setStyleHint(QFont::SansSerif);
    made.setPointSizeF(points);
    made.setBold(bold);
    return made;
}

} // namespace attune::widgets
