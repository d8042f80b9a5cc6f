// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcement.h"

#include <QString>

#include <chrono>
#include <optional>
#include <span>

namespace attune::core {

/// The columns of the table, in their first order, the optional ones last. To add one: an enumerator, a line in
/// columns(), a case in columnText() and where the compiler asks for it.
enum class Column : int {
    Id,
    Rule,
    Trigger,
    Event,
    Condition,
    Status,
    Created,
    Resolved,
    Took,
    Pack,     ///< of the rule
    RuleId,   ///< the number of the rule on the server
    TraceTag, ///< as the server tells it
    Age,      ///< since the creation, ticking
    Delta,    ///< since the firing of the same rule before this one
    Received, ///< when a notification last told something new of the row
};
inline constexpr int ColumnCount = 15;

enum class Align : std::uint8_t { Left, Right };

struct ColumnInfo {
    Column column;
    const char* key;   ///< stable name for settings and machine output
    const char* title; ///< source text, translated in context "Column"
    Align align;
    bool monospace;
    bool elideMiddle;
    int widthInChars; ///< first width, in average characters
    bool isOptional;  ///< hidden until the operator asks for it
    bool isSortable;
};

[[nodiscard]] std::span<const ColumnInfo, ColumnCount> columns();
[[nodiscard]] const ColumnInfo& columnInfo(Column column);
/// The title in the language of the program.
[[nodiscard]] QString columnTitle(Column column);

/// The part of a ref before its first dot; empty when there is none.
[[nodiscard]] QStringView packOf(QStringView ref);

/// How instants are written in the table.
enum class TimeStyle : std::uint8_t { Local, Utc, Relative };

/// What some cells say is no part of the row itself.
struct RowFacts {
    QString traceTag;                                         ///< empty when unknown
    std::optional<std::chrono::microseconds> sincePrevious{}; ///< firing of the same rule
};

/// What a cell says, as plain text (untrusted characters not yet made visible: see displayText()). `now` ages rows that
/// are not resolved. Only Column::TraceTag and Column::Delta ask for facts.
[[nodiscard]] QString columnText(const EnforcementRow& row, Column column, const Vocabulary& vocabulary,
                                 TimeStyle style, UtcMicros now, const RowFacts& facts = {});

/// `564 ms`, `3.2 s`, `4 min 05 s`, `2 h 10 min`, `3 d 4 h`; negative spans (two server clocks) get a minus. Cut, never
/// rounded up.
[[nodiscard]] QString durationText(std::chrono::microseconds span);
/// The same for something that still goes on: whole seconds, so that it ticks once a second.
[[nodiscard]] QString ageText(std::chrono::microseconds age);
/// `12:04:31` today, `05-31 12:04:31` on other days of this year, else with the year, in local time or UTC; `4 min ago`
/// when relative. An em dash when null, nothing when unknown.
[[nodiscard]] QString instantText(UtcMicros time, TimeStyle style, UtcMicros now);
/// Both spellings to the microsecond, with their zones, for tooltips: local time, line break, UTC.
[[nodiscard]] QString instantToolTip(UtcMicros time);

/// created -> resolved; for a row that is not resolved its age. Nothing when the creation time is unknown or the row
/// was resolved at an unknown time.
[[nodiscard]] std::optional<std::chrono::microseconds> took(const EnforcementRow& row, UtcMicros now);

} // namespace attune::core
