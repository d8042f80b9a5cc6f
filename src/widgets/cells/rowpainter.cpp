// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "cells/rowpainter.h"

#include "cells/enforcementdelegate.h"

#include <QPainter>

#include <algorithm>

namespace attune::widgets {

namespace {

constexpr std::size_t NoSlot = static_cast<std::size_t>(-1);
constexpr qint64 BytesPerPixel = 4;

QColor background(const Screen& screen) { return screen.option.palette.color(QPalette::Base); }

} // namespace

void RowPainter::clear() {
    m_slots.clear();
    m_seen = {};
}

void RowPainter::paint(QPainter& painter, const Screen& screen, const QRegion& region) {
    const QRect area = region.boundingRect();
    const int height = screen.stationery.rowHeight;
    const int count = static_cast<int>(screen.rows.size());
    const int first = std::clamp((area.top() - screen.top) / height, 0, count);
    const int last = std::clamp((area.bottom() - screen.top) / height, -1, count - 1);
    if (prepareSheet(screen, painter.deviceTransform().m11())) {
        copyRows(painter, screen, first, last);
    } else {
        for (int i = first; i <= last; ++i)
            paintCells(painter, screen, screen.rows[static_cast<std::size_t>(i)], screen.rowRect(i).top(),
                       ColumnSet().set());
    }
    const int end = screen.top + count * height;
    if (area.bottom() >= end)
        painter.fillRect(0, end, screen.stationery.width, screen.height - end, background(screen));
    remember(screen, region);
}

/// False where a copy could not be exact or would take too much memory.
bool RowPainter::prepareSheet(const Screen& screen, qreal ratio) {
    const int pixels = qRound(ratio);
    const auto slots = static_cast<std::size_t>(screen.height / screen.stationery.rowHeight + 2);
    const QSize size = QSize(screen.stationery.width, static_cast<int>(slots) * screen.stationery.rowHeight) * pixels;
    if (ratio != pixels || pixels < 1 || qint64{size.width()} * size.height() * BytesPerPixel > MaxSheetBytes)
        return false;
    if (m_slots.size() == slots && m_ratio == ratio && m_sheet.size() == size && m_stationery == screen.stationery)
        return true;
    m_slots.assign(slots, {});
    m_ratio = ratio;
    m_stationery = screen.stationery;
    if (m_sheet.size() != size)
        m_sheet = QPixmap(size);
    m_sheet.setDevicePixelRatio(ratio);
    m_sheet.fill(background(screen)); // opaque: copying is moving bytes
    return true;
}

void RowPainter::copyRows(QPainter& painter, const Screen& screen, int first, int last) {
    assignSlots(screen, first, last);
    refreshSlots(screen, first, last);
    const QSize pixels = QSize(screen.stationery.width, screen.stationery.rowHeight) * qRound(m_ratio);
    for (int i = first; i <= last; ++i) {
        const auto slot = static_cast<int>(m_slotOfRow[static_cast<std::size_t>(i)]);
        painter.drawPixmap(screen.rowRect(i).topLeft(), m_sheet, QRect(QPoint(0, slot * pixels.height()), pixels));
    }
}

void RowPainter::assignSlots(const Screen& screen, int first, int last) {
    m_slotOfRow.assign(screen.rows.size(), NoSlot);
    for (Slot& slot : m_slots)
        slot.isTaken = false;
    std::size_t likely = 0; // rows keep their order, mostly
    for (auto i = static_cast<std::size_t>(first); static_cast<int>(i) <= last; ++i) {
        for (std::size_t tried = 0; tried < m_slots.size(); ++tried) {
            const std::size_t candidate = (likely + tried) % m_slots.size();
            Slot& slot = m_slots[candidate];
            if (slot.isTaken || !slot.look || slot.look->row.id != screen.rows[i].row.id)
                continue;
            slot.isTaken = true;
            m_slotOfRow[i] = candidate;
            likely = candidate + 1;
            break;
        }
    }
    auto free = m_slots.begin();
    for (auto i = static_cast<std::size_t>(first); static_cast<int>(i) <= last; ++i) {
        if (m_slotOfRow[i] != NoSlot)
            continue;
        free = std::find_if(free, m_slots.end(), [](const Slot& slot) { return !slot.isTaken; });
        free->isTaken = true;
        free->look.reset();
        m_slotOfRow[i] = static_cast<std::size_t>(free - m_slots.begin());
    }
}

void RowPainter::refreshSlots(const Screen& screen, int first, int last) {
    QPainter painter;
    for (int i = first; i <= last; ++i) {
        const RowLook& look = screen.rows[static_cast<std::size_t>(i)];
        const std::size_t number = m_slotOfRow[static_cast<std::size_t>(i)];
        Slot& slot = m_slots[number];
        if (slot.look == look)
            continue;
        if (!painter.isActive())
            painter.begin(&m_sheet);
        paintCells(painter, screen, look, static_cast<int>(number) * screen.stationery.rowHeight,
                   slot.look ? differences(*slot.look, look) : ColumnSet().set());
        slot.look = look;
    }
}

void RowPainter::paintCells(QPainter& painter, const Screen& screen, const RowLook& look, int top, ColumnSet columns) {
    const int height = screen.stationery.rowHeight;
    const bool isWhole = columns.all();
    if (isWhole)
        painter.fillRect(0, top, screen.stationery.width, height, background(screen));
    QStyleOptionViewItem option = screen.option;
    option.state.setFlag(QStyle::State_Selected, look.isSelected);
    option.state.setFlag(QStyle::State_Active, look.isActive);
    for (const Stationery::Cell& cell : screen.stationery.cells) {
        if (!columns.test(static_cast<std::size_t>(cell.column)))
            continue;
        option.rect = QRect(cell.left, top, cell.width, height);
        option.state.setFlag(QStyle::State_HasFocus, look.focusColumn == static_cast<int>(cell.column));
        if (!isWhole)
            painter.fillRect(option.rect, background(screen));
        m_delegate.paintCell(painter, option, look.row, cell.column);
        ++m_cellsPainted;
    }
}

void RowPainter::remember(const Screen& screen, const QRegion& region) {
    if (m_seen.stationery != screen.stationery || m_seen.height != screen.height || m_seen.top != screen.top)
        m_seen = {screen.stationery, screen.height, screen.top, {}};
    m_seen.rows.resize(screen.rows.size());
    const QRect viewport(0, 0, screen.stationery.width, screen.height);
    for (std::size_t i = 0; i < screen.rows.size(); ++i) {
        const QRect row = screen.rowRect(static_cast<int>(i)) & viewport;
        if (m_seen.rows[i] == screen.rows[i])
            continue;
        const bool isCovered = (QRegion(row) - region).isEmpty();
        m_seen.rows[i] = isCovered ? std::optional(screen.rows[i]) : std::nullopt;
    }
}

QRect RowPainter::outdated(const Screen& screen) const {
    const QRect whole(0, 0, screen.stationery.width, screen.height);
    if (m_seen.stationery != screen.stationery || m_seen.height != screen.height || m_seen.top != screen.top ||
        m_seen.rows.size() != screen.rows.size())
        return whole;
    QRect area;
    for (std::size_t i = 0; i < screen.rows.size(); ++i) {
        if (m_seen.rows[i] != screen.rows[i])
            area |= screen.rowRect(static_cast<int>(i));
    }
    return area & whole;
}

} // namespace attune::widgets
