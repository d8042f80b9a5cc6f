// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "core/decode/frames.h"
#include "sessionfixture.h"

#include "attune/core/rowexport.h"

using namespace attune;
using session::Session;
using namespace std::chrono_literals;

namespace {

constexpr core::UtcMicros Second = 1'000'000;

/// Rows of which the roads from the server tell different things.
class StrangeRowsTest : public test::SessionFixture {
protected:
    [[nodiscard]] const core::EnforcementRow& row(core::Id id) const { return store.row(*store.find(id)); }
    [[nodiscard]] std::string exported(core::Id id) const {
        const std::string tag = store.traceTag(row(id), vocabulary);
        return core::rowToJson(row(id), tag, vocabulary).toStdString() +
               core::rowToCsv(row(id), tag, vocabulary).toStdString();
    }
    void expectKnownButNotTold(core::Id id) {
        ASSERT_TRUE(has(id));
        EXPECT_EQ(vocabulary.refs.utf8(row(id).ruleRef), "ops.disk_full");
        EXPECT_EQ(vocabulary.refs.utf8(row(id).triggerRef), "mon.disk");
        EXPECT_EQ(row(id).rule, 1);
        EXPECT_EQ(exported(id).find("ops."), std::string::npos) << exported(id);
        EXPECT_EQ(exported(id).find("mon."), std::string::npos) << exported(id);
        EXPECT_NE(exported(id).find(R"("rule":null,"rule_ref":"[redacted]")"), std::string::npos) << exported(id);
    }
    void expectOneServer() const {
        EXPECT_EQ(clears, 0);
        for (const auto& change : session->timeline())
            EXPECT_FALSE(change.reason.contains(QStringLiteral("replaced"))) << change.reason.toStdString();
    }
    void send(const std::string& frame) {
        core::NotificationDecoder decoder{vocabulary};
        auto decoded = decoder.decode(frame);
        ASSERT_TRUE(decoded) << decoded.error().message.toStdString();
        auto& sink = *transport->stream(newest()).request.sink;
        if (const auto* execution = std::get_if<core::ExecutionUpdate>(&*decoded))
            sink.push(*execution);
        else
            sink.push(std::get<core::EnforcementUpdate>(*decoded));
        pass(100ms);
    }
};

} // namespace

TEST_F(StrangeRowsTest, withheldRefsReadFirst_areLearntFromTheStreamAndNotTold) {
    const core::Id id = server->create(Second, false);
    server->rows[id].withheld = true;
    live();
    ASSERT_TRUE(has(id));
    EXPECT_EQ(row(id).ruleRef, core::RedactedRef);
    server->resolve(id);
    pass(1s);
    expectKnownButNotTold(id);
    EXPECT_EQ(row(id).status, core::Status::Processed);
    expectOneServer();
}

TEST_F(StrangeRowsTest, withheldRefsReadLater_staysKnownAndAreNotTold) {
    live();
    const core::Id id = server->create();
    server->rows[id].withheld = true;
    pass(100ms);
    ASSERT_TRUE(has(id));
    session->refresh();
    pass(5s);
    expectKnownButNotTold(id);
    session->requestHydration({id});
    pass(5s);
    expectKnownButNotTold(id);
    pass(1h);
    expectKnownButNotTold(id);
    expectOneServer();
}

TEST_F(StrangeRowsTest, readAndToldInTurns_areOneRowOfOneServer) {
    live();
    const core::Id id = server->create();
    server->rows[id].withheld = true;
    for (int turn = 0; turn < 4; ++turn) {
        session->refresh();
        pass(2s);
        server->announceDeferred(id);
        pass(2s);
    }
    server->resolve(id);
    pass(1s);
    expectKnownButNotTold(id);
    EXPECT_EQ(store.size(), 1U);
    expectOneServer();
}

TEST_F(StrangeRowsTest, executionBeforeItsEnforcementResolves_changesNoRow) {
    live();
    const core::Id id = server->create();
    pass(100ms);
    const core::EnforcementRow before = row(id);
    std::size_t told = 0;
    QObject::connect(session.get(), &Session::executionsChanged, &context,
                     [&told](const auto& updates) { told += updates.size(); });
    const std::string execution =
        R"({"entity_type":"execution","entity_id":7,"id":7,"status":"requested","enforcement":)";
    for (int twice = 0; twice < 2; ++twice) {
        send(core::test::notificationFrame("execution", execution + std::to_string(id) + "}"));
        send(core::test::notificationFrame("execution", execution + "999999}"));
        send(core::test::notificationFrame("execution", core::test::executionPayload()));
    }
    EXPECT_EQ(told, 6U) << "windows make one row of each: they know whose executions they show";
    EXPECT_EQ(row(id), before);
    EXPECT_EQ(store.size(), 1U) << "an execution is no enforcement";
    server->resolve(id);
    pass(100ms);
    EXPECT_EQ(row(id).status, core::Status::Processed);
    EXPECT_EQ(row(id).condition, before.condition);
    EXPECT_EQ(row(id).created, before.created);
    expectOneServer();
}

TEST_F(StrangeRowsTest, doubledFrames_areOneRowWithAllItsFields) {
    live();
    const core::test::EnforcementFrame created{"1", R"("created")"};
    const core::test::EnforcementFrame bare{"1", R"("processed")", {}};
    const core::test::EnforcementFrame whole{"1"};
    const core::test::EnforcementFrame empty{"1", R"("processed")", R"(,"condition":null,"created":null)"};
    std::optional<core::EnforcementRow> full;
    for (const auto& frame : {created, created, bare, bare, whole, whole, bare, empty, created, bare}) {
        send(frame.text());
        ASSERT_EQ(store.size(), 1U);
        if (core::Status::isFinal(row(1).status) && !full)
            full = row(1);
        EXPECT_EQ(row(1), full.value_or(row(1))) << frame.text();
        EXPECT_TRUE(core::isInstant(row(1).created)) << frame.text();
        EXPECT_EQ(row(1).condition, core::Condition::All) << frame.text();
        EXPECT_EQ(row(1).event, 90'210);
        EXPECT_EQ(row(1).rule, 12);
        EXPECT_EQ(store.traceTag(row(1), vocabulary), "mon.disk.90210");
    }
    EXPECT_EQ(row(1).status, core::Status::Processed);
    EXPECT_EQ(row(1).resolvedAt - row(1).created, 563'200);
}

TEST_F(StrangeRowsTest, enforcementOfAnUnknownRule_isARowLikeAnyOther) {
    live();
    const core::Id id = server->create(0, false);
    server->rows[id].ruleRef = "gone.nobody_knows_it";
    server->resolve(id);
    pass(100ms);
    session->refresh();
    pass(5s);
    ASSERT_TRUE(has(id));
    EXPECT_EQ(vocabulary.refs.utf8(row(id).ruleRef), "gone.nobody_knows_it");
    // A rule that was deleted meanwhile: the frame has a null where the row has a number.
    const std::string deleted = R"({"id":1,"entity_id":1,"rule":null,"rule_ref":"gone.nobody_knows_it",)"
                                R"("trigger_ref":"mon.disk","event":90001,"status":"processed"})";
    send(R"({"type":"notification","notification_type":"enforcement_status_changed","entity_type":"enforcement",)"
         R"("entity_id":1,"user_id":null,"payload":)" +
         deleted + R"(,"timestamp":"2026-10-07T09:15:02Z"})");
    EXPECT_EQ(store.size(), 1U);
    EXPECT_EQ(row(id).rule, core::NullId);
    EXPECT_EQ(vocabulary.refs.utf8(row(id).ruleRef), "gone.nobody_knows_it");
    EXPECT_EQ(row(id).condition, core::Condition::All);
    // Reading says the same.
    const core::Id other = server->create();
    pass(100ms);
    ASSERT_EQ(row(other).rule, 1);
    server->rows[id].ruleDeleted = server->rows[other].ruleDeleted = true;
    session->refresh();
    pass(5s);
    for (const core::Id orphan : {id, other}) {
        EXPECT_EQ(row(orphan).rule, core::NullId);
        EXPECT_EQ(vocabulary.refs.utf8(row(orphan).ruleRef), server->rows[orphan].ruleRef.toStdString());
    }
    expectOneServer();
}
