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

/// Rows leave the filter one by one all over the screen, then enter again, in a table with a window.
void leaveAndEnter(benchmark::State& state) {
    Table table(static_cast<int>(state.range(0)));
    widgets::EnforcementView& view = table.view();
    core::EnforcementFilter filter;
    filter.statuses = {QStringLiteral("created")};
    table.proxy.setFilter(filter);
    table.model.apply(table.newRows(PerFrame));
    for (auto _ : state) {
        table.model.apply(table.newRows(PerFrame));
        QCoreApplication::processEvents();
        core::EnforcementBatch batch = table.resolveNewest(PerFrame, core::Status::Processed);
        // Every other row: no run of neighbours goes at once.
        std::size_t kept = 0;
        for (std::size_t i = 0; i < batch.updates.size(); i += 2)
            batch.updates[kept++] = batch.updates[i];
        batch.updates.resize(kept);
        const Stopwatch watch;
        table.model.apply(batch);
        state.SetIterationTime(watch.seconds() / static_cast<double>(kept));
    }
    benchmark::DoNotOptimize(view.cellsPainted());
}

} // namespace

BENCHMARK(applyLimit)->Name("apply/limit")->UseManualTime()->Iterations(300);
BENCHMARK(applyBatch)->Name("apply/batch")->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->UseManualTime()->Iterations(300);
BENCHMARK(retire)->Name("retire/1000")->UseManualTime()->Iterations(400);
BENCHMARK(leaveAndEnter)->Name("leave/row")->Arg(10'000)->Arg(1'000'000)->UseManualTime()->Iterations(50);

} // namespace attune::bench
