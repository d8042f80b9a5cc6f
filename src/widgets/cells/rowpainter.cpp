// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "cells/rowpainter.h"

#include "cells/enforcementdelegate.h"
#include "marks/changeglow.h"

#include "attune/widgets/theme.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace attune::widgets {

namespace {

constexpr std::size_t NoSlot = static_cast<std::size_t>(-1);
constexpr qint64 BytesPerPixel = 4;
constexpr std::size_t OrdinaryNewScreens = 2; // somebody turns pages

QColor background(const Screen& screen) { return screen.option.palette.color(QPalette::Base); }

QColor mixed(const QColor& a, const QColor& b, int parts, int of) {
    const auto mix = [parts, of](int from, int to) { return from + (to - from) * parts / of; };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

QColor rowBackground(const Screen& screen, const RowLook& look) {
    const QColor plain = background(screen);
    return look.glow == 0 ? plain : mixed(plain, screen.stationery.theme->glow, look.glow, ChangeGlow::Steps);
}

/// What lies over a row that is leaving: enough from the first moment on that it looks like none of those that stay.
QColor veil(const Screen& screen, int fading) {
    constexpr double First = 0.4;
    constexpr double Step = 0.15;
    QColor color = background(screen);
    color.setAlphaF(static_cast<float>(First + Step * (fading - 1)));
    return color;
}

QRect barRect(const Screen& screen, int top) {
    const bool isMirrored = screen.option.direction == Qt::RightToLeft;
    return {isMirrored ? screen.stationery.width - RowPainter::BarWidth : 0, top, RowPainter::BarWidth,
            screen.stationery.rowHeight};
}

} // namespace

void RowPainter::clear() {
    m_slots.clear();
    m_seen = {};
}

void RowPainter::paint(QPainter& painter, const Screen& screen, const QRegion& region) {
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < screen.rows.size(); ++i) {
        if (region.intersects(screen.rowRect(i)))
            rows.push_back(i);
    }
    const bool hasSheet = !rows.empty() && prepareSheet(screen, painter.deviceTransform().m11());
    if (hasSheet && !isFlood(screen, rows, findSlots(screen, rows))) {
        copyRows(painter, screen, region, rows);
    } else { // rows of a flood are gone before they could be copied
        for (const std::size_t i : rows)
            paintCells(painter, screen, screen.rows[i], screen.rowRect(i).top(), ColumnSet().set());
    }
    const int end = screen.rowRect(screen.rows.size()).top();
    if (region.boundingRect().bottom() >= end)
        painter.fillRect(0, end, screen.stationery.width, screen.height - end, background(screen));
    remember(screen, region);
}

/// One screenful after another that has hardly a row of the one before.
bool RowPainter::isFlood(const Screen& screen, const std::vector<std::size_t>& rows, std::size_t newRows) {
    const auto isMost = [&screen](std::size_t count) { return count * 4 >= screen.rows.size() * 3; };
    if (!isMost(rows.size()))
        return false;
    m_newScreens = isMost(newRows) ? m_newScreens + 1 : 0;
    return m_newScreens > OrdinaryNewScreens;
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

void RowPainter::copyRows(QPainter& painter, const Screen& screen, const QRegion& region,
                          const std::vector<std::size_t>& rows) {
    assignSlots(rows);
    refreshSlots(screen, rows);
    const QSize pixels = QSize(screen.stationery.width, screen.stationery.rowHeight) * qRound(m_ratio);
    for (const QRect& part : region) {
        if (region.rectCount() > 1)
            painter.setClipRect(part); // a clip of one rectangle is what makes copying fast
        for (const std::size_t i : rows) {
            const QRect row = screen.rowRect(i);
            const auto slot = static_cast<int>(m_slotOfRow[i]);
            if (row.intersects(part))
                painter.drawPixmap(row.topLeft(), m_sheet, QRect(QPoint(0, slot * pixels.height()), pixels));
        }
    }
    painter.setClipping(false);
}

std::size_t RowPainter::findSlots(const Screen& screen, const std::vector<std::size_t>& rows) {
    m_slotOfRow.assign(screen.rows.size(), NoSlot);
    for (Slot& slot : m_slots)
        slot.isTaken = false;
    std::size_t likely = 0; // rows keep their order, mostly
    // Also those that need no painting now: theirs are the pictures to keep.
    for (std::size_t i = 0; i < screen.rows.size(); ++i) {
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
    return static_cast<std::size_t>(
        std::ranges::count_if(rows, [this](std::size_t i) { return m_slotOfRow[i] == NoSlot; }));
}

void RowPainter::assignSlots(const std::vector<std::size_t>& rows) {
    auto free = m_slots.begin();
    for (const std::size_t i : rows) {
        if (m_slotOfRow[i] != NoSlot)
            continue;
        free = std::find_if(free, m_slots.end(), [](const Slot& slot) { return !slot.isTaken; });
        free->isTaken = true;
        free->look.reset();
        m_slotOfRow[i] = static_cast<std::size_t>(free - m_slots.begin());
    }
}

void RowPainter::refreshSlots(const Screen& screen, const std::vector<std::size_t>& rows) {
    QPainter painter;
    for (const std::size_t i : rows) {
        const RowLook& look = screen.rows[i];
        const std::size_t number = m_slotOfRow[i];
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
    const QColor back = rowBackground(screen, look);
    if (isWhole)
        painter.fillRect(0, top, screen.stationery.width, height, back);
    QStyleOptionViewItem option = screen.option;
    option.state.setFlag(QStyle::State_Selected, look.isSelected);
    option.state.setFlag(QStyle::State_Active, look.isActive);
    for (const Stationery::Cell& cell : screen.stationery.cells) {
        if (!columns.test(static_cast<std::size_t>(cell.column)))
            continue;
        option.rect = QRect(cell.left, top, cell.width, height);
        option.state.setFlag(QStyle::State_HasFocus, look.focusColumn == static_cast<int>(cell.column));
        if (!isWhole)
            painter.fillRect(option.rect, back);
        m_delegate.paintCell(painter, option, look.row, cell.column);
        ++m_cellsPainted;
    }
    if (look.isUnseen)
        painter.fillRect(barRect(screen, top), screen.stationery.theme->unseenBar);
    if (look.fading > 0)
        painter.fillRect(0, top, screen.stationery.width, height, veil(screen, look.fading));
}

void RowPainter::remember(const Screen& screen, const QRegion& region) {
    if (m_seen.stationery != screen.stationery || m_seen.height != screen.height || m_seen.top != screen.top)
        m_seen = {screen.stationery, screen.height, screen.top, {}};
    m_seen.rows.resize(screen.rows.size());
    for (std::size_t i = 0; i < screen.rows.size(); ++i) {
        if (m_seen.rows[i] == screen.rows[i])
            continue;
        const bool isCovered = (QRegion(screen.rowRect(i) & screen.rect()) - region).isEmpty();
        m_seen.rows[i] = isCovered ? std::optional(screen.rows[i]) : std::nullopt;
    }
}

int RowPainter::shift(const Screen& screen) const {
    if (m_seen.stationery != screen.stationery || m_seen.height != screen.height)
        return 0;
    std::vector<int> shifts;
    std::size_t from = 0;
    for (std::size_t i = 0; i < m_seen.rows.size(); ++i) {
        const auto& seen = m_seen.rows[i];
        const auto isSame = [&seen](const RowLook& look) { return look.row.id == seen->row.id; };
        const auto begin = screen.rows.begin() + static_cast<std::ptrdiff_t>(from);
        const auto found = seen ? std::find_if(begin, screen.rows.end(), isSame) : screen.rows.end();
        if (found == screen.rows.end())
            continue;
        from = static_cast<std::size_t>(found - screen.rows.begin()) + 1;
        const int oldTop = m_seen.top + static_cast<int>(i) * screen.stationery.rowHeight;
        shifts.push_back(screen.rowRect(from - 1).top() - oldTop);
    }
    if (shifts.empty() || shifts.size() * 3 < screen.rows.size()) // too few have stayed
        return 0;
    const auto middle = shifts.begin() + static_cast<std::ptrdiff_t>(shifts.size() / 2);
    std::nth_element(shifts.begin(), middle, shifts.end());
    return *middle;
}

void RowPainter::onScrolled(const Screen& screen, int shift) {
    const int height = screen.stationery.rowHeight;
    if ((screen.top - m_seen.top - shift) % height != 0) {
        m_seen = {}; // the rows lie between the old ones
        return;
    }
    Seen moved{m_seen.stationery, m_seen.height, screen.top, {}};
    moved.rows.resize(screen.rows.size());
    for (std::size_t i = 0; i < moved.rows.size(); ++i) {
        const int old = (screen.rowRect(i).top() - shift - m_seen.top) / height;
        if (old >= 0 && old < static_cast<int>(m_seen.rows.size()))
            moved.rows[i] = m_seen.rows[static_cast<std::size_t>(old)];
    }
    m_seen = std::move(moved);
}

std::vector<core::Id> RowPainter::changed(const Screen& screen) const {
    std::vector<core::Id> ids;
    std::size_t from = 0; // rows keep their order, mostly
    for (const RowLook& look : screen.rows) {
        for (std::size_t tried = 0; tried < m_seen.rows.size(); ++tried) {
            const std::size_t i = (from + tried) % m_seen.rows.size();
            if (!m_seen.rows[i] || m_seen.rows[i]->row.id != look.row.id)
                continue;
            if (m_seen.rows[i]->row != look.row)
                ids.push_back(look.row.id);
            from = i + 1;
            break;
        }
    }
    return ids;
}

QRegion RowPainter::outdated(const Screen& screen) const {
    if (m_seen.stationery != screen.stationery || m_seen.height != screen.height || m_seen.top != screen.top ||
        m_seen.rows.size() != screen.rows.size())
        return screen.rect();
    QRegion area;
    for (std::size_t i = 0; i < screen.rows.size(); ++i) {
        if (m_seen.rows[i] != screen.rows[i])
            area += screen.rowRect(i) & screen.rect();
    }
    return area;
}

} // namespace attune::widgets
