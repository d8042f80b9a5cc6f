// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "tables.h"

#include "attune/core/enforcementfilter.h"

#include <benchmark/benchmark.h>

#include <QCoreApplication>

#include <chrono>
#include <vector>

// What one frame of the stream costs, per notification.
namespace attune::bench {

namespace {

constexpr int PerFrame = 1000;

class Stopwatch {
public:
    [[nodiscard]] double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

/// The floor: the same rows appended to a vector.
void applyLimit(benchmark::State& state) {
    Table& table = sharedTable(10'000);
    std::vector<core::EnforcementRow> rows;
    for (auto _ : state) {
        const core::EnforcementBatch batch = table.nextBatch(PerFrame);
        rows.clear();
        rows.shrink_to_fit();
        const Stopwatch watch;
        for (const core::EnforcementUpdate& update : batch.updates)
            rows.push_back(update.row);
        benchmark::DoNotOptimize(rows.data());
        state.SetIterationTime(watch.seconds() / PerFrame);
    }
}

void applyBatch(benchmark::State& state) {
    Table& table = sharedTable(static_cast<int>(state.range(0)));
    for (auto _ : state) {
        const core::EnforcementBatch batch = table.nextBatch(PerFrame);
        const Stopwatch watch;
        table.model.apply(batch);
        state.SetIterationTime(watch.seconds() / PerFrame);
    }
}

/// At the cap, so many rows at once.
void retire(benchmark::State& state) {
    constexpr int Rows = 1'000'000;
    auto table = std::make_unique<Table>(Rows);
    std::size_t cap = table->model.store().size();
    for (auto _ : state) {
        if (cap < Rows / 2) {
            table = std::make_unique<Table>(Rows);
            cap = table->model.store().size();
        }
        cap -= PerFrame;
        const Stopwatch watch;
        table->model.setCap(cap);
        state.SetIterationTime(watch.seconds());
    }
}

core::EnforcementBatch everyOther(const core::EnforcementBatch& batch, std::size_t first) {
    core::EnforcementBatch half;
    for (std::size_t i = first; i < batch.updates.size(); i += 2)
        half.updates.push_back(batch.updates[i]);
    return half;
}

/// Every other one of the newest rows leaves the filter, or comes between those that have entered it before: no run of
/// neighbours at once. In a table with a window.
void crossFilter(benchmark::State& state, const QString& shownStatus) {
    const bool enters = shownStatus != QStringLiteral("created");
    Table table(static_cast<int>(state.range(0)));
    widgets::EnforcementView& view = table.view();
    core::EnforcementFilter filter;
    filter.statuses = {shownStatus};
    table.proxy.setFilter(filter);
    for (auto _ : state) {
        table.model.apply(table.newRows(PerFrame));
        const core::EnforcementBatch resolved = table.resolveNewest(PerFrame, core::Status::Processed);
        if (enters)
            table.model.apply(everyOther(resolved, 1));
        QCoreApplication::processEvents();
        const core::EnforcementBatch batch = everyOther(resolved, 0);
        const Stopwatch watch;
        table.model.apply(batch);
        state.SetIterationTime(watch.seconds() / static_cast<double>(batch.updates.size()));
    }
    benchmark::DoNotOptimize(view.cellsPainted());
}

void leave(benchmark::State& state) { crossFilter(state, QStringLiteral("created")); }
void enter(benchmark::State& state) { crossFilter(state, QStringLiteral("processed")); }

} // namespace

BENCHMARK(applyLimit)->Name("apply/limit")->UseManualTime()->Iterations(300);
BENCHMARK(applyBatch)->Name("apply/batch")->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->UseManualTime()->Iterations(300);
BENCHMARK(retire)->Name("retire/1000")->UseManualTime()->Iterations(400);
BENCHMARK(leave)->Name("leave/row")->Arg(10'000)->Arg(1'000'000)->UseManualTime()->Iterations(50);
BENCHMARK(enter)->Name("enter/row")->Arg(10'000)->Arg(1'000'000)->UseManualTime()->Iterations(50);

} // namespace attune::bench
