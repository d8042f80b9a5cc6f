// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcement.h"

#include <cstdint>

namespace attune::core {

/// Fields of a row, as bits.
enum class Field : std::uint16_t {
    None = 0,
    Event = 1U << 0U,
    Rule = 1U << 1U,
    Created = 1U << 2U,
    ResolvedAt = 1U << 3U,
    RuleRef = 1U << 4U,
    TriggerRef = 1U << 5U,
    Status = 1U << 6U,
    Condition = 1U << 7U,
    TraceTag = 1U << 8U,
};
[[nodiscard]] constexpr Field operator|(Field a, Field b) noexcept {
    return static_cast<Field>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
constexpr Field& operator|=(Field& a, Field b) noexcept { return a = a | b; }
[[nodiscard]] constexpr bool has(Field set, Field bit) noexcept {
    return (static_cast<unsigned>(set) & static_cast<unsigned>(bit)) != 0;
}

struct MergeResult {
    Field changed = Field::None;
    /// Two answers that cannot both be true (an immutable field differs, or two final states). The known value stays,
    /// unless the contradiction comes from a detail, which is the newest word; the caller counts and re-reads by id.
    Field conflicts = Field::None;
};

/// Joins what `incoming` knows into `known`, field by field. Commutative, associative and idempotent over answers of an
/// honest server, so pages and notifications may arrive in any order: unknown is below every value, `created` below the
/// final states, an unresolved `resolved_at` below an instant, a rule id below null (the rule was deleted), and
/// `[redacted]` below a real ref. Precondition: equal ids.
MergeResult merge(EnforcementRow& known, const EnforcementRow& incoming) noexcept;

} // namespace attune::core
