// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace attune::sim {

/// `*` stands for any text, everything else for itself.
[[nodiscard]] bool globMatches(std::string_view pattern, std::string_view text);
/// ASCII letters only.
[[nodiscard]] bool containsIgnoringCase(std::string_view text, std::string_view part);

} // namespace attune::sim
