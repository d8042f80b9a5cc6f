// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop.h"
#include "support/testenvironment.h"

#include <gtest/gtest.h>

#include <QGuiApplication>

// A process in a desktop of its own, beside the program that it operates: it looks at the screen and reads the
// clipboard.
int main(int argc, char** argv) {
    const attune::test::TestEnvironment environment;
    const attune::e2e::Desktop desktop;
    qputenv("QT_QPA_PLATFORM", desktop.isThere() ? "xcb" : "offscreen");
    for (const char* variable : {"XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE", "WAYLAND_DISPLAY", "QT_QPA_PLATFORMTHEME"})
        qunsetenv(variable);
    const QGuiApplication application(argc, argv);
    ::testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
