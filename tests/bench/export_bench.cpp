// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "tables.h"

#include "attune/models/export/rowexporter.h"

#include <benchmark/benchmark.h>

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <utility>

// A million rows to a file, with a window that goes on.
namespace attune::bench {

namespace {

constexpr int Million = 1'000'000;

using Clock = std::chrono::steady_clock;

double sinceMs(Clock::time_point& turn) {
    const auto now = Clock::now();
    return std::chrono::duration<double, std::milli>(now - std::exchange(turn, now)).count();
}

void exportRows(benchmark::State& state, core::ExportFormat format) {
    Table& table = sharedTable(Million);
    (void)table.view();
    const qint64 rows = table.proxy.shownCount(); // a little more after others have added some
    double longest = 0;
    for (auto _ : state) {
        const QTemporaryDir folder;
        bool isDone = false;
        auto turn = Clock::now();
        models::RowExporter exporter(
            table.proxy, models::RowSnapshot::allRows(table.proxy),
            {folder.filePath(QStringLiteral("rows")), core::WholeFile::Existing::Keep, format});
        QObject::connect(&exporter, &models::ExportJob::finished, &exporter, [&](const models::ExportResult& result) {
            isDone = true;
            if (result.rows != rows || result.end != models::ExportResult::End::Written)
                state.SkipWithError("not everything was written");
        });
        exporter.start();
        while (!isDone) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 1);
            longest = std::max(longest, sinceMs(turn));
        }
    }
    state.counters["blocked_ms"] = longest;
    state.SetItemsProcessed(state.iterations() * rows);
}

/// As many bytes as a million rows of CSV are.
void exportLimit(benchmark::State& state) {
    const QByteArray bytes(130 * 4'096, 'x');
    for (auto _ : state) {
        const QTemporaryDir folder;
        core::WholeFile file(folder.filePath(QStringLiteral("rows")), core::WholeFile::Existing::Keep);
        bool isGood = !file.open();
        for (int rows = 0; rows < Million; rows += 4'096)
            isGood = isGood && !file.write(bytes);
        if (!isGood || file.commit())
            state.SkipWithError("could not be written");
    }
}

} // namespace

BENCHMARK(exportLimit)->Name("export/limit")->Unit(benchmark::kMillisecond)->Iterations(3)->UseRealTime();
BENCHMARK_CAPTURE(exportRows, csv, core::ExportFormat::Csv)
    ->Name("export/csv")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(3)
    ->UseRealTime();
BENCHMARK_CAPTURE(exportRows, json, core::ExportFormat::Json)
    ->Name("export/json")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(3)
    ->UseRealTime();

} // namespace attune::bench
