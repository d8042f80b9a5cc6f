// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/session/detailservice.h"

#include <QString>

namespace attune::widgets {

/// What a window can offer after a request failed.
enum class Remedy : std::uint8_t { None, Retry, SignIn };

/// A failed request in words: what happened, and whether what is shown still counts.
struct Problem {
    QString sentence; ///< plain text, safe to draw
    Remedy remedy = Remedy::None;
};

/// `subject` says what was asked for, such as "enforcement #4711".
[[nodiscard]] Problem loadProblem(const session::ServiceError& error, const QString& subject);
/// The same for a command; `intent` says what was to be done, such as "disable rule ops.disk_full".
[[nodiscard]] Problem commandProblem(const session::ServiceError& error, const QString& intent);

} // namespace attune::widgets
