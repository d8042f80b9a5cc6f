// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "logcategories.h"

namespace attune::session {

Q_LOGGING_CATEGORY(lcSession, "attune.session", QtWarningMsg)
Q_LOGGING_CATEGORY(lcSync, "attune.sync", QtWarningMsg)

} // namespace attune::session
