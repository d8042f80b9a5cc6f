// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "rowtext.h"

namespace attune::test {

namespace {

[[nodiscard]] QByteArray quoted(core::UtcMicros time) {
    return core::isInstant(time) ? '"' + QByteArray::fromStdString(core::formatRfc3339(time)) + '"'
                                 : QByteArray("null");
}

[[nodiscard]] QByteArray number(core::Id id) { return id > 0 ? QByteArray::number(id) : QByteArray("null"); }

/// The members that every form has, without braces.
[[nodiscard]] QByteArray common(const World::Row& row) {
    return "\"id\":" + number(row.id) + ",\"rule\":" + number(row.rule) + R"(,"rule_ref":")" + ruleRef(row.kind) +
           R"(","trigger_ref":")" + triggerRef(row.kind) + R"(","event":)" + number(row.event) + R"(,"status":")" +
           statusWord(row.status) + '"';
}

[[nodiscard]] QByteArray timed(const World::Row& row) {
    return R"(,"condition":"all","created":)" + quoted(row.created);
}

} // namespace

QByteArray ruleRef(int kind) { return "ops.rule_" + QByteArray::number(kind); }
QByteArray triggerRef(int kind) { return "mon.trigger_" + QByteArray::number(kind); }

int kindOf(const QByteArray& ruleRef) { return ruleRef.mid(ruleRef.lastIndexOf('_') + 1).toInt(); }

QByteArray statusWord(core::WordCode status) {
    return status == core::Status::Created ? "created" : status == core::Status::Processed ? "processed" : "disabled";
}

const QByteArray& listItem(const World::Row& row) {
    if (row.listed.isEmpty())
        row.listed = '{' + common(row) + timed(row) + '}';
    return row.listed;
}

QByteArray detailBody(const World::Row& row) {
    return "{\"data\":{" + common(row) + timed(row) + R"(,"config":null,"payload":{},"conditions":[],"resolved_at":)" +
           quoted(row.resolvedAt) + "}}";
}

QByteArray notificationFrame(const World::News& news, bool deferred, core::UtcMicros sentAt) {
    const World::Row& row = news.row;
    const QByteArray kind = news.isNew ? "enforcement_created" : "enforcement_status_changed";
    return R"({"type":"notification","notification_type":")" + kind + R"(","entity_type":"enforcement","entity_id":)" +
           number(row.id) + R"(,"user_id":null,"payload":{"entity_type":"enforcement","entity_id":)" + number(row.id) +
           ',' + common(row) + (news.isNew ? "" : R"(,"old_status":"created")") +
           (deferred ? QByteArray(R"(,"auth_mode":"deferred")")
                     : timed(row) + ",\"resolved_at\":" + quoted(row.resolvedAt)) +
           R"(},"timestamp":)" + quoted(sentAt) + '}';
}

} // namespace attune::test
