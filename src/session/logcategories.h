// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>

namespace attune::session {

/// Signing in and the connection: states, reasons, deadlines. Never a secret, never the body of a sign-in.
Q_DECLARE_LOGGING_CATEGORY(lcSession)
/// Reading and comparing: walks, gaps, what was dropped.
Q_DECLARE_LOGGING_CATEGORY(lcSync)

} // namespace attune::session
