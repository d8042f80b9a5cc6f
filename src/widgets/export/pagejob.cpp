// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "export/pagejob.h"

#include "attune/models/enforcementfilterproxymodel.h"
#include "attune/models/roles.h"

#include <QPagedPaintDevice>

#include <algorithm>
#include <utility>

namespace attune::widgets {

namespace {
constexpr std::size_t RowsPerTurn = 250; // a few milliseconds
} // namespace

using models::ExportResult;

PageJob::PageJob(const models::EnforcementFilterProxyModel& proxy, const std::vector<models::RowSpan>& spans,
                 PrintedTable table, std::vector<int> columns, std::unique_ptr<Paper> paper, QObject* parent)
    : ExportJob(parent)
    , m_model(static_cast<const models::EnforcementTableModel&>(*proxy.sourceModel()))
    , m_table(std::move(table))
    , m_columns(std::move(columns))
    , m_paper(std::move(paper)) {
    for (const models::RowSpan& span : spans) {
        for (int row = span.first; row < span.first + span.count && std::ssize(m_ids) < MostRows; ++row)
            m_ids.push_back(proxy.idAt(row));
    }
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &PageJob::onTurn);
    // Another server's rows may have the same ids.
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        if (m_turn.isActive() && m_next < m_ids.size())
            finish(ExportResult::End::Failed, tableEmptied());
    });
}

PageJob::~PageJob() { giveUp(); }

void PageJob::start() { m_turn.start(); }

void PageJob::cancel() {
    if (!m_turn.isActive())
        return;
    giveUp();
    finish(ExportResult::End::Cancelled);
}

void PageJob::onTurn() {
    if (m_next < m_ids.size())
        readRows();
    else if (!m_pages)
        beginPages();
    else
        paintPage();
}

void PageJob::readRows() {
    for (const std::size_t end = std::min(m_ids.size(), m_next + RowsPerTurn); m_next < end; ++m_next) {
        const int row = m_model.rowOfId(m_ids[m_next]);
        if (row < 0) {
            ++m_missing;
            continue;
        }
        QStringList texts;
        for (const int column : m_columns)
            texts += m_model.index(row, column).data(models::PaperTextRole).toString();
        m_table.rows.push_back(std::move(texts));
    }
    const auto total = static_cast<qint64>(m_ids.size());
    Q_EMIT progressed(static_cast<qint64>(m_next) / 2, total); // painting is the other half
}

void PageJob::beginPages() {
    if (m_table.rows.empty() && !m_ids.empty()) {
        finish(ExportResult::End::Failed, tr("All rows have left the table before they were read."));
        return;
    }
    if (const auto error = m_paper->open(m_table.title)) {
        finish(ExportResult::End::Failed, error->message);
        return;
    }
    m_painter.emplace();
    if (!m_painter->begin(&m_paper->device())) {
        m_painter.reset();
        finish(ExportResult::End::Failed, tr("The first page could not be begun."));
        return;
    }
    m_pages = std::make_unique<TablePages>(m_table, m_paper->device());
}

void PageJob::paintPage() {
    if (m_page > 0 && !m_paper->device().newPage()) {
        giveUp();
        finish(ExportResult::End::Failed, tr("Page %1 could not be begun.").arg(m_page + 1));
        return;
    }
    m_pages->paint(*m_painter, m_page);
    ++m_page;
    const auto total = static_cast<qint64>(m_ids.size());
    Q_EMIT progressed((total + total * m_page / m_pages->count()) / 2, total);
    if (m_page < m_pages->count())
        return;
    m_painter.reset();
    const auto error = m_paper->commit();
    finish(error ? ExportResult::End::Failed : ExportResult::End::Written, error ? error->message : QString());
}

void PageJob::giveUp() {
    if (m_painter)
        m_paper->abort();
    m_painter.reset();
}

void PageJob::finish(ExportResult::End end, const QString& error) {
    m_turn.stop();
    m_painter.reset();
    m_paper.reset();
    Q_EMIT finished({end, static_cast<qint64>(m_table.rows.size()), m_missing, error});
}

} // namespace attune::widgets
