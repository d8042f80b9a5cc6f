// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/updatequeue.h"

#include <chrono>
#include <cstddef>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace attune::session {

/// The way of everything that is read to the store, on which nothing old undoes a removal: only an answer that was
/// asked for after the proof that a row is gone may bring it back, because it may have become visible again. An older
/// one may have been written before the row went. A notification proves nothing either way; it is a reason to read the
/// row. Instants are of the steady clock. GUI thread.
class ReadSink {
public:
    using Instant = std::chrono::nanoseconds;

    explicit ReadSink(core::UpdateQueue& queue) : m_queue(queue) {}

    /// What an answer says of rows that was asked for at this instant.
    void push(const std::vector<core::EnforcementUpdate>& rows, Instant asked);
    /// A row is gone, of which the proof was complete at this instant.
    void pushRemoved(core::Id id, Instant proven);
    /// The removed rows that notifications among `updates` speak of: that does not go on to the store, and the rows are
    /// to be read instead.
    [[nodiscard]] std::set<core::Id> toldOf(const std::vector<core::EnforcementUpdate>& updates) const;
    /// The store has what was in the queue.
    void onHandedOver();
    /// Another server or identity, or the same once more from the beginning: what is on its way belongs to the past.
    void clear();

    /// Nothing is on its way.
    [[nodiscard]] bool isEmpty() const { return m_later.empty() && m_queue.isEmpty(); }
    [[nodiscard]] std::size_t limit() const { return m_queue.limit(); }

    /// Ids remembered: beyond, the oldest proofs are forgotten, which no answer is under way for any more.
    static constexpr std::size_t MaxRemoved = 20'000;

private:
    enum class Fate : std::uint8_t { Passes, Waits, Refused };

    [[nodiscard]] Fate judge(core::Id id, Instant asked);
    void forget(core::Id id);

    core::UpdateQueue& m_queue;
    std::unordered_map<core::Id, Instant> m_provenAt;
    std::set<std::pair<Instant, core::Id>> m_byAge; // the same
    std::unordered_set<core::Id> m_inQueue;         // removals that would win over what comes into the same batch
    std::vector<std::pair<core::EnforcementUpdate, Instant>> m_later; // for the next one
};

} // namespace attune::session
