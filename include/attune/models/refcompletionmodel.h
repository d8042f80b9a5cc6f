// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/models/enforcementtablemodel.h"

#include <QAbstractListModel>

#include <chrono>
#include <set>
#include <vector>

namespace attune::models {

/// Refs to complete from: every rule or trigger ever seen, the busiest of the last minutes first, then what only the
/// server's lists know, by name. Refs the server hides are left out. Noting what was seen costs a bit per new row; the
/// list itself changes only in refresh(), so a popup never moves while rows arrive.
class RefCompletionModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum class Kind : std::uint8_t { Rule, Trigger };

    /// `source` outlives the model.
    RefCompletionModel(const EnforcementTableModel& source, Kind kind, QObject* parent = nullptr);
    ~RefCompletionModel() override;

    /// What the server lists; replaces what was set before. Shown after the next refresh().
    void setServerRefs(const std::vector<QString>& refs);
    /// One ref more, such as of a rule that was just created.
    void addServerRef(const QString& ref);
    /// Ranks anew: one pass over the rows. For the moment when the field gets the focus.
    void refresh();
    /// Forgets what was seen and listed (another server).
    void clear();

    int rowCount(const QModelIndex& parent = {}) const override;
    /// Qt::EditRole is the ref itself, Qt::DisplayRole the ref made safe to draw, CountRole its recent rows.
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    /// Rows older than this before the model's now() do not count as recent.
    static constexpr std::chrono::minutes Recent{15};

private:
    struct Item {
        QString ref;
        std::int64_t recent = 0;
        bool seen = false;
        friend bool operator==(const Item&, const Item&) = default;
    };
    void connectSource();
    void note(int first, int last);
    [[nodiscard]] core::Symbol symbolOf(const core::EnforcementRow& row) const;
    [[nodiscard]] std::vector<std::int64_t> countRecent() const;
    [[nodiscard]] std::vector<Item> ranked() const;

    const EnforcementTableModel& m_source;
    Kind m_kind;
    std::vector<bool> m_seen; // per symbol
    std::set<QString> m_serverRefs;
    std::vector<Item> m_items;
};

} // namespace attune::models
