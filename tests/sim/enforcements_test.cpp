// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sim/simclient.h"
#include "support/printers.h"

#include "attune/core/timestamp.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

using attune::test::Response;
using attune::test::Sim;
using nlohmann::json;
using namespace attune;

namespace {

core::UtcMicros timeOf(const json& text) { return core::parseTimestamp(text.get<std::string>()).value(); }

json page(Sim& sim, const QString& query) {
    const Response answer = sim.get(QStringLiteral("/api/v1/enforcements?") + query);
    EXPECT_EQ(answer.status, 200) << query.toStdString() << answer.body.toStdString();
    return answer.json();
}

json rows(Sim& sim, const QString& query) { return page(sim, query)["items"]; }

} // namespace

TEST(SimEnforcements, list_isNewestFirstAndFiftyLong) {
    Sim sim;
    const json body = page(sim, {});
    ASSERT_EQ(body["items"].size(), 50U);
    for (std::size_t i = 1; i < 50; ++i)
        EXPECT_GE(timeOf(body["items"][i - 1]["created"]), timeOf(body["items"][i]["created"]));
    EXPECT_EQ(body["pagination"], (json{{"page", 1}, {"page_size", 50}, {"has_previous", false}, {"has_next", true}}));
}

TEST(SimEnforcements, row_hasTheFieldsOfASummaryAndNoOthers) {
    Sim sim;
    for (const json& row : rows(sim, QStringLiteral("status=processed&per_page=20"))) {
        for (const char* field : {"id", "rule", "rule_ref", "trigger_ref", "event", "status", "condition", "created"})
            EXPECT_TRUE(row.contains(field)) << field;
        EXPECT_FALSE(row.contains("resolved_at"));
        if (!row["event"].is_null()) {
            EXPECT_EQ(row["trace_tag"], row["trigger_ref"].get<std::string>() + "." + row["event"].dump());
        }
    }
}

TEST(SimEnforcements, june_knowsNoTraceTags) {
    sim::SimOptions options;
    options.generation = sim::Generation::June;
    Sim sim(options);
    for (const json& row : rows(sim, QStringLiteral("per_page=100")))
        EXPECT_FALSE(row.contains("trace_tag"));
    EXPECT_EQ(page(sim, QStringLiteral("trace_tag=nothing&per_page=5"))["items"].size(), 5U) << "ignored by June";
    EXPECT_EQ(sim.get(QStringLiteral("/api/v1/info")).status, 404);
}

TEST(SimEnforcements, totals_comeOnRequestOnly) {
    sim::SimOptions options;
    options.rows = 130;
    Sim sim(options);
    const json counted = page(sim, QStringLiteral("per_page=50&page=3&include_total=true"))["pagination"];
    EXPECT_EQ(counted, (json{{"page", 3},
                             {"page_size", 50},
                             {"total_items", 130},
                             {"total_pages", 3},
                             {"has_previous", true},
                             {"has_next", false}}));
    EXPECT_EQ(page(sim, QStringLiteral("per_page=50&page=3"))["items"].size(), 30U);
    EXPECT_EQ(page(sim, QStringLiteral("per_page=65&page=2"))["pagination"]["has_next"], false);
    EXPECT_EQ(page(sim, QStringLiteral("per_page=65&page=1"))["pagination"]["has_next"], true);
}

TEST(SimEnforcements, sizesBeyondAHundred_areNotCapped) {
    Sim sim;
    EXPECT_EQ(page(sim, QStringLiteral("per_page=1500"))["items"].size(), 1500U);
    const json none = page(sim, QStringLiteral("per_page=0"));
    EXPECT_EQ(none["items"].size(), 0U);
    EXPECT_EQ(none["pagination"]["has_next"], true);
}

TEST(SimEnforcements, pageZero_wrapsRoundToNothing) {
    Sim sim;
    const json zero = page(sim, QStringLiteral("page=0"));
    EXPECT_EQ(zero["items"].size(), 0U);
    EXPECT_EQ(zero["pagination"]["has_next"], false);
}

TEST(SimEnforcements, pages_coverEveryRowWhenNothingMoves) {
    sim::SimOptions options;
    options.rows = 730;
    Sim sim(options);
    std::set<std::int64_t> ids;
    for (int number = 1; number <= 8; ++number) {
        for (const json& row : rows(sim, QStringLiteral("per_page=100&page=%1").arg(number)))
            ids.insert(row["id"].get<std::int64_t>());
    }
    // Rows of one instant may change places between two requests, so a few can be missed.
    EXPECT_GT(ids.size(), 700U);
    EXPECT_LE(ids.size(), 730U);
}

TEST(SimEnforcements, rowsOfOneInstant_changePlaces) {
    Sim sim;
    sim::RowSpec spec;
    spec.created = core::parseTimestamp("2031-01-01T00:00:00.000001Z");
    sim.server.control().emitRows({spec, spec});
    std::set<std::string> orders;
    for (int i = 0; i < 2; ++i)
        orders.insert(page(sim, QStringLiteral("per_page=2"))["items"][0]["id"].dump());
    EXPECT_EQ(orders.size(), 2U);
}

TEST(SimEnforcements, filters_areExactAndCombined) {
    Sim sim;
    const json row = page(sim, QStringLiteral("status=processed&per_page=1"))["items"][0];
    const QString ref = QString::fromStdString(row["rule_ref"]);
    const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(ref));
    const auto all = [&](const QString& query) { return rows(sim, query + QStringLiteral("&per_page=5000")); };
    const json byRef = all(QStringLiteral("rule_ref=") + encoded);
    ASSERT_GT(byRef.size(), 0U);
    for (const json& one : byRef)
        EXPECT_EQ(one["rule_ref"], row["rule_ref"]);
    for (const json& one : all(QStringLiteral("rule_ref=%1&status=created").arg(encoded)))
        EXPECT_EQ(one["status"], "created");
    for (const json& one : all(QStringLiteral("rule=") + QString::fromStdString(row["rule"].dump())))
        EXPECT_EQ(one["rule"], row["rule"]);
    const json byEvent = all(QStringLiteral("event=") + QString::fromStdString(row["event"].dump()));
    EXPECT_TRUE(std::any_of(byEvent.begin(), byEvent.end(), [&](const json& one) { return one["id"] == row["id"]; }));
    EXPECT_EQ(all(QStringLiteral("rule_ref=") + encoded.toUpper()).size(), 0U) << "case matters";
    EXPECT_EQ(all(QStringLiteral("rule_ref=")).size(), 0U) << "empty matches nothing";
    EXPECT_EQ(all(QStringLiteral("trace_tag=%1").arg(QString::fromStdString(row["trace_tag"]))).size(), byEvent.size());
}

TEST(SimEnforcements, badQueries_areRefusedAsPlainText) {
    Sim sim;
    for (const char* query : {"status=", "status=nonsense", "rule=", "rule=abc", "event=1.5", "include_total=1",
                              "page=-1", "per_page=5000000000", "status=created&status=created"}) {
        const Response answer = sim.get(QStringLiteral("/api/v1/enforcements?") + QString::fromLatin1(query));
        EXPECT_EQ(answer.status, 400) << query;
        EXPECT_TRUE(answer.contentType.startsWith("text/plain")) << query;
        EXPECT_FALSE(answer.body.isEmpty());
    }
    EXPECT_EQ(sim.get(QStringLiteral("/api/v1/enforcements?unknown=1&unknown=2")).status, 200);
}

TEST(SimEnforcements, restTimes_haveNoneThreeOrSixDigits) {
    Sim sim;
    std::set<std::size_t> digits;
    for (const json& row : rows(sim, QStringLiteral("per_page=2000"))) {
        const std::string text = row["created"];
        EXPECT_EQ(text.back(), 'Z');
        const auto point = text.find('.');
        digits.insert(point == std::string::npos ? 0 : text.size() - point - 2);
    }
    EXPECT_EQ(digits, (std::set<std::size_t>{0, 3, 6}));
}

TEST(SimEnforcements, detail_tellsTheRest) {
    Sim sim;
    bool secrets = false;
    bool large = false;
    for (const json& row : rows(sim, QStringLiteral("per_page=150"))) {
        const Response answer = sim.get(QStringLiteral("/api/v1/enforcements/%1").arg(row["id"].get<qlonglong>()));
        const json data = answer.data();
        ASSERT_EQ(answer.status, 200);
        EXPECT_EQ(data["rule_ref"], row["rule_ref"]);
        EXPECT_TRUE(data["payload"].is_object());
        EXPECT_TRUE(data.contains("conditions"));
        EXPECT_EQ(data["resolved_at"].is_null(), data["status"] == "created");
        EXPECT_TRUE(data["config"].is_object() || data["config"].is_null());
        secrets = secrets || answer.body.contains(R"({"$attune_secret":true,"redacted":true})");
        large = large || answer.body.size() > 100'000;
        EXPECT_EQ(sim.get(QStringLiteral("/api/v1/enforcements/%1").arg(row["id"].get<qlonglong>())).body, answer.body);
    }
    EXPECT_TRUE(secrets);
    EXPECT_TRUE(large);
}

TEST(SimEnforcements, secretsOfTheConfiguration_areRestoredOnRequest) {
    Sim sim;
    for (const json& row : rows(sim, QStringLiteral("per_page=100"))) {
        const QString path = QStringLiteral("/api/v1/enforcements/%1").arg(row["id"].get<qlonglong>());
        const json hidden = sim.get(path).data()["config"];
        if (!hidden.is_object() || !hidden.contains("api_key"))
            continue;
        EXPECT_EQ(hidden["api_key"], (json{{"$attune_secret", true}, {"redacted", true}}));
        EXPECT_TRUE(
            sim.get(path + QStringLiteral("?include_secret_values=true")).data()["config"]["api_key"].is_string());
        return;
    }
    FAIL() << "no action with a secret parameter among the newest rows";
}

TEST(SimEnforcements, unknownIds_areNotFoundAndBadOnesAreText) {
    Sim sim;
    const Response missing = sim.get(QStringLiteral("/api/v1/enforcements/12"));
    EXPECT_EQ(missing.status, 404);
    EXPECT_EQ(missing.json(), (json{{"error", "Enforcement with ID 12 not found"}, {"code", "NOT_FOUND"}}));
    const Response bad = sim.get(QStringLiteral("/api/v1/enforcements/abc"));
    EXPECT_EQ(bad.status, 400);
    EXPECT_TRUE(bad.contentType.startsWith("text/plain"));
    EXPECT_EQ(sim.get(QStringLiteral("/api/v1/enforcements/99999999999999999999")).status, 400);
}

TEST(SimEnforcements, stateAndList_agree) {
    sim::SimOptions options;
    options.rows = 400;
    Sim sim(options);
    json state = sim.state();
    ASSERT_EQ(state.size(), 400U);
    EXPECT_TRUE(
        std::is_sorted(state.begin(), state.end(), [](const json& a, const json& b) { return a["id"] < b["id"]; }));
    std::map<std::int64_t, json> listed;
    for (const json& row : rows(sim, QStringLiteral("per_page=1000")))
        listed[row["id"].get<std::int64_t>()] = row;
    for (const json& row : state) {
        const json& other = listed[row["id"].get<std::int64_t>()];
        for (const char* field : {"rule", "rule_ref", "trigger_ref", "event", "status", "condition"})
            EXPECT_EQ(row[field], other[field]);
        EXPECT_EQ(timeOf(row["created"]), timeOf(other["created"]));
        EXPECT_EQ(row["created"].get<std::string>().size(), std::string("2026-06-01T20:16:21.417803Z").size());
    }
}
