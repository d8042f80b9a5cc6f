// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/order/keyorder.h"

#include "order/columnvalue.h"

#include <algorithm>
#include <array>
#include <utility>

namespace attune::core {

namespace {

constexpr std::uint64_t UnknownNumber = UINT64_MAX;
constexpr std::uint64_t LastNumber = UnknownNumber - 1;

// Signed numbers as unsigned ones in the same order.
constexpr std::uint64_t unsignedNumber(std::int64_t value) noexcept {
    return static_cast<std::uint64_t>(value) ^ (std::uint64_t{1} << 63U);
}

const SymbolTable* tableOf(Column column, const Vocabulary& vocabulary) {
    switch (sortedText(column)) {
    case SortedText::None:
        return nullptr;
    case SortedText::Refs:
        return &vocabulary.refs;
    case SortedText::Conditions:
        return &vocabulary.conditions;
    case SortedText::Statuses:
        return &vocabulary.statuses;
    }
    Q_UNREACHABLE();
}

using Fill = void (*)(std::span<const EnforcementRow> rows, const SymbolRanks& ranks, bool ascending,
                      std::uint64_t* numbers);

template<Column column>
void fill(std::span<const EnforcementRow> rows, const SymbolRanks& ranks, bool ascending, std::uint64_t* numbers) {
    for (const EnforcementRow& row : rows) {
        std::uint64_t number = 0;
        if constexpr (sortedText(column) != SortedText::None)
            number = ranks.rank(sortedSymbol(column, row));
        else
            number = std::min(unsignedNumber(sortedNumber(column, row)), LastNumber);
        number = ascending ? number : LastNumber - number;
        *numbers++ = isValueUnknown(column, row) ? UnknownNumber : number;
    }
}

template<std::size_t... Columns>
constexpr std::array<Fill, sizeof...(Columns)> fillers(std::index_sequence<Columns...>) {
    return {&fill<static_cast<Column>(Columns)>...};
}

} // namespace

KeyOrder::KeyOrder(SortKey key, const Vocabulary& vocabulary)
    : m_key(key)
    , m_vocabulary(&vocabulary)
    , m_ranks(key.column == Column::Pack ? SymbolRanks::By::Pack : SymbolRanks::By::Text) {
    refreshRanks();
}

void KeyOrder::refreshRanks() {
    if (const SymbolTable* table = tableOf(m_key.column, *m_vocabulary))
        m_ranks.update(*table);
}

std::weak_ordering KeyOrder::compare(const EnforcementRow& a, const EnforcementRow& b) const {
    const Column column = m_key.column;
    const bool unknownA = isValueUnknown(column, a);
    const bool unknownB = isValueUnknown(column, b);
    if (unknownA || unknownB)
        return unknownA <=> unknownB;
    const SymbolTable* table = tableOf(column, *m_vocabulary);
    const auto order = table != nullptr ? m_ranks.compare(*table, sortedSymbol(column, a), sortedSymbol(column, b))
                                        : sortedNumber(column, a) <=> sortedNumber(column, b);
    return m_key.direction == Qt::AscendingOrder ? order : 0 <=> order;
}

bool KeyOrder::hasNumber(const EnforcementRow& row) const {
    return sortedText(m_key.column) == SortedText::None || m_ranks.knows(sortedSymbol(m_key.column, row));
}

void KeyOrder::appendNumbers(std::span<const EnforcementRow> rows, std::vector<std::uint64_t>& numbers) const {
    static constexpr auto Fillers = fillers(std::make_index_sequence<ColumnCount>());
    const std::size_t size = numbers.size();
    numbers.resize(size + rows.size());
    Fillers[static_cast<std::size_t>(m_key.column)](rows, m_ranks, m_key.direction == Qt::AscendingOrder,
                                                    numbers.data() + size);
}

bool KeyOrder::dependsOn(Field fields) const noexcept {
    switch (m_key.column) {
    case Column::Id:
    case Column::TraceTag:
    case Column::Delta:
        return false;
    case Column::Created:
    case Column::Age:
        return has(fields, Field::Created);
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
        return has(fields, Field::Created | Field::ResolvedAt | Field::Status);
    }
    Q_UNREACHABLE();
}

} // namespace attune::core
