// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcement.h"
#include "attune/core/expression/expression.h"
#include "attune/core/termfilter.h"

#include <QString>

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace attune::core {

/// What the operator wants to see: a plain value. Fields are ANDed; an empty field matches everything.
struct EnforcementFilter {
    std::set<QString> statuses; ///< status words; none = all
    TermFilter rule;
    TermFilter trigger;
    std::optional<Id> event;
    Expression expression;
    QString traceTag; ///< this one, letter by letter, as the server compares; empty = any or none
    std::optional<std::chrono::microseconds> window; ///< only rows created within this span before now
    UtcMicros from = UnknownTime;                    ///< custom range, inclusive; unknown = open
    UtcMicros to = UnknownTime;                      ///< custom range, exclusive; unknown = open

    [[nodiscard]] bool isEmpty() const;
    /// The reference meaning, unhurried; CompiledFilter gives the same answers fast. `storedTag`: the tag of a row
    /// whose tag is stored.
    [[nodiscard]] bool match(const EnforcementRow& row, const Vocabulary& vocabulary, UtcMicros now,
                             std::string_view storedTag = {}) const;
    /// The earliest creation time that still matches at `now`; UnknownTime when there is no bound.
    [[nodiscard]] UtcMicros oldestMatching(UtcMicros now) const noexcept;

    friend bool operator==(const EnforcementFilter&, const EnforcementFilter&) = default;
};

/// Compares trace tags with a wanted one. A value.
class TagMatcher {
public:
    TagMatcher() = default;
    /// An empty tag matches every row.
    explicit TagMatcher(const QString& tag);

    [[nodiscard]] bool matchesAll() const noexcept { return m_tag.empty(); }
    [[nodiscard]] bool match(const EnforcementRow& row, const Vocabulary& vocabulary, std::string_view storedTag) const;

private:
    std::string m_tag;
    std::size_t m_triggerLength = 0; // of a tag of the form <trigger_ref>.<event>
    Id m_event = UnknownId;
};

/// Reads the text of an event field: a positive integer, white space and a leading `#` allowed. Empty text is "no
/// event".
[[nodiscard]] std::optional<Id> parseEventId(QStringView text, bool* valid);

} // namespace attune::core
