// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/gaps/missedspans.h"

#include "attune/core/enforcementstore.h"

#include <optional>
#include <vector>

namespace attune::session {

/// The newest part of a stretch of time in which something seems to be missing, or not to be as it is now: ids are left
/// out, or rows are open. Clean ground shorter than a page is not worth another walk and belongs to it. Nothing if all
/// of the stretch looks as if it had been read; all of it if that is too much to look at. Only a hint: what is read
/// first may be left to it, what is complete may not.
[[nodiscard]] std::optional<MissedSpans::Span> newestDoubtful(const core::EnforcementStore& store,
                                                              MissedSpans::Span span);

/// Of these rows, those that lie so close together that a page tells of several at once. None if there is too much to
/// look at.
[[nodiscard]] std::vector<core::Id> closeTogether(const core::EnforcementStore& store,
                                                  const std::vector<core::Id>& ids);

} // namespace attune::session
