// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "tables.h"

#include "attune/core/column.h"

#include <benchmark/benchmark.h>

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

// A new order over a million rows, with a window.
namespace attune::bench {

namespace {

constexpr int Million = 1'000'000;

/// As many scattered keys of 64 bits.
void sortLimit(benchmark::State& state) {
    std::vector<std::uint64_t> keys(Million);
    for (auto _ : state) {
        state.PauseTiming();
        for (std::size_t i = 0; i < keys.size(); ++i)
            keys[i] = i * 0x9E3779B97F4A7C15ULL;
        state.ResumeTiming();
        std::ranges::sort(keys);
        benchmark::DoNotOptimize(keys.data());
    }
}

/// Until the new order is in force; `longest` is told the longest time without a turn of the event loop.
void sortAndWait(Table& table, core::Column column, Qt::SortOrder direction, double& longest) {
    using Clock = std::chrono::steady_clock;
    auto turn = Clock::now();
    table.proxy.sort(static_cast<int>(column), direction);
    do {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 1);
        const auto now = Clock::now();
        longest = std::max(longest, std::chrono::duration<double, std::milli>(now - std::exchange(turn, now)).count());
    } while (table.proxy.isSorting());
}

void sortBy(benchmark::State& state, core::Column column) {
    Table& table = sharedTable(Million);
    (void)table.view();
    const auto other = column == core::Column::Created ? core::Column::Id : core::Column::Created;
    double longest = 0;
    double ignored = 0;
    for (auto _ : state) {
        state.PauseTiming();
        sortAndWait(table, other, Qt::DescendingOrder, ignored);
        state.ResumeTiming();
        sortAndWait(table, column, Qt::AscendingOrder, longest);
    }
    state.counters["blocked_ms"] = longest;
    sortAndWait(table, core::Column::Created, Qt::DescendingOrder, ignored);
}

const bool registered = [] {
    benchmark::RegisterBenchmark("sort/limit", sortLimit)->Unit(benchmark::kMillisecond)->Iterations(5);
    for (const core::ColumnInfo& info : core::columns()) {
        if (!info.isSortable)
            continue;
        benchmark::RegisterBenchmark((std::string("sort/") + info.key).c_str(),
                                     [column = info.column](benchmark::State& state) { sortBy(state, column); })
            ->Unit(benchmark::kMillisecond)
            ->Iterations(7);
    }
    return true;
}();

} // namespace

} // namespace attune::bench
