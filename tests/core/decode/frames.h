// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace attune::core::test {

/// Frames and bodies as the server writes them (protocol sections 4 to 7), with invented values.
struct EnforcementFrame {
    std::string id = "4711";
    std::string status = R"("processed")";
    std::string more = R"(,"condition":"all","created":"2026-10-07T09:15:02.4178+00:00",)"
                       R"("resolved_at":"2026-10-07T09:15:02.981+00:00","auth_mode":"full")";

    [[nodiscard]] std::string payload() const {
        return R"({"entity_type":"enforcement","entity_id":)" + id + R"(,"id":)" + id +
               R"(,"rule":12,"rule_ref":"ops.disk_full","trigger_ref":"mon.disk","event":90210,"status":)" + status +
               R"(,"old_status":"created","trace_tag":"mon.disk.90210")" + more + "}";
    }
    [[nodiscard]] std::string text() const {
        return R"({"type":"notification","notification_type":"enforcement_status_changed","entity_type":"enforcement",)"
               R"("entity_id":)" +
               id + R"(,"user_id":null,"payload":)" + payload() + R"(,"timestamp":"2026-10-07T09:15:02.984120331Z"})";
    }
};

/// A notification of any entity around `payload`.
[[nodiscard]] inline std::string notificationFrame(const std::string& entity, const std::string& payload) {
    return R"({"type":"notification","notification_type":"some_change","entity_type":")" + entity +
           R"(","entity_id":7,"user_id":null,"payload":)" + payload + R"(,"timestamp":"2026-10-07T09:15:02Z"})";
}

[[nodiscard]] inline std::string executionPayload() {
    return R"({"entity_type":"execution","entity_id":7,"id":7,"action_id":null,"action_ref":"core.echo",)"
           R"("status":"running","old_status":"scheduled","enforcement":4711,"rule_ref":null,"trigger_ref":null,)"
           R"("parent":3,"started_at":null,"workflow_task":{"workflow_execution":2,"task_name":"collect",)"
           R"("task_index":null},"created":"2026-10-07T09:15:02+00:00","updated":"2026-10-07T09:15:03.5+00:00"})";
}

[[nodiscard]] inline std::string rulePayload() {
    return R"({"event_type":"rule.disabled","active":false,"rule_id":12,"rule_ref":"ops.disk_full",)"
           R"("trigger_ref":"mon.disk","trigger_params":{"n":[1,2]},"timestamp":"2026-10-07T09:15:02Z"})";
}

/// Good frames of every kind.
[[nodiscard]] inline std::vector<std::string> goodFrames() {
    return {EnforcementFrame{}.text(),
            EnforcementFrame{"9223372036854775807", R"("created")", R"(,"auth_mode":"deferred")"}.text(),
            notificationFrame("execution", executionPayload()),
            notificationFrame("rule_lifecycle", rulePayload()),
            notificationFrame("inquiry", R"({"id":7,"question":"\u00fcber \ud83d\udd25?","nested":[[{"a":[]}]]})"),
            R"({"type":"welcome","client_id":"client_17","message":"Connected to Attune Notifier"})",
            R"({"type":"error","message":"Invalid filter 'fence:7': Unknown filter type: fence"})"};
}

[[nodiscard]] inline std::string listRow(const std::string& id, const std::string& more = {}) {
    return R"({"id":)" + id +
           R"(,"rule":12,"rule_ref":"ops.disk_full","trigger_ref":"mon.disk","event":90210,)"
           R"("status":"processed","condition":"all","created":"2026-10-07T09:15:02.417800Z")" +
           more + "}";
}

[[nodiscard]] inline std::string listBody(const std::string& items) {
    return R"({"items":[)" + items + R"(],"pagination":{"page":2,"page_size":50,"has_previous":true,"has_next":true}})";
}

[[nodiscard]] inline std::string detailBody() {
    return R"({"data":{"id":4711,"rule":12,"rule_ref":"ops.disk_full","trigger_ref":"mon.disk",)"
           R"("config":{"host":"db3","password":{"$attune_secret":true,"redacted":true}},"event":90210,)"
           R"("status":"processed","payload":{"host":"db3","used_pct":97},"condition":"all","conditions":[],)"
           R"("trace_tag":"mon.disk.90210","created":"2026-10-07T09:15:02.417800Z",)"
           R"("resolved_at":"2026-10-07T09:15:02.981Z"}})";
}

} // namespace attune::core::test
