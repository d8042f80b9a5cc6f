// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "layout/wrappingline.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <numeric>

namespace attune::widgets {

WrappingLine::WrappingLine(int spacing) { setSpacing(spacing); }

WrappingLine::~WrappingLine() = default;

void WrappingLine::addField(QWidget* field, int stretch) {
    addChildWidget(field);
    m_fields.push_back({std::make_unique<QWidgetItem>(field), stretch});
    invalidate();
}

void WrappingLine::addItem(QLayoutItem* item) { m_fields.push_back({std::unique_ptr<QLayoutItem>(item), 0}); }

int WrappingLine::count() const { return static_cast<int>(m_fields.size()); }

QLayoutItem* WrappingLine::itemAt(int index) const {
    return index >= 0 && index < count() ? m_fields[static_cast<std::size_t>(index)].item.get() : nullptr;
}

QLayoutItem* WrappingLine::takeAt(int index) {
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem* item = m_fields[static_cast<std::size_t>(index)].item.release();
    m_fields.erase(m_fields.begin() + index);
    return item;
}

QSize WrappingLine::sizeHint() const {
    Line all;
    int width = 0;
    for (const Field& field : m_fields) {
        if (field.item->isEmpty())
            continue;
        width += field.item->sizeHint().width() + (all.empty() ? 0 : spacing());
        all.push_back(&field);
    }
    return {width, heightOf(all)};
}

QSize WrappingLine::minimumSize() const {
    QSize size;
    for (const Line& line : lines(0))
        size = size.expandedTo({leastWidth(line), heightOf(line)});
    return size;
}

int WrappingLine::heightForWidth(int width) const {
    const auto rows = lines(width);
    return std::accumulate(rows.begin(), rows.end(), -spacing(),
                           [this](int sum, const Line& line) { return sum + spacing() + heightOf(line); });
}

void WrappingLine::setGeometry(const QRect& area) {
    QLayout::setGeometry(area);
    int top = area.top();
    for (const Line& line : lines(area.width())) {
        place(line, QRect(area.left(), top, area.width(), heightOf(line)));
        top += heightOf(line) + spacing();
    }
}

int WrappingLine::leastWidth(const Field& field) {
    return field.stretch > 0 ? field.item->minimumSize().width() : field.item->sizeHint().width();
}

int WrappingLine::leastWidth(const Line& line) const {
    return std::accumulate(line.begin(), line.end(), -spacing(),
                           [this](int sum, const Field* field) { return sum + spacing() + leastWidth(*field); });
}

int WrappingLine::heightOf(const Line& line) {
    int height = 0;
    for (const Field* field : line)
        height = std::max(height, field->item->sizeHint().height());
    return height;
}

std::vector<WrappingLine::Line> WrappingLine::lines(int width) const {
    std::vector<Line> lines;
    int left = -1;
    for (const Field& field : m_fields) {
        if (field.item->isEmpty())
            continue;
        left -= leastWidth(field) + spacing();
        if (left < 0 || lines.empty()) {
            lines.emplace_back();
            left = width - leastWidth(field);
        }
        lines.back().push_back(&field);
    }
    return lines;
}

void WrappingLine::place(const Line& line, const QRect& area) const {
    int stretches = 0;
    for (const Field* field : line)
        stretches += field->stretch;
    int room = std::max(0, area.width() - leastWidth(line));
    int left = area.left();
    for (const Field* field : line) {
        const int share = stretches > 0 ? room * field->stretch / stretches : 0;
        room -= share;
        stretches -= field->stretch;
        const int width = leastWidth(*field) + share;
        const int height = std::min(area.height(), field->item->sizeHint().height());
        const QRect place(left, area.top() + (area.height() - height) / 2, width, height);
        const QWidget* parent = parentWidget();
        field->item->setGeometry(QStyle::visualRect(parent ? parent->layoutDirection() : Qt::LeftToRight, area, place));
        left += width + spacing();
    }
}

} // namespace attune::widgets
