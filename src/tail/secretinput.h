// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/result.h"

#include <QString>

namespace attune::tail {

/// From ATTUNE_PASSWORD, else asked for on the terminal without echo. Never from an argument.
[[nodiscard]] core::Result<QString> readPassword(const QString& login);
/// The first line of standard input.
[[nodiscard]] core::Result<QString> readTokenFromStdin();

} // namespace attune::tail
