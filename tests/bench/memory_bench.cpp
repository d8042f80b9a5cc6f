// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "allocations.h"
#include "tables.h"

#include <benchmark/benchmark.h>

namespace attune::bench {

namespace {

constexpr int Million = 1'000'000;

/// Everything a cached row costs: itself, the index of ids, the order, the header of the view.
void memoryPerRow(benchmark::State& state) {
    for (auto _ : state) {
        const auto before = heapBytes();
        Table table(Million);
        (void)table.view();
        state.counters["bytes_per_row"] = static_cast<double>(heapBytes() - before) / Million;
    }
}

} // namespace

BENCHMARK(memoryPerRow)->Name("memory/row")->Iterations(1)->Unit(benchmark::kMillisecond);

} // namespace attune::bench
