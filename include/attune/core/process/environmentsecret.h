// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace attune::core {

/// The value of an environment variable, taken out: neither a child of this process nor who looks into /proc sees it
/// any more. Empty when it is not set. Before there are threads.
[[nodiscard]] QString takeEnvironmentSecret(const char* name);

} // namespace attune::core
