// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "uilog.h"

namespace attune::widgets {

Q_LOGGING_CATEGORY(lcUi, "attune.ui", QtWarningMsg)

} // namespace attune::widgets
