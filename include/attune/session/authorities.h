// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/net/authorities.h"

namespace attune::session {

/// For whoever edits a profile.
using net::describeAuthorities;

} // namespace attune::session
