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
    Withheld = 1U << 9U,
};
[[nodiscard]] constexpr Field operator|(Field a, Field b) noexcept {
    return static_cast<Field>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
constexpr Field& operator|=(Field& a, Field b) noexcept { return a = a | b; }
inline constexpr Field AllFields = static_cast<Field>((1U << 10U) - 1);
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
/// honest server, so pages and notifications may arrive in any order (consistency is a matter of what arrived, not
/// when):
///  - unknown is below every value;
///  - status: `created` below the words of a newer server (of two such words the one met later in the session wins)
///  below
///    `processed` and `disabled`;
///  - resolved_at: unknown below null below an instant;
///  - rule: unknown below an id below null (the rule was deleted); event: unknown below null below an id;
///  - refs: unknown below `[redacted]` below a real ref; that one was `[redacted]` somewhere is remembered;
///  - trace tag: Unknown below Derived below Stored; the texts of stored tags are the caller's affair.
/// The time of receipt of a row that changes becomes the newer one. Precondition: equal ids.
MergeResult merge(EnforcementRow& known, const EnforcementRow& incoming) noexcept;

/// Copies `fields` of `from` into `to`, whatever they hold: how a detail settles a conflict.
void overwrite(EnforcementRow& to, const EnforcementRow& from, Field fields) noexcept;

/// The fields in which two rows differ.
[[nodiscard]] Field difference(const EnforcementRow& a, const EnforcementRow& b) noexcept;

} // namespace attune::core
