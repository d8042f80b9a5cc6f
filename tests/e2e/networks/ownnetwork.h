// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace attune::e2e {

/// Moves this process, and what it starts, into a network and a file system of its own, in which it may do what only
/// an administrator may do elsewhere. Must come before the first thread. Why it is not possible; empty = done.
[[nodiscard]] std::string enterOwnNetwork();

/// The only interface of that network, with all that is behind it. False: it stays as it is.
[[nodiscard]] bool setInterfaceUp(bool up);

/// From now on this file is what the programs find in the place of the other one. False: they do not.
[[nodiscard]] bool putInPlaceOf(const std::string& path, const std::string& file);
/// The other one is found again. False: it is not.
[[nodiscard]] bool putBack(const std::string& path);

} // namespace attune::e2e
