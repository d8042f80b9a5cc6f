// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcement.h"
#include "attune/core/enforcementstore.h"

#include <ostream>
#include <string_view>
#include <utility>

namespace attune::core {

inline void PrintTo(const EnforcementRow& row, std::ostream* out) {
    *out << "{id " << row.id << ", event " << row.event << ", rule " << row.rule << ", created " << row.created
         << ", resolved " << row.resolvedAt << ", refs " << row.ruleRef << '/' << row.triggerRef << ", status "
         << int{row.status} << ", condition " << int{row.condition} << ", tag " << static_cast<int>(row.traceTag)
         << ", received " << row.receivedTicks() << '}';
}
inline void PrintTo(const SeqRange& range, std::ostream* out) { *out << range.first << '+' << range.count; }

} // namespace attune::core

namespace attune::test {

/// One second after the other from 2026-06-01T00:00:00Z on.
[[nodiscard]] constexpr core::UtcMicros second(std::int64_t n) { return (1'780'272'000 + n) * 1'000'000; }

[[nodiscard]] inline core::Symbol ref(core::Vocabulary& vocabulary, std::string_view text) {
    return vocabulary.refs.intern(text).value();
}

/// A complete row without resolution, created `id` seconds after the first.
[[nodiscard]] inline core::EnforcementRow makeRow(core::Vocabulary& vocabulary, core::Id id,
                                                  std::string_view rule = "ops.disk_full",
                                                  std::string_view trigger = "mon.disk") {
    core::EnforcementRow row;
    row.id = id;
    row.event = 90'000 + id;
    row.rule = 12;
    row.created = second(id);
    row.resolvedAt = core::NullTime;
    row.ruleRef = ref(vocabulary, rule);
    row.triggerRef = ref(vocabulary, trigger);
    row.status = core::Status::Created;
    row.condition = core::Condition::All;
    row.traceTag = core::TraceTag::Derived;
    return row;
}

[[nodiscard]] inline core::EnforcementRow
resolved(core::EnforcementRow row, core::WordCode status = core::Status::Processed, std::int64_t afterMs = 500) {
    row.status = status;
    row.resolvedAt = row.created + afterMs * 1000;
    return row;
}

[[nodiscard]] inline core::EnforcementUpdate update(const core::EnforcementRow& row,
                                                    core::Origin origin = core::Origin::Notification) {
    core::EnforcementUpdate result;
    result.row = row;
    result.origin = origin;
    return result;
}

template<class... Rows>
[[nodiscard]] core::EnforcementBatch batch(const Rows&... rows) {
    core::EnforcementBatch result;
    (result.updates.push_back(update(rows)), ...);
    return result;
}

} // namespace attune::test
