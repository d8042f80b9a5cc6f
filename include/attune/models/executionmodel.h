// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/column.h"
#include "attune/core/execution.h"

#include <QAbstractTableModel>

#include <unordered_map>
#include <vector>

namespace attune::models {

/// The executions of one enforcement: roots by age, the children of a workflow below their parent, told apart by
/// DepthRole and indented in the text of the action. Merged by id and in place. Few rows: bounded by MaxRows.
class ExecutionModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column : int { IdColumn, ActionColumn, StatusColumn, StartedColumn, TookColumn, ColumnCount };

    explicit ExecutionModel(QObject* parent = nullptr);
    ~ExecutionModel() override;

    /// Starts over with the executions of another enforcement.
    void setEnforcement(core::Id enforcement);
    [[nodiscard]] core::Id enforcement() const { return m_enforcement; }
    /// Rows that the server listed for this enforcement: all are taken.
    void merge(const std::vector<core::ExecutionRow>& rows);
    /// Live changes of any execution: those of this enforcement, of known rows and of their children are taken. True
    /// when one of them changed something.
    bool apply(const std::vector<core::ExecutionUpdate>& updates);

    void setTimeStyle(core::TimeStyle style);
    /// The instant that ages refer to; repaints what has not ended.
    void setNow(core::UtcMicros now);

    [[nodiscard]] int rowOfId(core::Id id) const; ///< -1 when unknown
    /// Precondition: the row exists.
    [[nodiscard]] const core::ExecutionRow& rowAt(int row) const;
    [[nodiscard]] bool hasRunning() const; ///< some execution has not ended

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    static constexpr std::size_t MaxRows = 5000;

    /// One row as shown.
    struct Line {
        core::ExecutionRow row;
        int depth = 0;
        friend bool operator==(const Line&, const Line&) = default;
    };

private:
    bool mergeRow(const core::ExecutionRow& row);
    [[nodiscard]] bool belongs(const core::ExecutionRow& row) const;
    void rearrange();
    void moveLines(const std::vector<Line>& target);
    void insertLines(const std::vector<Line>& target);
    void indexLines();
    [[nodiscard]] QString text(const Line& line, Column column) const;
    [[nodiscard]] QString toolTip(const core::ExecutionRow& row, Column column) const;

    core::Id m_enforcement = core::UnknownId;
    std::vector<Line> m_lines;               // as shown
    std::vector<core::ExecutionRow> m_fresh; // known, not shown yet; empty between calls
    std::unordered_map<core::Id, std::size_t> m_positions;
    core::TimeStyle m_timeStyle = core::TimeStyle::Local;
    core::UtcMicros m_now = core::UnknownTime;
};

} // namespace attune::models
