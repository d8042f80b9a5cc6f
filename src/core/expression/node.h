// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcement.h"

#include <QString>

#include <cstdint>
#include <span>
#include <vector>

namespace attune::core::expression {

/// What of a row is compared.
enum class Name : std::uint8_t {
    Id,
    Event,
    Rule,
    Trigger,
    Pack,
    Status,
    Condition,
    Created,
    Resolved,
    Took,
    Age,
    Tag,
    RuleId,
    Received
};
/// What values of a field are, and so how they are compared.
enum class Type : std::uint8_t { Number, Text, Instant, Duration, Tag };
enum class Operator : std::uint8_t {
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Like,
    NotLike,
    Missing, ///< without a value, as the next
    NotMissing
};

struct FieldInfo {
    Name field;
    const char* name;
    Type type;
};
[[nodiscard]] std::span<const FieldInfo> fields();
[[nodiscard]] const FieldInfo& fieldInfo(Name field);

struct OperatorInfo {
    Operator op;
    const char* sign;
};
/// Those that are signs between a field and a value.
[[nodiscard]] std::span<const OperatorInfo> operators();
[[nodiscard]] const char* signOf(Operator op);
[[nodiscard]] bool asksMissing(Operator op);
/// Whether it can be asked if a value is known: of tags only those that it is like can be found.
[[nodiscard]] bool mayBeMissing(Type type);
[[nodiscard]] bool isAllowed(Type type, Operator op);

struct Value {
    QString text;            ///< of texts, as it was typed; of the others, in canonical spelling
    std::int64_t number = 0; ///< an id, microseconds since the epoch, or microseconds
    bool isRelative = false; ///< of an instant: microseconds from now
};

/// A comparison, or others joined.
struct Node {
    enum class Kind : std::uint8_t { And, Or, Not, Comparison };

    Kind kind = Kind::Comparison;
    std::vector<Node> children; ///< of Not: one; of Comparison: none
    Name field = Name::Id;
    Operator op = Operator::Equal;
    Value value;
};

[[nodiscard]] QString toString(const Node& node);
[[nodiscard]] bool dependsOnTime(const Node& node);
[[nodiscard]] bool matches(const Node& node, const EnforcementRow& row, const Vocabulary& vocabulary, UtcMicros now,
                           std::string_view storedTag);

/// Whether `text` is what a comparison of texts asks for.
[[nodiscard]] bool textHolds(Operator op, const QString& wanted, const QString& text);

} // namespace attune::core::expression
