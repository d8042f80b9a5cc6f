// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/models/export/rowsnapshot.h"

#include <QModelIndex>
#include <QObject>
#include <QString>
#include <QUrl>

#include <functional>
#include <vector>

class QTableView;

namespace attune::widgets {

/// The selected rows of the table, from the top; the current one when nothing is selected.
[[nodiscard]] std::vector<models::RowSpan> selectedSpans(const QTableView& view);
[[nodiscard]] int rowCount(const std::vector<models::RowSpan>& spans);

/// Puts cells and rows of the table on the clipboard, in the server's words.
class RowClipboard : public QObject {
    Q_OBJECT
public:
    /// More would take longer than anybody wants to wait, and are for a file.
    static constexpr int MostRows = 10'000;

    /// `view` outlives it and shows an EnforcementFilterProxyModel.
    explicit RowClipboard(const QTableView& view, QObject* parent = nullptr);

    /// Where the server's API is; without it there is no copyCurl().
    void setApiUrl(std::function<QUrl()> source) { m_apiUrl = std::move(source); }

    void copyValue(const QModelIndex& cell) const;
    /// The visible columns of the selected rows as tab-separated lines. A text that a spreadsheet would take for a
    /// formula or for the begin of a quotation gets a leading apostrophe.
    void copyRows();
    /// One object a line.
    void copyJson();
    /// One command line each.
    void copyCurl();

Q_SIGNALS:
    /// There were more rows than are copied.
    void rowsLeftOut(int copied, int selected);

private:
    [[nodiscard]] std::vector<int> rows();
    [[nodiscard]] QString rowText(int row) const;
    void copyLines(const QStringList& lines) const;

    const QTableView& m_view;
    std::function<QUrl()> m_apiUrl;
};

} // namespace attune::widgets
