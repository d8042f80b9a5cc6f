// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/gaps/missedspans.h"

#include <algorithm>
#include <iterator>

namespace attune::session {

void MissedSpans::lost(core::UtcMicros newestKnown) {
    const bool isLost = !m_spans.empty() && m_spans.front().to == EndOfTime;
    if (!core::isInstant(newestKnown) || isLost)
        return;
    Span span{newestKnown - std::chrono::microseconds(Slack).count(), EndOfTime};
    while (!m_spans.empty() && m_spans.front().to >= span.from) {
        span.from = std::min(span.from, m_spans.front().from);
        m_spans.erase(m_spans.begin());
    }
    m_spans.insert(m_spans.begin(), span);
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

} // namespace attune::session
