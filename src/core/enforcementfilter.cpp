// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/enforcementfilter.h"

#include <algorithm>

namespace attune::core {

bool EnforcementFilter::isEmpty() const { return *this == EnforcementFilter(); }

bool EnforcementFilter::match(const EnforcementRow& row, const Vocabulary& vocabulary, UtcMicros now,
                              std::string_view storedTag) const {
    if (!statuses.empty() && !statuses.contains(vocabulary.statuses.text(row.status)))
        return false;
    if (!rule.match(vocabulary.filterText(row.ruleRef)) || !trigger.match(vocabulary.filterText(row.triggerRef)))
        return false;
    if (event && row.event != *event)
        return false;
    if (!TagMatcher(traceTag).match(row, vocabulary, storedTag))
        return false;
    if (!expression.match(row, vocabulary, now, storedTag))
        return false;
    const UtcMicros oldest = oldestMatching(now);
    return (oldest == UnknownTime || row.created >= oldest) && (to == UnknownTime || row.created < to);
}

UtcMicros EnforcementFilter::oldestMatching(UtcMicros now) const noexcept {
    if (!window || !isInstant(now))
        return from;
    // A span longer than time itself is no bound.
    const UtcMicros earliest = NullTime + 1;
    const UtcMicros start = now < earliest + window->count() ? earliest : now - window->count();
    return from == UnknownTime ? start : std::max(from, start);
}

TagMatcher::TagMatcher(const QString& tag) : m_tag(tag.toStdString()) {
    const std::size_t dot = m_tag.rfind('.');
    if (dot == std::string::npos)
        return;
    bool isNumber = false;
    const QByteArray digits = QByteArray::fromStdString(m_tag.substr(dot + 1));
    const Id event = digits.toLongLong(&isNumber);
    if (!isNumber || event <= 0 || digits != QByteArray::number(event))
        return;
    m_triggerLength = dot;
    m_event = event;
}

bool TagMatcher::match(const EnforcementRow& row, const Vocabulary& vocabulary, std::string_view storedTag) const {
    if (m_tag.empty())
        return true;
    switch (row.traceTag) {
    case TraceTag::Unknown:
        return false;
    case TraceTag::Derived:
        return m_event != UnknownId && row.event == m_event &&
               vocabulary.refs.utf8(row.triggerRef) == std::string_view(m_tag).substr(0, m_triggerLength);
    case TraceTag::Stored:
        return storedTag == m_tag;
    }
    Q_UNREACHABLE();
}

std::optional<Id> parseEventId(QStringView text, bool* valid) {
    QStringView digits = text.trimmed();
    *valid = true;
    if (digits.isEmpty())
        return std::nullopt;
    if (digits.startsWith(u'#'))
        digits = digits.mid(1).trimmed();
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    bool isNumber = false;
    const Id id = digits.toLongLong(&isNumber);
    *valid = isNumber && id > 0 && std::all_of(digits.begin(), digits.end(), isDigit);
    return *valid ? std::optional(id) : std::nullopt;
}

} // namespace attune::core
