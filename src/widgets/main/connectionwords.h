// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/column.h"
#include "attune/session/connectionstatus.h"
#include "attune/widgets/theme.h"

#include <QString>

namespace attune::widgets {

/// What the operator can do about what a sentence says.
enum class StateAction : std::uint8_t { None, ClearFilters, Retry, SignIn, ShowConnection };

/// A sentence in place of rows, with a link below it.
struct EmptyMessage {
    QString text;
    QString link;
    StateAction action = StateAction::None;
};
/// Why the table shows no row. `loaded` is the number of rows behind the filter.
[[nodiscard]] EmptyMessage emptyMessage(const session::ConnectionStatus& status, int loaded);

/// The line above the table; an empty text means there is nothing to say.
struct ConnectionNotice {
    Tone tone = Tone::Neutral;
    QString text;
    QString button;
    StateAction action = StateAction::None;

    friend bool operator==(const ConnectionNotice&, const ConnectionNotice&) = default;
};
/// Only what must not be overlooked: a refused certificate, the end of the session while rows are on show, and a
/// connection that others can read.
[[nodiscard]] ConnectionNotice connectionNotice(const session::ConnectionStatus& status, core::UtcMicros now);

} // namespace attune::widgets
