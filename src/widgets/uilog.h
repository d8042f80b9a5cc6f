// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>

namespace attune::widgets {

/// What the operator was told.
Q_DECLARE_LOGGING_CATEGORY(lcUi)

} // namespace attune::widgets
