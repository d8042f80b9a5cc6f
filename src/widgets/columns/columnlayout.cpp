// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "columns/columnlayout.h"

#include "cells/enforcementdelegate.h"
#include "columns/columnheader.h"

#include "attune/core/column.h"

#include <QJsonDocument>
#include <QScopedValueRollback>

namespace attune::widgets {

namespace {

using core::Column;

constexpr int BadgeExtra = 32; // shape and rounding of a badge

int logical(Column column) { return static_cast<int>(column); }

/// What the column must be able to say without being cut.
QString usualText(Column column) {
    if (column == Column::Created || column == Column::Resolved || column == Column::Received)
        return QStringLiteral("00-00 00:00:00");
    const bool isSpan = column == Column::Took || column == Column::Age || column == Column::Delta;
    return isSpan ? QStringLiteral("00 min 00 s") : QString();
}

int firstWidth(const core::ColumnInfo& info, const QFontMetrics& metrics) {
    const bool isBadge = info.column == Column::Status || info.column == Column::Condition;
    const int title = metrics.horizontalAdvance(core::columnTitle(info.column));
    const int text = std::max(
        {info.widthInChars * metrics.averageCharWidth(), title, metrics.horizontalAdvance(usualText(info.column))});
    constexpr int Slack = 4; // a text exactly as wide as its place is cut, as its width was rounded
    return text + Slack + 2 * EnforcementDelegate::SidePadding + (isBadge ? BadgeExtra : 0);
}

} // namespace

ColumnLayout::ColumnLayout(ColumnHeader& header, QObject* parent) : QObject(parent), m_header(header) {
    connect(&header, &QHeaderView::sectionResized, this, &ColumnLayout::onResized);
}

void ColumnLayout::onResized(int column, int oldWidth, int newWidth) {
    const auto index = static_cast<std::size_t>(column);
    m_hiddenWidths.resize(std::max(m_hiddenWidths.size(), index + 1));
    if (newWidth == 0)
        m_hiddenWidths[index] = oldWidth;
    if (!m_sizing && oldWidth != 0 && newWidth != 0) // shown and hidden is not sized
        m_automatic = false;
}

int ColumnLayout::widthOf(int column) const {
    const auto index = static_cast<std::size_t>(column);
    if (!m_header.isSectionHidden(column))
        return m_header.sectionSize(column);
    return index < m_hiddenWidths.size() ? m_hiddenWidths[index] : 0;
}

void ColumnLayout::reset() { setLayout(session::firstLayout()); }

void ColumnLayout::fitInto(int width) {
    m_width = width;
    if (!m_automatic || width <= 0 || m_header.count() == 0)
        return;
    const QScopedValueRollback sizing(m_sizing, true);
    const bool rule = !m_header.isSectionHidden(logical(Column::Rule));
    const bool trigger = !m_header.isSectionHidden(logical(Column::Trigger));
    int others = 0;
    bool isCrowded = false; // then the table scrolls anyway
    for (int column = 0; column < m_header.count(); ++column) {
        if (column != logical(Column::Rule) && column != logical(Column::Trigger))
            others += m_header.sectionSize(column);
        const bool isOptional = core::columns()[static_cast<std::size_t>(column)].isOptional;
        isCrowded = isCrowded || (isOptional && !m_header.isSectionHidden(column));
    }
    const int room = width - others;
    const int ruleShare = rule && trigger ? room * 11 / 20 : room;
    const int least = (isCrowded ? 24 : 12) * m_header.fontMetrics().averageCharWidth();
    if (rule)
        m_header.resizeSection(logical(Column::Rule), std::max(least, ruleShare));
    if (trigger)
        m_header.resizeSection(logical(Column::Trigger), std::max(least, rule ? room - ruleShare : room));
}

session::TableLayout ColumnLayout::layout() const {
    session::TableLayout layout;
    for (int position = 0; position < m_header.count(); ++position) {
        const int column = m_header.logicalIndex(position);
        layout.columns.push_back({.column = static_cast<Column>(column),
                                  .width = widthOf(column),
                                  .visible = !m_header.isSectionHidden(column)});
    }
    layout.automatic = m_automatic;
    layout.sort = m_header.sortKeys();
    return layout;
}

void ColumnLayout::setLayout(const session::TableLayout& layout) {
    const QScopedValueRollback sizing(m_sizing, true);
    int position = 0;
    for (const session::ColumnView& view : layout.columns) {
        const int column = logical(view.column);
        m_header.moveSection(m_header.visualIndex(column), position++);
        m_header.setSectionHidden(column, false); // a hidden one does not take a width
        m_header.resizeSection(
            column, view.width > 0 ? view.width : firstWidth(core::columnInfo(view.column), m_header.fontMetrics()));
        m_header.setSectionHidden(column, !view.visible);
    }
    m_header.setSortKeys(layout.sort);
    m_automatic = layout.automatic;
    fitInto(m_width);
}

QByteArray ColumnLayout::state() const {
    return QJsonDocument(session::layoutToJson(layout())).toJson(QJsonDocument::Compact);
}

bool ColumnLayout::restore(const QByteArray& state) {
    const QJsonObject object = QJsonDocument::fromJson(state).object();
    if (object.isEmpty())
        return false;
    QStringList problems;
    setLayout(session::layoutFromJson(object, problems));
    return true;
}

} // namespace attune::widgets
