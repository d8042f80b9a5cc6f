// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace attune::core {

/// From now on every large block of memory, of a mebibyte or more, comes from the system by itself and goes back as
/// soon as it is free. Else the C library keeps what it once gave, in pieces that the next block does not fit into:
/// a tenth of the memory of a million rows. Call before other threads start.
void giveBackLargeBlocks() noexcept;

} // namespace attune::core
