// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/clock.h"
#include "attune/session/connectionstatus.h"

#include <QString>

#include <vector>

namespace attune::session {

/// The last things that happened, for the connection panel.
class SessionLog {
public:
    explicit SessionLog(const core::Clock& clock) : m_clock(clock) {}

    void transition(ConnectionState from, ConnectionState to, const QString& reason);
    /// The transport counts the frames itself: not all of them come this far.
    void rejectedFrame(const QString& what, const QString& reason);
    void rejectedBody(const QString& what, const QString& reason);
    [[nodiscard]] const std::vector<TimelineEntry>& timeline() const { return m_timeline; }
    [[nodiscard]] const std::vector<Rejection>& rejections() const { return m_rejections; }
    [[nodiscard]] std::uint64_t rejectedBodies() const { return m_rejectedBodies; }

    static constexpr std::size_t Kept = 50;

private:
    const core::Clock& m_clock;
    std::vector<TimelineEntry> m_timeline;
    std::vector<Rejection> m_rejections;
    std::uint64_t m_rejectedBodies = 0;
};

} // namespace attune::session
