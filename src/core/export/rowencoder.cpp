// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/export/rowencoder.h"

#include "attune/core/enforcementstore.h"
#include "attune/core/rowexport.h"

namespace attune::core {

namespace {
constexpr qsizetype UsualRow = 256;
}

QByteArray RowEncoder::begin() const {
    switch (m_format) {
    case ExportFormat::Csv:
        return csvHeader();
    case ExportFormat::Json:
        return QByteArrayLiteral("[");
    case ExportFormat::JsonLines:
        return {};
    }
    Q_UNREACHABLE();
}

QByteArray RowEncoder::encode(const RowSlice& slice) {
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(slice.rows.size()) * UsualRow);
    auto stored = slice.tags.begin();
    for (std::size_t i = 0; i < slice.rows.size(); ++i) {
        const bool isStored = stored != slice.tags.end() && stored->first == i;
        const EnforcementRow& row = slice.rows[i];
        append(bytes, row,
               traceTagText(row, isStored ? std::string_view(stored->second) : std::string_view(), m_vocabulary));
        if (isStored)
            ++stored;
    }
    return bytes;
}

void RowEncoder::append(QByteArray& bytes, const EnforcementRow& row, std::string_view tag) {
    const bool first = !std::exchange(m_hasRows, true);
    switch (m_format) {
    case ExportFormat::Csv:
        bytes += rowToCsv(row, tag, m_vocabulary);
        break;
    case ExportFormat::Json:
        bytes += (first ? "\n" : ",\n") + rowToJson(row, tag, m_vocabulary);
        break;
    case ExportFormat::JsonLines:
        bytes += rowToJson(row, tag, m_vocabulary) + '\n';
        break;
    }
}

QByteArray RowEncoder::end() const {
    return m_format == ExportFormat::Json ? QByteArrayLiteral("\n]\n") : QByteArray();
}

} // namespace attune::core
