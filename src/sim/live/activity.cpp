// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "live/activity.h"

#include "world/lifecycle.h"

namespace attune::sim {

using namespace std::chrono_literals;

Activity::Activity(World& world, Notifier& notifier, const core::Clock& clock, double delayScale)
    : m_world(world)
    , m_notifier(notifier)
    , m_clock(clock)
    , m_delayScale(delayScale)
    , m_dice(Dice::forItem(world.seed, Salt::History, 1)) {}

Id Activity::matchRule(bool settle, bool deferred, bool mayBeLate) {
    const UtcMicros now = m_clock.now();
    const std::uint32_t rule = someEnabledRule();
    const Event& event =
        m_world.events.add({.id = 0, .rule = 0, .created = now - 700, .trigger = m_world.catalog.rules[rule].trigger});
    m_notifier.eventCreated(event);
    const Id id = m_world.enforcements.reserveId();
    if (mayBeLate && m_dice.chance(0.005)) {
        plan(std::chrono::milliseconds(m_dice.between(20, 2000)),
             {Deed::Kind::CommitEnforcement, id, rule, event.id, now});
        return 0;
    }
    return commit(rule, event.id, id, now, settle, deferred);
}

std::uint32_t Activity::someEnabledRule() {
    std::uint32_t rule = m_world.catalog.ruleFor(m_dice.unit());
    for (int attempt = 0; attempt < 50 && !m_world.catalog.rules[rule].enabled; ++attempt)
        rule = m_world.catalog.ruleFor(m_dice.unit());
    return rule;
}

Id Activity::commit(std::uint32_t rule, Id event, Id id, UtcMicros created, bool settle, bool deferred) {
    Enforcement row = m_world.matched(rule, event, created);
    row.id = id;
    const Enforcement& inserted = m_world.enforcements.insert(row);
    m_notifier.enforcementCreated(inserted, deferred);
    if (settle)
        planResolution(inserted);
    return id;
}

void Activity::planResolution(const Enforcement& row) {
    const EnforcementFate fate = fateOfEnforcement(m_world.seed, row.id);
    if (fate.end == EnforcementFate::End::StaysCreated)
        return;
    if (fate.end == EnforcementFate::End::Processed)
        plan(fate.delay - fate.lead, {Deed::Kind::StartExecution, row.id});
    plan(fate.delay, {Deed::Kind::ResolveEnforcement, row.id});
}

void Activity::catchUp() {
    const auto now = m_clock.steady();
    while (m_schedule.isDue(now))
        perform(m_schedule.take());
}

void Activity::perform(const Deed& deed) {
    switch (deed.kind) {
    case Deed::Kind::CommitEnforcement:
        commit(deed.rule, deed.event, deed.id, deed.instant, true, false);
        return;
    case Deed::Kind::StartExecution:
        return onStartExecution(deed.id);
    case Deed::Kind::ResolveEnforcement:
        return onResolve(deed.id);
    case Deed::Kind::AdvanceExecution:
        return onAdvance(deed.id);
    case Deed::Kind::FinishCancel:
        if (Execution* execution = m_world.executions.find(deed.id);
            execution != nullptr && execution->status == ExecutionStatus::Canceling)
            setStatus(*execution, ExecutionStatus::Cancelled);
        return;
    case Deed::Kind::Retry:
        return retry(deed.id);
    }
}

void Activity::onStartExecution(Id enforcement) {
    const Enforcement* row = m_world.enforcements.find(enforcement);
    const RuleInfo* rule = row == nullptr ? nullptr : m_world.catalog.findRule(m_world.texts.text(row->ruleRef));
    if (rule != nullptr && rule->enabled && row->status == m_world.created)
        startExecution(rule->action, enforcement);
}

void Activity::onResolve(Id enforcement) {
    Enforcement* row = m_world.enforcements.find(enforcement);
    if (row == nullptr || row->status != m_world.created)
        return;
    const RuleInfo* rule = m_world.catalog.findRule(m_world.texts.text(row->ruleRef));
    const bool disabled = fateOfEnforcement(m_world.seed, enforcement).end == EnforcementFate::End::Disabled;
    resolve(*row, disabled || rule == nullptr || !rule->enabled ? m_world.disabled : m_world.processed);
}

void Activity::resolve(Enforcement& row, TextId status, bool deferred) {
    const TextId old = row.status;
    row.status = status;
    row.resolvedAt = m_clock.now();
    m_notifier.enforcementChanged(row, m_world.texts.text(old), deferred);
}

void Activity::plan(std::chrono::microseconds delay, const Deed& deed) {
    const auto scaled = std::chrono::duration<double, std::micro>(static_cast<double>(delay.count()) * m_delayScale);
    m_schedule.add(m_clock.steady() + std::chrono::duration_cast<std::chrono::nanoseconds>(scaled), deed);
}

} // namespace attune::sim
