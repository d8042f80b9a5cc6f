// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/session/connectionstatus.h"

#include <QString>

namespace attune::widgets {

/// The state in one or two words, for lists and headings.
[[nodiscard]] QString stateTitle(session::ConnectionState state);
/// How the server's clock differs from this computer's; empty as long as nobody knows.
[[nodiscard]] QString clockWords(const session::ConnectionStatus& status);

} // namespace attune::widgets
