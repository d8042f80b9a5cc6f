// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sim/simclient.h"
#include "support/printers.h"
#include "support/waiting.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QTcpSocket>

using attune::test::handshake;
using attune::test::Listener;
using attune::test::Response;
using attune::test::Sim;
using attune::test::waitFor;
using nlohmann::json;
using namespace attune;

namespace {

void control(Sim& sim, const char* path, const json& body = json::object()) {
    const Response answer = sim.post(QStringLiteral("/sim/") + QString::fromLatin1(path), body);
    EXPECT_EQ(answer.status, 200) << path << answer.body.toStdString();
}

} // namespace

TEST(SimControl, emit_makesRowsThatTheStateShows) {
    Sim sim;
    const std::size_t before = sim.state().size();
    const json made = sim.post(QStringLiteral("/sim/emit"), {{"created", 5}}).json();
    EXPECT_EQ(made["ids"].size(), 5U);
    EXPECT_EQ(sim.state().size(), before + 5);
    const json changed = sim.post(QStringLiteral("/sim/emit"), {{"changes", 2}}).json();
    EXPECT_EQ(changed["ids"], (json{made["ids"][4], made["ids"][3]})) << "the newest first";
    EXPECT_EQ(sim.post(QStringLiteral("/sim/emit"), {{"rows", {1}}}).status, 400);
    EXPECT_EQ(sim.post(QStringLiteral("/sim/emit"), {{"rows", {{{"id", "x"}}}}}).status, 400);
    EXPECT_EQ(sim.post(QStringLiteral("/sim/emit"), {{"created", "many"}}).status, 400);
}

TEST(SimControl, emittedRow_changesAKnownRow) {
    Sim sim;
    const auto listener = sim.listener({"entity_type:enforcement"});
    const auto id = sim.server.control().emitCreated(1)[0];
    const json row = {{"id", id}, {"status", "processed"}, {"created", "2001-01-01T00:00:00Z"}};
    control(sim, "emit", {{"rows", {row}}});
    const json quiet = {{"id", id}, {"rule", nullptr}, {"notify", false}};
    control(sim, "emit", {{"rows", {quiet}}});
    ASSERT_TRUE(listener->waitForCount(2));
    EXPECT_EQ(listener->notifications()[1]["payload"]["old_status"], "created");
    const Response oldest = sim.get(QStringLiteral("/api/v1/enforcements?per_page=1&page=%1").arg(sim.state().size()));
    EXPECT_EQ(oldest.json()["items"][0]["id"], id) << "the order follows the new instant";
    EXPECT_TRUE(oldest.json()["items"][0]["rule"].is_null());
    ASSERT_TRUE(listener->fence());
    EXPECT_EQ(listener->notifications().size(), 2U);
}

TEST(SimControl, droppedNotifications_areLostSilently) {
    Sim sim;
    const auto listener = sim.listener({"entity_type:enforcement"});
    control(sim, "drop", {{"n", 2}});
    const auto ids = sim.server.control().emitCreated(3);
    ASSERT_TRUE(listener->waitForCount(1));
    EXPECT_EQ(listener->notifications()[0]["entity_id"], ids[2]);
    EXPECT_EQ(sim.server.control().stats().dropped, 2U);
}

TEST(SimControl, deletedRows_goWithoutAWord) {
    Sim sim;
    const auto listener = sim.listener({"all"});
    const json first = sim.state()[0];
    const std::size_t before = sim.state().size();
    control(sim, "delete", {{"ids", {first["id"]}}});
    EXPECT_EQ(sim.state().size(), before - 1);
    EXPECT_EQ(sim.get(QStringLiteral("/api/v1/enforcements/%1").arg(first["id"].get<qlonglong>())).status, 404);
    ASSERT_TRUE(listener->fence());
    EXPECT_EQ(listener->notifications().size(), 0U);
}

TEST(SimControl, disconnect_endsAbruptly) {
    Sim sim;
    const auto listener = sim.listener({"all"});
    control(sim, "disconnect");
    ASSERT_TRUE(waitFor([&] { return listener->isGone; }));
    EXPECT_NE(static_cast<int>(listener->socket.closeCode()), 4401);
    EXPECT_EQ(sim.server.control().stats().clients, 0U);
    EXPECT_TRUE(sim.listener()->isOpen) << "one may come again";
}

TEST(SimControl, close_givesTheCodeAskedFor) {
    Sim sim;
    const auto listener = sim.listener();
    control(sim, "close", {{"code", 4401}});
    ASSERT_TRUE(waitFor([&] { return listener->isGone; }));
    EXPECT_EQ(static_cast<int>(listener->socket.closeCode()), 4401);
    EXPECT_EQ(listener->socket.closeReason(), QStringLiteral("token expired"));
}

TEST(SimControl, raw_sendsAnything) {
    Sim sim;
    const auto listener = sim.listener();
    control(sim, "raw", {{"text", "{broken"}});
    control(sim, "raw", {{"binary_base64", "AAEC"}});
    ASSERT_TRUE(waitFor([&] { return !listener->texts.empty() && !listener->binaries.empty(); }));
    EXPECT_EQ(listener->texts.back(), "{broken");
    EXPECT_EQ(listener->binaries[0], QByteArray("\x00\x01\x02", 3));
    const std::string large(300'000, 'x');
    control(sim, "raw", {{"text", large}});
    ASSERT_TRUE(waitFor([&] { return listener->texts.size() == 2; }));
    EXPECT_EQ(listener->texts.back(), large);
}

TEST(SimControl, stalledRest_acceptsAndNeverAnswers) {
    Sim sim;
    control(sim, "stall", {{"rest", true}});
    const std::unique_ptr<QNetworkReply> hanging(sim.begin("GET", QStringLiteral("/auth/settings")));
    ASSERT_TRUE(waitFor([&] { return sim.server.control().stats().requests == 1; }));
    EXPECT_EQ(sim.get(QStringLiteral("/sim/stats")).json()["requests"], 1);
    control(sim, "stall", {{"rest", false}});
    EXPECT_EQ(sim.get(QStringLiteral("/auth/settings")).status, 200);
    EXPECT_FALSE(hanging->isFinished());
}

TEST(SimControl, stalledSockets_neitherPongNorNotifyUntilTheStallEnds) {
    Sim sim;
    const auto listener = sim.listener({"entity_type:enforcement"});
    control(sim, "stall", {{"ws", true}});
    int pongs = 0;
    QObject::connect(&listener->socket, &QWebSocket::pong, listener.get(), [&] { ++pongs; });
    listener->socket.ping();
    sim.server.control().emitCreated(2);
    Listener late(sim.endpoints.ws, sim.token);
    EXPECT_FALSE(waitFor([&] { return pongs > 0 || !listener->notifications().empty() || late.isOpen; },
                         std::chrono::milliseconds(100)));
    control(sim, "stall", {{"ws", false}});
    EXPECT_TRUE(waitFor([&] { return pongs == 1 && listener->notifications().size() == 2 && !late.frames.empty(); }));
}

TEST(SimControl, clientThatLeavesDuringAStall_isForgotten) {
    Sim sim;
    auto listener = sim.listener();
    control(sim, "stall", {{"ws", true}});
    listener->socket.abort();
    listener.reset();
    control(sim, "stall", {{"ws", false}});
    EXPECT_TRUE(waitFor([&] { return sim.server.control().stats().clients == 0; }));
}

TEST(SimControl, downServer_refusesEverythingButTheControlPlane) {
    Sim sim;
    const auto listener = sim.listener();
    EXPECT_EQ(sim.get(QStringLiteral("/auth/settings")).status, 200);
    control(sim, "down");
    ASSERT_TRUE(waitFor([&] { return listener->isGone; }));
    EXPECT_EQ(sim.get(QStringLiteral("/auth/settings")).status, 0);
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(sim.endpoints.ws.port()));
    EXPECT_TRUE(waitFor([&] { return socket.error() == QAbstractSocket::ConnectionRefusedError; }));
    EXPECT_GT(sim.state().size(), 0U);
    control(sim, "up");
    EXPECT_EQ(sim.get(QStringLiteral("/auth/settings")).status, 200);
    Listener again(sim.endpoints.ws, sim.token);
    ASSERT_TRUE(waitFor([&] { return !again.frames.empty(); }));
    EXPECT_EQ(again.frames[0]["client_id"], "client_1") << "client ids start again";
}

TEST(SimControl, downServerOnOnePort_refusesBoth) {
    sim::SimOptions options;
    options.singlePort = 0;
    Sim sim(options);
    control(sim, "down");
    EXPECT_EQ(sim.get(QStringLiteral("/auth/settings")).status, 0);
    EXPECT_EQ(sim.get(QStringLiteral("/index.html")).status, 0);
    Listener refused(sim.endpoints.ws, sim.token);
    ASSERT_TRUE(
        waitFor([&] { return refused.isGone || refused.socket.error() != QAbstractSocket::UnknownSocketError; }));
    EXPECT_FALSE(refused.isOpen);
    control(sim, "up");
    EXPECT_TRUE(sim.listener()->isOpen);
}

TEST(SimControl, latency_delaysAnswersAndNotifications) {
    Sim sim;
    const auto listener = sim.listener({"entity_type:enforcement"});
    control(sim, "latency", {{"ms", 80}, {"ws_ms", 80}});
    QElapsedTimer watch;
    watch.start();
    EXPECT_EQ(sim.get(QStringLiteral("/auth/settings")).status, 200);
    EXPECT_GE(watch.elapsed(), 75);
    watch.restart();
    const auto ids = sim.server.control().emitCreated(2);
    ASSERT_TRUE(listener->waitForCount(2));
    EXPECT_GE(watch.elapsed(), 75);
    EXPECT_EQ(listener->notifications()[1]["entity_id"], ids[1]);
}

TEST(SimControl, fail_replacesAnswers) {
    Sim sim;
    control(sim, "fail",
            {{"path", "/api/v1/enforcements"},
             {"status", 502},
             {"content_type", "text/html"},
             {"body", "<html>bad gateway</html>"},
             {"count", 2}});
    EXPECT_EQ(sim.get(QStringLiteral("/auth/settings")).status, 200);
    for (int i = 0; i < 2; ++i) {
        const Response bad = sim.get(QStringLiteral("/api/v1/enforcements"));
        EXPECT_EQ(bad.status, 502);
        EXPECT_EQ(bad.contentType, QByteArray("text/html"));
    }
    EXPECT_EQ(sim.get(QStringLiteral("/api/v1/enforcements")).status, 200);
}

TEST(SimControl, rate_makesRowsAndResolvesThem) {
    sim::SimOptions options;
    options.delayScale = 0.02;
    Sim sim(options);
    const auto listener = sim.listener({"entity_type:enforcement"});
    control(sim, "rate", {{"rate", 500}});
    ASSERT_TRUE(waitFor([&] { return listener->notifications("enforcement_status_changed").size() > 100; }));
    control(sim, "rate", {{"rate", 0}});
    std::map<std::int64_t, int> seen;
    for (const json& frame : listener->notifications()) {
        const bool created = frame["notification_type"] == "enforcement_created";
        int& count = seen[frame["entity_id"].get<std::int64_t>()];
        EXPECT_EQ(count, created ? 0 : 1) << "created first, then one change";
        ++count;
    }
}

TEST(SimControl, someTransactions_commitLate) {
    sim::SimOptions options;
    options.delayScale = 0.05;
    Sim sim(options);
    const auto listener = sim.listener({"notification_type:enforcement_created"});
    control(sim, "rate", {{"rate", 2000}});
    const auto late = [&] {
        json newest;
        for (const json& frame : listener->notifications()) {
            if (!newest.is_null() && frame["entity_id"] < newest["entity_id"])
                return frame["payload"]["created"] < newest["payload"]["created"];
            newest = frame;
        }
        return false;
    };
    EXPECT_TRUE(waitFor(late)) << "a row older than the newest one";
    control(sim, "rate", {{"rate", 0}});
}

TEST(SimControl, settledRow_isResolvedAfterItsExecutionWasCreated) {
    sim::SimOptions options;
    options.delayScale = 0.05;
    Sim sim(options);
    const auto listener = sim.listener({"entity_type:enforcement", "entity_type:execution"});
    const auto ids = sim.server.control().emitCreated(20, true);
    ASSERT_TRUE(waitFor([&] { return listener->notifications("enforcement_status_changed").size() >= 10; }));
    std::set<std::int64_t> executed;
    std::size_t processed = 0;
    for (const json& frame : listener->notifications()) {
        if (frame["notification_type"] == "execution_created")
            executed.insert(frame["payload"]["enforcement"].get<std::int64_t>());
        if (frame["notification_type"] != "enforcement_status_changed" || frame["payload"]["status"] != "processed")
            continue;
        ++processed;
        EXPECT_TRUE(executed.contains(frame["entity_id"].get<std::int64_t>()));
    }
    EXPECT_GT(processed, 5U);
}

TEST(SimControl, workflows_sayTheirStatusTwiceAndHaveChildren) {
    sim::SimOptions options;
    options.delayScale = 0.001;
    Sim sim(options);
    const auto listener = sim.listener({"entity_type:execution"});
    const json body = {{"action_ref", "ops.drain_host"}, {"parameters", json::object()}};
    for (int i = 0; i < 20; ++i)
        EXPECT_EQ(sim.post(QStringLiteral("/api/v1/executions/execute"), body).status, 201);
    const auto final = [&] {
        for (const json& frame : listener->notifications("workflow_execution_status_changed")) {
            if (frame["payload"]["status"] == "completed")
                return frame["entity_id"].get<std::int64_t>();
        }
        return std::int64_t{0};
    };
    ASSERT_TRUE(waitFor([&] { return final() != 0; }));
    const std::int64_t id = final();
    std::vector<std::string> statuses;
    std::vector<std::string> twins;
    std::size_t children = 0;
    for (const json& frame : listener->notifications()) {
        const json& payload = frame["payload"];
        children +=
            payload.value("parent", json()) == id && frame["notification_type"] == "execution_created" ? 1U : 0U;
        if (frame["entity_id"] == id && payload.contains("old_status"))
            (frame["notification_type"] == "execution_status_changed" ? statuses : twins).push_back(payload["status"]);
    }
    EXPECT_EQ(statuses, (std::vector<std::string>{"scheduling", "scheduled", "running", "completed"}));
    EXPECT_EQ(twins, statuses);
    EXPECT_GE(children, 2U);
}
