// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "tables.h"

#include <QCoreApplication>

#include <algorithm>
#include <string>

namespace attune::bench {

namespace {

constexpr core::UtcMicros Start = 1'780'272'000'000'000;
constexpr int RowsPerBatch = 10'000;
constexpr int StillCreated = 1'000; ///< the newest: what stays created does not retire

std::unique_ptr<Table> shared;
int sharedRows = 0;

core::EnforcementUpdate update(const core::EnforcementRow& row) {
    core::EnforcementUpdate result;
    result.row = row;
    return result;
}

} // namespace

Table::Table(int rows) {
    for (int i = 0; i < 256; ++i)
        m_rules.push_back(vocabulary.refs.intern("ops.rule_" + std::to_string(i)).value());
    for (int i = 0; i < 64; ++i)
        m_triggers.push_back(vocabulary.refs.intern("monitoring.trigger_" + std::to_string(i)).value());
    model.setCap(static_cast<std::size_t>(rows));
    model.setNow(Start + rows * 1000LL);
    for (int loaded = 0; loaded < rows; loaded += RowsPerBatch) {
        core::EnforcementBatch batch = newRows(std::min(RowsPerBatch, rows - loaded));
        for (std::size_t i = 0; i < batch.updates.size(); i += 2) {
            batch.updates[i].row.status = core::Status::Processed;
            batch.updates[i].row.resolvedAt = batch.updates[i].row.created + 500'000;
        }
        for (std::size_t i = 1; i < batch.updates.size() && batch.updates[i].row.id + StillCreated <= rows; i += 2) {
            batch.updates[i].row.status = core::Status::Disabled;
            batch.updates[i].row.resolvedAt = batch.updates[i].row.created + 500'000;
        }
        model.apply(batch);
    }
}

core::EnforcementRow Table::row(core::Id id) const {
    core::EnforcementRow row;
    row.id = id;
    row.event = 90'000'000 + id;
    row.rule = 1 + id % 256;
    row.created = Start + id * 1000;
    row.resolvedAt = core::NullTime;
    // Scattered, as rules fire: a pattern would flatter the processor's guesses.
    const auto scattered = static_cast<std::uint64_t>(id) * 0x9E3779B97F4A7C15ULL >> 32U;
    row.ruleRef = m_rules[scattered % m_rules.size()];
    row.triggerRef = m_triggers[scattered % m_triggers.size()];
    row.status = core::Status::Created;
    row.condition = core::Condition::All;
    row.traceTag = core::TraceTag::Derived;
    return row;
}

core::EnforcementBatch Table::newRows(int count) {
    core::EnforcementBatch batch;
    batch.updates.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        batch.updates.push_back(update(row(m_nextId++)));
    return batch;
}

core::EnforcementBatch Table::resolveNewest(int count, core::WordCode status) const {
    core::EnforcementBatch batch;
    for (int i = 0; i < count; ++i) {
        core::EnforcementRow changed = row(newestId() - i);
        changed.status = status;
        changed.resolvedAt = changed.created + 500'000;
        batch.updates.push_back(update(changed));
    }
    return batch;
}

core::EnforcementBatch Table::nextBatch(int notifications) {
    core::EnforcementBatch changes = resolveNewest(notifications / 2, core::Status::Processed);
    core::EnforcementBatch batch = newRows(notifications / 2);
    // Mixed, as they come.
    core::EnforcementBatch mixed;
    mixed.updates.reserve(batch.updates.size() * 2);
    for (std::size_t i = 0; i < batch.updates.size(); ++i) {
        mixed.updates.push_back(std::move(batch.updates[i]));
        mixed.updates.push_back(std::move(changes.updates[i]));
    }
    return mixed;
}

widgets::EnforcementView& Table::view() {
    if (!m_view) {
        m_view = std::make_unique<widgets::EnforcementView>(clock);
        m_view->resize(1200, 990);
        m_view->setEnforcementModel(&proxy);
        m_view->show();
        QCoreApplication::processEvents();
    }
    return *m_view;
}

Table& sharedTable(int rows) {
    // One at a time: two of a million rows would disturb each other.
    if (!shared || sharedRows != rows) {
        shared.reset();
        shared = std::make_unique<Table>(rows);
        sharedRows = rows;
    }
    return *shared;
}

void releaseSharedTable() { shared.reset(); }

} // namespace attune::bench
