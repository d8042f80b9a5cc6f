// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "cells/enforcementdelegate.h"
#include "tables.h"

#include "attune/core/column.h"

#include <benchmark/benchmark.h>

#include <QCoreApplication>
#include <QImage>
#include <QPainter>
#include <QStyledItemDelegate>

#include <vector>

// Forty rows of nine cells, as pixels.
namespace attune::bench {

namespace {

constexpr int Rows = 40;
constexpr int RowHeight = 24;
constexpr int CellWidth = 130;

void paintCells(benchmark::State& state, QAbstractItemDelegate& delegate, Table& table) {
    std::vector<int> columns; // those that are shown at first
    for (const core::ColumnInfo& column : core::columns()) {
        if (!column.isOptional)
            columns.push_back(static_cast<int>(column.column));
    }
    const auto count = static_cast<int>(columns.size());
    QImage picture(CellWidth * count, Rows * RowHeight, QImage::Format_RGB32);
    QStyleOptionViewItem option;
    option.initFrom(&table.view());
    option.font = table.view().font();
    option.widget = &table.view();
    option.state.setFlag(QStyle::State_HasFocus, false); // one cell at most has a frame
    for (auto _ : state) {
        QPainter painter(&picture);
        for (int row = 0; row < Rows; ++row) {
            for (int i = 0; i < count; ++i) {
                option.rect = QRect(i * CellWidth, row * RowHeight, CellWidth, RowHeight);
                delegate.paint(&painter, option, table.proxy.index(row, columns[static_cast<std::size_t>(i)]));
            }
        }
    }
}

/// Qt's own delegate.
void paintLimit(benchmark::State& state) {
    QStyledItemDelegate delegate;
    paintCells(state, delegate, sharedTable(10'000));
}

void paintScreen(benchmark::State& state) {
    Table& table = sharedTable(10'000);
    widgets::EnforcementDelegate delegate;
    delegate.setModel(&table.proxy);
    paintCells(state, delegate, table);
}

/// A frame of the real window: rows come in at the top, the others move down.
void paintFrame(benchmark::State& state) {
    Table& table = sharedTable(10'000);
    (void)table.view();
    const int rows = static_cast<int>(state.range(0));
    for (auto _ : state) {
        state.PauseTiming();
        const core::EnforcementBatch batch = table.newRows(rows);
        state.ResumeTiming();
        table.model.apply(batch);
        QCoreApplication::processEvents();
    }
}

} // namespace

BENCHMARK(paintLimit)->Name("paint/limit")->Unit(benchmark::kMillisecond);
BENCHMARK(paintScreen)->Name("paint/screen")->Unit(benchmark::kMillisecond);
BENCHMARK(paintFrame)->Name("paint/frame")->Arg(1)->Arg(17)->Arg(100)->Unit(benchmark::kMillisecond);

} // namespace attune::bench
