// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcementfilter.h"
#include "attune/core/vocabulary.h"

#include <QUrlQuery>

namespace attune::session {

/// The part of a filter that the server itself can apply to its list (protocol section 4.1): equality of single values,
/// all of which must hold. Everything the filter lets pass, the query does, too. A value.
struct HistoryQuery {
    core::Symbol ruleRef = 0; ///< 0 = any
    core::Symbol triggerRef = 0;
    core::Id event = core::UnknownId;
    core::WordCode status = core::Status::Unknown;
    QString traceTag; ///< of newer servers; others ignore it

    [[nodiscard]] bool isEmpty() const { return *this == HistoryQuery(); }
    /// A row that is listed once is listed as long as it exists: so absence tells something.
    [[nodiscard]] bool isLasting() const { return status != core::Status::Created && traceTag.isEmpty(); }
    /// Whether the server would list it; says nothing of the trace tag.
    [[nodiscard]] bool lists(const core::EnforcementRow& row) const;

    friend bool operator==(const HistoryQuery&, const HistoryQuery&) = default;
};

/// The server compares refs letter by letter, the filter does not: it is asked for the spelling that is known, for none
/// if several are, and for what was typed if the ref was never heard of.
[[nodiscard]] HistoryQuery historyQuery(const core::EnforcementFilter& filter, core::Vocabulary& vocabulary);
[[nodiscard]] QUrlQuery urlQuery(const HistoryQuery& query, const core::Vocabulary& vocabulary);
/// Such as "rule_ref=core.disk status=processed"; empty if the query is.
[[nodiscard]] QString criteriaText(const HistoryQuery& query, const core::Vocabulary& vocabulary);

} // namespace attune::session
