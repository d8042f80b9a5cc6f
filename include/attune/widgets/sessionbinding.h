// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/widgets/connectionpanel.h"

namespace attune::session {
class Session;
}

namespace attune::widgets {

class MainWindow;

/// What the connection panel shows of `session`, which must outlive the source.
[[nodiscard]] ConnectionReportSource reportSource(const session::Session& session);

/// Connects a session and the main window in both directions. Either may go first.
void bind(session::Session& session, MainWindow& window);

} // namespace attune::widgets
