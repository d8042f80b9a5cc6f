// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "faultproxy.h"
#include "secrets/memoryscan.h"
#include "simprocess.h"
#include "support/printers.h"
#include "support/waiting.h"

#include <gtest/gtest.h>

#include <QUrl>

#include <memory>

namespace attune::e2e {
namespace {

using test::FaultProxy;
using test::waitFor;

const QString Password = QStringLiteral("Canary-Password-0815");

class Memory : public ::testing::Test {
protected:
    void start(const char* probeFile, int tokenLifetime = 3600) {
#ifdef __SANITIZE_ADDRESS__
        GTEST_SKIP() << "the sanitizer keeps what was freed on purpose";
#endif
        sim = std::make_unique<SimProcess>(
            QStringList{QStringLiteral("--rows"), QStringLiteral("500"), QStringLiteral("--password"), Password,
                        QStringLiteral("--access-lifetime"), QString::number(tokenLifetime)});
        ASSERT_TRUE(sim->isReady());
        api = std::make_unique<FaultProxy>(portOf(sim->text("api")));
        notifier = std::make_unique<FaultProxy>(portOf(sim->text("ws")));
        probe.start(QString::fromUtf8(probeFile),
                    {at(sim->text("api"), api->port()), at(sim->text("ws"), notifier->port()), sim->text("login")});
        ASSERT_TRUE(probe.waitForStarted());
        if (!memoryCanBeRead(probe.processId()))
            GTEST_SKIP() << "this system does not let a parent look into its child";
        probe.write("in " + Password.toUtf8() + '\n');
        ASSERT_TRUE(says("live")) << said.toStdString();
    }
    ~Memory() override {
        probe.kill();
        probe.waitForFinished();
    }
    void signOut() {
        probe.write("out\n");
        ASSERT_TRUE(says("forgotten"));
    }
    [[nodiscard]] bool says(const QByteArray& word) {
        return waitFor([&] {
            said += probe.readAllStandardOutput();
            return said.split('\n').contains(word);
        });
    }
    [[nodiscard]] static std::uint16_t portOf(const QString& url) {
        return static_cast<std::uint16_t>(QUrl(url).port());
    }
    [[nodiscard]] static QString at(const QString& url, std::uint16_t port) {
        QUrl moved(url);
        moved.setPort(port);
        return moved.toString();
    }
    /// The signature of the newest token on the wire: the other parts are the same in many tokens.
    [[nodiscard]] static QByteArray signatureOf(const QByteArray& wire, const QByteArray& before) {
        const qsizetype found = wire.lastIndexOf(before);
        const qsizetype begin = found + before.size();
        qsizetype end = begin;
        while (found >= 0 && end < wire.size() && wire[end] > ' ' && wire[end] != '"')
            ++end;
        const QByteArray token = wire.mid(begin, end - begin);
        return token.mid(token.lastIndexOf('.') + 1);
    }
    [[nodiscard]] QByteArray access() const { return signatureOf(notifier->sentByClients(), "Authorization: Bearer "); }
    [[nodiscard]] QByteArray refresh() const { return signatureOf(api->receivedByClients(), "\"refresh_token\":\""); }
    [[nodiscard]] QStringList places(const QByteArray& text) const {
        constexpr qsizetype ShortestSecret = 16;
        return text.size() < ShortestSecret ? QStringList{QStringLiteral("nothing to look for")}
                                            : placesInMemory(probe.processId(), text);
    }

    std::unique_ptr<SimProcess> sim;
    std::unique_ptr<FaultProxy> api;
    std::unique_ptr<FaultProxy> notifier;
    QProcess probe;
    QByteArray said;
};

} // namespace

TEST_F(Memory, signedOut_holdsNoSecret) {
    start(ATTUNE_SIGNOUT_PROBE);
    if (IsSkipped() || HasFatalFailure())
        return;
    const QByteArray accessToken = access();
    const QByteArray refreshToken = refresh();
    // One of ours, shared by all who need it; one in the header that Qt's WebSocket was opened with, and one in the
    // request that Qt's HTTP connection sent last.
    const QStringList live = places(accessToken);
    EXPECT_GE(live.size(), 1);
    EXPECT_LE(live.size(), 3) << live.join(u'\n').toStdString();
    EXPECT_EQ(places(refreshToken).size(), 1) << places(refreshToken).join(u'\n').toStdString();
    EXPECT_EQ(places(Password.toUtf8()), QStringList()) << "it was needed once";
    signOut();
    EXPECT_EQ(places(accessToken), QStringList());
    EXPECT_EQ(places(refreshToken), QStringList());
    EXPECT_EQ(places(Password.toUtf8()), QStringList());
}

TEST_F(Memory, renewed_forgetsTheTokenBefore) {
    start(ATTUNE_SIGNOUT_PROBE, 5);
    if (IsSkipped() || HasFatalFailure())
        return;
    const QByteArray first = access();
    ASSERT_TRUE(waitFor([&] { return access() != first; }));
    EXPECT_TRUE(waitFor([&] { return places(first).isEmpty(); })) << places(first).join(u'\n').toStdString();
    EXPECT_FALSE(places(access()).isEmpty());
    signOut();
    EXPECT_EQ(places(access()), QStringList());
}

TEST_F(Memory, withoutTheWipingHeap_thisWouldBeNoticed) {
    start(ATTUNE_SIGNOUT_PROBE_PLAIN);
    if (IsSkipped() || HasFatalFailure())
        return;
    signOut();
    EXPECT_GT(places(access()).size(), 1);
}

} // namespace attune::e2e
