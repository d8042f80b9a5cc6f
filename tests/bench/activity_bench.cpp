// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "activity/activitychart.h"
#include "tables.h"

#include "attune/models/activity/activitytracker.h"

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QImage>
#include <QPainter>

// The chart above a table of a million rows.
namespace attune::bench {

namespace {

constexpr int Million = 1'000'000;
constexpr int PerFrame = 1'000;

void activityFrame(benchmark::State& state) {
    Table& table = sharedTable(Million);
    models::ActivityTracker tracker(table.proxy);
    tracker.setNow(table.model.now());
    tracker.setActive(true);
    while (tracker.isCounting())
        QCoreApplication::processEvents();
    for (auto _ : state) {
        state.PauseTiming();
        const core::EnforcementBatch batch = table.nextBatch(PerFrame);
        state.ResumeTiming();
        table.model.apply(batch);
    }
    state.SetItemsProcessed(state.iterations() * PerFrame);
}

void activityPaint(benchmark::State& state) {
    core::ActivityBuckets buckets;
    for (int i = 0; i < 256'000; ++i) {
        core::EnforcementRow row;
        row.created = i * 1'000LL;
        row.status = static_cast<core::WordCode>(1 + i % 7 % 4);
        row.resolvedAt = row.created + 1'000LL * (i * 7919LL % 5'000);
        buckets.add(row);
    }
    const widgets::Theme& theme = widgets::Theme::light();
    const QRect area(0, 0, 1'200, widgets::ActivityChart::heightFor(QApplication::font()));
    QImage picture(area.size(), QImage::Format_RGB32);
    for (auto _ : state) {
        QPainter painter(&picture);
        widgets::ActivityChart(buckets, area, theme, QApplication::font()).paint(painter, 256'000'000);
    }
}

} // namespace

BENCHMARK(activityFrame)->Name("activity/frame")->Unit(benchmark::kMicrosecond);
BENCHMARK(activityPaint)->Name("activity/paint")->Unit(benchmark::kMicrosecond);

} // namespace attune::bench
