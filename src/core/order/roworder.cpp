// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/roworder.h"

#include <algorithm>

namespace attune::core {

namespace {

constexpr std::uint64_t UnknownKey = UINT64_MAX;
constexpr std::uint64_t LastKey = UnknownKey - 1;

// Signed numbers as unsigned ones in the same order.
std::uint64_t unsignedKey(std::int64_t value) noexcept {
    return static_cast<std::uint64_t>(value) ^ (std::uint64_t{1} << 63U);
}

// Resolved rows by their span, unresolved ones above them all, the older the longer. The years that timestamps may name
// span less than 2^59 microseconds.
std::int64_t tookKey(const EnforcementRow& row) noexcept {
    constexpr std::int64_t Widest = std::int64_t{1} << 60U;
    if (isInstant(row.resolvedAt))
        return std::clamp(row.resolvedAt, -Widest, Widest) - std::clamp(row.created, -Widest, Widest);
    return 3 * Widest - std::clamp(row.created, -Widest + 1, Widest - 1);
}

const SymbolTable* tableOf(Column column, const Vocabulary& vocabulary) {
    switch (column) {
    case Column::Rule:
    case Column::Trigger:
    case Column::Pack:
        return &vocabulary.refs;
    case Column::Condition:
        return &vocabulary.conditions;
    case Column::Status:
        return &vocabulary.statuses;
    case Column::Id:
    case Column::Event:
    case Column::Created:
    case Column::Resolved:
    case Column::Took:
    case Column::RuleId:
    case Column::TraceTag:
    case Column::Age:
    case Column::Delta:
    case Column::Received:
        return nullptr;
    }
    Q_UNREACHABLE();
}

// 0 for a column that is not a text, as numberOf() is for one that is.
Symbol symbolOf(Column column, const EnforcementRow& row) noexcept {
    switch (column) {
    case Column::Rule:
    case Column::Pack:
        return row.ruleRef;
    case Column::Trigger:
        return row.triggerRef;
    case Column::Condition:
        return row.condition;
    case Column::Status:
        return row.status;
    case Column::Id:
    case Column::Event:
    case Column::Created:
    case Column::Resolved:
    case Column::Took:
    case Column::RuleId:
    case Column::TraceTag:
    case Column::Age:
    case Column::Delta:
    case Column::Received:
        return 0;
    }
    Q_UNREACHABLE();
}

std::int64_t numberOf(Column column, const EnforcementRow& row) noexcept {
    switch (column) {
    case Column::Id:
        return row.id;
    case Column::Event:
        return row.event;
    case Column::Created:
        return row.created;
    case Column::Resolved:
        return row.resolvedAt;
    case Column::Took:
        return tookKey(row);
    case Column::RuleId:
        return row.rule;
    case Column::Age: // the newest are the youngest
        return -row.created;
    case Column::Received:
        return row.receivedTicks();
    case Column::Rule:
    case Column::Trigger:
    case Column::Condition:
    case Column::Status:
    case Column::Pack:
    case Column::TraceTag:
    case Column::Delta:
        return 0;
    }
    Q_UNREACHABLE();
}

} // namespace

RowOrder::RowOrder(Column column, Qt::SortOrder direction, const Vocabulary& vocabulary)
    : m_column(column)
    , m_direction(direction)
    , m_vocabulary(&vocabulary)
    , m_ranks(column == Column::Pack ? SymbolRanks::By::Pack : SymbolRanks::By::Text) {
    refreshRanks();
}

void RowOrder::refreshRanks() {
    if (const SymbolTable* table = tableOf(m_column, *m_vocabulary))
        m_ranks.update(*table);
}

bool RowOrder::isUnknown(const EnforcementRow& row) const noexcept {
    switch (m_column) {
    case Column::Id:
        return false;
    case Column::Rule:
    case Column::Trigger:
    case Column::Condition:
    case Column::Status:
    case Column::Pack:
        return symbolOf(m_column, row) == 0;
    case Column::Event:
        return row.event <= 0;
    case Column::Created:
    case Column::Age:
        return !isInstant(row.created);
    case Column::RuleId:
        return row.rule <= 0;
    case Column::Received:
        return row.receivedTicks() == 0;
    case Column::TraceTag:
    case Column::Delta:
        return true;
    case Column::Resolved:
        return !isInstant(row.resolvedAt);
    case Column::Took:
        return !isInstant(row.created) || (!isInstant(row.resolvedAt) && Status::isFinal(row.status));
    }
    Q_UNREACHABLE();
}

std::strong_ordering RowOrder::compareColumn(const EnforcementRow& a, const EnforcementRow& b) const {
    if (const SymbolTable* table = tableOf(m_column, *m_vocabulary))
        return m_ranks.compare(*table, symbolOf(m_column, a), symbolOf(m_column, b));
    return numberOf(m_column, a) <=> numberOf(m_column, b);
}

bool RowOrder::above(const EnforcementRow& a, const EnforcementRow& b) const {
    const bool unknownA = isUnknown(a);
    if (unknownA != isUnknown(b))
        return !unknownA;
    const bool ascending = m_direction == Qt::AscendingOrder;
    if (!unknownA) {
        if (const auto order = compareColumn(a, b); order != 0)
            return ascending ? order < 0 : order > 0;
    }
    if (a.created != b.created)
        return a.created > b.created;
    return m_column == Column::Created && ascending ? a.id < b.id : a.id > b.id;
}

bool RowOrder::dependsOn(Field fields) const noexcept {
    // Every order falls back on the creation time, which a detail may correct.
    if (has(fields, Field::Created))
        return true;
    switch (m_column) {
    case Column::Id:
    case Column::Created:
    case Column::Age:
    case Column::TraceTag:
    case Column::Delta:
        return false;
    case Column::RuleId:
        return has(fields, Field::Rule);
    case Column::Received:
        return fields != Field::None;
    case Column::Rule:
    case Column::Pack:
        return has(fields, Field::RuleRef);
    case Column::Trigger:
        return has(fields, Field::TriggerRef);
    case Column::Event:
        return has(fields, Field::Event);
    case Column::Condition:
        return has(fields, Field::Condition);
    case Column::Status:
        return has(fields, Field::Status);
    case Column::Resolved:
        return has(fields, Field::ResolvedAt);
    case Column::Took:
        return has(fields, Field::ResolvedAt | Field::Status);
    }
    Q_UNREACHABLE();
}

std::uint64_t RowOrder::key(const EnforcementRow& row) const {
    if (isUnknown(row))
        return UnknownKey;
    const std::uint64_t key = std::min(ascendingKey(row), LastKey);
    return m_direction == Qt::AscendingOrder ? key : LastKey - key;
}

bool RowOrder::hasKey(const EnforcementRow& row) const {
    return tableOf(m_column, *m_vocabulary) == nullptr || m_ranks.knows(symbolOf(m_column, row));
}

std::uint64_t RowOrder::ascendingKey(const EnforcementRow& row) const {
    if (tableOf(m_column, *m_vocabulary) != nullptr)
        return m_ranks.rank(symbolOf(m_column, row));
    return unsignedKey(numberOf(m_column, row));
}

} // namespace attune::core
