// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "bytes.h"
#include "support/csvreader.h"
#include "support/visible.h"
#include "targets.h"

#include "attune/core/displaytext.h"
#include "attune/core/rowexport.h"

#include <nlohmann/json.hpp>

#include <QList>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

namespace attune::fuzz {

namespace {

/// Half of them as no encoding allows it: with halves of characters.
[[nodiscard]] QString textOf(std::string_view bytes, bool isUtf8) {
    if (isUtf8)
        return QString::fromUtf8(bytesOf(bytes));
    QString text;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2)
        text += QChar(static_cast<uchar>(bytes[i]), static_cast<uchar>(bytes[i + 1]));
    return text;
}

void checkVisible(const QString& shown, qsizetype limit) {
    const auto codes = shown.toUcs4();
    demand(shown.size() <= std::max<qsizetype>(limit, 0), "a text on the screen is no longer than it may be");
    demand(shown.isValidUtf16(), "whole characters only");
    demand(std::all_of(codes.begin(), codes.end(), test::isVisible),
           "no controls, nothing that reorders or draws nothing");
}

/// Of what is escaped; the rest of it is ours.
void checkToolTip(QString tip) {
    const QString head = QStringLiteral("<p style=\"white-space:pre-wrap\">");
    demand(tip.startsWith(head) && tip.endsWith(QStringLiteral("</p>")), "a tooltip is one paragraph");
    tip = tip.mid(head.size()).chopped(4).remove(QStringLiteral("<br/>"));
    demand(!tip.contains(u'<') && !tip.contains(u'>'), "nothing in a tooltip is markup");
    for (const char* entity : {"&lt;", "&gt;", "&amp;", "&quot;"})
        tip.remove(QLatin1String(entity));
    demand(!tip.contains(u'&'), "nor an entity that was not made here");
    const auto codes = tip.toUcs4();
    demand(std::all_of(codes.begin(), codes.end(), test::isVisible), "nor invisible");
}

[[nodiscard]] std::string neutral(const std::string& text) { return test::isFormula(text) ? "'" + text : text; }

void checkCsv(const core::EnforcementRow& row, const std::array<std::string, 3>& texts, const core::Vocabulary& words) {
    const QByteArray line = core::rowToCsv(row, texts[2], words);
    const auto records = test::readCsv(QByteArray(core::csvHeader() + line + line).toStdString());
    demand(records && records->size() == 3, "a row is a record");
    const auto& fields = records->back();
    demand(fields.size() == records->front().size(), "with a field for each column");
    for (const auto& [field, text] : {std::pair{std::size_t{2}, texts[0]}, {3, texts[1]}, {7, texts[2]}}) {
        demand(fields[field] == neutral(text), "a field reads as it was written, but for the apostrophe");
        demand(!test::isFormula(fields[field]), "no field is a formula");
    }
}

void checkJson(const core::EnforcementRow& row, const std::array<std::string, 3>& texts,
               const core::Vocabulary& words) {
    const QByteArray line = core::rowToJson(row, texts[2], words);
    const QString shown = QString::fromUtf8(line);
    demand(std::none_of(shown.begin(), shown.end(), [](QChar c) { return c.category() == QChar::Other_Control; }),
           "an object is a line without anything that a terminal obeys");
    const auto object = nlohmann::json::parse(line.begin(), line.end());
    demand(object.value("rule_ref", std::string()) == texts[0], "a rule reads as it was written");
    demand(object.value("trigger_ref", std::string()) == texts[1], "and a trigger");
    demand(object.value("trace_tag", std::string()) == texts[2], "and a tag");
}

} // namespace

void showText(std::string_view bytes) {
    static constexpr std::array<qsizetype, 8> Limits{4096, 4096, 0, 1, 7, 40, 200, -1};
    Bytes input(bytes);
    const unsigned how = input.next();
    const QString text = textOf(bytes.substr(std::min<std::size_t>(1, bytes.size())), how % 2 == 0);
    const qsizetype limit = Limits.at(how / 2 % Limits.size());
    const QString shown = core::displayText(text, limit);
    checkVisible(shown, limit);
    demand(core::displayText(shown, limit) == shown && core::displayText(shown) == shown,
           "what is fit for the screen stays as it is");
    const QString tip = core::toolTipText(text);
    demand(tip.isEmpty() == text.isEmpty(), "a text has a tooltip");
    if (!tip.isEmpty())
        checkToolTip(tip);
    QString action = core::actionText(text);
    checkVisible(QString(action).replace(QStringLiteral("&&"), QStringLiteral("&")), 60);
    demand(!action.remove(QStringLiteral("&&")).contains(u'&'), "no letter becomes a key");
}

void writeCsv(std::string_view bytes) {
    static std::unique_ptr<core::Vocabulary> vocabulary;
    static int uses = 0;
    if (uses++ % 10'000 == 0)
        vocabulary = std::make_unique<core::Vocabulary>();
    Bytes input(bytes);
    std::array<std::string, 3> texts;
    for (std::string& text : texts)
        text = QString::fromUtf8(bytesOf(input.until('\x1f'))).toStdString(); // as decoders leave it
    core::EnforcementRow row;
    row.id = 1;
    row.event = 2;
    row.created = 0;
    row.resolvedAt = core::NullTime;
    row.traceTag = core::TraceTag::Stored;
    const auto rule = vocabulary->refs.intern(texts[0]);
    const auto trigger = vocabulary->refs.intern(texts[1]);
    if (!rule || !trigger)
        return;
    row.ruleRef = *rule;
    row.triggerRef = *trigger;
    checkCsv(row, texts, *vocabulary);
    checkJson(row, texts, *vocabulary);
}

} // namespace attune::fuzz
