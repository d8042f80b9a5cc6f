// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "fakes.h"
#include "support/printers.h"

#include "attune/widgets/welcomepage.h"

#include <gtest/gtest.h>

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace attune::widgets {
namespace {

class WelcomePageTest : public ::testing::Test {
protected:
    WelcomePageTest() { page.show(); }

    template<class T = QPushButton>
    T* child(const char* name) {
        return page.findChild<T*>(QString::fromLatin1(name));
    }
    static session::Profile profile(const QString& name) {
        session::Profile made;
        made.name = name;
        made.api = QUrl(QStringLiteral("https://attune.example.com"));
        made.login = QStringLiteral("alice");
        return made;
    }

    WelcomePage page;
};

TEST_F(WelcomePageTest, firstStart_offersDemoAndServerOnly) {
    QSignalSpy demo(&page, &WelcomePage::demoRequested);
    QSignalSpy server(&page, &WelcomePage::connectRequested);
    EXPECT_FALSE(child<QListWidget>("profiles")->isVisible());
    EXPECT_FALSE(child<QLabel>("notice")->isVisible());
    QTest::mouseClick(child("demo"), Qt::LeftButton);
    QTest::keyClick(child("connect"), Qt::Key_Space);
    EXPECT_EQ(demo.count(), 1);
    EXPECT_EQ(server.count(), 1);
}

TEST_F(WelcomePageTest, enter_startsTheDemoAtOnce) {
    QSignalSpy demo(&page, &WelcomePage::demoRequested);
    ASSERT_TRUE(test::showActive(page));
    QTest::keyClick(page.focusWidget(), Qt::Key_Return);
    EXPECT_EQ(demo.count(), 1);
}

TEST_F(WelcomePageTest, lastUsedProfile_opensWithEnter) {
    QSignalSpy chosen(&page, &WelcomePage::profileChosen);
    page.setProfiles({profile(QStringLiteral("prod")), profile(QStringLiteral("staging"))}, QStringLiteral("staging"));
    auto* list = child<QListWidget>("profiles");
    ASSERT_TRUE(list->isVisible());
    EXPECT_EQ(page.focusWidget(), list);
    QTest::keyClick(list, Qt::Key_Return);
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen.first().first().toString(), QStringLiteral("staging"));
}

TEST_F(WelcomePageTest, unknownLastUsed_selectsTheFirst) {
    QSignalSpy chosen(&page, &WelcomePage::profileChosen);
    page.setProfiles({profile(QStringLiteral("prod")), profile(QStringLiteral("staging"))}, QStringLiteral("gone"));
    QTest::mouseClick(child("open"), Qt::LeftButton);
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen.first().first().toString(), QStringLiteral("prod"));
}

TEST_F(WelcomePageTest, removeButton_namesTheProfile) {
    QSignalSpy removal(&page, &WelcomePage::profileRemovalRequested);
    page.setProfiles({profile(QStringLiteral("prod"))}, {});
    QTest::mouseClick(child("remove"), Qt::LeftButton);
    ASSERT_EQ(removal.count(), 1);
    EXPECT_EQ(removal.first().first().toString(), QStringLiteral("prod"));
}

TEST_F(WelcomePageTest, lastProfileRemoved_hidesTheList) {
    page.setProfiles({profile(QStringLiteral("prod"))}, {});
    page.setProfiles({}, {});
    EXPECT_FALSE(child<QListWidget>("profiles")->isVisible());
    EXPECT_FALSE(child("open")->isEnabled());
}

} // namespace
} // namespace attune::widgets
