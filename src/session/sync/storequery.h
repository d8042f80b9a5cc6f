// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/verifiedwalk.h"

#include "attune/core/enforcementstore.h"

#include <functional>
#include <vector>

namespace attune::session {

// Questions to the cache; all take time in proportion to its rows. A null store knows nothing.

[[nodiscard]] std::vector<core::Id> idsWhere(const core::EnforcementStore* store,
                                             const std::function<bool(const core::EnforcementRow&)>& holds);
[[nodiscard]] std::vector<core::Id> knownIds(const core::EnforcementStore* store);
/// Those created at this instant or before.
[[nodiscard]] std::vector<core::Id> idsUpTo(const core::EnforcementStore* store, core::UtcMicros instant);
/// Those whose status is still `created`.
[[nodiscard]] std::vector<core::Id> openIds(const core::EnforcementStore* store);
[[nodiscard]] bool hasOpenRowOlderThan(const core::EnforcementStore* store, core::UtcMicros instant);

/// Rows created then or before are not kept; UnknownTime = all are.
[[nodiscard]] core::UtcMicros newestRetired(const core::EnforcementStore* store);
/// How many rows are created after this instant.
[[nodiscard]] std::size_t countNewer(const core::EnforcementStore& store, core::UtcMicros instant);

[[nodiscard]] bool isOpen(const core::EnforcementStore* store, core::Id id);
/// UnknownTime if the id is not there.
[[nodiscard]] core::UtcMicros createdOf(const core::EnforcementStore* store, core::Id id);

/// What is still in the cache although a walk went past it and did not see it.
struct Unseen {
    std::vector<core::Id> gone;     ///< the walk proves it
    std::vector<core::Id> doubtful; ///< below a flaw of the walk: worth a question
};
[[nodiscard]] Unseen unseenIds(const core::EnforcementStore* store, const std::vector<core::Id>& before,
                               const VerifiedWalk& walk);

/// `row` contradicts what is known of it, or is in a state that it had left: on one and the same server neither can be,
/// if the row was read later.
[[nodiscard]] bool goesBack(const core::EnforcementStore* store, const core::EnforcementRow& row);
/// `row` is not the one that is known by its id: another server.
[[nodiscard]] bool isAnother(const core::EnforcementStore* store, const core::EnforcementRow& row);

} // namespace attune::session
