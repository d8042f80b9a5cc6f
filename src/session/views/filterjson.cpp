// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "views/filterjson.h"

#include <cmath>

namespace attune::session {

namespace {

constexpr qsizetype MaxWord = 200;
constexpr qsizetype MaxStatuses = 100;
constexpr double MicrosPerSecond = 1e6;
constexpr double LongestWindow = 100.0 * 365 * 24 * 3600; // seconds

[[nodiscard]] QString instant(core::UtcMicros time) { return QString::fromStdString(core::formatRfc3339(time)); }

void readStatuses(const FieldReader& fields, core::EnforcementFilter& filter) {
    const QString key = QStringLiteral("statuses");
    const QJsonArray words = fields.array(key);
    for (const QJsonValue word : words) {
        const QString text = word.toString();
        if (text.isEmpty() || text.size() > MaxWord || filter.statuses.size() >= MaxStatuses)
            fields.report(key, FieldReader::tr("holds something that is not a status"));
        else
            filter.statuses.insert(text);
    }
}

void readEvent(const FieldReader& fields, core::EnforcementFilter& filter) {
    const QString key = QStringLiteral("event");
    // Text, because numbers in JSON files are doubles to many programs, which are not exact.
    const auto text = fields.text(key);
    bool isValid = true;
    if (text)
        filter.event = core::parseEventId(*text, &isValid);
    if (!isValid)
        fields.report(key, FieldReader::tr("is not the id of an event"));
}

void readExpression(const FieldReader& fields, core::EnforcementFilter& filter) {
    const QString key = QStringLiteral("expression");
    const auto text = fields.text(key);
    if (!text)
        return;
    auto expression = core::Expression::parse(*text);
    if (expression)
        filter.expression = std::move(expression).value();
    else
        fields.report(key, expression.error().message);
}

[[nodiscard]] core::UtcMicros readInstant(const FieldReader& fields, const QString& key) {
    const auto text = fields.text(key);
    if (!text)
        return core::UnknownTime;
    const auto time = core::parseTimestamp(text->toStdString());
    if (!time)
        fields.report(key, FieldReader::tr("is not a time such as 2026-06-01T20:16:21Z"));
    return time.value_or(core::UnknownTime);
}

} // namespace

QJsonObject filterToJson(const core::EnforcementFilter& filter) {
    QJsonObject object;
    const auto addText = [&object](const char* key, const QString& text) {
        if (!text.isEmpty())
            object[QLatin1String(key)] = text;
    };
    QJsonArray statuses;
    for (const QString& status : filter.statuses)
        statuses.append(status);
    if (!statuses.isEmpty())
        object[QStringLiteral("statuses")] = statuses;
    addText("rule", filter.rule.toString());
    addText("trigger", filter.trigger.toString());
    addText("event", filter.event ? QString::number(*filter.event) : QString());
    addText("trace_tag", filter.traceTag);
    addText("expression", filter.expression.toString());
    if (filter.window)
        object[QStringLiteral("last_seconds")] = static_cast<double>(filter.window->count()) / MicrosPerSecond;
    addText("from", core::isInstant(filter.from) ? instant(filter.from) : QString());
    addText("to", core::isInstant(filter.to) ? instant(filter.to) : QString());
    return object;
}

core::EnforcementFilter filterFromJson(const FieldReader& fields) {
    core::EnforcementFilter filter;
    readStatuses(fields, filter);
    filter.rule = core::TermFilter::parse(fields.text(QStringLiteral("rule")).value_or(QString()));
    filter.trigger = core::TermFilter::parse(fields.text(QStringLiteral("trigger")).value_or(QString()));
    readEvent(fields, filter);
    filter.traceTag = fields.text(QStringLiteral("trace_tag")).value_or(QString()).trimmed();
    readExpression(fields, filter);
    if (const auto seconds = fields.number(QStringLiteral("last_seconds"), 1, LongestWindow))
        filter.window = std::chrono::microseconds(std::llround(*seconds * MicrosPerSecond));
    filter.from = readInstant(fields, QStringLiteral("from"));
    filter.to = readInstant(fields, QStringLiteral("to"));
    return filter;
}

} // namespace attune::session
