// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/rowexport.h"

#include "attune/core/displaytext.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

namespace attune::core {

namespace {

/// The control character that begins at `at`: of one byte up to U+007F, else of two.
[[nodiscard]] std::optional<char16_t> controlAt(std::string_view utf8, std::size_t at) {
    const auto first = static_cast<unsigned char>(utf8[at]);
    if (first < 0x20 || first == 0x7F)
        return first;
    const auto second = at + 1 < utf8.size() ? static_cast<unsigned char>(utf8[at + 1]) : 0U;
    if (first == 0xC2 && second >= 0x80 && second <= 0x9F)
        return static_cast<char16_t>(second);
    return std::nullopt;
}

/// Appends `utf8` with what `replacement` makes of each control character.
template<class Replacement>
void appendWithoutControls(std::string& line, std::string_view utf8, const Replacement& replacement) {
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto control = controlAt(utf8, i);
        if (control) {
            line += replacement(*control);
            i += *control > 0x7F ? 1U : 0U;
        } else {
            line += utf8[i];
        }
    }
}

[[nodiscard]] std::string escape(char16_t control) {
    constexpr std::string_view Digits = "0123456789abcdef";
    return {'\\', 'u', '0', '0', Digits[control >> 4U], Digits[control & 0xFU]};
}

[[nodiscard]] std::string markOf(char16_t control) { return displayText(QStringView(&control, 1)).toStdString(); }

[[nodiscard]] bool isPlainJson(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; });
}

void appendQuoted(std::string& line, std::string_view text) {
    if (isPlainJson(text)) {
        line += '"';
        line += text;
        line += '"';
        return;
    }
    // Interned text is valid UTF-8 whenever a server sent it; anything else becomes a replacement character.
    const std::string quoted = nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    appendWithoutControls(line, quoted, escape); // JSON allows U+007F to U+009F to stand for themselves
}

void appendNumber(std::string& line, Id value) {
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    line.append(digits.data(), end);
}

/// Writes `{"a":1,"b":"x"}` member by member; absent members leave no trace.
class JsonLine {
public:
    JsonLine() { m_text.reserve(512); }
    void id(std::string_view name, Id value) {
        if (value == UnknownId)
            return;
        begin(name);
        if (value == NullId)
            m_text += "null";
        else
            appendNumber(m_text, value);
    }
    void text(std::string_view name, std::string_view value) {
        if (value.empty())
            return;
        begin(name);
        appendQuoted(m_text, value);
    }
    void time(std::string_view name, UtcMicros value) {
        if (value == UnknownTime)
            return;
        begin(name);
        m_text += value == NullTime ? "null" : '"' + formatRfc3339(value) + '"';
    }
    [[nodiscard]] QByteArray finish() { return QByteArray::fromStdString(m_text += '}'); }

private:
    void begin(std::string_view name) {
        m_text += m_text.size() > 1 ? ",\"" : "\"";
        m_text += name;
        m_text += "\":";
    }
    std::string m_text = "{";
};

/// Writes fields with commas between them.
class CsvLine {
public:
    explicit CsvLine(CsvTexts texts) : m_texts(texts) { m_text.reserve(256); }
    void id(Id value) {
        begin();
        if (value > 0)
            appendNumber(m_text, value);
    }
    void text(std::string_view value) {
        begin();
        if (m_texts == CsvTexts::Exact)
            return append(value);
        std::string marked;
        appendWithoutControls(marked, value, markOf);
        append(marked);
    }
    void time(UtcMicros value) {
        begin();
        if (isInstant(value))
            m_text += formatRfc3339(value);
    }
    [[nodiscard]] QByteArray finish() { return QByteArray::fromStdString(m_text += "\r\n"); }

private:
    void begin() { m_text += std::exchange(m_hasFields, true) ? "," : ""; }
    void append(std::string_view value) {
        const bool isFormula = looksLikeFormula(value);
        const bool isQuoted = value.find_first_of("\",\r\n") != std::string_view::npos;
        m_text += isQuoted ? "\"" : "";
        m_text += isFormula ? "'" : "";
        if (!isQuoted) {
            m_text += value;
            return;
        }
        for (const char c : value)
            m_text.append(c == '"' ? 2 : 1, c);
        m_text += '"';
    }
    CsvTexts m_texts;
    std::string m_text;
    bool m_hasFields = false;
};

[[nodiscard]] std::string_view disclosedTag(const EnforcementRow& known, const EnforcementRow& row,
                                            std::string_view tag) {
    return row.traceTag == known.traceTag ? tag : std::string_view();
}

} // namespace

bool looksLikeFormula(std::string_view text) {
    text.remove_prefix(std::min(text.size(), text.find_first_not_of('"')));
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
    const EnforcementRow told = disclosed(row);
    JsonLine line;
    line.id("id", told.id);
    line.id("rule", told.rule);
    line.text("rule_ref", vocabulary.refs.utf8(told.ruleRef));
    line.text("trigger_ref", vocabulary.refs.utf8(told.triggerRef));
    line.id("event", told.event);
    line.text("status", vocabulary.statuses.utf8(told.status));
    line.text("condition", vocabulary.conditions.utf8(told.condition));
    line.text("trace_tag", disclosedTag(row, told, traceTag));
    line.time("created", told.created);
    line.time("resolved_at", told.resolvedAt);
    return line.finish();
}

QByteArray csvHeader() {
    return "id,rule,rule_ref,trigger_ref,event,status,condition,trace_tag,created,resolved_at\r\n";
}

QByteArray rowToCsv(const EnforcementRow& row, std::string_view traceTag, const Vocabulary& vocabulary,
                    CsvTexts texts) {
    const EnforcementRow told = disclosed(row);
    CsvLine line(texts);
    line.id(told.id);
    line.id(told.rule);
    line.text(vocabulary.refs.utf8(told.ruleRef));
    line.text(vocabulary.refs.utf8(told.triggerRef));
    line.id(told.event);
    line.text(vocabulary.statuses.utf8(told.status));
    line.text(vocabulary.conditions.utf8(told.condition));
    line.text(disclosedTag(row, told, traceTag));
    line.time(told.created);
    line.time(told.resolvedAt);
    return line.finish();
}

} // namespace attune::core
