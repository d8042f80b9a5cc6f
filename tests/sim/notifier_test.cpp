// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sim/simclient.h"
#include "support/printers.h"
#include "support/waiting.h"

#include "attune/core/timestamp.h"

#include <gtest/gtest.h>

#include <regex>
#include <set>

using attune::test::Sim;
using attune::test::waitFor;
using nlohmann::json;
using namespace attune;

namespace {

std::set<std::string> keysOf(const json& object) {
    std::set<std::string> keys;
    for (const auto& [key, value] : object.items())
        keys.insert(key);
    return keys;
}

const std::set<std::string> FullKeys{"entity_type", "entity_id", "id",       "rule",      "rule_ref",
                                     "trigger_ref", "event",     "status",   "condition", "created",
                                     "resolved_at", "trace_tag", "auth_mode"};

} // namespace

TEST(SimNotifier, newConnection_receivesNothingUntilItSubscribes) {
    Sim sim;
    const auto listener = sim.listener();
    sim.server.control().emitCreated(3);
    EXPECT_TRUE(listener->fence());
    EXPECT_EQ(listener->notifications().size(), 0U);
    listener->subscribe("entity_type:enforcement");
    ASSERT_TRUE(listener->fence());
    sim.server.control().emitCreated(1);
    EXPECT_TRUE(listener->waitForCount(1));
}

TEST(SimNotifier, createdRow_comesInTheFullForm) {
    Sim sim;
    const auto listener = sim.listener({"entity_type:enforcement"});
    const auto ids = sim.server.control().emitCreated(1);
    ASSERT_TRUE(listener->waitForCount(1));
    const json frame = listener->notifications()[0];
    EXPECT_EQ(keysOf(frame), (std::set<std::string>{"type", "notification_type", "entity_type", "entity_id", "user_id",
                                                    "payload", "timestamp"}));
    EXPECT_EQ(frame["notification_type"], "enforcement_created");
    EXPECT_EQ(frame["entity_type"], "enforcement");
    EXPECT_EQ(frame["entity_id"], ids[0]);
    EXPECT_TRUE(frame["user_id"].is_null());
    const json payload = frame["payload"];
    EXPECT_EQ(keysOf(payload), FullKeys);
    EXPECT_EQ(payload["status"], "created");
    EXPECT_EQ(payload["auth_mode"], "full");
    EXPECT_TRUE(payload["resolved_at"].is_null());
    EXPECT_TRUE(std::regex_match(frame["timestamp"].get<std::string>(),
                                 std::regex(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z)")));
}

TEST(SimNotifier, payloadTimes_areCutAndCarryAnOffset) {
    Sim sim;
    const auto listener = sim.listener({"entity_type:enforcement"});
    std::vector<sim::RowSpec> specs(3);
    specs[0].created = core::parseTimestamp("2031-02-03T04:05:06.417800Z");
    specs[1].created = core::parseTimestamp("2031-02-03T04:05:06Z");
    specs[2].created = core::parseTimestamp("2031-02-03T04:05:06.000001Z");
    sim.server.control().emitRows(specs);
    ASSERT_TRUE(listener->waitForCount(3));
    EXPECT_EQ(listener->notifications()[0]["payload"]["created"], "2031-02-03T04:05:06.4178+00:00");
    EXPECT_EQ(listener->notifications()[1]["payload"]["created"], "2031-02-03T04:05:06+00:00");
    EXPECT_EQ(listener->notifications()[2]["payload"]["created"], "2031-02-03T04:05:06.000001+00:00");
}

TEST(SimNotifier, statusChange_namesTheOldStatusAndTheTime) {
    Sim sim;
    const auto listener = sim.listener({"entity_type:enforcement"});
    const auto id = sim.server.control().emitCreated(1)[0];
    EXPECT_EQ(sim.server.control().emitChanges(1), std::vector<core::Id>{id});
    ASSERT_TRUE(listener->waitForCount(2));
    const json change = listener->notifications()[1];
    EXPECT_EQ(change["notification_type"], "enforcement_status_changed");
    EXPECT_EQ(change["payload"]["old_status"], "created");
    EXPECT_NE(change["payload"]["status"], "created");
    EXPECT_TRUE(change["payload"]["resolved_at"].is_string());
}

TEST(SimNotifier, june_sendsNeitherTagNorMode) {
    sim::SimOptions options;
    options.generation = sim::Generation::June;
    Sim sim(options);
    const auto listener = sim.listener({"all"});
    sim.server.control().emitCreated(1, false, true);
    ASSERT_TRUE(waitFor([&] { return !listener->notifications("enforcement_created").empty(); }));
    std::set<std::string> expected = FullKeys;
    expected.erase("trace_tag");
    expected.erase("auth_mode");
    EXPECT_EQ(keysOf(listener->notifications("enforcement_created")[0]["payload"]), expected);
    EXPECT_FALSE(listener->notifications("event_created").at(0)["payload"].contains("trace_tag"));
}

TEST(SimNotifier, oversizedPayload_comesInTheCompactForm) {
    Sim sim;
    const auto listener = sim.listener({"entity_type:enforcement"});
    sim::RowSpec spec;
    spec.ruleRef = QStringLiteral("long.") + QString(8000, u'x');
    sim.server.control().emitRows({spec});
    sim.server.control().emitCreated(1, false, true);
    ASSERT_TRUE(listener->waitForCount(2));
    for (const json& frame : listener->notifications()) {
        EXPECT_EQ(frame["payload"]["auth_mode"], "deferred");
        for (const char* missing : {"created", "condition", "resolved_at"})
            EXPECT_FALSE(frame["payload"].contains(missing)) << missing;
        EXPECT_TRUE(frame["payload"].contains("trace_tag"));
    }
}

TEST(SimNotifier, everyFormOfFilter_selects) {
    Sim sim;
    sim::SimControl& control = sim.server.control();
    const auto id = control.emitCreated(2)[0];
    const auto entity = sim.listener({"entity:enforcement:" + QByteArray::number(qlonglong{id})});
    const auto type = sim.listener({"notification_type:enforcement_status_changed"});
    const auto events = sim.listener({"entity_type:event"});
    const auto all = sim.listener({"all"});
    const auto misspelt = sim.listener({"entity_type:enforcements", "notification_type:x", "user:7"});
    control.emitChanges(2);
    control.emitCreated(1);
    ASSERT_TRUE(all->waitForCount(4));
    ASSERT_TRUE(type->waitForCount(2));
    ASSERT_TRUE(events->waitForCount(1));
    ASSERT_TRUE(entity->waitForCount(1));
    ASSERT_TRUE(misspelt->fence());
    EXPECT_EQ(entity->notifications()[0]["entity_id"], id);
    EXPECT_EQ(entity->notifications().size(), 1U);
    EXPECT_EQ(type->notifications().size(), 2U);
    EXPECT_EQ(events->notifications()[0]["notification_type"], "event_created");
    EXPECT_EQ(misspelt->notifications().size(), 0U);
}

TEST(SimNotifier, overlappingFilters_deliverOnce) {
    Sim sim;
    const auto listener = sim.listener(
        {"all", "entity_type:enforcement", "notification_type:enforcement_created", "entity_type:enforcement"});
    sim.server.control().emitRows({sim::RowSpec{}});
    ASSERT_TRUE(listener->waitForCount(1));
    ASSERT_TRUE(listener->fence());
    EXPECT_EQ(listener->notifications().size(), 1U);
    EXPECT_EQ(sim.server.control().stats().subscriptions, 3U);
}

TEST(SimNotifier, unsubscribe_endsTheStream) {
    Sim sim;
    const auto listener = sim.listener({"entity_type:enforcement:and:more"});
    listener->send(R"({"type":"unsubscribe","filter":"entity_type:enforcement","extra":1})");
    listener->send(R"({"type":"unsubscribe","filter":"entity_type:never"})");
    ASSERT_TRUE(listener->fence());
    sim.server.control().emitCreated(1);
    ASSERT_TRUE(listener->fence());
    EXPECT_EQ(listener->notifications().size(), 0U);
    EXPECT_EQ(sim.server.control().stats().subscriptions, 0U);
}

TEST(SimNotifier, badFrames_areComplainedAboutInTheServersWords) {
    Sim sim;
    const auto listener = sim.listener();
    const std::vector<std::pair<QByteArray, std::string>> cases{
        {"sync", "Invalid filter 'sync': Invalid filter format: sync"},
        {"x:y", "Invalid filter 'x:y': Unknown filter type: x"},
        {"user:me", "Invalid filter 'user:me': Invalid user ID"},
        {"entity:event:x", "Invalid filter 'entity:event:x': Invalid entity ID"},
        {"entity:event", "Invalid filter 'entity:event': Entity filter requires type and id: entity:type:id"},
        {"ALL", "Invalid filter 'ALL': Invalid filter format: ALL"},
    };
    for (const auto& [filter, expected] : cases)
        listener->subscribe(filter);
    for (const char* frame : {"{", "[]", R"({"filter":"all"})", R"({"type":"dance"})", R"({"type":"subscribe"})"})
        listener->send(frame);
    ASSERT_TRUE(waitFor([&] { return listener->errors().size() == cases.size() + 5; }));
    for (std::size_t i = 0; i < cases.size(); ++i)
        EXPECT_EQ(listener->errors()[i], cases[i].second);
    for (std::size_t i = cases.size(); i < listener->errors().size(); ++i)
        EXPECT_EQ(listener->errors()[i].rfind("Malformed message: ", 0), 0U) << listener->errors()[i];
    EXPECT_FALSE(listener->isGone) << "errors never close";
}

TEST(SimNotifier, pingFrame_isNotAnsweredAndAPingOfTheProtocolIs) {
    Sim sim;
    const auto listener = sim.listener();
    listener->send(R"({"type":"ping"})");
    ASSERT_TRUE(listener->fence());
    EXPECT_EQ(listener->frames.size(), 1U) << "only the fence's";
    int pongs = 0;
    QObject::connect(&listener->socket, &QWebSocket::pong, listener.get(), [&] { ++pongs; });
    listener->socket.ping("x");
    EXPECT_TRUE(waitFor([&] { return pongs == 1; }));
}

TEST(SimNotifier, orderOfCommits_isTheOrderOfArrival) {
    Sim sim;
    const auto listener = sim.listener({"entity_type:enforcement"});
    const auto created = sim.server.control().emitCreated(300);
    const auto changed = sim.server.control().emitChanges(300);
    ASSERT_EQ(changed.size(), 300U);
    ASSERT_TRUE(listener->waitForCount(600));
    const auto frames = listener->notifications();
    for (std::size_t i = 0; i < 300; ++i) {
        EXPECT_EQ(frames[i]["entity_id"], created[i]);
        EXPECT_EQ(frames[300 + i]["entity_id"], changed[i]);
    }
}

TEST(SimNotifier, hostileRows_arriveAsTheyAre) {
    Sim sim;
    const auto listener = sim.listener({"entity_type:enforcement"});
    const QString hostile = QStringLiteral("<b>&amp;\"\\\n\t\x01\u202eref🦊");
    const json row = {{"id", 9007199254740993}, {"rule_ref", hostile.toStdString()},
                      {"status", "brand_new"},  {"condition", "maybe"},
                      {"event", nullptr},       {"rule", nullptr}};
    const auto answer = sim.post(QStringLiteral("/sim/emit"), {{"rows", {row}}});
    EXPECT_EQ(answer.json()["ids"], (json{9007199254740993}));
    ASSERT_TRUE(listener->waitForCount(1));
    const json payload = listener->notifications()[0]["payload"];
    EXPECT_EQ(payload["id"], 9007199254740993);
    EXPECT_EQ(payload["rule_ref"], hostile.toStdString());
    EXPECT_EQ(payload["status"], "brand_new");
    EXPECT_TRUE(payload["event"].is_null());
    EXPECT_TRUE(payload["trace_tag"].is_null());
    EXPECT_EQ(sim.get(QStringLiteral("/api/v1/enforcements/9007199254740993")).data()["rule_ref"],
              hostile.toStdString());
}

TEST(SimNotifier, expiredToken_closesTheSocketWith4401) {
    sim::SimOptions options;
    options.expiryCheck = std::chrono::milliseconds(50);
    Sim sim(options);
    sim.token = sim.server.control().accessToken(std::chrono::seconds(1));
    const auto listener = sim.listener({"entity_type:enforcement"});
    ASSERT_TRUE(waitFor([&] { return listener->isGone; }));
    EXPECT_EQ(static_cast<int>(listener->socket.closeCode()), 4401);
    EXPECT_EQ(listener->socket.closeReason(), QStringLiteral("token expired"));
}
