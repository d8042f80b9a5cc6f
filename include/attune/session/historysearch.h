// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/timestamp.h"

#include <QMetaType>
#include <QString>

#include <cstddef>
#include <cstdint>

namespace attune::session {

/// How a search through rows that are older than what is loaded stands. A value.
struct HistorySearch {
    enum class Phase : std::uint8_t {
        None,      ///< nothing was searched for this filter, or what was no longer joins what is loaded
        Reading,   ///< under way
        Paused,    ///< enough was found or read for one go; it can go on
        Cancelled, ///< by the operator; it can go on
        Failed,    ///< see `reason`; it can go on
        AtBound,   ///< as far back as the filter goes
        AtEnd,     ///< the server has nothing older
        Full       ///< the cache takes no more rows
    };

    Phase phase = Phase::None;
    QString criteria;                         ///< what the server is asked for: "rule_ref=core.disk"; empty = all rows
    core::UtcMicros back = core::UnknownTime; ///< searched back to this instant
    std::size_t found = 0;                    ///< rows that match the filter and were not loaded before
    std::size_t read = 0;                     ///< rows looked at
    bool isProven = true;                     ///< false: the list was not in order; some rows may be missing
    QString reason;                           ///< in words; of Failed

    friend bool operator==(const HistorySearch&, const HistorySearch&) = default;
};

} // namespace attune::session

Q_DECLARE_METATYPE(attune::session::HistorySearch)
