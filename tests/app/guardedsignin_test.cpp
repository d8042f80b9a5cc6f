// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "guardedsignin.h"
#include "instancekeeper.h"
#include "support/printers.h"
#include "support/waiting.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QLocalServer>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTimer>

#include <optional>

using namespace attune;
using namespace std::chrono_literals;
using app::GuardedSignIn;
using app::InstanceKeeper;
using net::InstanceGuard;
using session::SignInProblem;
using test::waitFor;
using Role = InstanceGuard::Role;

namespace {

/// Notes who is asked for, and answers when the test says so.
class Service final : public session::SignInService {
public:
    void signIn(const session::Profile& profile, const session::Credentials&, QObject*, Done answer) override {
        asked += profile.name;
        done = std::move(answer);
    }
    void resume(const session::Profile& profile, bool, QObject*, Done answer) override {
        asked += profile.name + QStringLiteral(" again");
        done = std::move(answer);
    }
    void cancelSignIn() override { done = nullptr; }
    void forget(const session::Profile&) override {}
    void forgetProxy(const session::Profile&) override {}

    QStringList asked;
    Done done;
};

constexpr auto Fraction = 300ms; // of a second; what may be noticed

/// A window that shows the profile "own", beside others.
class GuardedSignInTest : public ::testing::Test {
protected:
    GuardedSignInTest() {
        qputenv("XDG_RUNTIME_DIR", folder.path().toUtf8());
        EXPECT_TRUE(keeper.claim(QStringLiteral("own")));
    }
    [[nodiscard]] static session::Profile profile(const char* name) {
        session::Profile result;
        result.name = QString::fromLatin1(name);
        return result;
    }
    [[nodiscard]] session::SignInService::Done note() {
        return [this](const std::optional<SignInProblem>& what) {
            ++answers;
            problem = what;
        };
    }
    void signIn(const char* name) {
        QElapsedTimer took;
        took.start();
        guarded.signIn(profile(name), QStringLiteral("secret"), context.get(), note());
        EXPECT_LT(took.elapsed(), Fraction.count());
    }
    /// What a window that starts with this profile would become.
    [[nodiscard]] static Role roleOf(const char* name) {
        InstanceGuard other{QString::fromLatin1(name)};
        std::optional<Role> role;
        other.claim([&role](Role told) { role = told; });
        EXPECT_TRUE(waitFor([&role] { return role.has_value(); }));
        return role.value_or(Role::Alone);
    }

    QTemporaryDir folder;
    InstanceKeeper keeper;
    Service service;
    GuardedSignIn guarded{service, keeper};
    std::unique_ptr<QObject> context = std::make_unique<QObject>();
    std::optional<SignInProblem> problem;
    int answers = 0;
};

} // namespace

TEST_F(GuardedSignInTest, profileThatNobodyShows_isSignedInToAndItsNameHeld) {
    signIn("prod");
    ASSERT_EQ(service.asked, QStringList(QStringLiteral("prod")));
    EXPECT_EQ(roleOf("prod"), Role::Second) << "from the first moment on";
    EXPECT_EQ(roleOf("own"), Role::Second) << "which is still shown";
    service.done(std::nullopt);
    EXPECT_EQ(answers, 1);
    EXPECT_FALSE(problem);
    EXPECT_EQ(roleOf("prod"), Role::Second);
    EXPECT_EQ(roleOf("own"), Role::First);
}

TEST_F(GuardedSignInTest, profileOfAnotherWindow_raisesThatOneAndLeavesThisOneAlone) {
    InstanceGuard other(QStringLiteral("prod"));
    ASSERT_EQ(other.claim(), Role::First);
    int raised = 0;
    QObject::connect(&other, &InstanceGuard::raiseRequested, context.get(), [&raised] { ++raised; });
    signIn("prod");
    ASSERT_TRUE(waitFor([this] { return answers == 1; }));
    ASSERT_TRUE(problem);
    EXPECT_TRUE(problem->isShownElsewhere);
    EXPECT_TRUE(problem->message.contains(QStringLiteral("prod"))) << problem->message.toStdString();
    EXPECT_EQ(raised, 1);
    guarded.resume(profile("prod"), false, context.get(), note());
    ASSERT_TRUE(waitFor([this] { return answers == 2; }));
    EXPECT_EQ(raised, 2);
    EXPECT_EQ(service.asked, QStringList()) << "nothing was sent anywhere";
    EXPECT_EQ(roleOf("own"), Role::Second) << "where we are";
}

TEST_F(GuardedSignInTest, ownProfile_needsNoQuestion) {
    guarded.resume(profile("own"), true, context.get(), note());
    ASSERT_EQ(service.asked, QStringList(QStringLiteral("own again")));
    service.done(SignInProblem{});
    EXPECT_EQ(answers, 1);
    EXPECT_EQ(roleOf("own"), Role::Second) << "failing is no reason to let it go";
}

TEST_F(GuardedSignInTest, signInThatFailsOrIsGivenUp_letsTheNameGo) {
    signIn("prod");
    service.done(SignInProblem{});
    EXPECT_TRUE(problem);
    EXPECT_TRUE(waitFor([] { return roleOf("prod") == Role::First; }));
    signIn("prod");
    guarded.cancelSignIn();
    EXPECT_TRUE(waitFor([] { return roleOf("prod") == Role::First; }));
    EXPECT_EQ(roleOf("own"), Role::Second);
}

TEST_F(GuardedSignInTest, windowThatHangs_holdsNobodyUp) {
    const InstanceGuard prod(QStringLiteral("prod"));
    QLockFile lock(prod.socketPath() + QStringLiteral(".lock"));
    ASSERT_TRUE(lock.tryLock());
    QLocalServer silent;
    ASSERT_TRUE(silent.listen(prod.socketPath()));
    QElapsedTimer sinceTick;
    qint64 longest = 0;
    QTimer ticks;
    QObject::connect(&ticks, &QTimer::timeout, &ticks, [&] { longest = std::max(longest, sinceTick.restart()); });
    sinceTick.start();
    ticks.start(10ms);
    signIn("prod");
    EXPECT_EQ(service.asked, QStringList());
    ASSERT_TRUE(waitFor([this] { return !service.asked.isEmpty(); }, 10s)) << "who does not answer does not count";
    EXPECT_LT(longest, Fraction.count());
    EXPECT_EQ(answers, 0);
}

TEST_F(GuardedSignInTest, whoeverIsGoneOrHasGivenUp_isNotAnswered) {
    InstanceGuard other(QStringLiteral("prod"));
    ASSERT_EQ(other.claim(), Role::First);
    int raised = 0;
    QObject::connect(&other, &InstanceGuard::raiseRequested, &other, [&raised] { ++raised; });
    signIn("prod");
    context.reset();
    ASSERT_TRUE(waitFor([&raised] { return raised == 1; }));
    context = std::make_unique<QObject>();
    signIn("prod");
    guarded.cancelSignIn();
    signIn("prod");
    ASSERT_TRUE(waitFor([this] { return answers > 0; }));
    EXPECT_FALSE(waitFor([this] { return answers > 1; }, 100ms));
}
