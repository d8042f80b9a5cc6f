// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "world.h"

#include <algorithm>
#include <utility>

namespace attune::test {

namespace {

constexpr core::UtcMicros Start = 1'780'315'200'000'000; // 2026-06-01T12:00:00Z

} // namespace

core::UtcMicros World::now() const {
    return Start + std::chrono::duration_cast<std::chrono::microseconds>(m_clock.steady()).count();
}

std::vector<core::Id> World::insert(int count, core::UtcMicros ago) {
    m_lastBegin = std::max(m_lastBegin + 1, now() - ago);
    std::vector<core::Id> ids;
    for (int i = 0; i < count; ++i) {
        Row row;
        row.id = m_nextId++;
        row.event = row.id % 1'000'000 + 90'000;
        row.kind = static_cast<int>(row.id % Kinds);
        row.rule = row.kind + 1;
        row.hidden = m_hiddenKinds.contains(row.kind);
        row.created = m_lastBegin;
        row.visibleSince = m_clock.steady(); // until it is committed: when its transaction began
        ids.push_back(row.id);
        rows.insert_or_assign(row.id, row);
    }
    return ids;
}

void World::commit(const std::vector<core::Id>& ids) {
    for (const core::Id id : ids) {
        const auto found = rows.find(id);
        if (found == rows.end() || found->second.committed)
            continue;
        Row& row = found->second;
        row.committed = true;
        row.commitDelay = m_clock.steady() - row.visibleSince;
        show(row);
        if (onNews)
            onNews({row, true});
    }
}

void World::show(Row& row) {
    row.visibleSince = row.changedAt = m_clock.steady();
    row.listed.clear();
    if (row.isVisible())
        m_shown.emplace(row.id, row.created);
}

void World::resolve(core::Id id, core::WordCode status) {
    const auto found = rows.find(id);
    if (found == rows.end() || !found->second.committed || found->second.status != core::Status::Created)
        return; // compare and set, as the server does it
    Row& row = found->second;
    row.status = status;
    row.resolvedAt = now();
    row.changedAt = m_clock.steady();
    row.listed.clear();
    if (onNews)
        onNews({row, false});
}

void World::remove(core::Id id) { rows.erase(id); }

void World::setHidden(core::Id id, bool hidden) {
    const auto found = rows.find(id);
    if (found == rows.end() || !found->second.committed || found->second.hidden == hidden)
        return;
    if (m_hiddenKinds.contains(found->second.kind))
        return;
    found->second.hidden = hidden;
    found->second.hiddenUntil = m_clock.steady();
    show(found->second);
}

void World::setGranted(int kind, bool granted) {
    if (granted ? m_hiddenKinds.erase(kind) == 0 : !m_hiddenKinds.insert(kind).second)
        return;
    ++m_grantChanges;
    for (auto& [id, row] : rows) {
        if (row.kind != kind || std::exchange(row.hidden, !granted) == !granted)
            continue;
        row.hiddenUntil = m_clock.steady();
        if (row.committed)
            show(row);
    }
}

void World::deleteRule(core::Id rule) {
    for (auto& [id, row] : rows) {
        if (row.rule != rule)
            continue;
        row.rule = core::NullId;
        row.changedAt = m_clock.steady();
        row.listed.clear();
    }
}

void World::restore() {
    if (m_backup.second == 0)
        return;
    const auto before = std::exchange(rows, m_backup.first);
    m_nextId = m_backup.second;
    restoredAt = m_clock.steady();
    for (auto& [id, row] : rows) {
        const auto known = before.find(id);
        row.cameBack = known == before.end() || known->second.cameBack;
        if (known == before.end())
            continue;
        const bool comesOut = known->second.hidden && !row.hidden;
        row.hiddenUntil = comesOut ? restoredAt : std::max(row.hiddenUntil, known->second.hiddenUntil);
    }
    std::erase_if(rows, [](const auto& entry) { return !entry.second.committed; });
    for (auto& [id, row] : rows)
        show(row);
}

const World::Row* World::find(core::Id id) const {
    const auto found = rows.find(id);
    return found == rows.end() ? nullptr : &found->second;
}

std::vector<core::Id> World::ids(const std::function<bool(const Row&)>& which) const {
    std::vector<core::Id> found;
    for (const auto& [id, row] : rows) {
        if (which(row))
            found.push_back(id);
    }
    return found;
}

std::vector<const World::Row*> World::list(bool openOnly, const std::function<double()>& tieBreak, int kind) const {
    struct Place {
        const Row* row;
        double tieBreak;
    };
    std::vector<Place> places;
    places.reserve(rows.size());
    for (const auto& [id, row] : rows) {
        if (row.isVisible() && (!openOnly || row.status == core::Status::Created) && (kind < 0 || row.kind == kind))
            places.push_back({&row, tieBreak()});
    }
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
        return a.row->created != b.row->created ? a.row->created > b.row->created : a.tieBreak < b.tieBreak;
    });
    std::vector<const Row*> list;
    list.reserve(places.size());
    for (const Place& place : places)
        list.push_back(place.row);
    return list;
}

} // namespace attune::test
