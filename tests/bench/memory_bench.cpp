// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "tables.h"

#include <benchmark/benchmark.h>

#include <malloc.h>

namespace attune::bench {

namespace {

/// Bytes in use, whoever asked for them.
[[nodiscard]] std::uint64_t heapBytes() {
    const auto info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

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
