// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcementfilter.h"
#include "attune/core/expression/expression.h"

#include <cstdint>
#include <vector>

namespace attune::core {

class EnforcementStore;

/// An expression made fast: comparisons of texts are remembered per symbol, the others compare numbers, and what joins
/// them is a jump. Copies are independent. One thread.
class CompiledExpression {
public:
    CompiledExpression() = default;
    /// `vocabulary` and `tags` (may be null) outlive it.
    CompiledExpression(Expression expression, const Vocabulary& vocabulary, const EnforcementStore* tags);

    [[nodiscard]] bool passesAll() const noexcept { return m_steps.empty(); }
    /// Sets what relative times refer to; until then comparisons with them do not hold.
    void setNow(UtcMicros now) noexcept { m_now = now; }
    [[nodiscard]] bool test(const EnforcementRow& row) {
        if (m_steps.empty())
            return true;
        std::uint16_t at = m_entry;
        while (at < Reject)
            at = holds(m_steps[at], row) ? m_steps[at].ifTrue : m_steps[at].ifFalse;
        return at == Accept;
    }

private:
    static constexpr std::uint16_t Accept = 0xffff;
    static constexpr std::uint16_t Reject = 0xfffe;

    enum class Source : std::uint8_t {
        Id,
        Event,
        Created,
        Resolved,
        Took,
        RuleId,
        Received,
        RuleRef,
        TriggerRef,
        Status,
        Condition,
        Tag
    };
    /// One comparison, and where to go from it.
    struct Step {
        Source source = Source::Id;
        bool isNegated = false; ///< of numbers and tags
        bool isRelative = false;
        std::uint16_t ifTrue = Accept;
        std::uint16_t ifFalse = Reject;
        std::uint16_t place = 0;      ///< of the memo or the tag
        std::int64_t low = INT64_MIN; ///< numbers between these hold, or do not, if negated
        std::int64_t high = INT64_MAX;
    };
    /// What is known about each symbol.
    struct Memo {
        const expression::Node* comparison = nullptr; ///< part of m_expression
        std::vector<std::uint8_t> matches;
    };

    [[nodiscard]] std::uint16_t emit(const expression::Node& node, std::uint16_t ifTrue, std::uint16_t ifFalse);
    [[nodiscard]] std::uint16_t emitComparison(const expression::Node& node);
    [[nodiscard]] static Source sourceOf(const expression::Node& node);
    static void turnIntoTime(Step& step, const expression::Node& age);
    void setNumber(Step& step, const expression::Node& node) const;
    [[nodiscard]] bool holds(const Step& step, const EnforcementRow& row);
    [[nodiscard]] bool numberHolds(const Step& step, std::int64_t value, bool isKnown) const;
    [[nodiscard]] bool symbolHolds(const Step& step, Symbol symbol);
    [[nodiscard]] bool tagHolds(const Step& step, const EnforcementRow& row) const;
    void extend(const Step& step);

    Expression m_expression;
    const Vocabulary* m_vocabulary = nullptr;
    const EnforcementStore* m_tags = nullptr;
    std::vector<Step> m_steps;
    std::vector<Memo> m_memos;
    std::vector<TagMatcher> m_tagMatchers;
    UtcMicros m_now = UnknownTime;
    std::uint16_t m_entry = Accept;
};

} // namespace attune::core
