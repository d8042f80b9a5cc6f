// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcement.h"

#include <QString>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace attune::core {

/// The keys of server objects that this program reads; every other key is skipped.
enum class Key : std::uint8_t {
    Type,
    NotificationType,
    EntityType,
    EntityId,
    Timestamp,
    Message,
    ClientId,
    Payload,
    Id,
    Rule,
    RuleRef,
    TriggerRef,
    Event,
    Status,
    OldStatus,
    Condition,
    Created,
    ResolvedAt,
    TraceTag,
    ActionRef,
    Enforcement,
    Parent,
    OriginalExecution,
    StartedAt,
    Updated,
    WorkflowTask,
    TaskName,
    Active,
    Ref,
    Items,
    Pagination,
    Page,
    PageSize,
    TotalItems,
    HasNext,
    Data,
    None
};
inline constexpr std::size_t KeyCount = static_cast<std::size_t>(Key::None);

[[nodiscard]] Key keyOf(std::string_view name) noexcept;
[[nodiscard]] std::string_view nameOf(Key key) noexcept;

/// One scalar of a JSON object. Its text buffer is kept between objects, so reading a stream allocates nothing.
struct Scalar {
    enum class Kind : std::uint8_t { Absent, Null, Integer, Boolean, String, Other };
    Kind kind = Kind::Absent;
    std::int64_t integer = 0;
    std::string text;
};

/// The scalars of one object, by key.
class FieldSet {
public:
    void reset() noexcept;
    [[nodiscard]] Scalar& operator[](Key key) { return m_scalars[static_cast<std::size_t>(key)]; }
    [[nodiscard]] const Scalar& operator[](Key key) const { return m_scalars[static_cast<std::size_t>(key)]; }
    [[nodiscard]] bool isText(Key key, std::string_view text) const {
        return (*this)[key].kind == Scalar::Kind::String && (*this)[key].text == text;
    }

    /// The id of the object itself, which must be there.
    [[nodiscard]] bool ownId(Id& value, QString& error) const;

    // Typed reading. False (with the reason in `error`) when the field is present with a wrong type or range; an absent
    // field leaves `value` as it is.
    [[nodiscard]] bool id(Key key, Id& value, QString& error) const;             ///< 1 … 2^63-1, or null -> NullId
    [[nodiscard]] bool instant(Key key, UtcMicros& value, QString& error) const; ///< or null -> NullTime
    [[nodiscard]] bool text(Key key, QString& value, QString& error) const;      ///< null leaves the value
    [[nodiscard]] bool utf8(Key key, std::string_view& value, QString& error) const; ///< valid until the next reset
    // A text kept in a table; null and the empty text leave the value.
    [[nodiscard]] bool ref(Key key, Symbol& value, SymbolTable& table, QString& error) const;
    [[nodiscard]] bool word(Key key, WordCode& value, SymbolTable& table, QString& error) const;

private:
    std::array<Scalar, KeyCount> m_scalars;
};

} // namespace attune::core
