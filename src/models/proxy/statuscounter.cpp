// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "statuscounter.h"

#include <algorithm>
#include <chrono>

namespace attune::models {

namespace {

using namespace std::chrono_literals;

constexpr auto SliceEvery = 10ms; // frames come in between
constexpr int RowsPerSlice = 32'768;
/// A pass over so many rows is followed by a rest of a millisecond, which keeps counting below a hundredth of the time.
constexpr std::size_t RowsPerRest = 200;

} // namespace

StatusCounter::StatusCounter(const core::EnforcementStore& store, core::CompiledFilter& filter)
    : m_store(store), m_filter(filter) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &StatusCounter::step);
}

const StatusCounts& StatusCounter::counts() {
    if (!m_isLatest && m_state == State::Idle)
        begin();
    return m_counts;
}

void StatusCounter::rowsChanged() {
    m_isLatest = false;
    m_hasChanged = true;
}

void StatusCounter::filterChanged() {
    rowsChanged();
    m_timer.stop();
    m_state = State::Idle;
}

void StatusCounter::begin() {
    m_hasChanged = false;
    m_partial.fill(0);
    m_next = m_store.firstSeq();
    if (m_store.size() > AtOnce) {
        m_state = State::Counting;
        m_timer.start(0ms);
        return;
    }
    count(m_store.endSeq());
    m_counts = m_partial;
    m_isLatest = true;
}

void StatusCounter::step() {
    if (m_state == State::Resting) {
        m_state = State::Idle;
        return;
    }
    m_next = std::max(m_next, m_store.firstSeq()); // those before have retired meanwhile
    count(std::min(m_next + RowsPerSlice, m_store.endSeq()));
    if (m_next < m_store.endSeq()) {
        m_timer.start(SliceEvery);
        return;
    }
    m_counts = m_partial;
    m_isLatest = !m_hasChanged;
    m_state = State::Resting;
    m_timer.start(std::chrono::milliseconds(m_store.size() / RowsPerRest));
}

void StatusCounter::count(Seq end) {
    while (m_next < end) {
        const auto run = m_store.run(m_next);
        const auto wanted = std::min<std::size_t>(run.size(), static_cast<std::size_t>(end - m_next));
        for (const core::EnforcementRow& row : run.first(wanted)) {
            if (m_filter.testButStatus(row))
                ++m_partial[row.status];
        }
        m_next += static_cast<Seq>(wanted);
    }
}

} // namespace attune::models
