// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/waiting.h"

#include "attune/widgets/themecontroller.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QProxyStyle>
#include <QSignalSpy>
#include <QWidget>

namespace attune::widgets {

TEST(ThemeController, construction_appliesFusionAndTheChoice) {
    const ThemeController controller(ThemeChoice::Dark);
    const auto* style = qobject_cast<QProxyStyle*>(QApplication::style());
    ASSERT_NE(style, nullptr);
    EXPECT_EQ(style->baseStyle()->name().compare(QStringLiteral("fusion"), Qt::CaseInsensitive), 0);
    EXPECT_EQ(QApplication::palette().color(QPalette::Base), Theme::darkTheme().palette.color(QPalette::Base));
    EXPECT_TRUE(controller.theme().dark);
}

TEST(ThemeController, setChoice_recolorsOpenWindowsAtOnce) {
    ThemeController controller(ThemeChoice::Light);
    QWidget window;
    window.show();
    QSignalSpy changes(&controller, &ThemeController::themeChanged);

    // Qt tells open windows about a new palette only while the application runs.
    QMetaObject::invokeMethod(
        &controller,
        [&] {
            controller.setChoice(ThemeChoice::Dark);
            EXPECT_TRUE(test::waitFor([&window] { return &Theme::of(window.palette()) == &Theme::darkTheme(); }));
            QCoreApplication::quit();
        },
        Qt::QueuedConnection);
    QApplication::exec();

    EXPECT_EQ(changes.count(), 1);
    controller.setChoice(ThemeChoice::Dark);
    EXPECT_EQ(changes.count(), 1);
}

TEST(ThemeController, systemPreference_countsOnlyWhileFollowingTheSystem) {
    ThemeController controller(ThemeChoice::System);
    controller.setSystemPrefersDark(true);
    EXPECT_TRUE(controller.theme().dark);
    controller.setSystemPrefersDark(false);
    EXPECT_FALSE(controller.theme().dark);

    controller.setChoice(ThemeChoice::Light);
    controller.setSystemPrefersDark(true);
    EXPECT_FALSE(controller.theme().dark);
    controller.setChoice(ThemeChoice::System);
    EXPECT_TRUE(controller.theme().dark);
    controller.setSystemPrefersDark(false);
}

TEST(ThemeChoice, words_areThoseOfTheSetting) {
    EXPECT_EQ(themeChoiceFromWord(u"light"), ThemeChoice::Light);
    EXPECT_EQ(themeChoiceFromWord(u"Dark"), ThemeChoice::Dark);
    EXPECT_EQ(themeChoiceFromWord(u"system"), ThemeChoice::System);
    EXPECT_EQ(themeChoiceFromWord(u"purple"), ThemeChoice::System);
}

} // namespace attune::widgets
