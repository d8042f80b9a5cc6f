// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/compiledfilter.h"
#include "attune/core/enforcementstore.h"
#include "attune/models/enforcementfilterproxymodel.h"

#include <QObject>
#include <QTimer>

#include <cstddef>

namespace attune::models {

/// Counts what each status would show. Of many rows a slice per turn of the event loop, so that nobody waits: then the
/// numbers are those of the last pass, and while rows change they are as old as that took. They are exact again one
/// pass after the last change. GUI thread.
class StatusCounter : public QObject {
    Q_OBJECT
public:
    /// Both outlive the counter.
    StatusCounter(const core::EnforcementStore& store, core::CompiledFilter& filter);

    /// What is known; begins to count anew if that is not the latest.
    [[nodiscard]] const StatusCounts& counts();
    void rowsChanged();
    /// What has been counted is about another filter, or about other rows altogether.
    void filterChanged();

    /// Beyond, rows are counted in slices.
    static constexpr std::size_t AtOnce = 50'000;

private:
    using Seq = core::EnforcementStore::Seq;
    enum class State : std::uint8_t { Idle, Counting, Resting };

    void begin();
    void step();
    void count(Seq end);

    const core::EnforcementStore& m_store;
    core::CompiledFilter& m_filter;
    QTimer m_timer;
    State m_state = State::Idle;
    StatusCounts m_counts{};
    StatusCounts m_partial{};
    Seq m_next = 0;
    bool m_isLatest = false;
    bool m_hasChanged = false; ///< since the pass began
};

} // namespace attune::models
