// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/rowexport.h"

#include <nlohmann/json.hpp>

#include <array>
#include <string>

namespace attune::core {

namespace {

[[nodiscard]] std::string quotedJson(std::string_view text) {
    // Interned text is valid UTF-8 whenever a server sent it; anything else becomes a replacement character.
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// Writes `{"a":1,"b":"x"}` member by member; absent members leave no trace.
class JsonLine {
public:
    void id(std::string_view name, Id value) {
        if (value == UnknownId)
            return;
        begin(name);
        m_text += value == NullId ? "null" : std::to_string(value);
    }
    void text(std::string_view name, std::string_view value) {
        if (value.empty())
            return;
        begin(name);
        m_text += quotedJson(value);
    }
    void time(std::string_view name, UtcMicros value) {
        if (value == UnknownTime)
            return;
        begin(name);
        m_text += value == NullTime ? "null" : '"' + formatRfc3339(value) + '"';
    }
    [[nodiscard]] QByteArray finish() { return QByteArray::fromStdString(m_text + '}'); }

private:
    void begin(std::string_view name) {
        m_text += m_text.size() > 1 ? "," : "";
        m_text += '"';
        m_text += name;
        m_text += "\":";
    }
    std::string m_text = "{";
};

[[nodiscard]] std::string csvText(std::string_view text) {
    std::string field = looksLikeFormula(text) ? "'" : "";
    field += text;
    if (field.find_first_of("\",\r\n") == std::string::npos)
        return field;
    std::string quoted = "\"";
    for (const char c : field) {
        quoted += c;
        if (c == '"')
            quoted += '"';
    }
    return quoted + '"';
}

[[nodiscard]] std::string csvId(Id id) { return id > 0 ? std::to_string(id) : std::string(); }
[[nodiscard]] std::string csvTime(UtcMicros time) { return isInstant(time) ? formatRfc3339(time) : std::string(); }

} // namespace

bool looksLikeFormula(std::string_view text) {
    if (text.empty())
        return false;
    constexpr std::string_view Dangerous = "=+-@\t\r\n";
    if (Dangerous.find(text.front()) != std::string_view::npos || text.front() == '\0')
        return true;
    // Their full-width forms start formulas, too, in some locales.
    constexpr std::array<std::string_view, 4> Wide{"\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    for (const std::string_view sign : Wide) {
        if (text.starts_with(sign))
            return true;
    }
    return false;
}

QByteArray rowToJson(const EnforcementRow& row, std::string_view traceTag, const Vocabulary& vocabulary) {
    JsonLine line;
    line.id("id", row.id);
    line.id("rule", row.rule);
    line.text("rule_ref", vocabulary.refs.utf8(row.ruleRef));
    line.text("trigger_ref", vocabulary.refs.utf8(row.triggerRef));
    line.id("event", row.event);
    line.text("status", vocabulary.statuses.utf8(row.status));
    line.text("condition", vocabulary.conditions.utf8(row.condition));
    line.text("trace_tag", traceTag);
    line.time("created", row.created);
    line.time("resolved_at", row.resolvedAt);
    return line.finish();
}

QByteArray csvHeader() {
    return "id,rule,rule_ref,trigger_ref,event,status,condition,trace_tag,created,resolved_at\r\n";
}

QByteArray rowToCsv(const EnforcementRow& row, std::string_view traceTag, const Vocabulary& vocabulary) {
    const std::array fields{csvId(row.id),
                            csvId(row.rule),
                            csvText(vocabulary.refs.utf8(row.ruleRef)),
                            csvText(vocabulary.refs.utf8(row.triggerRef)),
                            csvId(row.event),
                            csvText(vocabulary.statuses.utf8(row.status)),
                            csvText(vocabulary.conditions.utf8(row.condition)),
                            csvText(traceTag),
                            csvTime(row.created),
                            csvTime(row.resolvedAt)};
    std::string line;
    for (const std::string& field : fields)
        line += (line.empty() && &field == fields.data() ? "" : ",") + field;
    return QByteArray::fromStdString(line + "\r\n");
}

} // namespace attune::core
