// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/session/historysearch.h"

#include <QString>

namespace attune::widgets {

/// What the line below the filter offers.
enum class SearchAction : std::uint8_t { None, Search, Cancel };

/// The line below the filter; an empty text means there is nothing to say.
struct SearchHint {
    QString text;
    QString button;
    SearchAction action = SearchAction::None;

    friend bool operator==(const SearchHint&, const SearchHint&) = default;
};
/// Where a search through older rows stands; of one that was not begun, that rows from before `completeSince` are not
/// loaded. `now` decides whether times need a date.
[[nodiscard]] SearchHint searchHint(const session::HistorySearch& search, core::UtcMicros completeSince,
                                    core::UtcMicros now);

} // namespace attune::widgets
