// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/gaps/missedspans.h"
#include "sync/walkrunner.h"

#include "attune/core/enforcementstore.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <memory>
#include <optional>

namespace attune::session {

/// Reads what was missed while no stream was believed, the newest first: on a fast stream the head walks, which have to
/// look for rows committed late as well, would hardly ever come down to it. Of the time that was missed only those
/// stretches where rows are left out or open, as far as the cache shows; the rest is for the walks that prove.
class MissedReader : public QObject {
    Q_OBJECT
public:
    MissedReader(Requester& requester, core::Vocabulary& vocabulary, core::Clock& clock, core::Random& random,
                 QObject* parent);

    void setStore(const core::EnforcementStore* store) { m_store = store; }
    /// The stream is not believed any more, or not for a moment; `slack` ago it still was.
    void lost(std::chrono::microseconds slack = MissedSpans::Slack);
    /// Many rows created after `from`, up to `to`, are not as the cache has them.
    void doubt(core::UtcMicros from, core::UtcMicros to);
    /// A walk from the top that began then has come so far; `isStreaming`: there is a stream to tell of what came
    /// since.
    void noteHead(const VerifiedWalk& walk, std::chrono::nanoseconds began, bool isStreaming);
    /// How far down it is worth while for that walk to go on, at most `maxRows` in all: over what was missed, or else
    /// to where it joins the one before. Nothing if there is no reason to.
    [[nodiscard]] std::optional<core::UtcMicros> reasonToGoOn(const VerifiedWalk& walk, std::size_t maxRows) const;
    /// Reads what is still missing, unless that is under way.
    void readOn();
    /// Begins nothing until the next readOn(); what is under way goes on.
    void pause() { m_isPaused = true; }
    /// What was missed stays known.
    void stop();
    void reset();

    /// There is something to read.
    [[nodiscard]] bool hasMore() const { return m_spans.newestEnded().has_value(); }
    [[nodiscard]] bool isReading() const { return !m_step.isNull(); }

    static constexpr std::size_t StepRows = 2'000;
    static constexpr std::chrono::seconds RetryAfter{5};

Q_SIGNALS:
    void pageRead(const attune::core::EnforcementPage& page);
    /// A walk that began then is through.
    void read(const attune::session::VerifiedWalk& walk, std::chrono::nanoseconds began);
    /// Nothing more is known to read.
    void caughtUp();

private:
    void onStepDone(std::chrono::nanoseconds began);
    void beginStep();
    std::optional<MissedSpans::Span> leaveOutWhatIsThere();
    [[nodiscard]] std::optional<MissedSpans::Span> newestWanted() const;

    Requester& m_requester;
    core::Vocabulary& m_vocabulary;
    core::Clock& m_clock;
    core::Random& m_random;
    const core::EnforcementStore* m_store = nullptr;
    MissedSpans m_spans;
    std::chrono::nanoseconds m_lostAt{0};
    QPointer<WalkRunner> m_step;
    bool m_isPaused = false;
    std::unique_ptr<core::Timer> m_retry;
};

} // namespace attune::session
