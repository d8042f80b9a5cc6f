// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/fakeportal.h"
#include "simprocess.h"
#include "support/privatebus.h"
#include "support/waiting.h"

#include <gtest/gtest.h>

#include <QFileInfo>
#include <QImage>
#include <QTemporaryDir>

// Light and dark as the desktop likes it, while the program runs.
namespace attune::e2e {
namespace {

class ColorScheme : public ::testing::Test {
protected:
    void SetUp() override {
        if (!test::PrivateBus::isInstalled())
            GTEST_SKIP() << "needs dbus-daemon";
        ASSERT_TRUE(m_bus.start());
        m_portal = std::make_unique<FakePortal>(m_bus.address());
        ASSERT_TRUE(m_portal->isThere());
    }
    /// Until the program has asked, and so listens.
    void start(const QStringList& more = {}) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), m_bus.address());
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_home.path());
        m_monitor.setProcessEnvironment(environment);
        m_monitor.setStandardInputFile(QProcess::nullDevice());
        m_monitor.start(program("attune-watch"), QStringList{QStringLiteral("--demo"), QStringLiteral("--screenshot"),
                                                             picture(), QStringLiteral("--after"), QStringLiteral("5"),
                                                             QStringLiteral("--stats"), stats()} +
                                                     more);
        ASSERT_TRUE(test::waitFor([this] { return m_portal->questions() > 0; }, std::chrono::seconds(60)));
    }
    /// It has been at work for a second at least.
    void awaitWork() {
        ASSERT_TRUE(test::waitFor([this] { return QFileInfo(stats()).size() > 0; }, std::chrono::seconds(60)));
    }
    [[nodiscard]] QString stats() const { return m_home.filePath(QStringLiteral("stats.jsonl")); }
    [[nodiscard]] QString picture() const { return m_home.filePath(QStringLiteral("window.png")); }
    [[nodiscard]] bool endsDark() {
        EXPECT_TRUE(
            test::waitFor([this] { return m_monitor.state() == QProcess::NotRunning; }, std::chrono::seconds(60)));
        const QImage image(picture());
        EXPECT_FALSE(image.isNull());
        return image.pixelColor(3, image.height() - 3).lightness() < 128;
    }

    test::PrivateBus m_bus;
    std::unique_ptr<FakePortal> m_portal;
    QTemporaryDir m_home;
    QProcess m_monitor;
};

TEST_F(ColorScheme, desktop_that_turns_dark_takes_the_running_program_along) {
    start();
    awaitWork();
    m_portal->setScheme(1);
    EXPECT_TRUE(endsDark());
}

TEST_F(ColorScheme, change_while_the_answer_is_on_its_way_counts) {
    start();
    m_portal->setScheme(1);
    EXPECT_TRUE(endsDark());
}

TEST_F(ColorScheme, desktop_that_turns_light_again_does_too) {
    m_portal->setScheme(1);
    start();
    awaitWork();
    m_portal->setScheme(2);
    EXPECT_FALSE(endsDark());
}

TEST_F(ColorScheme, theme_that_was_chosen_stays) {
    start({QStringLiteral("--theme"), QStringLiteral("light")});
    m_portal->setScheme(1);
    EXPECT_FALSE(endsDark());
}

} // namespace
} // namespace attune::e2e
