// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "cells/enforcementdelegate.h"

#include "attune/models/enforcementfilterproxymodel.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QPainter>

namespace attune::widgets {

namespace {

using core::Column;

constexpr core::UtcMicros Second = 1'000'000;

bool isBadge(Column column) { return column == Column::Status || column == Column::Condition; }

const models::EnforcementTableModel& table(const models::EnforcementFilterProxyModel& model) {
    return *qobject_cast<const models::EnforcementTableModel*>(model.sourceModel());
}

/// Still waiting for its end: its age ticks.
bool isWaiting(const core::EnforcementRow& row) {
    return !core::isInstant(row.resolvedAt) && !core::Status::isFinal(row.status);
}

QColor textColor(const core::EnforcementRow& row, Column column, const Theme& theme) {
    const bool isAside = (column == Column::Took && isWaiting(row)) || column == Column::Event ||
                         column == Column::Age || column == Column::Pack;
    return isAside ? theme.secondaryText : theme.palette.color(QPalette::Text);
}

} // namespace

EnforcementDelegate::EnforcementDelegate(QObject* parent)
    : QAbstractItemDelegate(parent), m_badges(400), m_instants(20'000) {}

void EnforcementDelegate::setModel(const models::EnforcementFilterProxyModel* model) {
    m_model = model;
    m_vocabulary = model ? &table(*model).vocabulary() : nullptr;
    clearCaches();
}

void EnforcementDelegate::clearCaches() {
    m_lines.clear();
    m_badges.clear();
    m_instants.clear();
    m_numbers = {};
}

void EnforcementDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    if (m_model && index.model() == m_model)
        paintCell(*painter, option, m_model->rowAt(index.row()), static_cast<Column>(index.column()));
}

void EnforcementDelegate::paintCell(QPainter& painter, const QStyleOptionViewItem& option,
                                    const core::EnforcementRow& row, Column column) const {
    const Theme& theme = Theme::of(option.palette);
    if (option.state.testFlag(QStyle::State_Selected)) {
        const bool active = option.state.testFlag(QStyle::State_Active);
        painter.fillRect(option.rect, active ? theme.selectedRow : theme.selectedRowInactive);
    }
    const QRect area = option.rect.adjusted(SidePadding, 0, -SidePadding, 0);
    if (isBadge(column))
        paintCachedBadge(painter, area, row, column, option);
    else
        paintText(painter, area, row, column, option);
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_Active)) {
        painter.setPen(theme.accent);
        painter.drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)); // inside at every scale
    }
}

QSize EnforcementDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    if (!m_model || index.model() != m_model)
        return {};
    const core::EnforcementRow& row = m_model->rowAt(index.row());
    const auto column = static_cast<Column>(index.column());
    if (isBadge(column))
        return badgeSize(badge(row, column), option.font) + QSize(2 * SidePadding, 0);
    const bool monospace = core::columnInfo(column).monospace;
    const QFont& font = monospace ? monospaceFor(option.font) : option.font;
    constexpr int Unlimited = 1'000'000;
    const CellLine& line = m_lines.line(text(row, column), Unlimited, font, monospace, Qt::ElideNone);
    return {line.width + 2 * SidePadding, option.fontMetrics.height()};
}

QString EnforcementDelegate::text(const core::EnforcementRow& row, Column column) const {
    if (column == Column::Created)
        return instant(row.created);
    if (column == Column::Resolved)
        return instant(row.resolvedAt);
    if (column == Column::Received)
        return instant(row.received());
    const auto& source = table(*m_model);
    return core::columnText(row, column, *m_vocabulary, source.timeStyle(), source.now(), source.factsOf(row, column));
}

QString EnforcementDelegate::instant(core::UtcMicros time) const {
    const auto& source = table(*m_model);
    if (source.timeStyle() == core::TimeStyle::Relative || !core::isInstant(time))
        return core::instantText(time, source.timeStyle(), source.now());
    const core::UtcMicros minute = source.now() / (60 * Second); // the text changes when the day does
    if (minute != m_instantsMinute || source.timeStyle() != m_instantsStyle) {
        m_instants.clear();
        m_instantsMinute = minute;
        m_instantsStyle = source.timeStyle();
    }
    const core::UtcMicros second = time / Second;
    if (const QString* known = m_instants.object(second))
        return *known;
    QString fresh = core::instantText(time, source.timeStyle(), source.now());
    m_instants.insert(second, new QString(fresh));
    return fresh;
}

Badge EnforcementDelegate::badge(const core::EnforcementRow& row, Column column) const {
    return column == Column::Status ? statusBadge(row.status, m_vocabulary->statuses.text(row.status))
                                    : conditionBadge(row.condition, m_vocabulary->conditions.text(row.condition));
}

void EnforcementDelegate::paintText(QPainter& painter, const QRect& area, const core::EnforcementRow& row,
                                    Column column, const QStyleOptionViewItem& option) const {
    if (area.width() <= 0)
        return;
    const core::ColumnInfo& info = core::columnInfo(column);
    const QFont& font = info.monospace ? monospaceFor(option.font) : option.font;
    const bool isRight = (info.align == core::Align::Right) != (option.direction == Qt::RightToLeft);
    const auto place = [&area, isRight](int width, int height) {
        return QPoint(isRight ? area.right() + 1 - width : area.left(), area.top() + (area.height() - height) / 2);
    };
    painter.setPen(textColor(row, column, Theme::of(option.palette)));
    const QString shown = text(row, column);
    NumberLine& number = numberLine(font, info.monospace);
    if (number.set(shown) && number.width() <= area.width()) {
        number.draw(painter, place(number.width(), number.height()));
        return;
    }
    const CellLine& line =
        m_lines.line(shown, area.width(), font, info.monospace, info.elideMiddle ? Qt::ElideMiddle : Qt::ElideRight);
    painter.setFont(font);
    painter.drawStaticText(place(line.width, static_cast<int>(line.text.size().height())), line.text);
}

void EnforcementDelegate::paintCachedBadge(QPainter& painter, const QRect& area, const core::EnforcementRow& row,
                                           Column column, const QStyleOptionViewItem& option) const {
    const Theme& theme = Theme::of(option.palette);
    // Not of painter.device(), which is the widget even while it is rendered into a picture.
    const qreal ratio = painter.deviceTransform().m11();
    if (ratio != m_badgeRatio || &theme != m_badgeTheme) {
        m_badges.clear();
        m_badgeRatio = ratio;
        m_badgeTheme = &theme;
    }
    if (area.isEmpty())
        return;
    const BadgeKey key{column, column == Column::Status ? row.status : row.condition, area.width(), area.height()};
    if (const QPixmap* known = m_badges.object(key)) {
        painter.drawPixmap(area.topLeft(), *known);
        return;
    }
    QPixmap fresh(area.size() * ratio);
    fresh.setDevicePixelRatio(ratio);
    fresh.fill(Qt::transparent);
    QPainter badgePainter(&fresh);
    badgePainter.setLayoutDirection(option.direction);
    paintBadge(badgePainter, QRect(QPoint(), area.size()), badge(row, column), option.font, theme);
    badgePainter.end();
    painter.drawPixmap(area.topLeft(), fresh);
    m_badges.insert(key, new QPixmap(std::move(fresh)));
}

const QFont& EnforcementDelegate::monospaceFor(const QFont& font) const {
    if (!m_monospace || font != m_monospaceBase) {
        m_monospaceBase = font;
        m_monospace = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        if (!QFontInfo(*m_monospace).fixedPitch()) // platforms without a theme answer with their one font
            m_monospace->setFamilies({QStringLiteral("monospace")});
        if (font.pointSizeF() > 0)
            m_monospace->setPointSizeF(font.pointSizeF());
        else
            m_monospace->setPixelSize(font.pixelSize());
    }
    return *m_monospace;
}

NumberLine& EnforcementDelegate::numberLine(const QFont& font, bool monospace) const {
    auto& line = m_numbers.at(monospace ? 1 : 0);
    if (!line || line->font() != font)
        line.emplace(font);
    return *line;
}

} // namespace attune::widgets
