// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "faultsfixture.h"

using namespace attune;
using namespace std::chrono_literals;
using State = session::ConnectionState;
using test::waitFor;

namespace {

constexpr char WebPage[] = "<!doctype html><html><head><title>Welcome to the airport</title></head></html>";

/// Somebody else answers where the server should be: a portal, a web server, a proxy.
class StrangerFaults : public test::FaultsFixture {
protected:
    [[nodiscard]] qsizetype sent(const char* what) const { return api->sentByClients().count(what); }
};

/// What is said instead of "101 Switching Protocols".
class StrangerAtTheNotifier : public test::FaultsFixture, public ::testing::WithParamInterface<int> {};

} // namespace

TEST_F(StrangerFaults, webPageAtSignIn_getsNoSecretAndNoHandshake) {
    serveBehindProxies([](sim::SimOptions& options) { options.password = QStringLiteral("correct-horse"); });
    control().fail({.pathPrefix = "/", .status = 200, .contentType = "text/html", .body = WebPage, .count = -1});
    const auto problem = signIn();
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->field, session::ProfileField::Api);
    EXPECT_TRUE(problem->message.contains(QStringLiteral("web page"))) << problem->message.toStdString();
    EXPECT_EQ(sent("HTTP/1.1\r\n"), 1) << api->sentByClients().constData();
    EXPECT_EQ(sent("correct-horse"), 0);
    EXPECT_EQ(notifier->accepted(), 0);
    EXPECT_EQ(state(), State::SignedOut);
}

TEST_F(StrangerFaults, redirectAtSignIn_isNotFollowed) {
    serveBehindProxies([](sim::SimOptions& options) { options.password = QStringLiteral("correct-horse"); });
    test::FaultProxy elsewhere(1);
    const QByteArray location = "\r\nLocation: http://127.0.0.1:" + QByteArray::number(elsewhere.port()) + "/auth";
    control().fail({.pathPrefix = "/", .status = 302, .contentType = "text/html" + location, .body = {}, .count = -1});
    const auto problem = signIn();
    ASSERT_TRUE(problem);
    EXPECT_TRUE(problem->message.contains(QStringLiteral("redirects"))) << problem->message.toStdString();
    EXPECT_EQ(elsewhere.accepted(), 0);
    EXPECT_EQ(sent("correct-horse"), 0);
    EXPECT_EQ(notifier->accepted(), 0);
}

TEST_F(StrangerFaults, webPageInsteadOfTheList_isNotLiveAndNoReasonToSignInAgain) {
    liveAt(0);
    const auto rows = store.size();
    takeApi({{.pathPrefix = "/", .status = 200, .contentType = "text/html", .body = WebPage, .count = -1}});
    session->refresh();
    ASSERT_TRUE(leavesLive(1s));
    ASSERT_TRUE(waitFor([&] { return session->counters().malformed >= 3; })) << "it is asked again";
    EXPECT_EQ(state(), State::Syncing);
    const auto created = control().emitCreated(3);
    EXPECT_TRUE(waitFor([&] { return hasAll(created); }, 2s)) << "the notifier still tells what happens";
    EXPECT_EQ(sent("POST /auth/refresh"), 0);
    EXPECT_EQ(sent("POST /auth/login"), 1);
    EXPECT_EQ(notifier->accepted(), 1);
    EXPECT_EQ(store.size(), rows + 3);
    giveApiBack();
    expectRecovery();
}

TEST_P(StrangerAtTheNotifier, isNotFollowedAndNoEnd) {
    liveAt(0);
    test::FaultProxy elsewhere(1);
    const QByteArray place = "http://127.0.0.1:" + QByteArray::number(elsewhere.port()) + "/ws";
    control().fail(
        {.pathPrefix = "/ws", .status = GetParam(), .contentType = "text/html\r\nLocation: " + place, .body = WebPage});
    notifier->resetAll();
    ASSERT_TRUE(leavesLive(1s));
    const auto away = control().emitCreated(3);
    const auto handshakes = control().stats().handshakes;
    ASSERT_TRUE(waitFor([&] { return control().stats().handshakes > handshakes && state() == State::Offline; }));
    const QString reason = session->status().reason;
    EXPECT_TRUE(reason.contains(QString::number(GetParam()))) << reason.toStdString();
    EXPECT_FALSE(reason.contains(QStringLiteral("airport"))) << reason.toStdString();
    expectRecovery();
    EXPECT_EQ(elsewhere.accepted(), 0);
    EXPECT_TRUE(hasAll(away));
}

INSTANTIATE_TEST_SUITE_P(Statuses, StrangerAtTheNotifier, ::testing::Values(200, 302, 426),
                         [](const auto& which) { return "status" + std::to_string(which.param); });
