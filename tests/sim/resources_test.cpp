// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sim/simclient.h"
#include "support/printers.h"

#include <gtest/gtest.h>

#include <set>

using attune::test::Response;
using attune::test::Sim;
using nlohmann::json;
using namespace attune;

namespace {

QString encoded(const json& ref) {
    return QString::fromLatin1(QUrl::toPercentEncoding(QString::fromStdString(ref.get<std::string>())));
}

json items(Sim& sim, const QString& path) {
    const Response answer = sim.get(path);
    EXPECT_EQ(answer.status, 200) << path.toStdString() << answer.body.toStdString();
    return answer.json()["items"];
}

} // namespace

TEST(SimEvents, listAndDetail_agreeAndOldOnesArePurged) {
    Sim sim;
    const json list = items(sim, QStringLiteral("/api/v1/events"));
    ASSERT_EQ(list.size(), 50U);
    const QString path = QStringLiteral("/api/v1/events/%1").arg(list[0]["id"].get<qlonglong>());
    const json event = sim.get(path).data();
    EXPECT_EQ(event["trigger_ref"], list[0]["trigger_ref"]);
    EXPECT_EQ(event["payload"], list[0]["payload"]);
    EXPECT_FALSE(event.contains("has_payload"));
    sim.server.control().purgeEvents({list[0]["id"].get<std::int64_t>()});
    EXPECT_EQ(sim.get(path).status, 404);
    const json oldest = sim.state()[0];
    EXPECT_EQ(sim.get(QStringLiteral("/api/v1/events/%1").arg(oldest["event"].get<qlonglong>())).status, 404);
}

TEST(SimEvents, filters_select) {
    Sim sim;
    for (const json& event : items(sim, QStringLiteral("/api/v1/events?trigger_ref=mon.disk&per_page=20")))
        EXPECT_EQ(event["trigger_ref"], "mon.disk");
    EXPECT_EQ(sim.get(QStringLiteral("/api/v1/events?trigger=x")).status, 400);
}

TEST(SimEvents, june_keepsPayloadsOutOfTheList) {
    sim::SimOptions options;
    options.generation = sim::Generation::June;
    Sim sim(options);
    const json list = items(sim, QStringLiteral("/api/v1/events"));
    EXPECT_FALSE(list[0].contains("payload"));
    EXPECT_TRUE(list[0].contains("has_payload"));
}

TEST(SimRules, list_capsTheLimitAndCountsWithTheSizeSent) {
    Sim sim;
    const Response answer = sim.get(QStringLiteral("/api/v1/rules?page_size=500"));
    EXPECT_EQ(answer.json()["items"].size(), 100U);
    EXPECT_EQ(answer.json()["pagination"]["total_pages"], 1);
    EXPECT_EQ(answer.json()["pagination"]["has_next"], false);
    EXPECT_GT(answer.json()["pagination"]["total_items"], 100);
    const json first = items(sim, QStringLiteral("/api/v1/rules"));
    EXPECT_EQ(first.size(), 50U);
    EXPECT_EQ(first, items(sim, QStringLiteral("/api/v1/rules?page=0")));
    EXPECT_LT(first[0]["ref"], first[1]["ref"]);
}

TEST(SimRules, everyRuleOfTheList_opensByItsRef) {
    Sim sim;
    std::size_t unusual = 0;
    for (const int number : {1, 2}) {
        for (const json& rule : items(sim, QStringLiteral("/api/v1/rules?page_size=100&page=%1").arg(number))) {
            const Response answer = sim.get(QStringLiteral("/api/v1/rules/") + encoded(rule["ref"]));
            EXPECT_EQ(answer.data()["id"], rule["id"]) << rule["ref"];
            unusual += rule["ref"].get<std::string>().find_first_of("/ %\"?+") != std::string::npos ? 1U : 0U;
        }
    }
    EXPECT_GT(unusual, 3U);
}

TEST(SimRules, numbersAndDeletedRules_areNotFound) {
    Sim sim;
    EXPECT_EQ(sim.get(QStringLiteral("/api/v1/rules/1001")).status, 404);
    for (const json& row : sim.state()) {
        if (row["rule"].is_null()) {
            EXPECT_EQ(sim.get(QStringLiteral("/api/v1/rules/") + encoded(row["rule_ref"])).status, 404);
            return;
        }
    }
    FAIL() << "no row with a deleted rule";
}

TEST(SimRules, newestFilters_select) {
    Sim sim;
    for (const json& rule : items(sim, QStringLiteral("/api/v1/rules?enabled=false")))
        EXPECT_EQ(rule["enabled"], false);
    const json byWords = items(sim, QStringLiteral("/api/v1/rules?q=on+page"));
    for (const json& rule : byWords) {
        EXPECT_NE(rule.dump().find("page"), std::string::npos);
    }
    for (const json& rule : items(sim, QStringLiteral("/api/v1/triggers/mon.disk/rules")))
        EXPECT_EQ(rule["trigger_ref"], "mon.disk");
}

TEST(SimRules, enableAndDisable_areIdempotentAndAnnounced) {
    Sim sim;
    const auto listener = sim.listener({"notification_type:rule_lifecycle_changed"});
    const json rule = items(sim, QStringLiteral("/api/v1/rules?enabled=true&page_size=1"))[0];
    const QString path = QStringLiteral("/api/v1/rules/") + encoded(rule["ref"]);
    const Response disabled = sim.post(path + QStringLiteral("/disable"));
    EXPECT_EQ(disabled.json()["message"], "Rule disabled successfully");
    EXPECT_EQ(disabled.data()["enabled"], false);
    EXPECT_EQ(sim.post(path + QStringLiteral("/disable")).status, 200);
    EXPECT_EQ(sim.post(path + QStringLiteral("/enable")).data()["enabled"], true);
    EXPECT_EQ(sim.post(QStringLiteral("/api/v1/rules/no.such/enable")).status, 404);
    ASSERT_TRUE(listener->waitForCount(2));
    const json payload = listener->notifications()[0]["payload"];
    EXPECT_EQ(payload["event_type"], "rule.disabled");
    EXPECT_EQ(payload["active"], false);
    EXPECT_EQ(payload["rule_ref"], rule["ref"]);
}

TEST(SimTriggers, newestGeneration_capsLimitAndOffset) {
    Sim sim;
    EXPECT_EQ(items(sim, QStringLiteral("/api/v1/triggers?page_size=1000")).size(), 60U);
    for (const json& trigger : items(sim, QStringLiteral("/api/v1/triggers?page_size=100"))) {
        const Response answer = sim.get(QStringLiteral("/api/v1/triggers/") + encoded(trigger["ref"]));
        EXPECT_EQ(answer.data()["ref"], trigger["ref"]);
        EXPECT_EQ(answer.data().contains("webhook_key"), trigger["webhook_enabled"].get<bool>());
    }
    EXPECT_EQ(sim.get(QStringLiteral("/api/v1/triggers/no.such")).status, 404);
}

TEST(SimActions, schemas_areFlatMaps) {
    Sim sim;
    std::size_t workflows = 0;
    bool secret = false;
    for (const json& action : items(sim, QStringLiteral("/api/v1/actions?page_size=100"))) {
        const json detail = sim.get(QStringLiteral("/api/v1/actions/") + encoded(action["ref"])).data();
        EXPECT_EQ(detail["param_schema"]["target"]["type"], "string");
        workflows += detail.contains("workflow_def") ? 1U : 0U;
        secret = secret || detail["param_schema"].value("api_key", json::object()).value("secret", false);
    }
    EXPECT_GT(workflows, 3U);
    EXPECT_TRUE(secret);
}

TEST(SimAnalytics, volume_countsWholeHours) {
    Sim sim;
    const json data = sim.get(QStringLiteral("/api/v1/analytics/enforcements/volume?hours=48")).data();
    std::int64_t sum = 0;
    for (const json& point : data["data"]) {
        EXPECT_TRUE(point["label"].is_null());
        EXPECT_GT(point["value"], 0);
        sum += point["value"].get<std::int64_t>();
    }
    EXPECT_EQ(sum, 2000);
    EXPECT_EQ(sim.get(QStringLiteral("/api/v1/analytics/enforcements/volume?since=yesterday")).status, 400);
    const json narrow = sim.get(QStringLiteral("/api/v1/analytics/enforcements/volume?since=2020-01-01T00:00:00%2B00:00"
                                               "&until=2020-01-02T00:00:00Z"))
                            .data();
    EXPECT_EQ(narrow["data"].size(), 0U);
}

TEST(SimAnalytics, dashboard_holdsAllSeries) {
    Sim sim;
    const json data = sim.get(QStringLiteral("/api/v1/analytics/dashboard")).data();
    for (const char* series :
         {"execution_throughput", "execution_status", "event_volume", "enforcement_volume", "worker_status"})
        EXPECT_TRUE(data[series].is_array()) << series;
    EXPECT_TRUE(data["failure_rate"]["failure_rate_pct"].is_number());
    for (const char* path : {"events/volume", "executions/status", "executions/throughput", "workers/status"})
        EXPECT_TRUE(
            sim.get(QStringLiteral("/api/v1/analytics/") + QString::fromLatin1(path)).data()["data"].is_array());
    EXPECT_GT(sim.get(QStringLiteral("/api/v1/analytics/executions/failure-rate")).data()["total_terminal"], 0);
}

TEST(SimHealth, endpoints_answerWithoutToken) {
    Sim sim;
    sim.token.clear();
    EXPECT_EQ(sim.get(QStringLiteral("/health/detailed")).json()["database"], "connected");
    EXPECT_EQ(sim.get(QStringLiteral("/health/ready")).body, QByteArray());
    EXPECT_EQ(sim.get(QStringLiteral("/health/live")).status, 200);
    EXPECT_TRUE(sim.get(QStringLiteral("/api/v1/info")).data()["version"].is_string());
}

TEST(SimRouter, unknownPathsAndMethods_haveEmptyBodies) {
    Sim sim;
    const Response unknown = sim.get(QStringLiteral("/api/v1/unknown"));
    EXPECT_EQ(unknown.status, 404);
    EXPECT_TRUE(unknown.body.isEmpty());
    const Response wrong = sim.request("DELETE", QStringLiteral("/api/v1/enforcements"), {}, {});
    EXPECT_EQ(wrong.status, 405);
    EXPECT_TRUE(wrong.body.isEmpty());
    EXPECT_EQ(sim.get(QStringLiteral("/api/v1/executions/enforcement/5")).status, 404) << "documented, not mounted";
}
