// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "tables.h"

#include "attune/core/column.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <string>
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

void sortBy(benchmark::State& state, core::Column column) {
    Table& table = sharedTable(Million);
    (void)table.view();
    const auto other = column == core::Column::Created ? core::Column::Id : core::Column::Created;
    for (auto _ : state) {
        state.PauseTiming();
        table.proxy.sort(static_cast<int>(other), Qt::DescendingOrder);
        state.ResumeTiming();
        table.proxy.sort(static_cast<int>(column), Qt::AscendingOrder);
    }
    table.proxy.sort(static_cast<int>(core::Column::Created), Qt::DescendingOrder);
}

const bool registered = [] {
    benchmark::RegisterBenchmark("sort/limit", sortLimit)->Unit(benchmark::kMillisecond)->Iterations(5);
    for (const core::ColumnInfo& info : core::columns()) {
        benchmark::RegisterBenchmark((std::string("sort/") + info.key).c_str(),
                                     [column = info.column](benchmark::State& state) { sortBy(state, column); })
            ->Unit(benchmark::kMillisecond)
            ->Iterations(7);
    }
    return true;
}();

} // namespace

} // namespace attune::bench
