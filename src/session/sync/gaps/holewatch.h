// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/clock.h"
#include "attune/core/enforcement.h"

#include <QObject>

#include <chrono>
#include <deque>
#include <map>
#include <memory>

namespace attune::session {

/// Takes a hole between two ids for a hint that notifications were lost: ids come from one sequence. Only a hint: the
/// server burns ids, commits out of order, and does not announce what this identity may not see. So a hole gets a while
/// to be filled, and once hints have proved to be false again and again, none is given until some come true.
class HoleWatch : public QObject {
    Q_OBJECT
public:
    explicit HoleWatch(core::Clock& clock, QObject* parent = nullptr);

    /// Everything that is learned, announced or read, in order.
    void noteBatch(const core::EnforcementBatch& batch);
    /// Everything is being read: what is not known now is no hole.
    void forgive();

    static constexpr std::chrono::seconds Patience{2};
    static constexpr std::chrono::seconds Verdict{40}; ///< a reading would have filled it by then
    static constexpr std::size_t MaxHoles = 64;        ///< the oldest are forgotten
    static constexpr std::size_t Judged = 50;          ///< hints that decide about the next ones …
    static constexpr std::size_t MaxFalse = 45;        ///< … of which so many may be false

Q_SIGNALS:
    void suspicious();

private:
    struct Hole {
        core::Id last = core::UnknownId;
        std::chrono::nanoseconds since{0};
        bool isHinted = false;
    };
    using Holes = std::map<core::Id, Hole>; // by the first id that is missing

    void note(const core::EnforcementUpdate& update);
    /// Whether it was missing.
    [[nodiscard]] bool onFilled(core::Id id);
    void look();
    void lookLater();
    void judge(bool cameTrue);
    [[nodiscard]] bool isBelieved() const;

    core::Clock& m_clock;
    core::Id m_newest = core::UnknownId;
    Holes m_holes;
    std::deque<bool> m_judged; // the last hints: whether they came true
    std::unique_ptr<core::Timer> m_timer;
};

} // namespace attune::session
