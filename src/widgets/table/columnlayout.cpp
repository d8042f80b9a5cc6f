// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "table/columnlayout.h"

#include "cells/enforcementdelegate.h"

#include "attune/core/column.h"

#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>
#include <QScopedValueRollback>

namespace attune::widgets {

namespace {

using core::Column;

constexpr quint32 Magic = 0x41575431; // "AWT1"
constexpr int BadgeExtra = 32;        // shape and rounding of a badge

int logical(Column column) { return static_cast<int>(column); }

/// What the column must be able to say without being cut.
QString usualText(Column column) {
    if (column == Column::Created || column == Column::Resolved)
        return QStringLiteral("0000-00-00 00:00:00");
    return column == Column::Took ? QStringLiteral("00 min 00 s") : QString();
}

int firstWidth(const core::ColumnInfo& info, const QFontMetrics& metrics) {
    const bool isBadge = info.column == Column::Status || info.column == Column::Condition;
    const int text =
        std::max(info.widthInChars * metrics.averageCharWidth(), metrics.horizontalAdvance(usualText(info.column)));
    return text + 2 * EnforcementDelegate::SidePadding + (isBadge ? BadgeExtra : 0);
}

} // namespace

ColumnLayout::ColumnLayout(QHeaderView& header, QObject* parent) : QObject(parent), m_header(header) {
    connect(&header, &QHeaderView::sectionResized, this, [this] {
        if (!m_sizing)
            m_automatic = false;
    });
}

void ColumnLayout::reset() {
    const QScopedValueRollback sizing(m_sizing, true);
    for (int column = 0; column < m_header.count(); ++column) {
        m_header.moveSection(m_header.visualIndex(column), column);
        m_header.setSectionHidden(column, false);
        m_header.resizeSection(column,
                               firstWidth(core::columns()[static_cast<std::size_t>(column)], m_header.fontMetrics()));
    }
    m_header.setSortIndicator(logical(Column::Created), Qt::DescendingOrder);
    m_automatic = true;
    fitInto(m_width);
}

void ColumnLayout::fitInto(int width) {
    m_width = width;
    if (!m_automatic || width <= 0 || m_header.count() == 0)
        return;
    const QScopedValueRollback sizing(m_sizing, true);
    const bool rule = !m_header.isSectionHidden(logical(Column::Rule));
    const bool trigger = !m_header.isSectionHidden(logical(Column::Trigger));
    int others = 0;
    for (int column = 0; column < m_header.count(); ++column) {
        if (column != logical(Column::Rule) && column != logical(Column::Trigger))
            others += m_header.sectionSize(column);
    }
    const int room = width - others;
    const int ruleShare = rule && trigger ? room * 11 / 20 : room;
    const int least = 12 * m_header.fontMetrics().averageCharWidth();
    if (rule)
        m_header.resizeSection(logical(Column::Rule), std::max(least, ruleShare));
    if (trigger)
        m_header.resizeSection(logical(Column::Trigger), std::max(least, rule ? room - ruleShare : room));
}

QByteArray ColumnLayout::state() const {
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << Magic << qint32{m_header.count()} << m_automatic << m_header.saveState();
    return bytes;
}

bool ColumnLayout::restore(const QByteArray& state) {
    const QByteArray before = m_header.saveState();
    if (readState(state))
        return true;
    m_header.restoreState(before);
    return false;
}

bool ColumnLayout::readState(const QByteArray& state) {
    QDataStream in(state);
    in.setVersion(QDataStream::Qt_6_4);
    quint32 magic = 0;
    qint32 count = 0;
    bool automatic = false;
    QByteArray header;
    in >> magic >> count >> automatic >> header;
    if (in.status() != QDataStream::Ok || magic != Magic || count != m_header.count() || !in.atEnd())
        return false;
    const QScopedValueRollback sizing(m_sizing, true);
    const bool restored = m_header.restoreState(header) && m_header.count() == count &&
                          m_header.hiddenSectionCount() < count && m_header.sortIndicatorSection() < count;
    if (restored) {
        m_automatic = automatic;
        fitInto(m_width);
    }
    return restored;
}

} // namespace attune::widgets
