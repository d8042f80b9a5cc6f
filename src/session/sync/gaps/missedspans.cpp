// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/gaps/missedspans.h"

#include <algorithm>
#include <iterator>

namespace attune::session {

void MissedSpans::lost(core::UtcMicros newestKnown, std::chrono::microseconds slack) {
    const bool isLost = !m_spans.empty() && m_spans.front().to == EndOfTime;
    if (!core::isInstant(newestKnown) || isLost)
        return;
    add({newestKnown - slack.count(), EndOfTime});
}

void MissedSpans::add(Span span) {
    for (auto other = m_spans.begin(); other != m_spans.end();) {
        if (other->from > span.to || span.from > other->to) {
            ++other;
            continue;
        }
        span = {std::min(span.from, other->from), std::max(span.to, other->to)};
        other = m_spans.erase(other);
    }
    m_spans.insert(
        std::find_if(m_spans.begin(), m_spans.end(), [&span](const Span& other) { return other.to < span.to; }), span);
    if (m_spans.size() > MaxSpans)
        joinClosest();
}

void MissedSpans::joinClosest() {
    auto closest = m_spans.begin();
    for (auto span = m_spans.begin(); std::next(span) != m_spans.end(); ++span) {
        if (span->from - std::next(span)->to < closest->from - std::next(closest)->to)
            closest = span;
    }
    closest->from = std::next(closest)->from;
    m_spans.erase(std::next(closest));
}

void MissedSpans::noteRead(core::UtcMicros above, core::UtcMicros top) {
    std::vector<Span> left;
    for (const Span& span : m_spans) {
        if (const Span newer{std::max(span.from, top), span.to}; newer.from < newer.to)
            left.push_back(newer);
        if (const Span older{span.from, std::min(span.to, above)}; older.from < older.to)
            left.push_back(older);
    }
    m_spans = std::move(left);
    if (m_spans.size() > MaxSpans)
        joinClosest();
}

void MissedSpans::forgetBefore(core::UtcMicros instant) {
    for (Span& span : m_spans)
        span.from = std::max(span.from, instant);
    std::erase_if(m_spans, [](const Span& span) { return span.from >= span.to; });
}

std::optional<MissedSpans::Span> MissedSpans::newest() const {
    return m_spans.empty() ? std::nullopt : std::optional(m_spans.front());
}

std::optional<MissedSpans::Span> MissedSpans::newestEnded() const {
    const auto ended =
        std::find_if(m_spans.begin(), m_spans.end(), [](const Span& span) { return span.to != EndOfTime; });
    return ended == m_spans.end() ? std::nullopt : std::optional(*ended);
}

} // namespace attune::session
