// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcement.h"

#include <QString>
#include <QUrl>

namespace attune::widgets {

/// A command line that reads the enforcement, for a POSIX shell. The token is a placeholder: the program never lets the
/// real one out.
[[nodiscard]] QString curlCommand(const QUrl& api, core::Id id);

} // namespace attune::widgets
