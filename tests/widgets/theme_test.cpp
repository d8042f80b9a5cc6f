// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/widgets/theme.h"

#include <gtest/gtest.h>

#include <tuple>
#include <vector>

namespace attune::widgets {

namespace {

constexpr double TextContrast = 4.5;
constexpr double ShapeContrast = 3.0;
constexpr Tone Tones[] = {Tone::Neutral, Tone::Info, Tone::Good, Tone::Warning, Tone::Bad};

class BothThemes : public ::testing::TestWithParam<bool> {
protected:
    const Theme& theme() const { return GetParam() ? Theme::darkTheme() : Theme::light(); }
    QColor role(QPalette::ColorRole role, QPalette::ColorGroup group = QPalette::Active) const {
        return theme().palette.color(group, role);
    }
    std::vector<QColor> rowBackgrounds() const {
        return {role(QPalette::Base), role(QPalette::AlternateBase),
                theme().selectedRow,  theme().selectedRowInactive,
                theme().hoveredRow,   theme().glow};
    }
};

TEST_P(BothThemes, text_isReadable) {
    const std::vector<std::pair<QPalette::ColorRole, QPalette::ColorRole>> pairs = {
        {QPalette::WindowText, QPalette::Window},
        {QPalette::Text, QPalette::Base},
        {QPalette::Text, QPalette::AlternateBase},
        {QPalette::ButtonText, QPalette::Button},
        {QPalette::ToolTipText, QPalette::ToolTipBase},
        {QPalette::HighlightedText, QPalette::Highlight},
        {QPalette::PlaceholderText, QPalette::Base},
        {QPalette::Link, QPalette::Base},
        {QPalette::Link, QPalette::Window},
        {QPalette::Link, QPalette::ToolTipBase}};
    for (const auto& [text, background] : pairs) {
        EXPECT_GE(contrastRatio(role(text), role(background)), TextContrast) << text << " on " << background;
        EXPECT_GE(contrastRatio(role(text, QPalette::Inactive), role(background, QPalette::Inactive)), TextContrast);
    }
}

TEST_P(BothThemes, cellText_isReadableOnEveryRowBackground) {
    for (const QColor& background : rowBackgrounds()) {
        const std::string where = background.name().toStdString();
        EXPECT_GE(contrastRatio(role(QPalette::Text), background), TextContrast) << where;
        EXPECT_GE(contrastRatio(theme().secondaryText, background), TextContrast) << where;
    }
}

TEST_P(BothThemes, hintsAndComplaints_areReadableOnWindows) {
    for (const QColor& background : {role(QPalette::Window), role(QPalette::Base)}) {
        EXPECT_GE(contrastRatio(theme().secondaryText, background), TextContrast);
        EXPECT_GE(contrastRatio(theme().errorText, background), TextContrast);
        EXPECT_GE(contrastRatio(theme().accent, background), TextContrast);
    }
}

TEST_P(BothThemes, badges_areReadable) {
    for (const Tone tone : Tones) {
        const ColorPair& badge = theme().badge(tone);
        EXPECT_GE(contrastRatio(badge.foreground, badge.background), TextContrast)
            << badge.background.name().toStdString();
    }
}

TEST_P(BothThemes, signals_standOutFromWindowsAndRows) {
    for (const Tone tone : Tones) {
        EXPECT_GE(contrastRatio(theme().signal(tone), role(QPalette::Window)), ShapeContrast);
        EXPECT_GE(contrastRatio(theme().signal(tone), role(QPalette::Base)), ShapeContrast);
    }
    EXPECT_GE(contrastRatio(theme().unseenBar, role(QPalette::Base)), ShapeContrast);
    EXPECT_GE(contrastRatio(theme().controlBorder, role(QPalette::Base)), ShapeContrast);
}

TEST_P(BothThemes, selection_differsFromPlainRows) {
    EXPECT_NE(theme().selectedRow, role(QPalette::Base));
    EXPECT_NE(theme().selectedRowInactive, role(QPalette::Base));
    EXPECT_NE(theme().selectedRow, theme().selectedRowInactive);
    EXPECT_NE(theme().glow, theme().selectedRow);
}

TEST_P(BothThemes, of_findsTheThemeOfItsOwnPalette) { EXPECT_EQ(&Theme::of(theme().palette), &theme()); }

INSTANTIATE_TEST_SUITE_P(Theme, BothThemes, ::testing::Bool(), [](const auto& instance) {
    return instance.param ? std::string("dark") : std::string("light");
});

} // namespace

TEST(ContrastRatio, knownPairs_giveKnownRatios) {
    EXPECT_DOUBLE_EQ(contrastRatio(Qt::white, Qt::black), 21.0);
    EXPECT_DOUBLE_EQ(contrastRatio(Qt::red, Qt::red), 1.0);
    EXPECT_NEAR(contrastRatio(QColor(0x767676U), Qt::white), 4.54, 0.01);
    EXPECT_DOUBLE_EQ(contrastRatio(Qt::white, Qt::red), contrastRatio(Qt::red, Qt::white));
}

TEST(StatusTone, wordsOfNewerServers_standOut) {
    EXPECT_EQ(statusTone(core::Status::Created), Tone::Info);
    EXPECT_EQ(statusTone(core::Status::Processed), Tone::Good);
    EXPECT_EQ(statusTone(core::Status::Disabled), Tone::Neutral);
    EXPECT_EQ(statusTone(core::Status::FirstOther), Tone::Warning);
    EXPECT_EQ(statusTone(255), Tone::Warning);
}

} // namespace attune::widgets
