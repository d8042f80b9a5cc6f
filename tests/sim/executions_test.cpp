// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sim/simclient.h"
#include "support/printers.h"
#include "support/waiting.h"

#include <gtest/gtest.h>

using attune::test::Response;
using attune::test::Sim;
using attune::test::waitFor;
using nlohmann::json;
using namespace attune;

namespace {

json page(Sim& sim, const QString& query) {
    const Response answer = sim.get(QStringLiteral("/api/v1/executions?") + query);
    EXPECT_EQ(answer.status, 200) << query.toStdString() << answer.body.toStdString();
    return answer.json();
}

json rows(Sim& sim, const QString& query) { return page(sim, query)["items"]; }

} // namespace

TEST(SimExecutions, list_hasItsOwnDefaultAndItsOwnCap) {
    Sim sim;
    EXPECT_EQ(page(sim, {})["items"].size(), 20U);
    EXPECT_EQ(page(sim, {}), page(sim, QStringLiteral("page=0"))
                                 .patch(json::parse(R"([{"op":"replace","path":"/pagination/page","value":1}])")));
    const json large = page(sim, QStringLiteral("per_page=500"));
    EXPECT_EQ(large["items"].size(), 100U);
    EXPECT_EQ(large["pagination"]["page_size"], 500);
    const json ten = page(sim, QStringLiteral("per_page=100&page=6"))["items"];
    EXPECT_EQ(page(sim, QStringLiteral("per_page=500&page=2"))["items"], ten) << "the offset is not capped";
}

TEST(SimExecutions, ofAnEnforcement_areFoundOnBothRoads) {
    Sim sim;
    const json child = page(sim, QStringLiteral("action_ref=core.*&per_page=100"))["items"];
    for (const json& one : child) {
        if (one["parent"].is_null())
            continue;
        const auto enforcement = one["enforcement"].get<qlonglong>();
        const json all = page(sim, QStringLiteral("enforcement=%1&per_page=100").arg(enforcement))["items"];
        EXPECT_EQ(sim.get(QStringLiteral("/api/v1/enforcements/%1/executions").arg(enforcement)).json()["items"], all);
        EXPECT_GT(all.size(), 1U);
        const json roots = page(sim, QStringLiteral("enforcement=%1&top_level_only=true").arg(enforcement))["items"];
        EXPECT_EQ(roots.size(), 1U);
        const json children = page(sim, QStringLiteral("parent=%1").arg(roots[0]["id"].get<qlonglong>()))["items"];
        EXPECT_EQ(children.size(), all.size() - 1);
        EXPECT_EQ(children[0]["workflow_task"]["workflow_execution"], roots[0]["id"]);
        return;
    }
    FAIL() << "no workflow child among the newest executions";
}

TEST(SimExecutions, filters_select) {
    Sim sim;
    for (const json& one : rows(sim, QStringLiteral("status=failed")))
        EXPECT_EQ(one["status"], "failed");
    for (const json& one : rows(sim, QStringLiteral("pack_name=ops")))
        EXPECT_EQ(one["action_ref"].get<std::string>().rfind("ops.", 0), 0U);
    EXPECT_GT(page(sim, QStringLiteral("result_contains=TRACEBACK"))["items"].size(), 0U);
    EXPECT_EQ(sim.get(QStringLiteral("/api/v1/executions?status=succeeded")).status, 400);
    EXPECT_EQ(sim.get(QStringLiteral("/api/v1/executions/status/succeeded")).status, 400);
}

TEST(SimExecutions, retries_nameTheFirstAttempt) {
    Sim sim;
    for (int number = 1; number <= 10; ++number) {
        for (const json& one : rows(sim, QStringLiteral("per_page=100&page=%1").arg(number))) {
            if (!one.contains("original_execution"))
                continue;
            const auto id = one["original_execution"].get<qlonglong>();
            EXPECT_EQ(sim.get(QStringLiteral("/api/v1/executions/%1").arg(id)).data()["status"], "failed");
            const json detail = sim.get(QStringLiteral("/api/v1/executions/%1").arg(one["id"].get<qlonglong>())).data();
            EXPECT_EQ(detail["config"]["retry_of"], id);
            return;
        }
    }
    FAIL() << "no retry";
}

TEST(SimExecutions, detail_tellsResultAndConfiguration) {
    Sim sim;
    const json row = page(sim, QStringLiteral("status=completed"))["items"][0];
    const json detail = sim.get(QStringLiteral("/api/v1/executions/%1").arg(row["id"].get<qlonglong>())).data();
    EXPECT_TRUE(detail["result"].is_object());
    EXPECT_TRUE(detail["config"].is_object());
    EXPECT_TRUE(detail["action"].is_number());
    EXPECT_EQ(sim.get(QStringLiteral("/api/v1/executions/5")).status, 404);
}

TEST(SimExecutions, stats_addUp) {
    Sim sim;
    const json stats = sim.get(QStringLiteral("/api/v1/executions/stats")).data();
    int sum = 0;
    for (const char* part : {"completed", "failed", "running", "pending", "cancelled", "timeout", "abandoned"})
        sum += stats[part].get<int>();
    EXPECT_EQ(stats["total"], sum);
}

TEST(SimExecutions, cancel_endsWhatRunsAndRefusesWhatIsOver) {
    sim::SimOptions options;
    options.delayScale = 0.1;
    Sim sim(options);
    const auto cancel = [&](const QString& status) {
        const json row = page(sim, QStringLiteral("status=%1&top_level_only=true").arg(status))["items"][0];
        return sim.post(QStringLiteral("/api/v1/executions/%1/cancel").arg(row["id"].get<qlonglong>()));
    };
    const Response over = cancel(QStringLiteral("completed"));
    EXPECT_EQ(over.status, 409);
    EXPECT_EQ(over.json()["code"], "CONFLICT");
    EXPECT_EQ(cancel(QStringLiteral("requested")).data()["status"], "cancelled");
    EXPECT_EQ(cancel(QStringLiteral("canceling")).data()["status"], "canceling");
    const json ending = cancel(QStringLiteral("running")).data();
    EXPECT_EQ(ending["status"], "canceling");
    const QString path = QStringLiteral("/api/v1/executions/%1").arg(ending["id"].get<qlonglong>());
    EXPECT_TRUE(waitFor([&] { return sim.get(path).data()["status"] == "cancelled"; }));
    EXPECT_EQ(sim.post(QStringLiteral("/api/v1/executions/5/cancel")).status, 404);
}

TEST(SimExecutions, execute_startsOneWithoutEnforcement) {
    Sim sim;
    const json body = {{"action_ref", "core.echo"}, {"parameters", json::object()}};
    const Response started = sim.post(QStringLiteral("/api/v1/executions/execute"), body);
    EXPECT_EQ(started.status, 201);
    EXPECT_EQ(started.data()["status"], "requested");
    EXPECT_TRUE(started.data()["enforcement"].is_null());
    EXPECT_EQ(sim.post(QStringLiteral("/api/v1/executions/execute"), {{"action_ref", "no.such"}}).status, 404);
    EXPECT_EQ(sim.post(QStringLiteral("/api/v1/executions/execute"), json::object()).status, 422);
}
