// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "bytes.h"
#include "readsink.h"
#include "targets.h"

#include "attune/core/enforcementstore.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace attune::fuzz {

namespace {

constexpr core::UtcMicros Start = 1'780'272'000'000'000;
constexpr int Rows = 8;

/// What an honest server may say about a row, of which `known` says how much.
[[nodiscard]] core::EnforcementUpdate tell(core::Id id, unsigned known) {
    core::EnforcementUpdate update;
    update.row.id = id;
    update.row.event = 1000 + id;
    update.row.status = (known & 1U) != 0 ? core::Status::Processed : core::Status::Created;
    update.row.rule = (known & 2U) != 0 ? core::NullId : 7;
    if ((known & 4U) == 0) {
        update.row.created = Start + id % 3;
        update.row.ruleRef = update.row.triggerRef = 5;
        update.row.condition = core::Condition::All;
    }
    if ((known & 8U) != 0)
        update.row.resolvedAt = (known & 1U) != 0 ? Start + 100 + id : core::NullTime;
    update.origin = static_cast<core::Origin>((known >> 4U) % 3);
    return update;
}

/// The promises of the merge and of the way to it, written down as plainly as can be.
class Reference {
public:
    /// Whether it is to be shown: what notifications say of removed rows is not.
    [[nodiscard]] bool tell(const core::EnforcementUpdate& news) {
        if (m_goneSince.contains(news.row.id))
            return false;
        join(news.row);
        return true;
    }
    void read(const core::EnforcementUpdate& answer, std::chrono::nanoseconds asked) {
        const auto gone = m_goneSince.find(answer.row.id);
        if (gone != m_goneSince.end() && asked < gone->second)
            return;
        if (m_justRemoved.contains(answer.row.id))
            return m_later.push_back(answer.row);
        m_goneSince.erase(answer.row.id);
        join(answer.row);
    }
    void remove(core::Id id, std::chrono::nanoseconds proven) {
        m_rows.erase(id);
        m_goneSince[id] = proven;
        m_justRemoved.insert(id);
        std::erase_if(m_later, [id](const core::EnforcementRow& row) { return row.id == id; });
    }
    /// The store has taken what came so far.
    void endFrame() {
        m_justRemoved.clear();
        for (const core::EnforcementRow& row : std::exchange(m_later, {})) {
            m_goneSince.erase(row.id);
            join(row);
        }
    }

    [[nodiscard]] const std::map<core::Id, core::EnforcementRow>& rows() const { return m_rows; }

private:
    void join(const core::EnforcementRow& said) {
        core::EnforcementRow& row = m_rows.try_emplace(said.id, core::EnforcementRow{.id = said.id}).first->second;
        row.event = said.event;
        if (row.status != core::Status::Processed)
            row.status = said.status;
        if (row.rule != core::NullId)
            row.rule = said.rule;
        if (said.created != core::UnknownTime) {
            row.created = said.created;
            row.ruleRef = row.triggerRef = said.ruleRef;
            row.condition = said.condition;
        }
        if (!core::isInstant(row.resolvedAt) && said.resolvedAt != core::UnknownTime)
            row.resolvedAt = said.resolvedAt;
    }

    std::map<core::Id, core::EnforcementRow> m_rows;
    std::map<core::Id, std::chrono::nanoseconds> m_goneSince;
    std::set<core::Id> m_justRemoved;
    std::vector<core::EnforcementRow> m_later; // what would be lost in the frame of a removal
};

void compare(const core::EnforcementStore& store, const Reference& reference) {
    std::size_t complete = 0;
    for (const auto& [id, row] : reference.rows()) {
        const auto seq = store.find(id);
        demand(seq.has_value() == row.isComplete(), "exactly the complete rows are on show");
        if (!seq)
            continue;
        ++complete;
        demand(store.row(*seq) == row, "a row is the join of what was said about it");
    }
    demand(store.size() == complete, "nothing else is on show");
}

/// What a session does between its readers and the store, a frame at a time.
class Way {
public:
    void tell(const core::EnforcementUpdate& news) { m_news.push_back(news); }
    void read(const core::EnforcementUpdate& answer, std::chrono::nanoseconds asked) { m_sink.push({answer}, asked); }
    void remove(core::Id id, std::chrono::nanoseconds proven) { m_sink.pushRemoved(id, proven); }

    /// Until nothing waits any more. The removed rows that were spoken of.
    std::set<core::Id> handOver() {
        const std::set<core::Id> told = m_sink.toldOf(m_news);
        std::erase_if(m_news, [&told](const auto& news) { return told.contains(news.row.id); });
        core::EnforcementBatch batch{std::exchange(m_news, {}), {}};
        while (!batch.isEmpty() || !m_sink.isEmpty()) {
            core::EnforcementBatch read = m_queue.drain().enforcements;
            batch.updates.insert(batch.updates.end(), read.updates.begin(), read.updates.end());
            batch.removed = std::move(read.removed);
            demand(m_store.apply(batch).conflicts == 0, "an honest server contradicts nothing");
            m_sink.onHandedOver();
            batch = {};
        }
        return told;
    }
    [[nodiscard]] const core::EnforcementStore& store() const { return m_store; }

private:
    core::UpdateQueue m_queue{[] {}};
    session::ReadSink m_sink{m_queue};
    std::vector<core::EnforcementUpdate> m_news;
    core::EnforcementStore m_store;
};

} // namespace

void mergeSequence(std::string_view bytes) {
    Way way;
    Reference reference;
    Bytes steps(bytes.substr(0, 512));
    for (std::chrono::nanoseconds now(100); !steps.isEmpty(); ++now) {
        std::vector<core::EnforcementUpdate> news;
        for (unsigned left = 1 + steps.next() % 6; left > 0; --left) {
            const core::Id id = 1 + steps.next() % Rows;
            const unsigned what = steps.next();
            const std::chrono::nanoseconds then = now - std::chrono::nanoseconds(steps.next() % 8);
            if (what >= 232) {
                way.remove(id, now);
                reference.remove(id, now);
            } else if (const auto update = tell(id, what); update.origin != core::Origin::Notification) {
                way.read(update, then);
                reference.read(update, then);
            } else {
                news.push_back(update);
            }
        }
        // What a frame brings of notifications is looked at when the removals that came with it are known.
        std::set<core::Id> told;
        for (const core::EnforcementUpdate& update : news) {
            way.tell(update);
            if (!reference.tell(update))
                told.insert(update.row.id);
        }
        reference.endFrame();
        demand(way.handOver() == told, "exactly the removed rows that are spoken of are to be read");
        compare(way.store(), reference);
    }
}

} // namespace attune::fuzz
