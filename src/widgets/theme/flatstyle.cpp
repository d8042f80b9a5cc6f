// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "theme/flatstyle.h"

#include "attune/widgets/theme.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTreeView>

namespace attune::widgets {

namespace {

constexpr qreal Radius = 3;

QRectF onPixels(const QRect& rect) { return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5); }

QColor borderOf(const QStyleOption& option) {
    const Theme& theme = Theme::of(option.palette);
    return option.state.testFlag(QStyle::State_Enabled) ? theme.controlBorder : theme.line;
}

void paintFrame(QPainter& painter, const QStyleOption& option, const QBrush& fill) {
    const bool focus = option.state.testFlag(QStyle::State_HasFocus);
    painter.setPen(focus ? QPen(Theme::of(option.palette).accent, 1.5) : QPen(borderOf(option), 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(onPixels(option.rect), Radius, Radius);
}

QColor markColor(const QStyleOption& option) {
    const auto group = option.state.testFlag(QStyle::State_Enabled) ? QPalette::Active : QPalette::Disabled;
    return option.palette.color(group, QPalette::HighlightedText);
}

void paintBox(QPainter& painter, const QStyleOption& option, bool round) {
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool marked = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const QColor fill = option.palette.color(enabled ? QPalette::Active : QPalette::Disabled,
                                             marked ? QPalette::Highlight : QPalette::Base);
    QRect box = option.rect;
    const int side = std::min(box.width(), box.height());
    box = QRect(box.left(), box.top() + (box.height() - side) / 2, side, side);
    painter.setPen(QPen(marked && enabled ? fill : borderOf(option), 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(onPixels(box), round ? side / 2.0 : Radius, round ? side / 2.0 : Radius);

    const QPointF middle = QRectF(box).center();
    const qreal unit = side / 13.0;
    painter.setPen(QPen(markColor(option), 1.7 * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (round && marked) {
        painter.setBrush(markColor(option));
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(middle, 2.5 * unit, 2.5 * unit);
    } else if (option.state.testFlag(QStyle::State_NoChange)) {
        painter.drawLine(middle - QPointF(3 * unit, 0), middle + QPointF(3 * unit, 0));
    } else if (marked) {
        const QPointF check[] = {middle + QPointF(-3 * unit, 0.2 * unit), middle + QPointF(-0.8 * unit, 2.5 * unit),
                                 middle + QPointF(3.2 * unit, -2.4 * unit)};
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(check, 3);
    }
}

QColor buttonFill(const QStyleOption& option) {
    const bool dark = Theme::of(option.palette).dark;
    const QColor button = option.palette.color(QPalette::Button);
    if (option.state & (QStyle::State_Sunken | QStyle::State_On))
        return dark ? button.darker(125) : button.darker(110);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver) && option.state.testFlag(QStyle::State_Enabled);
    if (!hovered)
        return button;
    return dark ? button.lighter(118) : button.darker(104);
}

/// Nothing at all for a flat tool button that nobody touches.
bool isInvisible(QStyle::PrimitiveElement element, const QStyleOption& option) {
    const auto touched = QStyle::State_Sunken | QStyle::State_On | QStyle::State_MouseOver;
    const bool flat = element == QStyle::PE_PanelButtonTool && option.state.testFlag(QStyle::State_AutoRaise);
    return flat && (!(option.state & touched) || !option.state.testFlag(QStyle::State_Enabled));
}

void paintButton(QPainter& painter, QStyle::PrimitiveElement element, const QStyleOption& option) {
    if (isInvisible(element, option))
        return;
    if (element == QStyle::PE_PanelButtonTool && option.state.testFlag(QStyle::State_AutoRaise)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::of(option.palette).selectedRowInactive);
        painter.drawRoundedRect(option.rect, Radius, Radius);
        return;
    }
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
    const bool isDefault = button && button->features.testFlag(QStyleOptionButton::DefaultButton);
    paintFrame(painter, option, buttonFill(option));
    if (isDefault) {
        painter.setPen(QPen(Theme::of(option.palette).accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(onPixels(option.rect), Radius, Radius);
    }
}

constexpr int ArrowSide = 8;
constexpr int ArrowRoom = ArrowSide + 6;

/// A button that only opens a menu: an arrow beside its text says so, in the middle of its height.
const QStyleOptionToolButton* menuButton(const QStyleOption* option) {
    const auto* tool = qstyleoption_cast<const QStyleOptionToolButton*>(option);
    const bool opensMenu = tool && tool->features.testFlag(QStyleOptionToolButton::HasMenu) &&
                           !tool->features.testFlag(QStyleOptionToolButton::MenuButtonPopup);
    return opensMenu ? tool : nullptr;
}

/// As the header of the main table.
void paintHeaderSection(QPainter& painter, const QStyleOption& option) {
    const QColor& line = Theme::of(option.palette).line;
    const QRect& rect = option.rect;
    painter.fillRect(rect, option.palette.color(QPalette::Window));
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), line);
    const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(&option);
    const bool isLast = header && (header->position == QStyleOptionHeader::End ||
                                   header->position == QStyleOptionHeader::OnlyOneSection);
    if (!isLast)
        painter.fillRect(QRect(option.direction == Qt::RightToLeft ? rect.left() : rect.right(), rect.top() + 5, 1,
                               rect.height() - 10),
                         line);
}

constexpr int CellPadding = 6;

} // namespace

FlatStyle::FlatStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void FlatStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    switch (static_cast<int>(element)) { // only these are drawn here
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paintBox(*painter, *option, false);
        break;
    case PE_IndicatorRadioButton:
        paintBox(*painter, *option, true);
        break;
    case PE_FrameLineEdit:
        paintFrame(*painter, *option, Qt::NoBrush);
        break;
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
        paintButton(*painter, element, *option);
        break;
    default:
        painter->setRenderHint(QPainter::Antialiasing, false);
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        break;
    }
    painter->restore();
}

void FlatStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                            const QWidget* widget) const {
    if (element == CE_HeaderSection || element == CE_HeaderEmptyArea)
        paintHeaderSection(*painter, *option);
    else
        QProxyStyle::drawControl(element, option, painter, widget);
}

void FlatStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                   const QWidget* widget) const {
    if (const auto* button = control == CC_ToolButton ? menuButton(option) : nullptr)
        return drawMenuButton(*button, painter, widget);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control != CC_SpinBox)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintFrame(*painter, *option, Qt::NoBrush);
    painter->restore();
}

void FlatStyle::drawMenuButton(const QStyleOptionToolButton& option, QPainter* painter, const QWidget* widget) const {
    proxy()->drawPrimitive(PE_PanelButtonTool, &option, painter, widget);
    QStyleOptionToolButton part(option);
    part.features.setFlag(QStyleOptionToolButton::HasMenu, false);
    part.rect = visualRect(option.direction, option.rect, option.rect.adjusted(0, 0, -ArrowRoom, 0));
    proxy()->drawControl(CE_ToolButtonLabel, &part, painter, widget);
    const QRect room = QRect(option.rect.right() - ArrowRoom, option.rect.top(), ArrowSide, option.rect.height());
    part.rect = visualRect(option.direction, option.rect,
                           alignedRect(Qt::LeftToRight, Qt::AlignCenter, {ArrowSide, ArrowSide}, room));
    proxy()->drawPrimitive(PE_IndicatorArrowDown, &part, painter, widget);
    if (option.state.testFlag(State_HasFocus)) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(option);
        focus.rect.adjust(2, 2, -2, -2);
        proxy()->drawPrimitive(PE_FrameFocusRect, &focus, painter, widget);
    }
}

QSize FlatStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                  const QWidget* widget) const {
    const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    return type == CT_ToolButton && menuButton(option) ? size + QSize(ArrowRoom, 0) : size;
}

int FlatStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    if (metric == PM_FocusFrameHMargin && qobject_cast<const QTreeView*>(widget))
        return CellPadding - 1; // what Qt adds to it is part of the padding
    // Of no other header: rows of a table are at least as high as theirs needs to be.
    if (metric == PM_HeaderMargin && widget && qobject_cast<const QTreeView*>(widget->parentWidget()))
        return CellPadding;
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int FlatStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                         QStyleHintReturn* returned) const {
    // The desktop's icons know nothing of our palette, and the words say it all.
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

} // namespace attune::widgets
