// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcementstore.h"

namespace attune::session {

/// Whether notifications show that others were lost: a row changes that nobody has told of, or from a state in which
/// `store`, as it is before the batch, does not know it. What tells again or late what is known shows nothing, and
/// rows created up to `since` need not be there. Takes time in proportion to the batch.
[[nodiscard]] bool showsLoss(const core::EnforcementBatch& batch, const core::EnforcementStore& store,
                             core::UtcMicros since);

} // namespace attune::session
