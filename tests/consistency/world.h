// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/manualclock.h"

#include "attune/core/enforcement.h"

#include <QByteArray>

#include <chrono>
#include <functional>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace attune::test {

/// The rows of a server, as its database holds them, and what is needed later to judge a client. Keeps a clock of its
/// own that no jump of the client's wall clock disturbs.
class World {
public:
    using Instant = std::chrono::nanoseconds; // of the steady clock

    struct Row {
        core::Id id = 0;
        core::Id event = 0;
        core::Id rule = 1; ///< core::NullId when the rule was deleted
        int kind = 0;      ///< picks the refs
        core::UtcMicros created = 0;
        core::UtcMicros resolvedAt = core::NullTime;
        core::WordCode status = core::Status::Created;
        bool committed = false;
        bool cameBack = false; ///< had been deleted before the server was set back: nothing announces that
        bool hidden = false;   ///< from this identity: not listed, not announced, its detail forbidden

        std::chrono::nanoseconds commitDelay{0};
        Instant visibleSince{0};
        Instant changedAt{0};
        Instant hiddenUntil{-1};   ///< when it last came out of hiding; negative: it never was hidden
        mutable QByteArray listed; ///< rendered for a list
        [[nodiscard]] bool isVisible() const { return committed && !hidden; }
    };
    /// What the notifier is told, with the row as it was then.
    struct News {
        Row row;
        bool isNew = false;
    };

    static constexpr int Kinds = 5;

    World(const ManualClock& clock, core::Id firstId) : m_clock(clock), m_nextId(firstId) {}

    [[nodiscard]] core::UtcMicros now() const;

    /// Begins a transaction that inserts rows: they share a creation time, which no other transaction has, and nobody
    /// sees them before commit().
    std::vector<core::Id> insert(int count, core::UtcMicros ago = 0);
    void commit(const std::vector<core::Id>& ids);
    void resolve(core::Id id, core::WordCode status);
    void remove(core::Id id);
    void setHidden(core::Id id, bool hidden);
    /// All rows of a kind, and those to come: the permissions of the identity change.
    void setGranted(int kind, bool granted);
    [[nodiscard]] const std::set<int>& hiddenKinds() const { return m_hiddenKinds; }
    /// How often the permissions have changed.
    [[nodiscard]] int grantChanges() const { return m_grantChanges; }
    void deleteRule(core::Id rule);
    void burnIds(core::Id count) { m_nextId += count; }
    /// A backup, and the server set back to it: ids go back, too.
    void backUp() { m_backup = {rows, m_nextId}; }
    void restore();

    [[nodiscard]] const Row* find(core::Id id) const;
    [[nodiscard]] std::vector<core::Id> ids(const std::function<bool(const Row&)>& which) const;
    /// Whether this identity was ever able to see such a row.
    [[nodiscard]] bool wasEverVisible(core::Id id, core::UtcMicros created) const {
        return m_shown.contains({id, created});
    }
    /// What a list shows: newest first; rows of one instant in any order. `kind`: only rows of this one; negative: of
    /// all.
    [[nodiscard]] std::vector<const Row*> list(bool openOnly, const std::function<double()>& tieBreak,
                                               int kind = -1) const;

    std::map<core::Id, Row> rows;
    std::function<void(const News&)> onNews;
    Instant restoredAt{-1}; ///< negative: never

private:
    void show(Row& row);

    std::set<int> m_hiddenKinds;
    int m_grantChanges = 0;
    const ManualClock& m_clock;
    core::Id m_nextId;
    core::UtcMicros m_lastBegin = 0;
    std::set<std::pair<core::Id, core::UtcMicros>> m_shown;
    std::pair<std::map<core::Id, Row>, core::Id> m_backup;
};

} // namespace attune::test
