// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"
#include "support/waiting.h"

#include "attune/net/instanceguard.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QTemporaryDir>

#include <future>

using namespace attune;
using net::InstanceGuard;
using test::waitFor;
using Role = InstanceGuard::Role;

namespace {

class InstanceGuardTest : public ::testing::Test {
protected:
    [[nodiscard]] std::unique_ptr<InstanceGuard> guard(const char* name = "prod") const {
        return std::make_unique<InstanceGuard>(QString::fromLatin1(name), folder.path());
    }
    /// A later start, which blocks its own thread only.
    [[nodiscard]] Role startAgain() const {
        auto role = std::async(std::launch::async, [this] { return guard()->claim(); });
        EXPECT_TRUE(waitFor([&] { return role.wait_for(std::chrono::seconds(0)) == std::future_status::ready; }));
        return role.get();
    }
    /// What the one who listens answers.
    [[nodiscard]] QByteArray say(const QByteArray& bytes) const {
        QLocalSocket socket;
        socket.connectToServer(first->socketPath());
        EXPECT_TRUE(waitFor([&] { return socket.state() == QLocalSocket::ConnectedState; }));
        socket.write(bytes);
        EXPECT_TRUE(waitFor([&] { return socket.state() == QLocalSocket::UnconnectedState; }));
        return socket.readAll();
    }
    void claimFirst() {
        ASSERT_EQ(first->claim(), Role::First);
        QObject::connect(first.get(), &InstanceGuard::raiseRequested, first.get(), [this] { ++raised; });
    }

    QTemporaryDir folder;
    std::unique_ptr<InstanceGuard> first = guard();
    int raised = 0;
};

} // namespace

TEST_F(InstanceGuardTest, secondStart_raisesTheFirst) {
    claimFirst();
    EXPECT_EQ(startAgain(), Role::Second);
    EXPECT_EQ(startAgain(), Role::Second);
    EXPECT_EQ(raised, 2);
    first.reset();
    EXPECT_EQ(guard()->claim(), Role::First) << "the place is free again";
}

TEST_F(InstanceGuardTest, otherName_isAnotherProgram) {
    claimFirst();
    EXPECT_EQ(guard("test")->claim(), Role::First);
    EXPECT_EQ(guard("")->claim(), Role::First);
    EXPECT_EQ(raised, 0);
}

TEST_F(InstanceGuardTest, leftoverOfAKilledProgram_isNoObstacle) {
    claimFirst();
    const QString path = first->socketPath();
    first.reset();
    QFile leftover(path);
    ASSERT_TRUE(leftover.open(QIODevice::WriteOnly));
    leftover.close();
    EXPECT_EQ(guard()->claim(), Role::First);
}

TEST_F(InstanceGuardTest, anythingButTheOneRequest_isRefused) {
    claimFirst();
    for (const QByteArray& words :
         {QByteArray("open file:///etc/passwd\n"), QByteArray("raise now\n"), QByteArray("raise\nraise\n"),
          QByteArray("\0\0\0\0", 4), QByteArray(100'000, 'r'), QByteArray("raisf")})
        EXPECT_EQ(say(words), QByteArray()) << words.left(20).toStdString();
    EXPECT_EQ(raised, 0);
    EXPECT_EQ(say("raise\n"), QByteArray("done\n"));
    EXPECT_EQ(raised, 1);
    EXPECT_EQ(say("rai"), QByteArray()) << "who does not go on is not waited for";
}

TEST_F(InstanceGuardTest, folderThatOthersCanRead_isNotUsed) {
    claimFirst();
    const QString shared = QFileInfo(first->socketPath()).absolutePath();
    EXPECT_EQ(QFileInfo(shared).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther),
              QFile::Permissions());
    ASSERT_TRUE(QFile::setPermissions(shared, QFile::Permissions(0x7755)));
    EXPECT_EQ(guard("other")->claim(), Role::Alone);
}

TEST_F(InstanceGuardTest, withoutARuntimeFolder_everyoneRuns) {
    InstanceGuard nowhere(QStringLiteral("prod"), QString());
    EXPECT_EQ(nowhere.claim(), Role::Alone);
    InstanceGuard missing(QStringLiteral("prod"), QStringLiteral("/does/not/exist"));
    EXPECT_EQ(missing.claim(), Role::Alone);
    qputenv("XDG_RUNTIME_DIR", "/run/somewhere");
    EXPECT_EQ(InstanceGuard::runtimeFolder(), QStringLiteral("/run/somewhere"));
}
