// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <Qt>

namespace attune::models {

/// Roles of every model in this layer, beside Qt's own. Values are the server's, untouched; only Qt::DisplayRole,
/// Qt::ToolTipRole, Qt::AccessibleTextRole and PaperTextRole are made safe to draw.
enum Role : int {
    IdRole = Qt::UserRole + 1, ///< qint64: of the enforcement or execution
    SortRole,                  ///< raw value of the cell: qint64 or QString; invalid when unknown
    ServerTextRole,            ///< QString: the cell in the server's own words, for filters
    DisclosedTextRole,         ///< QString: the same as it may leave the program, for the clipboard
    PaperTextRole,             ///< QString: Qt::DisplayRole as it may leave the program
    StatusRole,                ///< int: core::WordCode of an enforcement's status
    StatusWordRole,            ///< QString
    ConditionWordRole,         ///< QString
    RuleRefRole,               ///< QString
    TriggerRefRole,            ///< QString
    EventRole,                 ///< qint64: core::UnknownId or core::NullId when there is none
    CreatedRole,               ///< qint64: core::UtcMicros
    ResolvedRole,              ///< qint64: core::UtcMicros
    TraceTagRole,              ///< QString
    ReceivedRole,              ///< qint64: core::UtcMicros

    DepthRole,   ///< int: how deep an execution lies in its workflow
    IsFinalRole, ///< bool: the execution has ended

    JsonPathRole,  ///< QString: such as `$.hosts[3].name`
    JsonValueRole, ///< QString: the whole value as text, for the clipboard
    JsonKindRole,  ///< int: JsonKind

    CountRole, ///< qlonglong: rows with this status, or recent rows with this ref
};

} // namespace attune::models
