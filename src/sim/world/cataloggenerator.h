// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "world/catalog.h"

#include <cstdint>

namespace attune::sim {

/// An installation of some 200 rules, 60 triggers and 40 actions in a dozen packs; the same for the same seed.
/// `installed` is the time at which it came into being.
[[nodiscard]] Catalog generateCatalog(std::uint64_t seed, UtcMicros installed, TextTable& texts);

} // namespace attune::sim
