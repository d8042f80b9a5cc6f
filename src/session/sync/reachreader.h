// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "requester.h"
#include "sync/coverage.h"
#include "sync/storequery.h"
#include "sync/walkrunner.h"

#include "attune/core/enforcementstore.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <vector>

namespace attune::session {

/// Reads on below what is complete, in the background and in steps of bounded size: down to the reach that is wanted,
/// and through holes down to ground that is complete already. One pass at a time; ground that cannot be proven is
/// passed and read all the same.
class ReachReader : public QObject {
    Q_OBJECT
public:
    ReachReader(Requester& requester, core::Vocabulary& vocabulary, core::Clock& clock, core::Random& random,
                Coverage& coverage, QObject* parent);

    void setStore(const core::EnforcementStore* store) { m_store = store; }
    /// `rows`: as many of the newest are wanted; `most`: as many at most are read to close a hole.
    void setReach(std::size_t rows, std::size_t most);

    /// Less may be complete than the last pass has achieved: then it begins another one. After a pass that failed not
    /// before RetryAfter.
    void consider();
    /// Begins a pass even if the last one came no further than this; without effect while one is under way.
    void tryAgain();
    /// The next look is to begin a pass even if the last one came no further than this.
    void expectMore() { m_achieved = core::UnknownTime; }
    void stop();
    /// Forgets what the passes have achieved, too.
    void reset();

    [[nodiscard]] bool isReading() const { return m_isReading; }
    /// How many of the newest rows have been gone over by the pass under way.
    [[nodiscard]] std::size_t rowsRead() const;

    static constexpr std::size_t StepRows = 2'000;
    static constexpr std::chrono::seconds RetryAfter{30};

Q_SIGNALS:
    void pageRead(const attune::core::EnforcementPage& page);
    /// What was in the cache already, and was not seen.
    void unseenFound(const attune::session::Unseen& unseen);
    /// Ground that was read before is part of what is complete again.
    void joined();
    /// Some step is over: more may be complete.
    void advanced();

private:
    void readOn();
    void startStep(core::UtcMicros low);
    void onStepDone(std::chrono::nanoseconds began);
    void onStepAbandoned();
    void finish();
    [[nodiscard]] std::size_t rowsAbove(core::UtcMicros instant) const;

    Requester& m_requester;
    core::Vocabulary& m_vocabulary;
    core::Clock& m_clock;
    core::Random& m_random;
    Coverage& m_coverage;
    const core::EnforcementStore* m_store = nullptr;
    std::size_t m_wanted = 0;
    std::size_t m_most = 0;

    QPointer<WalkRunner> m_step;
    std::vector<core::Id> m_before; // known where the step reads, when it began
    bool m_isReading = false;
    core::UtcMicros m_down = core::UnknownTime;     // the pass has gone over everything created after this instant …
    std::size_t m_rows = 0;                         // … that many rows
    core::UtcMicros m_achieved = core::UnknownTime; // what was complete when the last pass ended; unknown = no pass yet
    std::chrono::nanoseconds m_notBefore{0};
};

} // namespace attune::session
