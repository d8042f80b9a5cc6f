// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/widgets/theme.h"

#include <cmath>

namespace attune::widgets {

namespace {

struct Plain {
    QColor window, base, alternate, text, secondary, disabled, button, light, dark, line, highlight, highlighted,
        accent;
    QColor toolTip;
};

QPalette paletteOf(const Plain& plain) {
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor& color) {
        palette.setColor(QPalette::All, role, color);
    };
    set(QPalette::Window, plain.window);
    set(QPalette::WindowText, plain.text);
    set(QPalette::Base, plain.base);
    set(QPalette::AlternateBase, plain.alternate);
    set(QPalette::Text, plain.text);
    set(QPalette::PlaceholderText, plain.secondary);
    set(QPalette::Button, plain.button);
    set(QPalette::ButtonText, plain.text);
    set(QPalette::BrightText, plain.text);
    set(QPalette::ToolTipBase, plain.toolTip);
    set(QPalette::ToolTipText, plain.text);
    set(QPalette::Light, plain.light);
    set(QPalette::Midlight, plain.button);
    set(QPalette::Mid, plain.line);
    set(QPalette::Dark, plain.dark);
    set(QPalette::Shadow, plain.dark.darker(150));
    set(QPalette::Highlight, plain.highlight);
    set(QPalette::HighlightedText, plain.highlighted);
    set(QPalette::Link, plain.accent);
    set(QPalette::LinkVisited, plain.accent);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, plain.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, plain.line);
    return palette;
}

Theme makeLight() {
    Theme theme;
    theme.palette = paletteOf({.window = 0xf3f4f6,
                               .base = 0xffffff,
                               .alternate = 0xf8f9fa,
                               .text = 0x1b1f24,
                               .secondary = 0x57606a,
                               .disabled = 0x8c959f,
                               .button = 0xfafbfc,
                               .light = 0xffffff,
                               .dark = 0xa8b0b9,
                               .line = 0xd0d6dd,
                               .highlight = 0x2458b8,
                               .highlighted = 0xffffff,
                               .accent = 0x2458b8,
                               .toolTip = 0xffffff});
    theme.accent = 0x2458b8;
    theme.secondaryText = 0x57606a;
    theme.line = 0xd8dde3;
    theme.controlBorder = 0x8a939d;
    theme.selectedRow = 0xdbe7fb;
    theme.selectedRowInactive = 0xe6e9ed;
    theme.hoveredRow = 0xf1f4f8;
    theme.glow = 0xfff2c9;
    theme.unseenBar = 0x2458b8;
    theme.errorText = 0xa8201a;
    theme.neutralBadge = {0xe6e9ed, 0x444c56};
    theme.infoBadge = {0xdce8fd, 0x174a96};
    theme.goodBadge = {0xd8f0df, 0x125c2d};
    theme.warningBadge = {0xfaebc7, 0x6b4700};
    theme.badBadge = {0xfbdfdd, 0x961b1b};
    return theme;
}

Theme makeDark() {
    Theme theme;
    theme.dark = true;
    theme.palette = paletteOf({.window = 0x20242a,
                               .base = 0x171a1f,
                               .alternate = 0x1b1f24,
                               .text = 0xd8dee5,
                               .secondary = 0x9aa4af,
                               .disabled = 0x66707b,
                               .button = 0x2b3037,
                               .light = 0x3a414a,
                               .dark = 0x101317,
                               .line = 0x3a414a,
                               .highlight = 0x2f62c4,
                               .highlighted = 0xffffff,
                               .accent = 0x7fabff,
                               .toolTip = 0x2b3037});
    theme.accent = 0x7fabff;
    theme.secondaryText = 0x9aa4af;
    theme.line = 0x343a42;
    theme.controlBorder = 0x6b7580;
    theme.selectedRow = 0x23395d;
    theme.selectedRowInactive = 0x2c3138;
    theme.hoveredRow = 0x1f242a;
    theme.glow = 0x3b341d;
    theme.unseenBar = 0x7fabff;
    theme.errorText = 0xff9a92;
    theme.neutralBadge = {0x353b43, 0xc6cdd5};
    theme.infoBadge = {0x1d3658, 0xaccdff};
    theme.goodBadge = {0x17402a, 0x9be0b3};
    theme.warningBadge = {0x47360f, 0xf5cf7d};
    theme.badBadge = {0x4f2022, 0xffb6b0};
    return theme;
}

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color) {
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

const Theme& Theme::light() {
    static const Theme theme = makeLight();
    return theme;
}

const Theme& Theme::darkTheme() {
    static const Theme theme = makeDark();
    return theme;
}

const Theme& Theme::of(const QPalette& palette) {
    return qGray(palette.color(QPalette::Active, QPalette::Base).rgb()) < 128 ? darkTheme() : light();
}

const ColorPair& Theme::badge(Tone tone) const {
    switch (tone) {
    case Tone::Neutral:
        return neutralBadge;
    case Tone::Info:
        return infoBadge;
    case Tone::Good:
        return goodBadge;
    case Tone::Warning:
        return warningBadge;
    case Tone::Bad:
        return badBadge;
    }
    return neutralBadge;
}

QColor Theme::signal(Tone tone) const {
    switch (tone) {
    case Tone::Neutral:
        return QColor(dark ? 0x98a2adU : 0x6b7480U);
    case Tone::Info:
        return QColor(dark ? 0x74a6ffU : 0x2563c9U);
    case Tone::Good:
        return QColor(dark ? 0x3ecb73U : 0x178843U);
    case Tone::Warning:
        return QColor(dark ? 0xf0b13cU : 0xb06a00U);
    case Tone::Bad:
        return QColor(dark ? 0xff6f67U : 0xc62f2bU);
    }
    return secondaryText;
}

Tone statusTone(core::WordCode status) {
    switch (status) {
    case core::Status::Created:
        return Tone::Info;
    case core::Status::Processed:
        return Tone::Good;
    case core::Status::Unknown:
    case core::Status::Disabled:
        return Tone::Neutral;
    default: // words of a newer server
        return Tone::Warning;
    }
}

double contrastRatio(const QColor& a, const QColor& b) {
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace attune::widgets
