// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "export/rowclipboard.h"

#include "detail/clipboardtexts.h"

#include "attune/core/rowexport.h"
#include "attune/models/enforcementfilterproxymodel.h"
#include "attune/models/roles.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace attune::widgets {

namespace {

using models::RowSpan;

const models::EnforcementFilterProxyModel& modelOf(const QTableView& view) {
    return static_cast<const models::EnforcementFilterProxyModel&>(*view.model());
}

/// A value with a tab or line break would break the lines of a table; one that begins with a quote would take in what
/// follows it.
QString field(QString text) {
    bool isNumber = false; // which may begin with a minus
    std::ignore = text.toDouble(&isNumber);
    if (!isNumber && (text.startsWith(u'"') || core::looksLikeFormula(text.toStdString())))
        text.prepend(u'\'');
    return text.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' ');
}

void toClipboard(const QString& text) { QGuiApplication::clipboard()->setText(text); }

} // namespace

std::vector<RowSpan> selectedSpans(const QTableView& view) {
    std::vector<RowSpan> spans;
    for (const QItemSelectionRange& range : view.selectionModel()->selection())
        spans.push_back({range.top(), range.height()});
    if (spans.empty() && view.currentIndex().isValid())
        spans.push_back({view.currentIndex().row(), 1});
    std::ranges::sort(spans, {}, &RowSpan::first);
    return spans;
}

int rowCount(const std::vector<RowSpan>& spans) {
    return std::accumulate(spans.begin(), spans.end(), 0,
                           [](int sum, const RowSpan& span) { return sum + span.count; });
}

RowClipboard::RowClipboard(const QTableView& view, QObject* parent) : QObject(parent), m_view(view) {}

void RowClipboard::copyValue(const QModelIndex& cell) const {
    if (cell.isValid())
        toClipboard(cell.data(models::DisclosedTextRole).toString());
}

void RowClipboard::copyRows() {
    QStringList lines;
    for (const int row : rows())
        lines += rowText(row);
    copyLines(lines);
}

void RowClipboard::copyJson() {
    const auto& model = modelOf(m_view);
    const auto& source = static_cast<const models::EnforcementTableModel&>(*model.sourceModel());
    QStringList lines;
    for (const int row : rows()) {
        const core::EnforcementRow& values = model.rowAt(row);
        const std::string tag = source.store().traceTag(values, source.vocabulary());
        lines += QString::fromUtf8(core::rowToJson(values, tag, source.vocabulary()));
    }
    copyLines(lines);
}

void RowClipboard::copyCurl() {
    if (!m_apiUrl)
        return;
    const QUrl api = m_apiUrl();
    QStringList lines;
    for (const int row : rows())
        lines += curlCommand(api, modelOf(m_view).idAt(row));
    copyLines(lines);
}

std::vector<int> RowClipboard::rows() {
    const std::vector<RowSpan> spans = selectedSpans(m_view);
    std::vector<int> found;
    for (const RowSpan& span : spans) {
        for (int row = span.first; row < span.first + span.count && std::ssize(found) < MostRows; ++row)
            found.push_back(row);
    }
    if (const int selected = rowCount(spans); selected > MostRows)
        Q_EMIT rowsLeftOut(MostRows, selected);
    return found;
}

QString RowClipboard::rowText(int row) const {
    const QHeaderView& header = *m_view.horizontalHeader();
    QStringList fields;
    for (int position = 0; position < header.count(); ++position) {
        const int column = header.logicalIndex(position);
        if (header.isSectionHidden(column))
            continue;
        fields += field(m_view.model()->index(row, column).data(models::DisclosedTextRole).toString());
    }
    return fields.join(u'\t');
}

void RowClipboard::copyLines(const QStringList& lines) const {
    if (!lines.isEmpty())
        toClipboard(lines.join(u'\n'));
}

} // namespace attune::widgets
