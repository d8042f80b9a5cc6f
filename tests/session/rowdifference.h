// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcementstore.h"
#include "attune/sim/simrow.h"

#include <algorithm>
#include <string>
#include <vector>

namespace attune::test {

/// The first field that is shown otherwise than it is on the server, of those that both know; empty = none.
inline std::string differenceOf(const core::EnforcementStore& store, core::EnforcementStore::Seq seq,
                                const core::Vocabulary& vocabulary, const sim::StateRow& truth) {
    const core::EnforcementRow& row = store.row(seq);
    const auto texts = [&truth](const char* field, const QString& shown, const QString& real) {
        return shown == real ? std::string()
                             : std::string(field) + " of " + std::to_string(truth.id) + ": " + real.toStdString() +
                                   " is shown as " + shown.toStdString();
    };
    const auto numbers = [&texts](const char* field, std::int64_t shown, std::int64_t real) {
        return texts(field, QString::number(shown), QString::number(real));
    };
    const auto tag = QString::fromStdString(store.traceTag(row, vocabulary));
    const std::string differences[] = {
        texts("status", vocabulary.statuses.text(row.status), truth.status),
        numbers("created", row.created, truth.created),
        texts("rule_ref", vocabulary.refs.text(row.ruleRef), truth.ruleRef),
        texts("trigger_ref", vocabulary.refs.text(row.triggerRef), truth.triggerRef),
        row.condition == core::Condition::Unknown
            ? std::string()
            : texts("condition", vocabulary.conditions.text(row.condition), truth.condition),
        row.event == core::UnknownId ? std::string() : numbers("event", row.event, truth.event),
        row.rule == core::UnknownId ? std::string() : numbers("rule", row.rule, truth.rule),
        // Lists do not tell it, so null may be what was known before the row was resolved.
        core::isInstant(row.resolvedAt) ? numbers("resolved_at", row.resolvedAt, truth.resolvedAt) : std::string(),
        row.traceTag == core::TraceTag::Unknown ? std::string() : texts("trace_tag", tag, truth.traceTag),
    };
    const auto* const first =
        std::ranges::find_if(differences, [](const std::string& difference) { return !difference.empty(); });
    return first == std::ranges::end(differences) ? std::string() : *first;
}

/// How the rows created after `since` differ from those of the server, sorted by id: one that is missing, one that is
/// not there any more, or a field. Empty = not at all.
inline std::string differenceOf(const core::EnforcementStore& store, const core::Vocabulary& vocabulary,
                                const std::vector<sim::StateRow>& truth, core::UtcMicros since) {
    std::size_t compared = 0;
    for (const sim::StateRow& row : truth) {
        if (row.created <= since)
            continue;
        const auto seq = store.find(row.id);
        if (!seq)
            return "missing " + std::to_string(row.id);
        if (std::string difference = differenceOf(store, *seq, vocabulary, row); !difference.empty())
            return difference;
        ++compared;
    }
    for (auto seq = store.firstSeq(); seq < store.endSeq(); ++seq) {
        const core::EnforcementRow& row = store.row(seq);
        if (row.created > since && !std::ranges::binary_search(truth, row.id, {}, &sim::StateRow::id))
            return "ghost " + std::to_string(row.id);
    }
    return compared == 0 ? "nothing to compare" : "";
}

} // namespace attune::test
