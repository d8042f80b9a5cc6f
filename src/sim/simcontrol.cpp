// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/sim/simcontrol.h"

#include "json/rowjson.h"
#include "rowedit.h"
#include "simcontext.h"
#include "world/lifecycle.h"

#include <algorithm>

namespace attune::sim {

SimControl::SimControl(SimContext& context) : m_context(context) {}

std::vector<StateRow> SimControl::state() const {
    std::vector<StateRow> rows;
    const World& world = m_context.world;
    const auto text = [&world](TextId id) { return QString::fromStdString(world.texts.text(id)); };
    for (const Enforcement* row : world.enforcements.byId())
        rows.push_back({row->id, row->rule > 0 ? row->rule : core::NullId, row->event > 0 ? row->event : core::NullId,
                        text(row->ruleRef), text(row->triggerRef), text(row->status), text(row->condition),
                        QString::fromStdString(world.traceTag(*row)), row->created, row->resolvedAt});
    return rows;
}

QByteArray SimControl::stateJson() const {
    std::string text = "{\"items\":[";
    text.reserve(m_context.world.enforcements.size() * 300);
    for (const Enforcement* row : m_context.world.enforcements.byId()) {
        if (text.back() == '}')
            text += ',';
        appendState(text, m_context.world, *row);
    }
    text += "]}";
    return QByteArray::fromStdString(text);
}

SimStats SimControl::stats() const {
    const SubscriberHub& hub = m_context.hub;
    SimStats stats;
    stats.rows = m_context.world.enforcements.size();
    stats.clients = hub.clientCount();
    stats.subscriptions = hub.subscriptionCount();
    stats.notifications = hub.delivered();
    stats.dropped = hub.dropped();
    stats.requests = m_context.requests;
    stats.handshakes = m_context.door.handshakes();
    return stats;
}

void SimControl::setRate(double enforcementsPerSecond) { m_context.ticker.setRate(enforcementsPerSecond); }

std::vector<core::Id> SimControl::emitCreated(int count, bool settle, bool deferred) {
    std::vector<core::Id> ids;
    ids.reserve(static_cast<std::size_t>(std::max(count, 0)));
    for (int i = 0; i < count; ++i)
        ids.push_back(m_context.activity.matchRule(settle, deferred, false));
    return ids;
}

std::vector<core::Id> SimControl::emitChanges(int count, bool deferred) {
    std::vector<core::Id> ids;
    World& world = m_context.world;
    for (std::size_t place = 0; place < world.enforcements.size() && std::ssize(ids) < count; ++place) {
        const Enforcement& row = world.enforcements.newest(place, false);
        if (row.status == world.created)
            ids.push_back(row.id);
    }
    for (const core::Id id : ids) {
        const auto fate = fateOfEnforcement(world.seed, id).end;
        m_context.activity.resolve(*world.enforcements.find(id),
                                   fate == EnforcementFate::End::Disabled ? world.disabled : world.processed, deferred);
    }
    return ids;
}

std::vector<core::Id> SimControl::emitRows(const std::vector<RowSpec>& rows, bool deferred) {
    std::vector<core::Id> ids;
    ids.reserve(rows.size());
    for (const RowSpec& spec : rows)
        ids.push_back(applyRow(m_context, spec, deferred));
    return ids;
}

void SimControl::deleteRows(const std::vector<core::Id>& ids) { m_context.world.enforcements.remove(ids); }

void SimControl::purgeEvents(const std::vector<core::Id>& ids) {
    for (const core::Id id : ids) {
        if (Event* event = m_context.world.events.find(id); event != nullptr)
            event->purged = true;
    }
}

QByteArray SimControl::accessToken(std::chrono::seconds lifetime) const {
    return m_context.tokens.access(Tokens::Source::Password, lifetime);
}

} // namespace attune::sim
