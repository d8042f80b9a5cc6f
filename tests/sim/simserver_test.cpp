// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sim/simclient.h"
#include "support/printers.h"
#include "support/waiting.h"

#include <gtest/gtest.h>

#include <QThread>

#include <set>

using attune::test::Sim;
using attune::test::waitFor;
using namespace attune;

namespace {

sim::SimOptions onePort() {
    sim::SimOptions options;
    options.singlePort = 0;
    return options;
}

} // namespace

TEST(SimServer, start_givesTwoPortsOfItsOwn) {
    Sim sim;
    EXPECT_EQ(sim.endpoints.api.scheme(), QStringLiteral("http"));
    EXPECT_EQ(sim.endpoints.ws.scheme(), QStringLiteral("ws"));
    EXPECT_EQ(sim.endpoints.ws.path(), QStringLiteral("/ws"));
    EXPECT_NE(sim.endpoints.api.port(), sim.endpoints.ws.port());
    EXPECT_EQ(sim.get(QStringLiteral("/health")).json(), nlohmann::json({{"status", "ok"}}));
}

TEST(SimServer, takenPort_failsAndNamesIt) {
    Sim first;
    sim::SimOptions options;
    options.apiPort = static_cast<std::uint16_t>(first.endpoints.api.port());
    sim::SimServer second(options);
    const auto started = second.start();
    ASSERT_FALSE(started);
    EXPECT_TRUE(started.error().message.contains(QString::number(options.apiPort)))
        << started.error().message.toStdString();
    EXPECT_FALSE(second.isRunning());
}

TEST(SimServer, stoppedServer_freesItsPortsAndCanStartAgain) {
    sim::SimOptions options;
    options.rows = 10;
    sim::SimServer first(options);
    const auto started = first.start();
    ASSERT_TRUE(started);
    options.apiPort = static_cast<std::uint16_t>(started->api.port());
    options.wsPort = static_cast<std::uint16_t>(started->ws.port());
    first.stop();
    EXPECT_FALSE(first.isRunning());
    Sim second(options);
    EXPECT_EQ(second.get(QStringLiteral("/auth/settings")).status, 200);
}

TEST(SimServer, singlePort_laysEverythingOutLikeTheWebProxy) {
    Sim sim(onePort());
    EXPECT_EQ(sim.endpoints.api.port(), sim.endpoints.ws.port());
    EXPECT_EQ(sim.get(QStringLiteral("/api/v1/enforcements?per_page=1")).status, 200);
    EXPECT_EQ(sim.get(QStringLiteral("/api/v1/nothing")).status, 404);
    EXPECT_EQ(sim.get(QStringLiteral("/health/detailed")).body, QByteArray("OK"));
    EXPECT_EQ(sim.get(QStringLiteral("/ws/health")).json(), nlohmann::json({{"status", "ok"}}));
    const auto page = sim.get(QStringLiteral("/some/page/of/the/ui"));
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.contentType.startsWith("text/html"));
    EXPECT_TRUE(sim.listener({"entity_type:enforcement"})->isOpen);
}

TEST(SimServer, singlePort_servesTheSocketUnderBothPaths) {
    Sim sim(onePort());
    sim.endpoints.ws.setPath(QStringLiteral("/ws/ws"));
    EXPECT_TRUE(sim.listener()->isOpen);
}

TEST(SimServer, notifierPort_servesItsOwnPagesOnly) {
    Sim sim;
    const auto listener = sim.listener({"all", "entity_type:event"});
    sim.endpoints.api = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(sim.endpoints.ws.port()));
    EXPECT_EQ(sim.get(QStringLiteral("/health")).json(), nlohmann::json({{"status", "ok"}}));
    EXPECT_EQ(sim.get(QStringLiteral("/stats")).json(),
              nlohmann::json({{"connected_clients", 1}, {"total_subscriptions", 2}}));
    EXPECT_EQ(sim.get(QStringLiteral("/auth/settings")).status, 404);
    const auto plain = sim.get(QStringLiteral("/ws"));
    EXPECT_EQ(plain.status, 400);
    EXPECT_TRUE(plain.contentType.startsWith("text/plain"));
}

TEST(SimServer, sameSeed_givesTheSameWorld) {
    const auto idsAndRefs = [](std::uint64_t seed) {
        sim::SimOptions options;
        options.seed = seed;
        options.rows = 300;
        Sim sim(options);
        std::vector<std::string> rows;
        for (const auto& row : sim.state())
            rows.push_back(row["id"].dump() + row["rule_ref"].dump() + row["status"].dump() + row["event"].dump());
        rows.push_back(sim.get(QStringLiteral("/api/v1/events?per_page=20")).json()["items"][3]["payload"].dump());
        return rows;
    };
    EXPECT_EQ(idsAndRefs(5), idsAndRefs(5));
    EXPECT_NE(idsAndRefs(5), idsAndRefs(6));
}

TEST(SimServer, onAThreadOfItsOwn_servesTheOthers) {
    QThread thread;
    auto server = std::make_unique<sim::SimServer>(sim::SimOptions{});
    server->moveToThread(&thread);
    thread.start();
    sim::SimEndpoints endpoints;
    const bool asked = QMetaObject::invokeMethod(
        server.get(), [&] { endpoints = *server->start(); }, Qt::BlockingQueuedConnection);
    ASSERT_TRUE(asked);
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(
        network.get(QNetworkRequest(endpoints.api.resolved(QUrl(QStringLiteral("/auth/settings"))))));
    EXPECT_TRUE(waitFor([&] { return reply->isFinished(); }));
    EXPECT_EQ(reply->error(), QNetworkReply::NoError);
    sim::SimServer* raw = server.release();
    QObject::connect(&thread, &QThread::finished, raw, &QObject::deleteLater);
    thread.quit();
    EXPECT_TRUE(thread.wait());
}

TEST(SimServer, world_isBelievable) {
    Sim sim;
    std::set<std::string> statuses;
    std::set<std::string> rules;
    std::size_t nullRules = 0;
    for (const auto& row : sim.state()) {
        statuses.insert(row["status"]);
        rules.insert(row["rule_ref"]);
        nullRules += row["rule"].is_null() ? 1U : 0U;
    }
    EXPECT_EQ(statuses, (std::set<std::string>{"created", "processed", "disabled"}));
    EXPECT_GT(rules.size(), 80U);
    EXPECT_GT(nullRules, 0U);
    const auto count = [&](const char* path) {
        return sim.get(QString::fromLatin1(path)).json()["pagination"]["total_items"].get<int>();
    };
    EXPECT_GT(count("/api/v1/rules"), 180);
    EXPECT_EQ(count("/api/v1/triggers"), 60);
    EXPECT_GT(count("/api/v1/actions"), 30);
    for (const char* status : {"requested", "scheduling", "scheduled", "running", "completed", "failed", "canceling",
                               "cancelled", "timeout", "abandoned"})
        EXPECT_GT(count((std::string("/api/v1/executions/status/") + status).c_str()), 0) << status;
}
