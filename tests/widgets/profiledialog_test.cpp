// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "fakes.h"
#include "support/manualclock.h"
#include "support/printers.h"

#include "attune/widgets/profiledialog.h"

#include <gtest/gtest.h>

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTemporaryFile>
#include <QTest>
#include <QToolButton>

namespace attune::widgets {
namespace {

class ProfileDialogTest : public ::testing::Test {
protected:
    ProfileDialogTest() { EXPECT_TRUE(test::showActive(dialog)); }

    template<class T = QLineEdit>
    T* child(const char* name) {
        return dialog.findChild<T*>(QString::fromLatin1(name));
    }
    QString error(const char* field) { return child<QLabel>((std::string(field) + "Error").c_str())->text(); }
    bool isShown(const char* field) { return child<QLabel>((std::string(field) + "Error").c_str())->isVisible(); }
    void type(const char* field, const QString& text) {
        child(field)->setFocus();
        child(field)->clear();
        QTest::keyClicks(child(field), text);
    }
    void fill() {
        type("api", QStringLiteral("attune.example.com"));
        type("login", QStringLiteral("alice"));
        type("secret", QStringLiteral("s3cret"));
    }
    void pressEnter() { QTest::keyClick(child("secret"), Qt::Key_Return); }
    QPushButton* button(const QString& text) {
        for (auto* candidate : dialog.findChildren<QPushButton*>()) {
            if (candidate->text() == text)
                return candidate;
        }
        return nullptr;
    }

    test::FakeSignIn signIn;
    test::FakeDialogs dialogs;
    test::ManualClock clock;
    ProfileDialog dialog{signIn, dialogs, clock};
};

TEST_F(ProfileDialogTest, typedFields_becomeAProfile) {
    fill();
    pressEnter();
    ASSERT_EQ(signIn.attempts, 1);
    EXPECT_EQ(signIn.profile.api, QUrl(QStringLiteral("https://attune.example.com")));
    EXPECT_EQ(signIn.profile.login, QStringLiteral("alice"));
    EXPECT_EQ(signIn.profile.name, QStringLiteral("attune.example.com"));
    EXPECT_TRUE(signIn.profile.ws.isEmpty());
    EXPECT_EQ(signIn.secret, QStringLiteral("s3cret"));
}

TEST_F(ProfileDialogTest, emptyFields_areNamedNextToThemselves) {
    pressEnter();
    EXPECT_EQ(signIn.attempts, 0);
    for (const char* field : {"api", "login", "secret", "name"}) {
        EXPECT_TRUE(isShown(field)) << field;
        EXPECT_FALSE(error(field).isEmpty()) << field;
        EXPECT_EQ(child(field)->accessibleDescription(), error(field)) << field;
    }
    EXPECT_FALSE(isShown("general"));
    EXPECT_EQ(dialog.focusWidget(), child("api"));
}

TEST_F(ProfileDialogTest, unreadableAddress_saysWhatIsWrongWithIt) {
    fill();
    type("api", QStringLiteral("ftp://attune.example.com"));
    pressEnter();
    EXPECT_EQ(signIn.attempts, 0);
    EXPECT_TRUE(error("api").contains(QStringLiteral("https://"))) << qPrintable(error("api"));
    type("api", QStringLiteral("attune.example.com"));
    EXPECT_FALSE(isShown("api"));
}

TEST_F(ProfileDialogTest, problemOfTheServer_appearsAtItsField) {
    fill();
    pressEnter();
    signIn.done(session::SignInProblem{session::ProfileField::Secret, QStringLiteral("Wrong login or password.")});
    EXPECT_EQ(error("secret"), QStringLiteral("Wrong login or password."));
    EXPECT_TRUE(isShown("secret"));
    EXPECT_TRUE(dialog.isVisible());
    EXPECT_EQ(dialog.focusWidget(), child("secret"));
    EXPECT_EQ(child("secret")->selectedText().size(), 6);
}

TEST_F(ProfileDialogTest, generalProblem_appearsOnTop) {
    dialog.showProblem({session::ProfileField::General, QStringLiteral("The account is frozen.")});
    EXPECT_TRUE(isShown("general"));
    EXPECT_EQ(error("general"), QStringLiteral("The account is frozen."));
}

TEST_F(ProfileDialogTest, problemOfAnAdvancedField_opensTheAdvancedPart) {
    EXPECT_FALSE(child("caFile")->isVisible());
    dialog.showProblem({session::ProfileField::CaFile, QStringLiteral("This file holds no certificate.")});
    EXPECT_TRUE(child("caFile")->isVisible());
    EXPECT_TRUE(isShown("caFile"));
}

TEST_F(ProfileDialogTest, hostileProblem_staysPlainText) {
    dialog.showProblem({session::ProfileField::Api, test::hostileText()});
    auto* label = child<QLabel>("apiError");
    EXPECT_EQ(label->textFormat(), Qt::PlainText);
    EXPECT_FALSE(label->text().contains(QChar(0x202E)));
    EXPECT_LE(label->text().size(), 600);
}

TEST_F(ProfileDialogTest, success_acceptsAndForgetsTheSecret) {
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    fill();
    pressEnter();
    signIn.done(std::nullopt);
    EXPECT_EQ(accepted.count(), 1);
    EXPECT_TRUE(child("secret")->text().isEmpty());
    EXPECT_EQ(dialog.profile().login, QStringLiteral("alice"));
}

TEST_F(ProfileDialogTest, cancelWhileBusy_stopsTheAttemptAndKeepsTheDialog) {
    fill();
    pressEnter();
    EXPECT_FALSE(button(QStringLiteral("Signing in…"))->isEnabled());
    EXPECT_TRUE(child("api")->isReadOnly());
    QTest::keyClick(&dialog, Qt::Key_Escape);
    EXPECT_EQ(signIn.cancelled, 1);
    EXPECT_TRUE(dialog.isVisible());
    EXPECT_FALSE(child("api")->isReadOnly());
    // The answer to the attempt that was given up must not close the dialog.
    signIn.done(std::nullopt);
    EXPECT_TRUE(dialog.isVisible());
    QTest::keyClick(&dialog, Qt::Key_Escape);
    EXPECT_FALSE(dialog.isVisible());
    EXPECT_TRUE(child("secret")->text().isEmpty());
}

TEST_F(ProfileDialogTest, answerToAnEarlierAttempt_isIgnored) {
    fill();
    pressEnter();
    const auto stale = signIn.done;
    QTest::keyClick(&dialog, Qt::Key_Escape);
    pressEnter();
    ASSERT_EQ(signIn.attempts, 2);
    stale(session::SignInProblem{session::ProfileField::Login, QStringLiteral("stale")});
    EXPECT_FALSE(isShown("login"));
    EXPECT_TRUE(child("api")->isReadOnly());
}

TEST_F(ProfileDialogTest, enterWhileBusy_doesNotAskTwice) {
    fill();
    pressEnter();
    pressEnter();
    EXPECT_EQ(signIn.attempts, 1);
}

TEST_F(ProfileDialogTest, integrationToken_needsNoLogin) {
    fill();
    child<QComboBox>("method")->setFocus();
    QTest::keyClick(child<QComboBox>("method"), Qt::Key_End);
    EXPECT_FALSE(child("login")->isVisible());
    pressEnter();
    ASSERT_EQ(signIn.attempts, 1);
    EXPECT_EQ(signIn.profile.method, session::SignInMethod::IntegrationToken);
    EXPECT_TRUE(signIn.profile.login.isEmpty());
}

TEST_F(ProfileDialogTest, plainTextToAnotherMachine_mustBeAllowedExpressly) {
    fill();
    EXPECT_FALSE(child<QCheckBox>("plainText")->isVisible());
    type("api", QStringLiteral("http://attune.example.com"));
    EXPECT_TRUE(child<QCheckBox>("plainText")->isVisible());
    pressEnter();
    EXPECT_EQ(signIn.attempts, 0);
    EXPECT_TRUE(isShown("api"));
    QTest::keyClick(child<QCheckBox>("plainText"), Qt::Key_Space);
    EXPECT_FALSE(isShown("api"));
    pressEnter();
    ASSERT_EQ(signIn.attempts, 1);
    EXPECT_TRUE(signIn.profile.allowPlainText);
}

TEST_F(ProfileDialogTest, permissionForPlainText_doesNotOutliveItsAddress) {
    fill();
    type("api", QStringLiteral("http://attune.example.com"));
    QTest::keyClick(child<QCheckBox>("plainText"), Qt::Key_Space);
    type("api", QStringLiteral("https://attune.example.com"));
    EXPECT_FALSE(dialog.profile().allowPlainText);
}

TEST_F(ProfileDialogTest, ownName_isNotOverwrittenByTheHost) {
    type("name", QStringLiteral("prod"));
    type("api", QStringLiteral("attune.example.com"));
    EXPECT_EQ(child("name")->text(), QStringLiteral("prod"));
}

TEST_F(ProfileDialogTest, notifierAddress_showsWhatIsDerivedAndTakesAnOwnOne) {
    type("api", QStringLiteral("http://localhost:8080"));
    EXPECT_EQ(child("ws")->placeholderText(), QStringLiteral("ws://localhost:8081/ws"));
    child<QToolButton>("advanced")->click();
    type("ws", QStringLiteral("ws://localhost:9000"));
    EXPECT_EQ(dialog.profile().ws, QUrl(QStringLiteral("ws://localhost:9000/ws")));
}

TEST_F(ProfileDialogTest, browse_fillsTheCaFile) {
    dialogs.file = QStringLiteral("/etc/hostname");
    child<QToolButton>("advanced")->click();
    QTest::mouseClick(child<QPushButton>("browse"), Qt::LeftButton);
    EXPECT_EQ(dialog.profile().caFile, QStringLiteral("/etc/hostname"));
}

TEST_F(ProfileDialogTest, caFile_isDescribedInPlainTextUnlessItHoldsNothing) {
    child<QToolButton>("advanced")->click();
    const auto* facts = child<QLabel>("caFileFacts");
    ASSERT_NE(facts, nullptr);
    EXPECT_FALSE(facts->isVisible());
    EXPECT_EQ(facts->textFormat(), Qt::PlainText);
    const QList<QSslCertificate> known = QSslConfiguration::systemCaCertificates();
    ASSERT_FALSE(known.isEmpty()) << "the package ca-certificates is needed";
    QTemporaryFile file;
    ASSERT_TRUE(file.open() && file.write(known.constFirst().toPem()) > 0 && file.flush());
    child("caFile")->setText(QStringLiteral(" ") + file.fileName());
    clock.advance(ProfileDialog::TypingPause);
    EXPECT_TRUE(facts->isVisible());
    const QString print =
        QString::fromLatin1(known.constFirst().digest(QCryptographicHash::Sha256).toHex(':').toUpper());
    EXPECT_TRUE(facts->text().startsWith(file.fileName() + u'\n')) << qPrintable(facts->text());
    EXPECT_TRUE(QString(facts->text()).remove(u'\n').contains(print)) << qPrintable(facts->text());
    EXPECT_TRUE(facts->text().contains(known.constFirst().expiryDate().toUTC().date().toString(Qt::ISODate)));
    EXPECT_TRUE(child<QCheckBox>("caReplaces")->isEnabled());
    child("caFile")->setText(QStringLiteral("/etc/hostname"));
    clock.advance(ProfileDialog::TypingPause);
    EXPECT_FALSE(facts->isVisible());
    child("caFile")->clear();
    EXPECT_FALSE(child<QCheckBox>("caReplaces")->isEnabled());
    EXPECT_EQ(clock.pendingCalls(), 0U);
}

TEST_F(ProfileDialogTest, caFile_isReadWhenTypingPausesAndAtOnceWhenChosen) {
    QTemporaryFile file;
    ASSERT_TRUE(file.open() && file.write(QSslConfiguration::systemCaCertificates().constFirst().toPem()) > 0);
    ASSERT_TRUE(file.flush());
    child<QToolButton>("advanced")->click();
    const auto* facts = child<QLabel>("caFileFacts");
    child("caFile")->setText(file.fileName());
    for (int key = 0; key < 5; ++key) {
        clock.advance(ProfileDialog::TypingPause / 2);
        EXPECT_FALSE(facts->isVisible()) << "key " << key;
        QTest::keyClicks(child("caFile"), QStringLiteral(" "));
    }
    clock.advance(ProfileDialog::TypingPause);
    EXPECT_TRUE(facts->isVisible());
    QTest::keyClicks(child("caFile"), QStringLiteral("x"));
    EXPECT_FALSE(facts->isVisible()) << "what it says is about another file";
    dialogs.file = file.fileName();
    QTest::mouseClick(child<QPushButton>("browse"), Qt::LeftButton);
    EXPECT_TRUE(facts->isVisible());
    EXPECT_EQ(clock.pendingCalls(), 0U);
}

TEST_F(ProfileDialogTest, caFile_isJudgedByTheClockOfTheProgram) {
    QTemporaryFile file;
    const QSslCertificate authority = QSslConfiguration::systemCaCertificates().constFirst();
    ASSERT_TRUE(file.open() && file.write(authority.toPem()) > 0 && file.flush());
    child<QToolButton>("advanced")->click();
    clock.setNow(authority.effectiveDate().addDays(-2).toMSecsSinceEpoch() * 1000);
    dialogs.file = file.fileName();
    QTest::mouseClick(child<QPushButton>("browse"), Qt::LeftButton);
    const QString facts = child<QLabel>("caFileFacts")->text();
    EXPECT_TRUE(facts.contains(QStringLiteral("Not valid before"))) << qPrintable(facts);
}

TEST_F(ProfileDialogTest, savedProfile_asksOnlyForTheSecret) {
    session::Profile profile;
    profile.name = QStringLiteral("prod");
    profile.api = QUrl(QStringLiteral("https://attune.example.com"));
    profile.method = session::SignInMethod::Ldap;
    profile.login = QStringLiteral("alice");
    dialog.setProfile(profile);
    EXPECT_EQ(dialog.focusWidget(), child("secret"));
    EXPECT_EQ(dialog.profile(), profile);
}

TEST(ProfileDialog, destroyedWhileBusy_stopsTheAttempt) {
    test::FakeSignIn signIn;
    test::FakeDialogs dialogs;
    {
        test::ManualClock clock;
        ProfileDialog dialog(signIn, dialogs, clock);
        session::Profile profile;
        profile.name = QStringLiteral("prod");
        profile.api = QUrl(QStringLiteral("https://attune.example.com"));
        profile.login = QStringLiteral("alice");
        dialog.setProfile(profile);
        dialog.show();
        dialog.findChild<QLineEdit*>(QStringLiteral("secret"))->setText(QStringLiteral("x"));
        QTest::keyClick(&dialog, Qt::Key_Return);
        ASSERT_EQ(signIn.attempts, 1);
    }
    EXPECT_EQ(signIn.cancelled, 1);
}

TEST_F(ProfileDialogTest, proxyLogin_goesAlongAndItsPasswordIsCleared) {
    fill();
    child<QToolButton>("advanced")->setChecked(true);
    EXPECT_FALSE(child("proxyPassword")->isEnabled()) << "a password belongs to a login";
    type("proxy", QStringLiteral("proxy.example.com:3128"));
    type("proxyUser", QStringLiteral("bob"));
    type("proxyPassword", QStringLiteral("word"));
    EXPECT_EQ(child("proxyPassword")->echoMode(), QLineEdit::Password);
    pressEnter();
    ASSERT_EQ(signIn.attempts, 1);
    EXPECT_EQ(signIn.profile.proxyUser, QStringLiteral("bob"));
    EXPECT_EQ(signIn.proxyPassword, QStringLiteral("word"));
    signIn.done(session::SignInProblem{session::ProfileField::ProxyLogin, QStringLiteral("The proxy says no.")});
    EXPECT_EQ(error("proxyLogin"), QStringLiteral("The proxy says no."));
    EXPECT_TRUE(isShown("proxyLogin"));
    EXPECT_TRUE(child("proxyPassword")->hasFocus());
    type("proxyPassword", QStringLiteral("better"));
    EXPECT_EQ(error("proxyLogin"), QString());
    pressEnter();
    signIn.done(std::nullopt);
    EXPECT_EQ(child("proxyPassword")->text(), QString());
}

TEST_F(ProfileDialogTest, direct_needsNoProxyLogin) {
    fill();
    child<QToolButton>("advanced")->setChecked(true);
    type("proxyUser", QStringLiteral("bob"));
    type("proxyPassword", QStringLiteral("word"));
    type("proxy", QStringLiteral("direct"));
    EXPECT_FALSE(child("proxyUser")->isEnabled());
    EXPECT_FALSE(child("proxyPassword")->isEnabled());
    pressEnter();
    EXPECT_EQ(signIn.profile.proxyUser, QString());
    EXPECT_EQ(signIn.proxyPassword, QString());
}

TEST_F(ProfileDialogTest, savedProxyLogin_needsNoPassword) {
    session::Profile saved;
    saved.name = QStringLiteral("prod");
    saved.api = QUrl(QStringLiteral("https://attune.example.com"));
    saved.login = QStringLiteral("alice");
    saved.proxyUser = QStringLiteral("bob");
    dialog.setProfile(saved);
    EXPECT_TRUE(child("proxyUser")->isVisible());
    EXPECT_FALSE(child("proxyPassword")->placeholderText().isEmpty());
    type("proxyUser", QStringLiteral("carol"));
    EXPECT_TRUE(child("proxyPassword")->placeholderText().isEmpty()) << "hers is not known";
}

TEST_F(ProfileDialogTest, addressWithAnEncodedSpace_isGivenBackAsItWas) {
    session::Profile profile;
    profile.name = QStringLiteral("prod");
    profile.api = *session::parseBaseUrl(QStringLiteral("https://attune.example.com/a%20b/%7Bc%7D"));
    dialog.setProfile(profile);
    EXPECT_EQ(dialog.profile().api, profile.api);
}

} // namespace
} // namespace attune::widgets
