// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "http/paging.h"

#include "json/jsontext.h"

#include <algorithm>

namespace attune::sim {

namespace {

constexpr std::uint32_t Cap = 100;

} // namespace

Paging Paging::uncapped(Query& query) {
    Paging paging;
    paging.page = query.count("page", 1);
    paging.size = query.count("per_page", 50);
    paging.limit = paging.size;
    paging.offset = (paging.page - 1) * paging.size;
    paging.withTotals = query.flag("include_total");
    return paging;
}

Paging Paging::executions(Query& query) {
    Paging paging;
    paging.page = query.count("page", 1);
    paging.size = query.count("per_page", 20);
    paging.limit = std::min(paging.size, Cap);
    paging.offset = (std::max(paging.page, 1U) - 1) * paging.size;
    paging.withTotals = query.flag("include_total");
    return paging;
}

Paging Paging::pageSize(Query& query) {
    Paging paging;
    paging.page = query.count("page", 1);
    paging.size = query.count("page_size", 50);
    paging.limit = std::min(paging.size, Cap);
    paging.offset = (std::max(paging.page, 1U) - 1) * paging.size;
    paging.withTotals = true;
    return paging;
}

Paging Paging::capped(Query& query) {
    Paging paging = pageSize(query);
    paging.offset = (std::max(paging.page, 1U) - 1) * paging.limit;
    return paging;
}

bool PageWriter::offer() {
    const std::uint64_t place = m_seen++;
    if (place < m_paging.offset || m_taken >= m_paging.limit)
        return false;
    if (m_taken++ > 0)
        m_text += ',';
    return true;
}

bool PageWriter::isSatisfied() const {
    // One row more than the page tells whether there is a next one.
    return !m_paging.withTotals && m_seen > std::uint64_t{m_paging.offset} + m_paging.limit;
}

HttpAnswer PageWriter::finish() {
    const std::uint64_t pages = m_paging.size == 0 ? 0 : (m_seen + m_paging.size - 1) / m_paging.size;
    const bool hasNext =
        m_paging.withTotals ? m_paging.page < pages : m_seen > std::uint64_t{m_paging.offset} + m_paging.limit;
    m_text += R"(],"pagination":{"page":)";
    appendNumber(m_text, m_paging.page);
    m_text += R"(,"page_size":)";
    appendNumber(m_text, m_paging.size);
    if (m_paging.withTotals) {
        m_text += R"(,"total_items":)";
        appendNumber(m_text, static_cast<std::int64_t>(m_seen));
        m_text += R"(,"total_pages":)";
        appendNumber(m_text, static_cast<std::int64_t>(pages));
    }
    m_text += m_paging.page > 1 ? R"(,"has_previous":true)" : R"(,"has_previous":false)";
    m_text += hasNext ? R"(,"has_next":true}})" : R"(,"has_next":false}})";
    return HttpAnswer::json(m_text);
}

} // namespace attune::sim
