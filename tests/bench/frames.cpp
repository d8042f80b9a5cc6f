// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "frames.h"

namespace attune::bench {

namespace {

std::string frame(int id, bool isNew) {
    const int rule = id % 256;
    const std::string number = std::to_string(id);
    const std::string trigger = "monitoring.trigger_" + std::to_string(rule % 64);
    const std::string event = std::to_string(id + 90'000'000);
    const std::string second = std::to_string(10 + id % 50);
    std::string text = R"({"type":"notification","notification_type":"enforcement_)";
    text += isNew ? "created" : "status_changed";
    text += R"(","entity_type":"enforcement","entity_id":)" + number;
    text += R"(,"user_id":null,"payload":{"entity_type":"enforcement","entity_id":)" + number + ",\"id\":" + number;
    text += ",\"rule\":" + std::to_string(rule + 1);
    text += R"(,"rule_ref":"ops.restart_service_on_rule_)" + std::to_string(rule);
    text += R"(","trigger_ref":")" + trigger + R"(","event":)" + event + R"(,"status":")";
    text += isNew ? "created" : R"(processed","old_status":"created)";
    text += R"(","condition":"all","created":"2026-06-01T12:04:)" + second + ".482913+00:00\",\"resolved_at\":";
    text += isNew ? "null" : "\"2026-06-01T12:05:" + second + ".182913+00:00\"";
    text += ",\"trace_tag\":\"" + trigger + '.' + event;
    text += "\"},\"timestamp\":\"2026-06-01T12:05:" + second + ".283101442Z\"}";
    return text;
}

} // namespace

std::vector<std::string> notifierFrames(int count) {
    std::vector<std::string> frames;
    frames.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        frames.push_back(frame(i / 2 + 1, i % 2 == 0));
    return frames;
}

} // namespace attune::bench
