// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>

namespace attune::app {

/// Start, end and what was odd in files.
Q_DECLARE_LOGGING_CATEGORY(lcApp)

} // namespace attune::app
