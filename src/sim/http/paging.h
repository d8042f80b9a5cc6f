// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/query.h"

#include <cstdint>
#include <optional>
#include <string>

namespace attune::sim {

/// Which rows a request gets, with the differences between endpoints of protocol section 2.5.
struct Paging {
    std::uint32_t page = 1;
    std::uint32_t size = 50;
    std::uint32_t limit = 50;
    std::uint32_t offset = 0; ///< a 32-bit product, as on the server
    bool withTotals = false;

    /// Enforcements and events: no cap, page 0 wraps round to a huge offset.
    [[nodiscard]] static Paging uncapped(Query& query);
    /// Executions: default 20, the limit is capped and the offset is not.
    [[nodiscard]] static Paging executions(Query& query);
    /// `page_size` lists: as executions, default 50, always with totals.
    [[nodiscard]] static Paging pageSize(Query& query);
    /// Triggers of the newest generation: limit and offset are both capped.
    [[nodiscard]] static Paging capped(Query& query);
};

/// Builds `{"items":[…],"pagination":{…}}`, taking the rows of the page from all rows offered in order.
class PageWriter {
public:
    explicit PageWriter(const Paging& paging) : m_paging(paging) {}

    /// Call for every row that passes the filter: is its text wanted? Then append it to text().
    [[nodiscard]] bool offer();
    [[nodiscard]] std::string& text() { return m_text; }
    /// Nothing that is offered from now on can change the answer.
    [[nodiscard]] bool isSatisfied() const;
    /// The page itself is complete.
    [[nodiscard]] bool isFull() const { return m_taken >= m_paging.limit; }
    /// Counts rows that need not be offered one by one, because they lie before or behind the page.
    void skip(std::uint64_t rows) { m_seen += rows; }
    [[nodiscard]] HttpAnswer finish();

private:
    Paging m_paging;
    std::string m_text = "{\"items\":[";
    std::uint64_t m_seen = 0;
    std::uint64_t m_taken = 0;
};

} // namespace attune::sim
