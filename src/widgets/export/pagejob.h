// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "export/paper.h"
#include "export/tablepages.h"

#include "attune/core/enforcement.h"
#include "attune/models/export/exportjob.h"
#include "attune/models/export/rowsnapshot.h"

#include <QPainter>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace attune::models {
class EnforcementTableModel;
}

namespace attune::widgets {

/// Paints rows on pages: reads their texts some rows per turn of the event loop, then paints one page per turn.
class PageJob : public models::ExportJob {
    Q_OBJECT
public:
    /// Enough for a report; nobody reads more on paper.
    static constexpr int MostRows = 5'000;

    /// `columns` are those of the model behind each entry of `table.columns`; the rows of `table` are filled in, at
    /// most MostRows. The proxy's source outlives the job.
    PageJob(const models::EnforcementFilterProxyModel& proxy, const std::vector<models::RowSpan>& spans,
            PrintedTable table, std::vector<int> columns, std::unique_ptr<Paper> paper, QObject* parent = nullptr);
    ~PageJob() override;

    void start() override;
    void cancel() override;

private:
    void onTurn();
    void readRows();
    void beginPages();
    void paintPage();
    void giveUp();
    void finish(models::ExportResult::End end, const QString& error = {});

    const models::EnforcementTableModel& m_model;
    std::vector<core::Id> m_ids;
    std::size_t m_next = 0;
    qint64 m_missing = 0;
    PrintedTable m_table;
    std::vector<int> m_columns;
    std::unique_ptr<Paper> m_paper;
    std::unique_ptr<TablePages> m_pages;
    std::optional<QPainter> m_painter;
    int m_page = 0;
    QTimer m_turn;
};

} // namespace attune::widgets
