// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "readsink.h"
#include "requester.h"

#include "attune/core/backoff.h"
#include "attune/core/clock.h"
#include "attune/core/random.h"

#include <QObject>

#include <deque>
#include <memory>
#include <unordered_map>
#include <unordered_set>

namespace attune::session {

/// Reads single enforcements by id where a page or a notification does not say enough: compact payloads,
/// contradictions, rows that vanished from a list, resolved times of visible rows. Each id once at a time; the newest
/// wish first, the spare ones in their order; the pace is the requester's. 404 removes the row, 403 is remembered for a
/// while. A server that fails or does not answer is asked again a few times, with full jitter; a row that waits for
/// that keeps its place among the MaxConcurrent, so that a broken server is asked the less the more is wanted. A spare
/// one is not: another walk asks for it anyway.
class Hydrator : public QObject {
    Q_OBJECT
public:
    Hydrator(Requester& requester, ReadSink& sink, core::Vocabulary& vocabulary, core::Clock& clock,
             core::Random& random, QObject* parent);

    /// Spare ones are read when no other is left.
    enum class Wish : std::uint8_t { Needed, Spare };
    void request(const std::vector<core::Id>& ids, Wish wish = Wish::Needed);
    void reset();
    [[nodiscard]] std::size_t waiting() const { return m_queue.size(); }

    static constexpr std::size_t MaxQueued = 2'000;
    static constexpr std::size_t MaxForbidden = 10'000;
    static constexpr int MaxConcurrent = 4;
    static constexpr std::chrono::minutes ForbiddenFor{5};
    static constexpr int MaxRetries = 3;
    static constexpr std::chrono::seconds RetryCap{5};

    /// What became of a wish. Dropped: too many waited, it was never asked.
    enum class Outcome : std::uint8_t { Read, Gone, Forbidden, Failed, Dropped };

Q_SIGNALS:
    /// What was learned is in the sink already.
    /// `row` is what was read; it knows nothing but its id if nothing was.
    void settled(const attune::core::EnforcementRow& row, attune::session::Hydrator::Outcome outcome);

private:
    void enqueue(std::deque<core::Id>& queue, core::Id id);
    [[nodiscard]] core::Id takeNext();
    void ask(core::Id id, Wish wish);
    [[nodiscard]] bool triesAgain(core::Id id, const ServiceError& error);
    [[nodiscard]] bool isForbidden(core::Id id);
    void pump();
    [[nodiscard]] Outcome judge(core::Id id, const ServiceResult<core::EnforcementDetail>& detail);
    void onDetail(core::Id id, Wish wish, ServiceResult<core::EnforcementDetail> detail);

    struct Retry {
        core::Backoff backoff;
        std::unique_ptr<core::Timer> timer;
    };

    Requester& m_requester;
    ReadSink& m_sink;
    core::Vocabulary& m_vocabulary;
    core::Clock& m_clock;
    core::Random& m_random;
    std::deque<core::Id> m_queue;
    std::deque<core::Id> m_spare;
    std::unordered_set<core::Id> m_wanted;     // queued or under way
    std::unordered_set<core::Id> m_onlySpared; // of these, nobody has asked for but to spare
    std::unordered_map<core::Id, std::chrono::nanoseconds> m_forbidden;
    std::unordered_map<core::Id, Retry> m_retries; // of those under way, which have failed before
    int m_running = 0;
    std::uint64_t m_epoch = 0;
};

} // namespace attune::session
