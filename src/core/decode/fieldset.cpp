// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "fieldset.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>

namespace attune::core {

namespace {

constexpr std::array<std::string_view, KeyCount> Names{"type",
                                                       "notification_type",
                                                       "entity_type",
                                                       "entity_id",
                                                       "timestamp",
                                                       "message",
                                                       "client_id",
                                                       "payload",
                                                       "id",
                                                       "rule",
                                                       "rule_ref",
                                                       "trigger_ref",
                                                       "event",
                                                       "status",
                                                       "old_status",
                                                       "condition",
                                                       "created",
                                                       "resolved_at",
                                                       "trace_tag",
                                                       "action_ref",
                                                       "enforcement",
                                                       "parent",
                                                       "original_execution",
                                                       "started_at",
                                                       "updated",
                                                       "workflow_task",
                                                       "task_name",
                                                       "active",
                                                       "ref",
                                                       "items",
                                                       "pagination",
                                                       "page",
                                                       "page_size",
                                                       "total_items",
                                                       "has_next",
                                                       "data"};
constexpr std::size_t MaxTraceTag = 4096; ///< bytes; a longer one is cut, for a row is worth more than its tag

[[nodiscard]] QString tr(const char* text) { return QCoreApplication::translate("Decoder", text); }

[[nodiscard]] bool complain(Key key, const char* text, QString& error) {
    const std::string_view name = nameOf(key);
    error = tr(text).arg(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
    return false;
}

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
    const Scalar& tag = fields[Key::TraceTag];
    if (tag.kind == Scalar::Kind::Absent || tag.kind == Scalar::Kind::Null)
        return true;
    if (tag.kind != Scalar::Kind::String)
        return complain(Key::TraceTag, QT_TRANSLATE_NOOP("Decoder", "%1 is not a text"), error);
    // A hidden tag teaches nothing, and must not stand in the way of the real one.
    if (tag.text.empty() || tag.text == vocabulary.refs.utf8(RedactedRef))
        return true;
    if (isDerivedTag(tag.text, vocabulary.refs.utf8(update.row.triggerRef), update.row.event)) {
        update.row.traceTag = TraceTag::Derived;
    } else {
        update.row.traceTag = TraceTag::Stored;
        update.traceTag = shortened(tag.text);
    }
    return true;
}

} // namespace

Key keyOf(std::string_view name) noexcept {
    for (std::size_t i = 0; i < KeyCount; ++i) {
        if (Names[i] == name)
            return static_cast<Key>(i);
    }
    return Key::None;
}

std::string_view nameOf(Key key) noexcept { return Names[static_cast<std::size_t>(key)]; }

void FieldSet::reset() noexcept {
    for (Scalar& scalar : m_scalars)
        scalar.kind = Scalar::Kind::Absent;
}

bool FieldSet::id(Key key, Id& value, QString& error) const {
    const Scalar& scalar = (*this)[key];
    if (scalar.kind == Scalar::Kind::Absent)
        return true;
    if (scalar.kind == Scalar::Kind::Null) {
        value = NullId;
        return true;
    }
    if (scalar.kind != Scalar::Kind::Integer || scalar.integer < 1)
        return complain(key, QT_TRANSLATE_NOOP("Decoder", "%1 is not a positive 64-bit integer"), error);
    value = scalar.integer;
    return true;
}

bool FieldSet::ownId(Id& value, QString& error) const {
    if (!id(Key::Id, value, error))
        return false;
    if (value > 0)
        return true;
    return complain(Key::Id, QT_TRANSLATE_NOOP("Decoder", "%1 is missing"), error);
}

bool FieldSet::instant(Key key, UtcMicros& value, QString& error) const {
    const Scalar& scalar = (*this)[key];
    if (scalar.kind == Scalar::Kind::Absent)
        return true;
    if (scalar.kind == Scalar::Kind::Null) {
        value = NullTime;
        return true;
    }
    const auto time = scalar.kind == Scalar::Kind::String ? parseTimestamp(scalar.text) : std::nullopt;
    if (!time)
        return complain(key, QT_TRANSLATE_NOOP("Decoder", "%1 is not a time in RFC 3339 form"), error);
    value = *time;
    return true;
}

bool FieldSet::text(Key key, QString& value, QString& error) const {
    const Scalar& scalar = (*this)[key];
    if (scalar.kind == Scalar::Kind::Absent || scalar.kind == Scalar::Kind::Null)
        return true;
    if (scalar.kind != Scalar::Kind::String)
        return complain(key, QT_TRANSLATE_NOOP("Decoder", "%1 is not a text"), error);
    value = QString::fromUtf8(scalar.text.data(), static_cast<qsizetype>(scalar.text.size()));
    return true;
}

bool FieldSet::ref(Key key, Symbol& value, SymbolTable& table, QString& error) const {
    const Scalar& scalar = (*this)[key];
    if (scalar.kind == Scalar::Kind::Absent || scalar.kind == Scalar::Kind::Null)
        return true;
    if (scalar.kind != Scalar::Kind::String)
        return complain(key, QT_TRANSLATE_NOOP("Decoder", "%1 is not a text"), error);
    const auto symbol = table.intern(scalar.text);
    if (!symbol)
        return complain(key, QT_TRANSLATE_NOOP("Decoder", "%1: the server uses more different texts than can be kept"),
                        error);
    value = *symbol;
    return true;
}

bool FieldSet::word(Key key, WordCode& value, SymbolTable& table, QString& error) const {
    Symbol symbol = value;
    if (!ref(key, symbol, table, error))
        return false;
    value = static_cast<WordCode>(symbol);
    return true;
}

std::optional<QString> readEnforcement(const FieldSet& fields, Vocabulary& vocabulary, EnforcementUpdate& update) {
    EnforcementRow& row = update.row;
    QString error;
    const bool good =
        fields.ownId(row.id, error) && fields.id(Key::Rule, row.rule, error) &&
        fields.ref(Key::RuleRef, row.ruleRef, vocabulary.refs, error) &&
        fields.ref(Key::TriggerRef, row.triggerRef, vocabulary.refs, error) &&
        fields.id(Key::Event, row.event, error) && fields.word(Key::Status, row.status, vocabulary.statuses, error) &&
        fields.word(Key::OldStatus, update.oldStatus, vocabulary.statuses, error) &&
        fields.word(Key::Condition, row.condition, vocabulary.conditions, error) &&
        fields.instant(Key::Created, row.created, error) && fields.instant(Key::ResolvedAt, row.resolvedAt, error) &&
        readTraceTag(fields, vocabulary, update, error);
    if (!good)
        return error;
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
    if (!good)
        return error;
    return std::nullopt;
}

} // namespace attune::core
