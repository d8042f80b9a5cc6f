// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "networks/ownnetwork.h"
#include "simprocess.h"
#include "support/waiting.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QUdpSocket>

// Whoever should know the addresses of names does not answer.

namespace attune::e2e {
namespace {

class SilentResolver : public ::testing::TestWithParam<const char*> {
protected:
    SilentResolver() {
        EXPECT_TRUE(resolver.bind(QHostAddress(QHostAddress::LocalHost), 53));
        replace("/etc/nsswitch.conf", "hosts: dns\n");
        replace("/etc/resolv.conf", "nameserver 127.0.0.1\noptions timeout:10 attempts:1\n");
    }
    ~SilentResolver() override {
        process.kill();
        process.waitForFinished();
        EXPECT_TRUE(putBack("/etc/resolv.conf"));
        EXPECT_TRUE(putBack("/etc/nsswitch.conf"));
    }
    void replace(const char* path, const QByteArray& text) {
        QFile file(home.filePath(QString::fromLatin1(path).section(u'/', -1)));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        ASSERT_TRUE(putInPlaceOf(path, file.fileName().toStdString()));
    }
    void start(const char* name) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* folder : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"})
            environment.insert(QString::fromLatin1(folder), home.path());
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("ATTUNE_PASSWORD"), QStringLiteral("secret"));
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(program(name), {QStringLiteral("--api"), QStringLiteral("https://attune.example"),
                                      QStringLiteral("--login"), QStringLiteral("alice")});
        ASSERT_TRUE(process.waitForStarted());
    }

    QTemporaryDir home;
    QUdpSocket resolver;
    QProcess process;
};

} // namespace

TEST_P(SilentResolver, programThatIsToEnd_endsWithinTwoSeconds) {
    start(GetParam());
    ASSERT_TRUE(test::waitFor([this] { return resolver.hasPendingDatagrams(); }));
    QElapsedTimer time;
    time.start();
    process.terminate();
    EXPECT_TRUE(process.waitForFinished(10'000));
    EXPECT_LE(time.elapsed(), 2'000);
    EXPECT_EQ(process.exitStatus(), QProcess::NormalExit);
}

INSTANTIATE_TEST_SUITE_P(Programs, SilentResolver, ::testing::Values("attune-tail", "attune-watch"));

} // namespace attune::e2e
