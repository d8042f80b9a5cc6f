// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
// The part of ExportDialog that makes a table for paper.
#include "export/exportdialog.h"
#include "export/exportwords.h"
#include "export/pagejob.h"
#include "export/rowclipboard.h"

#include "attune/core/column.h"
#include "attune/core/displaytext.h"
#include "attune/models/enforcementfilterproxymodel.h"
#include "attune/widgets/enforcementview.h"

#include <QHeaderView>
#include <QPageLayout>
#include <QPrintDialog>
#include <QPrinter>
#include <QRegularExpression>

namespace attune::widgets {

PrintedTable ExportDialog::printedTable(std::vector<int>& columns) const {
    PrintedTable table;
    const QString server = core::displayText(m_context.server(), 80);
    const core::UtcMicros now = m_context.clock.now();
    table.title = server.isEmpty() ? tr("Enforcements") : tr("Enforcements of %1", "server").arg(server);
    table.filter = filterWords(m_context.proxy.filter(), now);
    if (const int rows = rowCount(spans()); rows > PageJob::MostRows)
        table.filter =
            tr("The first %L1 of %L2 rows").arg(PageJob::MostRows).arg(rows) + QStringLiteral(" · ") + table.filter;
    static const QRegularExpression fraction(QStringLiteral("\\.\\d+"));
    table.time = core::instantToolTip(now).section(u'\n', 0, 0).remove(fraction);
    const QHeaderView& header = *m_context.view.horizontalHeader();
    for (int position = 0; position < header.count(); ++position) {
        const int column = header.logicalIndex(position);
        if (header.isSectionHidden(column))
            continue;
        columns.push_back(column);
        const auto alignment =
            m_context.proxy.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).value<Qt::Alignment>();
        const bool middle = core::columnInfo(static_cast<core::Column>(column)).elideMiddle;
        table.columns.push_back({.title = m_context.proxy.headerData(column, Qt::Horizontal).toString(),
                                 .share = static_cast<double>(header.sectionSize(column)),
                                 .alignment = alignment & Qt::AlignHorizontal_Mask,
                                 .elide = middle ? Qt::ElideMiddle : Qt::ElideRight});
    }
    return table;
}

void ExportDialog::choosePrinter() {
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageOrientation(QPageLayout::Landscape);
    auto* dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOptions(QAbstractPrintDialog::PrintToFile);
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this,
            [this, printer] { print(std::make_unique<PrinterPaper>(printer)); });
    dialog->open();
}

void ExportDialog::print(std::unique_ptr<Paper> paper) {
    if (isAtWork())
        return;
    std::vector<int> columns;
    PrintedTable table = printedTable(columns);
    run(std::make_unique<PageJob>(m_context.proxy, spans(), std::move(table), std::move(columns), std::move(paper)),
        {});
}

} // namespace attune::widgets
