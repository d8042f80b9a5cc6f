// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "requester.h"
#include "sync/hydrator.h"
#include "sync/walkrunner.h"

#include "attune/core/clock.h"
#include "attune/core/enforcementstore.h"
#include "attune/core/random.h"
#include "attune/core/updatequeue.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <memory>
#include <unordered_set>

namespace attune::session {

/// Keeps the cache true to a server that offers neither replay nor sequence numbers: reads the newest rows after every
/// connect, and from time to time on a healthy stream, too. Four readers:
///   head  what is newer than the last head walk minus a margin: lost creations (every HeadPeriod, faster when
///   Degraded); open  all rows still `created`: lost status changes (every OpenPeriod); full  everything loaded:
///   deletions and late commits (every FullPeriod); ids   single rows that the others could not settle.
/// A row is removed only when a proven walk did not see it and the server answers 404 for it, or a detail is 404.
class SyncEngine : public QObject {
    Q_OBJECT
public:
    SyncEngine(Requester& requester, core::UpdateQueue& sink, core::Vocabulary& vocabulary, core::Clock& clock,
               core::Random& random, QObject* parent = nullptr);

    /// What the reader keeps of what it got; not owned, may be null (then nothing is concluded from absence).
    void setStore(const core::EnforcementStore* store) { m_store = store; }
    /// A greater depth makes the next head walk go all the way down again.
    void setReadDepth(int rows);

    /// The stream is confirmed: read what happened meanwhile, then keep reading.
    void resync();
    /// A hint that something was missed; at most one head walk per SuspicionInterval.
    void suspect();
    /// The stream is not trusted: read the head every DegradedPeriod.
    void setDegraded(bool degraded);
    void hydrate(const std::vector<core::Id>& ids) { m_hydrator.request(ids); }
    /// Another identity: forgets everything.
    void reset();

    [[nodiscard]] bool isSynced() const { return m_synced; }
    /// The last complete head walk is recent enough to vouch for what is shown.
    [[nodiscard]] bool isFresh() const;
    [[nodiscard]] double progress() const;
    [[nodiscard]] core::UtcMicros completeSince() const { return m_completeSince; }
    [[nodiscard]] core::UtcMicros lastReconcile() const { return m_lastReconcile; }
    [[nodiscard]] std::uint64_t gapsFound() const { return m_gapsFound; }

    static constexpr std::chrono::seconds HeadPeriod{30};
    static constexpr std::chrono::seconds DegradedPeriod{5};
    static constexpr std::chrono::seconds OpenPeriod{60};
    static constexpr std::chrono::seconds OpenPeriodBusy{15};
    static constexpr std::chrono::minutes FullPeriod{15};
    static constexpr std::chrono::seconds SuspicionInterval{5};
    static constexpr std::chrono::seconds Margin{60};

Q_SIGNALS:
    void progressChanged();
    void synced();
    void failed(const QString& reason);
    void reconciled();
    /// A page held rows that were refused.
    void rowsRejected(std::size_t count, const QString& reason);

private:
    enum class Reader : std::uint8_t { Head, Open, Full };

    void startHead();
    void startOpen();
    void startFull();
    [[nodiscard]] WalkRunner* start(WalkRunner::Plan plan, Reader reader);
    void onPage(const core::EnforcementPage& page, Reader reader);
    void onHeadDone(const VerifiedWalk& walk);
    void onHeadFailed(const QString& reason);
    void onOpenDone(const VerifiedWalk& walk);
    void onFullDone(const VerifiedWalk& walk);
    void countGaps(const core::EnforcementPage& page);
    void scheduleHead();
    [[nodiscard]] std::vector<core::Id> knownIds(core::UtcMicros createdAfter, bool onlyOpen) const;
    [[nodiscard]] bool hasOldOpenRows() const;
    void settle(const std::vector<core::Id>& candidates, const VerifiedWalk& walk);
    [[nodiscard]] std::chrono::milliseconds jittered(std::chrono::milliseconds period);

    Requester& m_requester;
    core::UpdateQueue& m_sink;
    core::Vocabulary& m_vocabulary;
    core::Clock& m_clock;
    core::Random& m_random;
    Hydrator m_hydrator;
    const core::EnforcementStore* m_store = nullptr;
    std::size_t m_readDepth = 1000;

    QPointer<WalkRunner> m_head;
    QPointer<WalkRunner> m_open;
    QPointer<WalkRunner> m_full;
    std::vector<core::Id> m_openBefore; // rows known to be open when the open walk began
    std::vector<core::Id> m_fullBefore; // rows known when the full walk began
    std::unique_ptr<core::Timer> m_headTimer;
    std::unique_ptr<core::Timer> m_openTimer;
    std::unique_ptr<core::Timer> m_fullTimer;

    bool m_synced = false;
    bool m_deepen = false; // the read depth grew: what lies below the last walk is wanted, too
    bool m_degraded = false;
    int m_earlyHeads = 0;     // quick re-reads left after a resync
    bool m_announced = false; // the running head walk should find nothing the stream has not said
    core::UtcMicros m_highWater = core::UnknownTime;
    core::UtcMicros m_completeSince = core::UnknownTime;
    core::UtcMicros m_lastReconcile = core::UnknownTime;
    std::chrono::nanoseconds m_lastReconcileSteady{0};
    std::chrono::nanoseconds m_lastSuspicion{0};
    std::uint64_t m_gapsFound = 0;
};

} // namespace attune::session
