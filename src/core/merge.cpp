// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/merge.h"

#include "attune/core/testing/mutants.h"

#include <QtGlobal>

#include <algorithm>

namespace attune::core {

namespace {

enum class Outcome : std::uint8_t { Same, Changed, Conflict };

// Every field is a small ladder: a higher level replaces a lower one, and two different values of the top level
// contradict each other.
template<class T>
Outcome join(T& known, T incoming, int knownLevel, int incomingLevel) noexcept {
    if (known == incoming || incomingLevel < knownLevel)
        return Outcome::Same;
    if (incomingLevel == knownLevel)
        return Outcome::Conflict;
    known = incoming;
    return Outcome::Changed;
}

int ruleLevel(Id id) noexcept { return id == UnknownId ? 0 : id == NullId ? 2 : 1; }
int eventLevel(Id id) noexcept { return id == UnknownId ? 0 : id == NullId ? 1 : 2; }
int refLevel(Symbol ref) noexcept { return ref == 0 ? 0 : ref == RedactedRef ? 1 : 2; }
int timeLevel(UtcMicros time) noexcept { return isInstant(time) ? 2 : time == NullTime ? 1 : 0; }

int statusLevel(WordCode status) noexcept {
    constexpr int Final = 256; // above every word code
    return Status::isFinal(status) ? Final : status;
}

/// Bits of the refs that one of both says are `[redacted]`.
std::uint8_t redactions(const EnforcementRow& a, const EnforcementRow& b) noexcept {
    const bool rule = a.ruleRef == RedactedRef || b.ruleRef == RedactedRef;
    const bool trigger = a.triggerRef == RedactedRef || b.triggerRef == RedactedRef;
    return static_cast<std::uint8_t>((rule ? Withheld::Rule : 0) | (trigger ? Withheld::Trigger : 0));
}

/// `[redacted]` speaks for itself: only what is known can have been withheld.
std::uint8_t onlyKnown(std::uint8_t withheld, const EnforcementRow& row) noexcept {
    const bool rule = row.ruleRef > RedactedRef;
    const bool trigger = row.triggerRef > RedactedRef;
    return withheld & static_cast<std::uint8_t>((rule ? Withheld::Rule : 0) | (trigger ? Withheld::Trigger : 0));
}

template<class T, class Level>
Outcome join(T& known, T incoming, Level level) noexcept {
    return join(known, incoming, level(known), level(incoming));
}

} // namespace

EnforcementRow disclosed(EnforcementRow row) noexcept {
    if ((row.withheld & Withheld::Rule) != 0)
        row.ruleRef = RedactedRef;
    if (row.ruleRef == RedactedRef)
        row.rule = NullId;
    if ((row.withheld & Withheld::Trigger) != 0) {
        row.triggerRef = RedactedRef;
        row.traceTag = row.traceTag == TraceTag::Derived ? TraceTag::Unknown : row.traceTag;
    }
    row.withheld = Withheld::None;
    return row;
}

MergeResult merge(EnforcementRow& known, const EnforcementRow& incoming) noexcept {
    Q_ASSERT(known.id == incoming.id);
    MergeResult result;
    const auto withheld = static_cast<std::uint8_t>(known.withheld | incoming.withheld | redactions(known, incoming));
    const auto note = [&result](Field field, Outcome outcome) {
        if (outcome == Outcome::Changed)
            result.changed |= field;
        else if (outcome == Outcome::Conflict)
            result.conflicts |= field;
    };
    const auto wordLevel = [](WordCode code) { return code == 0 ? 0 : 1; };
    note(Field::Event, join(known.event, incoming.event, eventLevel));
    note(Field::Rule, join(known.rule, incoming.rule, ruleLevel));
    note(Field::Created, join(known.created, incoming.created, timeLevel));
    note(Field::ResolvedAt, join(known.resolvedAt, incoming.resolvedAt, timeLevel));
    note(Field::RuleRef, join(known.ruleRef, incoming.ruleRef, refLevel));
    note(Field::TriggerRef, join(known.triggerRef, incoming.triggerRef, refLevel));
    note(Field::Status, join(known.status, incoming.status, statusLevel));
    WordCode condition = known.condition;
    note(Field::Condition, join(condition, WordCode{incoming.condition}, wordLevel));
    known.condition = condition & Condition::Last;
    note(Field::TraceTag, join(known.traceTag, incoming.traceTag, [](TraceTag tag) { return static_cast<int>(tag); }));
    if (const std::uint8_t remembered = onlyKnown(withheld, known); remembered != known.withheld) {
        known.withheld = remembered & (Withheld::Rule | Withheld::Trigger);
        result.changed |= Field::Withheld;
    }
    if (isBroken(Mutant::ListRowClearsResolution))
        known.resolvedAt = incoming.resolvedAt;
    if (isBroken(Mutant::CreatedAfterFinal) && incoming.status != Status::Unknown)
        known.status = incoming.status;
    if (result.changed != Field::None && incoming.receivedTicks() > known.receivedTicks())
        known.setReceived(incoming.received());
    return result;
}

void overwrite(EnforcementRow& to, const EnforcementRow& from, Field fields) noexcept {
    const auto copy = [fields](Field field, auto& target, auto value) {
        if (has(fields, field))
            target = value;
    };
    copy(Field::Event, to.event, from.event);
    copy(Field::Rule, to.rule, from.rule);
    copy(Field::Created, to.created, from.created);
    copy(Field::ResolvedAt, to.resolvedAt, from.resolvedAt);
    copy(Field::RuleRef, to.ruleRef, from.ruleRef);
    copy(Field::TriggerRef, to.triggerRef, from.triggerRef);
    copy(Field::Status, to.status, from.status);
    copy(Field::TraceTag, to.traceTag, from.traceTag);
    if (has(fields, Field::Condition))
        to.condition = from.condition;
    if (has(fields, Field::Withheld))
        to.withheld = from.withheld;
}

Field difference(const EnforcementRow& a, const EnforcementRow& b) noexcept {
    Field fields = Field::None;
    const auto compare = [&fields](Field field, auto left, auto right) {
        if (left != right)
            fields |= field;
    };
    compare(Field::Event, a.event, b.event);
    compare(Field::Rule, a.rule, b.rule);
    compare(Field::Created, a.created, b.created);
    compare(Field::ResolvedAt, a.resolvedAt, b.resolvedAt);
    compare(Field::RuleRef, a.ruleRef, b.ruleRef);
    compare(Field::TriggerRef, a.triggerRef, b.triggerRef);
    compare(Field::Status, a.status, b.status);
    compare(Field::Condition, a.condition, b.condition);
    compare(Field::TraceTag, a.traceTag, b.traceTag);
    compare(Field::Withheld, a.withheld, b.withheld);
    return fields;
}

} // namespace attune::core
