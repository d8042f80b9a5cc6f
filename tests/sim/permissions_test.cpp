// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sim/simclient.h"
#include "support/printers.h"
#include "support/waiting.h"

#include <gtest/gtest.h>

#include <set>

using attune::test::Response;
using attune::test::Sim;
using nlohmann::json;
using namespace attune;

namespace {

sim::SimOptions scoped() {
    sim::SimOptions options;
    options.permissions = sim::PermissionMode::RulesScoped;
    return options;
}

} // namespace

TEST(SimPermissions, scopedIdentity_seesOnlyTheRowsOfItsRules) {
    Sim sim(scoped());
    const json listed = sim.get(QStringLiteral("/api/v1/enforcements?per_page=5000&include_total=true")).json();
    const std::size_t all = sim.state().size();
    EXPECT_GT(listed["items"].size(), 0U);
    EXPECT_LT(listed["items"].size(), all);
    EXPECT_EQ(listed["pagination"]["total_items"], listed["items"].size());
    bool redacted = false;
    for (const json& row : listed["items"]) {
        redacted = redacted || row["trigger_ref"] == "[redacted]";
        EXPECT_FALSE(row.contains("trace_tag"));
        EXPECT_NE(row["rule_ref"].get<std::string>().substr(0, 4), "net.");
    }
    EXPECT_TRUE(redacted);
}

TEST(SimPermissions, hiddenThings_areForbiddenOrMissing) {
    Sim sim(scoped());
    for (const json& row : sim.state()) {
        if (row["rule_ref"].get<std::string>().rfind("net.", 0) != 0 || row["rule"].is_null())
            continue;
        const Response detail = sim.get(QStringLiteral("/api/v1/enforcements/%1").arg(row["id"].get<qlonglong>()));
        EXPECT_EQ(detail.status, 403);
        EXPECT_EQ(detail.json(),
                  (json{{"error", "Insufficient permissions: enforcements visibility"}, {"code", "FORBIDDEN"}}));
        const QString ref = QString::fromStdString(row["rule_ref"]);
        EXPECT_EQ(sim.get(QStringLiteral("/api/v1/rules/") + QString::fromLatin1(QUrl::toPercentEncoding(ref))).status,
                  404);
        EXPECT_EQ(sim.get(QStringLiteral("/api/v1/analytics/enforcements/volume")).status, 403);
        return;
    }
    FAIL() << "no row of a hidden rule";
}

TEST(SimPermissions, scopedSocket_deliversVisibleRowsOnlyAndDeniesAll) {
    Sim sim(scoped());
    const auto listener = sim.listener({"entity_type:enforcement", "all", "entity_type:rule_lifecycle"});
    sim.server.control().emitCreated(60);
    sim::RowSpec last;
    last.ruleRef = QStringLiteral("ops.last");
    last.rule = 5;
    const auto id = sim.server.control().emitRows({last})[0];
    ASSERT_TRUE(attune::test::waitFor([&] {
        const auto seen = listener->notifications();
        return !seen.empty() && seen.back()["entity_id"] == id;
    }));
    std::set<std::string> packs;
    for (const json& frame : listener->notifications())
        packs.insert(frame["payload"]["rule_ref"].get<std::string>().substr(0, 3));
    EXPECT_LT(listener->notifications().size(), 61U);
    EXPECT_FALSE(packs.contains("net"));
    EXPECT_EQ(sim.server.control().stats().subscriptions, 1U) << "the other two were denied";
}

TEST(SimPermissions, denials_haveTheTextOfTheirGeneration) {
    Sim newest(scoped());
    const auto one = newest.listener();
    one->subscribe("all");
    ASSERT_TRUE(attune::test::waitFor([&] { return one->errors().size() == 1; }));
    EXPECT_EQ(one->errors()[0], "Unauthorized to subscribe to requested filter");
    sim::SimOptions options;
    options.generation = sim::Generation::June;
    Sim june(options);
    const auto other = june.listener({"all"});
    other->subscribe("user:99");
    ASSERT_TRUE(attune::test::waitFor([&] { return other->errors().size() == 1; }));
    EXPECT_EQ(other->errors()[0], "Unauthorized to subscribe to user filter for another identity");
}

TEST(SimPermissions, otherPermissions_holdFromTheNextRequestOn) {
    Sim sim;
    const json before = sim.get(QStringLiteral("/auth/me")).data()["effective_permissions"];
    const auto total = [&sim] {
        return sim.get(QStringLiteral("/api/v1/enforcements?per_page=1&include_total=true"))
            .json()["pagination"]["total_items"]
            .get<qlonglong>();
    };
    const auto all = total();
    ASSERT_EQ(sim.post(QStringLiteral("/sim/identity"), {{"permissions", "rules-scoped"}}).status, 200);
    EXPECT_NE(sim.get(QStringLiteral("/auth/me")).data()["effective_permissions"], before);
    EXPECT_LT(total(), all);
    ASSERT_EQ(sim.post(QStringLiteral("/sim/identity"), {{"permissions", "full"}}).status, 200);
    EXPECT_EQ(total(), all);
    EXPECT_EQ(sim.post(QStringLiteral("/sim/identity"), {{"permissions", "some"}}).status, 400);
}

TEST(SimPermissions, viewerOfJune_mayListButNotOpen) {
    sim::SimOptions options;
    options.generation = sim::Generation::June;
    options.permissions = sim::PermissionMode::JuneViewer;
    Sim sim(options);
    const json row = sim.get(QStringLiteral("/api/v1/enforcements?per_page=1")).json()["items"][0];
    const Response detail = sim.get(QStringLiteral("/api/v1/enforcements/%1").arg(row["id"].get<qlonglong>()));
    EXPECT_EQ(detail.status, 403);
    EXPECT_EQ(detail.json()["error"], "Insufficient permissions: enforcements:read");
    EXPECT_EQ(sim.get(QStringLiteral("/api/v1/enforcements/1")).status, 404) << "existence is checked first";
    EXPECT_EQ(sim.get(QStringLiteral("/auth/me")).data()["assigned_permission_set_refs"], json{"core.viewer"});
}

TEST(SimPermissions, scopedIdentity_mayNotDecryptOrExecute) {
    Sim sim(scoped());
    const json row = sim.get(QStringLiteral("/api/v1/enforcements?per_page=1")).json()["items"][0];
    const QString path = QStringLiteral("/api/v1/enforcements/%1").arg(row["id"].get<qlonglong>());
    EXPECT_EQ(sim.get(path).status, 200);
    EXPECT_EQ(sim.get(path + QStringLiteral("?include_secret_values=true")).status, 403);
    const Response denied = sim.post(QStringLiteral("/api/v1/executions/execute"), {{"action_ref", "core.echo"}});
    EXPECT_EQ(denied.json()["error"], "Insufficient permissions: actions:execute");
}
