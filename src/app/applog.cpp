// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "applog.h"

namespace attune::app {

Q_LOGGING_CATEGORY(lcApp, "attune.app", QtWarningMsg)

} // namespace attune::app
