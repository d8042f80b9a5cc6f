// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "faults/programpair.h"
#include "networks/ownnetwork.h"
#include "support/printers.h"

#include <QHostAddress>

// The programs know their server by a name, and the name is given to another machine.

namespace attune::e2e {
namespace {

using namespace std::chrono_literals;
using test::waitFor;

class HostMoved : public ProgramPair {
protected:
    HostMoved() {
        writeTo("nsswitch.conf", "hosts: files\n");
        name(First);
        EXPECT_TRUE(putInPlaceOf("/etc/nsswitch.conf", path("nsswitch.conf").toStdString()));
        EXPECT_TRUE(putInPlaceOf("/etc/hosts", path("hosts").toStdString()));
    }
    ~HostMoved() override {
        EXPECT_TRUE(putBack("/etc/hosts"));
        EXPECT_TRUE(putBack("/etc/nsswitch.conf"));
    }
    [[nodiscard]] QString at(const QString& url, const test::FaultProxy& proxy) const override {
        QUrl moved(ProgramPair::at(url, proxy));
        moved.setHost(QStringLiteral("localhost")); // no other name may be used without encryption
        return moved.toString();
    }
    /// In the same file, as it is looked at where it is.
    void writeTo(const char* file, const QByteArray& text) {
        QFile target(path(file));
        ASSERT_TRUE(target.open(QIODevice::WriteOnly | QIODevice::Truncate));
        target.write(text);
    }
    void name(const char* address) { writeTo("hosts", QByteArray(address) + " localhost\n"); }
    /// The server is somewhere else, the name leads there, and new connections are possible nowhere else.
    void move() {
        name(Second);
        for (Watched* one : {&monitor, &tail}) {
            one->api.setRefusing(true);
            one->notifier.setRefusing(true);
        }
    }
    /// What went over a connection to the new place is for the name and for nobody else.
    static void expectAsBefore(const test::FaultProxy& proxy) {
        const QByteArray& sent = proxy.sentByClients();
        EXPECT_TRUE(waitFor([&] { return sent.contains("\r\n\r\n"); }, 17s));
        const QByteArray host = "\r\nHost: localhost:" + QByteArray::number(proxy.port()) + "\r\n";
        EXPECT_GT(sent.count(host), 0) << sent.left(1'000).constData();
        EXPECT_EQ(sent.count("\r\nHost: "), sent.count(host));
        EXPECT_GT(sent.count("\r\nAuthorization: Bearer "), 0);
    }

    static constexpr const char* First = "127.0.0.1";
    static constexpr const char* Second = "127.0.0.2";
    const QHostAddress elsewhere{QString::fromLatin1(Second)};
    test::FaultProxy monitorApi{portOf(sim.text("api")), elsewhere, monitor.api.port()};
    test::FaultProxy monitorNotifier{portOf(sim.text("ws")), elsewhere, monitor.notifier.port()};
    test::FaultProxy tailApi{portOf(sim.text("api")), elsewhere, tail.api.port()};
    test::FaultProxy tailNotifier{portOf(sim.text("ws")), elsewhere, tail.notifier.port()};
};

/// The notifier is known by its address, and stays.
class ApiMoved : public HostMoved {
protected:
    [[nodiscard]] QString at(const QString& url, const test::FaultProxy& proxy) const override {
        return url.startsWith(QStringLiteral("ws")) ? ProgramPair::at(url, proxy) : HostMoved::at(url, proxy);
    }
};

} // namespace

TEST_F(HostMoved, serverThatEndsAtItsOldAddress_isFoundAtItsNewOne) {
    control("rate", {{QStringLiteral("rate"), 5}});
    move();
    for (Watched* one : {&monitor, &tail}) {
        one->api.resetAll();
        one->notifier.resetAll();
    }
    EXPECT_TRUE(waitFor([this] { return outputOf(tail).count("-> live") > 1; }, 17s)) << outputOf(tail).constData();
    EXPECT_TRUE(waitFor([this] { return monitorNotifier.openLinks() > 0 && monitorState() == u"live"; }, 17s));
    for (const test::FaultProxy* proxy : {&monitorApi, &monitorNotifier, &tailApi, &tailNotifier})
        expectAsBefore(*proxy);
    expectMirrorOfServer();
}

TEST_F(HostMoved, serverThatFallsSilentAtItsOldAddress_isFoundAtItsNewOne) {
    control("rate", {{QStringLiteral("rate"), 5}});
    move();
    for (Watched* one : {&monitor, &tail}) {
        one->api.setBlackHole(true, true);
        one->notifier.setBlackHole(true, true);
    }
    EXPECT_TRUE(waitFor([this] { return outputOf(tail).contains("live -> "); }, 16s)) << outputOf(tail).constData();
    EXPECT_TRUE(waitFor([this] { return outputOf(tail).count("-> live") > 1; }, 17s)) << outputOf(tail).constData();
    EXPECT_TRUE(waitFor([this] { return monitorNotifier.openLinks() > 0 && monitorState() == u"live"; }, 17s));
    for (const test::FaultProxy* proxy : {&monitorApi, &monitorNotifier, &tailApi, &tailNotifier})
        expectAsBefore(*proxy);
}

TEST_F(ApiMoved, apiThatMovesWithoutItsNotifier_isFoundAtItsNewAddress) {
    control("rate", {{QStringLiteral("rate"), 5}});
    name(Second);
    for (Watched* one : {&monitor, &tail}) {
        one->api.setRefusing(true);
        one->api.resetAll();
    }
    EXPECT_TRUE(waitFor([this] { return tailApi.accepted() > 0 && monitorApi.accepted() > 0; }, 30s));
    for (const test::FaultProxy* proxy : {&monitorApi, &tailApi})
        expectAsBefore(*proxy);
}

} // namespace attune::e2e
