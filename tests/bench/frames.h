// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace attune::bench {

/// Text frames of the notifier as a busy server sends them, about 500 bytes each: one half tells of new rows, the other
/// of rows that were resolved (protocol section 7.5).
[[nodiscard]] std::vector<std::string> notifierFrames(int count);

} // namespace attune::bench
