// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "rowprinter.h"

#include "attune/core/column.h"
#include "attune/core/displaytext.h"
#include "attune/core/rowexport.h"

#include <cstdio>

namespace attune::tail {

namespace {

/// `text` made exactly `width` wide, except the last column of a line.
[[nodiscard]] QString cell(const QString& text, int width) {
    const QString shown = core::displayText(text);
    return shown.size() > width ? shown.left(width - 1) + QChar(0x2026) : shown.leftJustified(width);
}

[[nodiscard]] QString tableRow(const QString& id, const QString& rule, const QString& trigger, const QString& event,
                               const QString& status, const QString& created, const QString& took) {
    return QStringLiteral("%1 %2 %3 %4 %5 %6 %7\n")
        .arg(id.rightJustified(10), cell(rule, 32), cell(trigger, 24), event.rightJustified(10), cell(status, 10),
             cell(created, 27), took);
}

} // namespace

RowPrinter::RowPrinter(TailOptions::Format format, const core::Vocabulary& vocabulary)
    : m_format(format), m_vocabulary(vocabulary) {
    // A failure to open shows at the first write.
    [[maybe_unused]] const bool opened = m_out.open(stdout, QIODevice::WriteOnly);
}

bool RowPrinter::print(const core::EnforcementRow& row, const core::EnforcementStore& store) {
    QByteArray line;
    const bool first = !std::exchange(m_headerWritten, true);
    switch (m_format) {
    case TailOptions::Format::Json:
        line = core::rowToJson(row, store.traceTag(row, m_vocabulary), m_vocabulary) + '\n';
        break;
    case TailOptions::Format::Csv:
        line = (first ? core::csvHeader() : QByteArray()) +
               core::rowToCsv(row, store.traceTag(row, m_vocabulary), m_vocabulary, core::CsvTexts::WithoutControls);
        break;
    case TailOptions::Format::Table:
        if (first)
            line = tableRow(QStringLiteral("ID"), QStringLiteral("RULE"), QStringLiteral("TRIGGER"),
                            QStringLiteral("EVENT"), QStringLiteral("STATUS"), QStringLiteral("CREATED"),
                            QStringLiteral("TOOK"))
                       .toUtf8();
        line += tableLine(row);
        break;
    }
    return m_out.write(line) == line.size();
}

bool RowPrinter::flush() { return m_out.flush(); }

QByteArray RowPrinter::tableLine(const core::EnforcementRow& row) const {
    const auto span = core::isInstant(row.resolvedAt) && core::isInstant(row.created)
                          ? core::durationText(std::chrono::microseconds(row.resolvedAt - row.created))
                          : QStringLiteral("-");
    return tableRow(
               QString::number(row.id), m_vocabulary.refs.text(row.ruleRef), m_vocabulary.refs.text(row.triggerRef),
               row.event > 0 ? QString::number(row.event) : QStringLiteral("-"), m_vocabulary.statuses.text(row.status),
               core::isInstant(row.created) ? QString::fromStdString(core::formatRfc3339(row.created))
                                            : QStringLiteral("-"),
               span)
        .toUtf8();
}

} // namespace attune::tail
