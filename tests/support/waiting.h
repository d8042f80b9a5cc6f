// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>

namespace attune::test {

/// Runs the event loop until `condition` holds. False when it does not within `limit`; the limit only bounds a failing
/// test, a passing one never waits for it.
[[nodiscard]] bool waitFor(const std::function<bool()>& condition,
                           std::chrono::milliseconds limit = std::chrono::seconds(20));

} // namespace attune::test
