// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "readrow.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace attune::core {

namespace {

constexpr std::size_t MaxTraceTag = 4096; ///< bytes; a longer one is cut, for a row is worth more than its tag

/// Whether `tag` is "<trigger_ref>.<event>", the tag that needs no storing.
[[nodiscard]] bool isDerivedTag(std::string_view tag, std::string_view trigger, Id event) {
    std::array<char, 20> digits{};
    const char* end = std::to_chars(digits.data(), digits.data() + digits.size(), event).ptr;
    const std::string_view number(digits.data(), static_cast<std::size_t>(end - digits.data()));
    return event > 0 && !trigger.empty() && tag.size() == trigger.size() + 1 + number.size() &&
           tag.starts_with(trigger) && tag[trigger.size()] == '.' && tag.ends_with(number);
}

/// `text` of at most MaxTraceTag bytes, cut between characters.
[[nodiscard]] std::string_view shortened(std::string_view text) {
    std::size_t size = std::min(text.size(), MaxTraceTag);
    while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U)
        --size;
    return text.substr(0, size);
}

[[nodiscard]] bool readTraceTag(const FieldSet& fields, const Vocabulary& vocabulary, EnforcementUpdate& update,
                                QString& error) {
    std::string_view tag;
    if (!fields.utf8(Key::TraceTag, tag, error))
        return false;
    // A hidden tag teaches nothing, and must not stand in the way of the real one.
    if (tag.empty() || tag == vocabulary.refs.utf8(RedactedRef))
        return true;
    if (isDerivedTag(tag, vocabulary.refs.utf8(update.row.triggerRef), update.row.event)) {
        update.row.traceTag = TraceTag::Derived;
    } else {
        update.row.traceTag = TraceTag::Stored;
        update.traceTag = shortened(tag);
    }
    return true;
}

} // namespace

std::optional<QString> readEnforcement(const FieldSet& fields, Vocabulary& vocabulary, EnforcementUpdate& update) {
    EnforcementRow& row = update.row;
    WordCode condition = row.condition;
    QString error;
    const bool good =
        fields.ownId(row.id, error) && fields.id(Key::Rule, row.rule, error) &&
        fields.ref(Key::RuleRef, row.ruleRef, vocabulary.refs, error) &&
        fields.ref(Key::TriggerRef, row.triggerRef, vocabulary.refs, error) &&
        fields.id(Key::Event, row.event, error) && fields.word(Key::Status, row.status, vocabulary.statuses, error) &&
        fields.word(Key::OldStatus, update.oldStatus, vocabulary.statuses, error) &&
        fields.word(Key::Condition, condition, vocabulary.conditions, error) &&
        fields.instant(Key::Created, row.created, error) && fields.instant(Key::ResolvedAt, row.resolvedAt, error) &&
        readTraceTag(fields, vocabulary, update, error);
    if (!good)
        return error;
    row.condition = condition & Condition::Last;
    if (row.ruleRef == RedactedRef && row.rule == NullId)
        row.rule = UnknownId; // not deleted, but hidden like its ref
    if (row.created == NullTime)
        row.created = UnknownTime;
    return std::nullopt;
}

std::optional<QString> readExecution(const FieldSet& fields, ExecutionRow& row) {
    QString error;
    const bool good =
        fields.ownId(row.id, error) && fields.id(Key::Parent, row.parent, error) &&
        fields.id(Key::Enforcement, row.enforcement, error) &&
        fields.id(Key::OriginalExecution, row.originalExecution, error) &&
        fields.text(Key::ActionRef, row.actionRef, error) && fields.text(Key::Status, row.status, error) &&
        fields.text(Key::TaskName, row.taskName, error) && fields.instant(Key::Created, row.created, error) &&
        fields.instant(Key::StartedAt, row.startedAt, error) && fields.instant(Key::Updated, row.updated, error);
    return good ? std::nullopt : std::optional(error);
}

} // namespace attune::core
