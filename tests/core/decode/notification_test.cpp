// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "frames.h"
#include "support/printers.h"

#include "attune/core/notification.h"

#include <gtest/gtest.h>

namespace attune::core {
namespace {

using test::EnforcementFrame;
using test::executionPayload;
using test::notificationFrame;
using test::rulePayload;

constexpr UtcMicros Created = 1'791'364'502'417'800; // 2026-10-07T09:15:02.4178Z

class NotificationDecoderTest : public ::testing::Test {
protected:
    template<class T>
    [[nodiscard]] T read(const std::string& text) {
        auto frame = m_decoder.decode(text);
        if (!frame) {
            ADD_FAILURE() << text << ": " << frame.error().message.toStdString();
            return {};
        }
        if (!std::holds_alternative<T>(*frame)) {
            ADD_FAILURE() << text << ": another kind of frame, " << frame->index();
            return {};
        }
        return std::get<T>(std::move(frame).value());
    }
    [[nodiscard]] QString reason(const std::string& text) {
        const auto frame = m_decoder.decode(text);
        return frame ? QStringLiteral("accepted") : frame.error().message;
    }
    [[nodiscard]] QString ref(Symbol symbol) const { return m_vocabulary.refs.text(symbol); }

    Vocabulary m_vocabulary;
    NotificationDecoder m_decoder{m_vocabulary};
};

TEST_F(NotificationDecoderTest, fullEnforcement_isReadWhole) {
    const auto update = read<EnforcementUpdate>(EnforcementFrame{}.text());
    EXPECT_EQ(update.row.id, 4711);
    EXPECT_EQ(update.row.rule, 12);
    EXPECT_EQ(update.row.event, 90210);
    EXPECT_EQ(ref(update.row.ruleRef), QStringLiteral("ops.disk_full"));
    EXPECT_EQ(ref(update.row.triggerRef), QStringLiteral("mon.disk"));
    EXPECT_EQ(update.row.status, Status::Processed);
    EXPECT_EQ(update.oldStatus, Status::Created);
    EXPECT_EQ(update.row.condition, Condition::All);
    EXPECT_EQ(update.row.created, Created);
    EXPECT_EQ(update.row.resolvedAt, Created + 563'200);
    EXPECT_EQ(update.sentAt, Created + 566'320);
    EXPECT_EQ(update.row.traceTag, TraceTag::Derived);
    EXPECT_TRUE(update.traceTag.empty());
    EXPECT_EQ(update.origin, Origin::Notification);
    EXPECT_TRUE(update.row.isComplete());
}

TEST_F(NotificationDecoderTest, deferredPayload_isAnIncompleteRow) {
    const auto update =
        read<EnforcementUpdate>(EnforcementFrame{"4711", R"("processed")", R"(,"auth_mode":"deferred")"}.text());
    EXPECT_EQ(update.row.id, 4711);
    EXPECT_EQ(update.row.status, Status::Processed);
    EXPECT_EQ(update.row.created, UnknownTime);
    EXPECT_EQ(update.row.resolvedAt, UnknownTime);
    EXPECT_EQ(update.row.condition, Condition::Unknown);
    EXPECT_FALSE(update.row.isComplete());
}

TEST_F(NotificationDecoderTest, nullAndAbsent_staySeparate) {
    const auto absent = read<EnforcementUpdate>(notificationFrame("enforcement", R"({"id":7})"));
    EXPECT_EQ(absent.row.rule, UnknownId);
    EXPECT_EQ(absent.row.event, UnknownId);
    EXPECT_EQ(absent.row.resolvedAt, UnknownTime);
    EXPECT_EQ(absent.row.ruleRef, 0U);
    EXPECT_EQ(absent.row.status, Status::Unknown);
    const auto null = read<EnforcementUpdate>(notificationFrame(
        "enforcement", R"({"id":7,"rule":null,"event":null,"resolved_at":null,"created":null,"rule_ref":null,)"
                       R"("status":null,"condition":null,"trace_tag":null,"old_status":null})"));
    EXPECT_EQ(null.row.rule, NullId);
    EXPECT_EQ(null.row.event, NullId);
    EXPECT_EQ(null.row.resolvedAt, NullTime);
    EXPECT_EQ(null.row.created, UnknownTime) << "every row was created";
    EXPECT_EQ(null.row.ruleRef, 0U);
    EXPECT_EQ(null.row.status, Status::Unknown);
    EXPECT_EQ(null.row.traceTag, TraceTag::Unknown);
}

TEST_F(NotificationDecoderTest, ids_areExactOverTheWholeRange) {
    for (const Id id : {Id{1}, Id{9'007'199'254'740'993}, Id{9'223'372'036'854'775'806}, INT64_MAX})
        EXPECT_EQ(read<EnforcementUpdate>(EnforcementFrame{std::to_string(id)}.text()).row.id, id);
}

TEST_F(NotificationDecoderTest, whatIsNoId_isRefusedByName) {
    for (const char* bad : {"0", "-1", "-0", "-9223372036854775808", "9223372036854775808", "18446744073709551615",
                            "18446744073709551616", "1e3", "9.5", "1.0", "1e400", "\"4711\"", "true", "false", "[1]",
                            "{}", "{\"id\":1}"}) {
        EXPECT_EQ(reason(notificationFrame("enforcement", R"({"id":)" + std::string(bad) + "}")),
                  QStringLiteral("id is not a positive 64-bit integer"))
            << bad;
        EXPECT_EQ(reason(notificationFrame("enforcement", R"({"id":7,"event":)" + std::string(bad) + "}")),
                  QStringLiteral("event is not a positive 64-bit integer"))
            << bad;
        EXPECT_EQ(reason(notificationFrame("execution", R"({"id":7,"parent":)" + std::string(bad) + "}")),
                  QStringLiteral("parent is not a positive 64-bit integer"))
            << bad;
    }
    EXPECT_EQ(reason(notificationFrame("enforcement", R"({"id":null})")), QStringLiteral("id is missing"));
    EXPECT_EQ(reason(notificationFrame("enforcement", R"({"rule":7})")), QStringLiteral("id is missing"));
    EXPECT_EQ(reason(notificationFrame("enforcement", "null")), QStringLiteral("id is missing"));
    EXPECT_EQ(reason(notificationFrame("enforcement", R"([{"id":7}])")), QStringLiteral("id is missing"));
}

TEST_F(NotificationDecoderTest, wrongTypes_areRefusedByName) {
    const std::vector<std::pair<const char*, const char*>> cases{
        {R"("rule_ref":12)", "rule_ref is not a text"},
        {R"("rule_ref":1e400)", "rule_ref is not a text"},
        {R"("trigger_ref":["a"])", "trigger_ref is not a text"},
        {R"("status":{})", "status is not a text"},
        {R"("old_status":3)", "old_status is not a text"},
        {R"("condition":false)", "condition is not a text"},
        {R"("trace_tag":5)", "trace_tag is not a text"},
        {R"("created":1780345281)", "created is not a time in RFC 3339 form"},
        {R"("created":"infinity")", "created is not a time in RFC 3339 form"},
        {R"("created":"2026-02-30T00:00:00+00:00")", "created is not a time in RFC 3339 form"},
        {R"("resolved_at":"yesterday")", "resolved_at is not a time in RFC 3339 form"}};
    for (const auto& [field, expected] : cases)
        EXPECT_EQ(reason(notificationFrame("enforcement", R"({"id":7,)" + std::string(field) + "}")),
                  QString::fromLatin1(expected));
}

TEST_F(NotificationDecoderTest, idsThatDisagree_areRefused) {
    EXPECT_EQ(reason(notificationFrame("enforcement", R"({"id":8})")),
              QStringLiteral("entity_id 7 and payload id 8 differ"));
    EXPECT_EQ(reason(notificationFrame("execution", R"({"id":8})")),
              QStringLiteral("entity_id 7 and payload id 8 differ"));
    EXPECT_EQ(reason(R"({"type":"notification","entity_type":"enforcement","entity_id":"7","payload":{"id":7}})"),
              QStringLiteral("entity_id is not a positive 64-bit integer"));
    EXPECT_EQ(
        read<EnforcementUpdate>(R"({"type":"notification","entity_type":"enforcement","payload":{"id":7}})").row.id, 7);
}

TEST_F(NotificationDecoderTest, unknownWords_areKept) {
    const auto update = read<EnforcementUpdate>(EnforcementFrame{"4711", R"("expired")"}.text());
    EXPECT_GE(update.row.status, Status::FirstOther);
    EXPECT_EQ(m_vocabulary.statuses.text(update.row.status), QStringLiteral("expired"));
    const auto again = read<EnforcementUpdate>(EnforcementFrame{"4712", R"("expired")"}.text());
    EXPECT_EQ(again.row.status, update.row.status);
}

TEST_F(NotificationDecoderTest, tooManyWords_areRefusedWithAReason) {
    for (int i = 0; i < 252; ++i)
        ASSERT_EQ(reason(EnforcementFrame{"1", "\"word" + std::to_string(i) + '"'}.text()), QStringLiteral("accepted"));
    EXPECT_EQ(reason(EnforcementFrame{"1", R"("one more")"}.text()),
              QStringLiteral("status: the server uses more different texts than can be kept"));
    EXPECT_EQ(reason(EnforcementFrame{}.text()), QStringLiteral("accepted"));
}

TEST_F(NotificationDecoderTest, redactedRefs_areData) {
    const auto update = read<EnforcementUpdate>(notificationFrame(
        "enforcement", R"({"id":7,"rule":null,"rule_ref":"[redacted]","trigger_ref":"[redacted]","event":3,)"
                       R"("trace_tag":"[redacted]"})"));
    EXPECT_EQ(update.row.ruleRef, RedactedRef);
    EXPECT_EQ(update.row.triggerRef, RedactedRef);
    EXPECT_EQ(update.row.traceTag, TraceTag::Unknown);
    EXPECT_EQ(update.row.rule, UnknownId) << "hidden, and not deleted";
}

TEST_F(NotificationDecoderTest, traceTag_isDerivedOnlyWhenItIsExactlyThat) {
    const auto tagged = [this](const std::string& tag, const std::string& event = "90210") {
        return read<EnforcementUpdate>(notificationFrame(
            "enforcement", R"({"trace_tag":")" + tag + R"(","id":7,"trigger_ref":"mon.disk","event":)" + event + "}"));
    };
    EXPECT_EQ(tagged("mon.disk.90210").row.traceTag, TraceTag::Derived);
    EXPECT_EQ(tagged("mon.disk.9223372036854775807", "9223372036854775807").row.traceTag, TraceTag::Derived);
    for (const char* other : {"mon.disk.90211", "mon.disk.090210", "mon.disk.9021", "mon.disk.", "mon.disk",
                              "mon.disk_90210", "mon.disl.90210", "x", "mon.disk.90210 "}) {
        const auto update = tagged(other);
        EXPECT_EQ(update.row.traceTag, TraceTag::Stored) << other;
        EXPECT_EQ(update.traceTag, other);
    }
    EXPECT_EQ(tagged("mon.disk.90210", "null").row.traceTag, TraceTag::Stored);
    EXPECT_EQ(tagged("").row.traceTag, TraceTag::Unknown);
}

TEST_F(NotificationDecoderTest, longTraceTag_costsOnlyItsTail) {
    const auto tagged = [this](const std::string& tag) {
        return read<EnforcementUpdate>(notificationFrame("enforcement", R"({"id":7,"trace_tag":")" + tag + R"("})"));
    };
    EXPECT_EQ(tagged(std::string(4096, 'x')).traceTag.size(), 4096U);
    EXPECT_EQ(tagged(std::string(4097, 'x')).traceTag.size(), 4096U);
    EXPECT_EQ(tagged(std::string(4095, 'x') + "\xF0\x9F\x94\xA5").traceTag, std::string(4095, 'x'));
}

TEST_F(NotificationDecoderTest, longRefs_areKeptWhole) {
    const std::string longRef = "pack." + std::string(10'000, 'r');
    const auto update = read<EnforcementUpdate>(
        notificationFrame("enforcement", R"({"id":7,"rule_ref":")" + longRef + R"(","trigger_ref":")" + longRef +
                                             R"(","event":5,"trace_tag":")" + longRef + R"(.5"})"));
    EXPECT_EQ(m_vocabulary.refs.utf8(update.row.ruleRef), longRef);
    EXPECT_EQ(update.row.traceTag, TraceTag::Derived);
}

TEST_F(NotificationDecoderTest, execution_isReadWhole) {
    const auto update = read<ExecutionUpdate>(notificationFrame("execution", executionPayload()));
    EXPECT_EQ(update.row.id, 7);
    EXPECT_EQ(update.row.parent, 3);
    EXPECT_EQ(update.row.enforcement, 4711);
    EXPECT_EQ(update.row.originalExecution, UnknownId);
    EXPECT_EQ(update.row.actionRef, QStringLiteral("core.echo"));
    EXPECT_EQ(update.row.status, QStringLiteral("running"));
    EXPECT_EQ(update.oldStatus, QStringLiteral("scheduled"));
    EXPECT_EQ(update.row.taskName, QStringLiteral("collect"));
    EXPECT_EQ(update.row.startedAt, NullTime);
    EXPECT_EQ(update.row.updated - update.row.created, 1'500'000);
}

TEST_F(NotificationDecoderTest, compactExecution_knowsOnlyItsStatus) {
    const auto update = read<ExecutionUpdate>(
        notificationFrame("execution", R"({"id":7,"status":"timeout","old_status":"running","auth_mode":"deferred"})"));
    ExecutionRow expected;
    expected.id = 7;
    expected.status = QStringLiteral("timeout");
    EXPECT_EQ(update.row, expected);
}

TEST_F(NotificationDecoderTest, executionOfWrongType_isRefused) {
    EXPECT_EQ(reason(notificationFrame("execution", R"({"id":7,"status":1})")), QStringLiteral("status is not a text"));
    EXPECT_EQ(reason(notificationFrame("execution", R"({"id":7,"old_status":1})")),
              QStringLiteral("old_status is not a text"));
    EXPECT_EQ(reason(notificationFrame("execution", R"({"id":7,"workflow_task":{"task_name":5}})")),
              QStringLiteral("task_name is not a text"));
}

TEST_F(NotificationDecoderTest, taskName_countsOnlyInsideTheWorkflowTask) {
    const auto name = [this](const std::string& fields) {
        return read<ExecutionUpdate>(notificationFrame("execution", R"({"id":7,)" + fields + "}")).row.taskName;
    };
    EXPECT_EQ(name(R"("task_name":5)"), QString());
    EXPECT_EQ(name(R"("workflow_task":null)"), QString());
    EXPECT_EQ(name(R"("workflow_task":"x")"), QString());
    EXPECT_EQ(name(R"("workflow_task":["task_name"])"), QString());
    EXPECT_EQ(name(R"("workflow_task":{"deeper":{"task_name":"x"}})"), QString());
    EXPECT_EQ(name(R"("workflow_task":{"deeper":{},"task_name":"x"},"result":{"task_name":"y"})"), QStringLiteral("x"));
}

TEST_F(NotificationDecoderTest, ruleLifecycle_saysWhichAndWhether) {
    const auto update = read<RuleNotification>(notificationFrame("rule_lifecycle", rulePayload()));
    EXPECT_EQ(ref(update.ruleRef), QStringLiteral("ops.disk_full"));
    EXPECT_FALSE(update.active);
    EXPECT_TRUE(
        read<RuleNotification>(notificationFrame("rule_lifecycle", R"({"rule_ref":"a.b","active":true})")).active);
    for (const char* bad : {R"({"rule_ref":"a.b"})", R"({"active":true})", R"({"rule_ref":"a.b","active":1})",
                            R"({"rule_ref":"","active":true})"})
        EXPECT_EQ(reason(notificationFrame("rule_lifecycle", bad)),
                  QStringLiteral("the rule notification lacks rule_ref or active"))
            << bad;
    EXPECT_EQ(reason(notificationFrame("rule_lifecycle", R"({"rule_ref":1,"active":true})")),
              QStringLiteral("rule_ref is not a text"));
}

TEST_F(NotificationDecoderTest, welcomeAndError_areRead) {
    EXPECT_EQ(read<WelcomeFrame>(R"({"type":"welcome","client_id":"client_17","message":"Hi"})").clientId,
              QStringLiteral("client_17"));
    EXPECT_EQ(read<ErrorFrame>(R"({"type":"error","message":"Invalid filter 'fence:7'"})").message,
              QStringLiteral("Invalid filter 'fence:7'"));
}

TEST_F(NotificationDecoderTest, missingTexts_areEmptyNotThoseOfTheLastFrame) {
    EXPECT_FALSE(read<ErrorFrame>(R"({"type":"error","message":"old"})").message.isEmpty());
    EXPECT_TRUE(read<ErrorFrame>(R"({"type":"error"})").message.isEmpty());
    EXPECT_TRUE(read<ErrorFrame>(R"({"type":"error","message":5})").message.isEmpty());
    EXPECT_FALSE(read<WelcomeFrame>(R"({"type":"welcome","client_id":"old"})").clientId.isEmpty());
    EXPECT_TRUE(read<WelcomeFrame>(R"({"type":"welcome","client_id":null})").clientId.isEmpty());
    EXPECT_EQ(read<EnforcementUpdate>(EnforcementFrame{}.text()).row.event, 90210);
    EXPECT_EQ(read<EnforcementUpdate>(notificationFrame("enforcement", R"({"id":7})")).row.event, UnknownId);
}

TEST_F(NotificationDecoderTest, unknownKinds_areCountedNotErrors) {
    EXPECT_EQ(read<UnknownFrame>(R"({"type":"goodbye"})").what, QStringLiteral("goodbye"));
    EXPECT_EQ(read<UnknownFrame>(notificationFrame("inquiry", "{}")).what, QStringLiteral("some_change"));
    EXPECT_EQ(read<UnknownFrame>(R"({"type":"notification","entity_type":"pack","payload":{"id":"x"}})").what,
              QStringLiteral("pack"));
}

TEST_F(NotificationDecoderTest, newsOfOtherEntities_isToldFromWhatNobodyKnows) {
    for (const char* entity : {"event", "inquiry", "artifact", "work_queue", "work_queue_item"})
        EXPECT_TRUE(read<UnknownFrame>(notificationFrame(entity, "{}")).isOfTheProtocol) << entity;
    for (const char* entity : {"pack", "Event", "enforcements", ""})
        EXPECT_FALSE(read<UnknownFrame>(notificationFrame(entity, "{}")).isOfTheProtocol) << entity;
    EXPECT_FALSE(read<UnknownFrame>(R"({"type":"goodbye","entity_type":"event"})").isOfTheProtocol);
}

TEST_F(NotificationDecoderTest, frameWithoutType_isUsedWhenItsSubjectIsClear) {
    EXPECT_EQ(read<EnforcementUpdate>(R"({"entity_type":"enforcement","entity_id":7,"payload":{"id":7}})").row.id, 7);
    EXPECT_EQ(reason(R"({"payload":{"id":7,"entity_type":"enforcement"}})"), QStringLiteral("the frame has no type"));
    EXPECT_EQ(reason(R"({"type":null,"entity_type":"enforcement","payload":{"id":7}})"),
              QStringLiteral("the frame has no type"));
    EXPECT_EQ(reason(R"({"type":5})"), QStringLiteral("the frame has no type"));
    EXPECT_EQ(reason(R"({"type":"notification","payload":{}})"), QStringLiteral("the notification has no entity_type"));
}

TEST_F(NotificationDecoderTest, unknownFields_areIgnoredWhateverTheyHold) {
    const auto update = read<EnforcementUpdate>(
        R"({"new":[1,{"id":9,"payload":{"id":8}}],"type":"notification","entity_type":"enforcement","entity_id":7,)"
        R"("extra":{"type":"error","payload":{"id":5}},"payload":{"config":{"id":6,"status":"x"},"n":1e400,)"
        R"("list":[{"id":5},"id",3],"id":7,"parent":"not read here"},"id":"nor here","timestamp":7})");
    EXPECT_EQ(update.row.id, 7);
    EXPECT_EQ(update.row.status, Status::Unknown);
    EXPECT_EQ(update.sentAt, UnknownTime);
}

TEST_F(NotificationDecoderTest, duplicateKeys_lastWins) {
    EXPECT_EQ(read<EnforcementUpdate>(notificationFrame("enforcement", R"({"id":"x","id":8,"id":7})")).row.id, 7);
    const auto update = read<EnforcementUpdate>(
        R"({"type":"error","type":"notification","entity_type":"enforcement","payload":{"id":6,"event":5},)"
        R"("payload":{"id":7}})");
    EXPECT_EQ(update.row.id, 7);
    EXPECT_EQ(update.row.event, UnknownId) << "nothing of the first payload is left";
    EXPECT_EQ(reason(R"({"type":"notification","entity_type":"enforcement","payload":{"id":6},"payload":null})"),
              QStringLiteral("id is missing"));
    EXPECT_EQ(read<ExecutionUpdate>(
                  notificationFrame("execution", R"({"id":7,"workflow_task":{"task_name":"a"},"workflow_task":{}})"))
                  .row.taskName,
              QString());
}

TEST_F(NotificationDecoderTest, keysWithEscapes_areTheSameKeys) {
    EXPECT_EQ(read<EnforcementUpdate>(notificationFrame("enforcement", R"({"\u0069d":7})")).row.id, 7);
}

} // namespace
} // namespace attune::core
