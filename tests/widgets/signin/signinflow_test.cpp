// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "fakes.h"
#include "main/signinflow.h"
#include "support/fulldisk.h"
#include "support/manualclock.h"
#include "support/printers.h"

#include "attune/widgets/profiledialog.h"
#include "attune/widgets/welcomepage.h"

#include <gtest/gtest.h>

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace attune::widgets {
namespace {

using session::ProfileField;
using session::SignInProblem;
using namespace std::chrono_literals;

/// The way from the welcome page into a session, with a service that answers when the test says.
class SignInFlowTest : public ::testing::Test {
protected:
    SignInFlowTest() {
        save(QStringLiteral("prod"), true);
        save(QStringLiteral("test"), false);
        profiles.setLastUsed(QStringLiteral("prod"));
        flow.showProfiles();
        EXPECT_TRUE(test::showActive(window));
    }
    void save(const QString& name, bool remember) {
        session::Profile profile;
        profile.name = name;
        profile.api = QUrl(QStringLiteral("https://attune.example.com"));
        profile.login = QStringLiteral("alice");
        profile.remember = remember;
        EXPECT_FALSE(profiles.save(profile));
    }
    [[nodiscard]] QString words() const {
        QStringList texts;
        for (const auto* label : page.findChildren<QLabel*>())
            texts += label->isVisible() ? label->text() : QString();
        return texts.join(u'\n');
    }
    void unreachable() {
        answer(SignInProblem{ProfileField::Api, QStringLiteral("attune.example.com cannot be reached: no way"), true});
    }
    void answer(const std::optional<SignInProblem>& problem) { std::exchange(signIn.done, nullptr)(problem); }

    QTemporaryDir folder;
    session::ProfileStore profiles{folder.filePath(QStringLiteral("profiles.json"))};
    test::FakeSignIn signIn;
    test::FakeDialogs dialogs;
    test::ManualClock clock;
    core::SeededRandom random{1};
    QWidget window;
    WelcomePage page{&window};
    SignInFlow flow{signIn, profiles, dialogs, clock, random, page, window};
    QSignalSpy signedIn{&flow, &SignInFlow::signedIn};
};

TEST_F(SignInFlowTest, profilesThatCannotBeWritten_areToldOnceAndStay) {
    const auto connectTo = [this](const char* name) {
        flow.connectToServer();
        session::Profile profile;
        profile.name = QString::fromLatin1(name);
        profile.api = QUrl(QStringLiteral("https://attune.example.com"));
        flow.dialog()->setProfile(profile);
        flow.dialog()->accept();
    };
    {
        const test::FullDisk disk;
        for (const char* name : {"one", "two", "three"})
            connectTo(name);
    }
    EXPECT_EQ(signedIn.count(), 3);
    ASSERT_EQ(dialogs.warnings.size(), 1) << dialogs.warnings.join(u'\n').toStdString();
    EXPECT_TRUE(dialogs.warnings.front().contains(QStringLiteral("profiles.json cannot be written")));
    EXPECT_TRUE(profiles.find(QStringLiteral("one")));
    EXPECT_EQ(profiles.lastUsed(), QStringLiteral("three"));
    connectTo("four");
    EXPECT_EQ(dialogs.warnings.size(), 1);
    EXPECT_TRUE(session::ProfileStore(folder.filePath(QStringLiteral("profiles.json"))).find(QStringLiteral("two")));
}

TEST_F(SignInFlowTest, profileThatAnotherWindowShows_isSaidAndNothingElseChanges) {
    const auto elsewhere = [this] {
        SignInProblem problem{ProfileField::General, QStringLiteral("Another window shows prod.")};
        problem.isShownElsewhere = true;
        answer(problem);
    };
    Q_EMIT page.profileChosen(QStringLiteral("prod"));
    elsewhere();
    EXPECT_EQ(dialogs.warnings, QStringList(QStringLiteral("Another window shows prod.")));
    EXPECT_EQ(flow.dialog(), nullptr) << "there is nothing to be filled in";
    EXPECT_EQ(signedIn.count(), 0);
    flow.resumeLast(); // which nobody asked for: no window in the way
    elsewhere();
    EXPECT_EQ(dialogs.warnings.size(), 1);
    EXPECT_TRUE(words().contains(QStringLiteral("Another window shows prod."))) << words().toStdString();
}

TEST_F(SignInFlowTest, rememberedProfile_opensWithoutAQuestion) {
    Q_EMIT page.profileChosen(QStringLiteral("prod"));
    ASSERT_EQ(signIn.resumed.size(), 1U);
    EXPECT_FALSE(signIn.resumed.front().second) << "the keychain has been there for long";
    EXPECT_EQ(flow.dialog(), nullptr);
    EXPECT_TRUE(words().contains(QStringLiteral("Signing in to prod"))) << words().toStdString();
    answer(std::nullopt);
    EXPECT_EQ(signedIn.count(), 1);
    EXPECT_EQ(flow.dialog(), nullptr);
    EXPECT_FALSE(words().contains(QStringLiteral("Signing in")));
}

TEST_F(SignInFlowTest, nothingRemembered_endsInTheDialog) {
    Q_EMIT page.profileChosen(QStringLiteral("prod"));
    answer(SignInProblem{});
    ASSERT_NE(flow.dialog(), nullptr);
    EXPECT_EQ(flow.dialog()->profile().name, QStringLiteral("prod"));
    EXPECT_TRUE(flow.dialog()->profile().remember);
    EXPECT_EQ(signedIn.count(), 0);
}

TEST_F(SignInFlowTest, endedSignIn_isSaidInTheDialog) {
    flow.signInTo(QStringLiteral("prod"));
    ASSERT_EQ(signIn.resumed.size(), 1U);
    EXPECT_TRUE(signIn.resumed.front().second) << "at the start of the desktop";
    answer(SignInProblem{ProfileField::Secret, QStringLiteral("The sign-in of the last time has ended.")});
    ASSERT_NE(flow.dialog(), nullptr);
    EXPECT_EQ(flow.dialog()->findChild<QLabel*>(QStringLiteral("secretError"))->text(),
              QStringLiteral("The sign-in of the last time has ended."));
}

TEST_F(SignInFlowTest, unrememberedProfile_asksAtOnce) {
    Q_EMIT page.profileChosen(QStringLiteral("test"));
    EXPECT_TRUE(signIn.resumed.empty());
    ASSERT_NE(flow.dialog(), nullptr);
    EXPECT_FALSE(flow.dialog()->profile().remember);
}

TEST_F(SignInFlowTest, start_goesOnWhereTheLastRunEnded) {
    flow.resumeLast();
    ASSERT_EQ(signIn.resumed.size(), 1U);
    EXPECT_EQ(signIn.resumed.front(), std::pair(QStringLiteral("prod"), true));
    answer(SignInProblem{ProfileField::Secret, QStringLiteral("The sign-in of the last time has ended.")});
    EXPECT_EQ(flow.dialog(), nullptr) << "nobody has asked for one";
    EXPECT_TRUE(words().contains(QStringLiteral("has ended"))) << words().toStdString();
    clock.advance(1h);
    EXPECT_EQ(signIn.resumed.size(), 1U) << "the server has refused";
    profiles.setLastUsed(QStringLiteral("test"));
    flow.resumeLast();
    EXPECT_EQ(signIn.resumed.size(), 1U);
    EXPECT_EQ(flow.dialog(), nullptr);
}

TEST_F(SignInFlowTest, startBeforeTheNetwork_goesOnUntilItIsThere) {
    flow.resumeLast();
    for (std::size_t attempts = 1; attempts <= 20; ++attempts) {
        ASSERT_EQ(signIn.resumed.size(), attempts);
        EXPECT_TRUE(words().contains(QStringLiteral("Signing in to prod…"))) << words().toStdString();
        unreachable();
        EXPECT_TRUE(words().contains(QStringLiteral("Signing in to prod again in "))) << words().toStdString();
        EXPECT_TRUE(words().contains(QStringLiteral("cannot be reached: no way"))) << words().toStdString();
        clock.advance(15s);
    }
    EXPECT_EQ(signIn.resumed.back(), std::pair(QStringLiteral("prod"), true));
    answer(std::nullopt);
    EXPECT_EQ(signedIn.count(), 1);
    EXPECT_EQ(flow.dialog(), nullptr);
    EXPECT_EQ(words().count(QStringLiteral("Signing in")), 0);
    clock.advance(1h);
    EXPECT_EQ(signIn.resumed.size(), 21U);
    EXPECT_EQ(clock.pendingCalls(), 0U);
}

TEST_F(SignInFlowTest, profileOfTheCommandLine_isTriedAgainAsWell) {
    flow.signInTo(QStringLiteral("prod"));
    unreachable();
    EXPECT_EQ(flow.dialog(), nullptr) << "no secret helps against this";
    clock.advance(2s);
    ASSERT_EQ(signIn.resumed.size(), 2U);
    answer(SignInProblem{});
    EXPECT_NE(flow.dialog(), nullptr);
    EXPECT_EQ(clock.pendingCalls(), 0U);
}

TEST_F(SignInFlowTest, operatorsChoice_isAnsweredAtOnce) {
    Q_EMIT page.profileChosen(QStringLiteral("prod"));
    unreachable();
    EXPECT_NE(flow.dialog(), nullptr);
    clock.advance(1h);
    EXPECT_EQ(signIn.resumed.size(), 1U);
}

TEST_F(SignInFlowTest, timeOfTheNextAttempt_isCountedDown) {
    flow.resumeLast();
    for (int i = 0; i < 8; ++i) { // until the pauses are long
        unreachable();
        while (signIn.done == nullptr) {
            const QString before = words();
            const std::size_t attempts = signIn.resumed.size();
            clock.advance(2s); // at least one tick a second after what is shown
            EXPECT_TRUE(signIn.resumed.size() > attempts || words() != before) << words().toStdString();
        }
    }
}

TEST_F(SignInFlowTest, networkThatComes_endsThePause) {
    flow.tryNow();
    EXPECT_TRUE(signIn.resumed.empty());
    flow.resumeLast();
    flow.tryNow();
    EXPECT_EQ(signIn.resumed.size(), 1U) << "this attempt is under way";
    unreachable();
    flow.tryNow();
    EXPECT_EQ(signIn.resumed.size(), 2U);
    unreachable();
    flow.tryNow();
    EXPECT_EQ(signIn.resumed.size(), 2U) << "an interface that flaps must not hammer the server";
    clock.advance(2s);
    ASSERT_EQ(signIn.resumed.size(), 3U);
    answer(std::nullopt);
    EXPECT_EQ(signedIn.count(), 1);
}

TEST_F(SignInFlowTest, pause_endsWithTheOperatorsWish) {
    const std::vector<std::function<void()>> wishes{
        [this] { Q_EMIT page.connectRequested(); }, [this] { Q_EMIT page.profileChosen(QStringLiteral("test")); },
        [this] { flow.stopResuming(); }, [this] { Q_EMIT page.profileRemovalRequested(QStringLiteral("prod")); }};
    for (const auto& wish : wishes) {
        const std::size_t before = signIn.resumed.size();
        flow.resumeLast();
        unreachable();
        wish();
        flow.tryNow();
        clock.advance(1h);
        EXPECT_EQ(signIn.resumed.size(), before + 1);
        EXPECT_FALSE(words().contains(QStringLiteral("again in"))) << words().toStdString();
        if (flow.dialog() != nullptr)
            flow.dialog()->reject();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

TEST_F(SignInFlowTest, endOfTheProgram_endsThePause) {
    auto other = std::make_unique<QWidget>();
    auto* otherFlow = new SignInFlow(signIn, profiles, dialogs, clock, random, page, *other);
    otherFlow->resumeLast();
    unreachable();
    EXPECT_GT(clock.pendingCalls(), 0U);
    other.reset();
    EXPECT_EQ(clock.pendingCalls(), 0U);
}

TEST_F(SignInFlowTest, impatience_isServed) {
    flow.resumeLast();
    Q_EMIT page.connectRequested();
    EXPECT_EQ(signIn.cancelled, 1) << "the keychain may take as long as it likes";
    ASSERT_NE(flow.dialog(), nullptr);
    EXPECT_FALSE(words().contains(QStringLiteral("Signing in")));
}

TEST_F(SignInFlowTest, whatIsNoLongerToBeKept_isForgotten) {
    Q_EMIT page.profileRemovalRequested(QStringLiteral("test"));
    EXPECT_TRUE(signIn.forgotten.isEmpty());
    Q_EMIT page.profileChosen(QStringLiteral("prod"));
    answer(SignInProblem{});
    auto* remember = flow.dialog()->findChild<QCheckBox*>(QStringLiteral("remember"));
    EXPECT_TRUE(remember->isChecked());
    remember->click();
    flow.dialog()->findChild<QLineEdit*>(QStringLiteral("secret"))->setText(QStringLiteral("s3cret"));
    QTest::keyClick(flow.dialog()->findChild<QLineEdit*>(QStringLiteral("secret")), Qt::Key_Return);
    answer(std::nullopt);
    EXPECT_EQ(signIn.forgotten, QStringList(QStringLiteral("prod")));
    EXPECT_FALSE(profiles.find(QStringLiteral("prod"))->remember);
    save(QStringLiteral("prod"), true);
    Q_EMIT page.profileRemovalRequested(QStringLiteral("prod"));
    EXPECT_EQ(signIn.forgotten.size(), 2);
    EXPECT_FALSE(profiles.find(QStringLiteral("prod")));
}

TEST_F(SignInFlowTest, dialog_keepsPasswordSignInsAndAsksBeforeKeepingTokens) {
    flow.connectToServer();
    auto* remember = flow.dialog()->findChild<QCheckBox*>(QStringLiteral("remember"));
    auto* method = flow.dialog()->findChild<QComboBox*>(QStringLiteral("method"));
    EXPECT_TRUE(remember->isChecked());
    method->setCurrentIndex(2);
    EXPECT_FALSE(remember->isChecked());
    EXPECT_TRUE(remember->toolTip().contains(QStringLiteral("token")));
    remember->click();
    method->setCurrentIndex(0);
    method->setCurrentIndex(2);
    EXPECT_TRUE(remember->isChecked()) << "the operator has decided";
}

TEST_F(SignInFlowTest, dialog_takesProxyAndAuthorities) {
    flow.connectToServer();
    const auto field = [this](const char* name) {
        return flow.dialog()->findChild<QLineEdit*>(QString::fromLatin1(name));
    };
    auto* only = flow.dialog()->findChild<QCheckBox*>(QStringLiteral("caReplaces"));
    EXPECT_FALSE(only->isEnabled()) << "without a file there would be no authority at all";
    field("caFile")->setText(QStringLiteral("/etc/ca.pem"));
    EXPECT_TRUE(only->isEnabled());
    only->click();
    field("proxy")->setText(QStringLiteral("proxy.example.com:3128"));
    const session::Profile profile = flow.dialog()->profile();
    EXPECT_TRUE(profile.caReplaces);
    EXPECT_EQ(profile.proxy, QUrl(QStringLiteral("http://proxy.example.com:3128")));
    flow.dialog()->setProfile(profile);
    EXPECT_EQ(flow.dialog()->profile(), profile);
    field("proxy")->setText(QStringLiteral("proxy"));
    flow.dialog()->showProblem({ProfileField::Proxy, QStringLiteral("no")});
    EXPECT_TRUE(flow.dialog()->findChild<QLabel*>(QStringLiteral("proxyError"))->isVisible());
}

} // namespace
} // namespace attune::widgets
