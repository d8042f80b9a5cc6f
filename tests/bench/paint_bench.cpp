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

// Forty rows of nine cells, as pixels.
namespace attune::bench {

namespace {

constexpr int Rows = 40;
constexpr int RowHeight = 24;
constexpr int CellWidth = 130;

void paintCells(benchmark::State& state, QAbstractItemDelegate& delegate, Table& table) {
    QImage picture(CellWidth * core::ColumnCount, Rows * RowHeight, QImage::Format_RGB32);
    QStyleOptionViewItem option;
    option.initFrom(&table.view());
    option.font = table.view().font();
    option.widget = &table.view();
    for (auto _ : state) {
        QPainter painter(&picture);
        for (int row = 0; row < Rows; ++row) {
            for (int column = 0; column < core::ColumnCount; ++column) {
                option.rect = QRect(column * CellWidth, row * RowHeight, CellWidth, RowHeight);
                delegate.paint(&painter, option, table.proxy.index(row, column));
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
