// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/displaytext.h"

#include <QCoreApplication>

namespace attune::core::expression {

/// The context in which messages about expressions are translated.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(attune::core::Expression)
};

/// As a message quotes what was typed.
[[nodiscard]] inline QString quote(QStringView text) {
    return u'\u201c' + displayText(text.toString(), 40) + u'\u201d';
}

} // namespace attune::core::expression
