// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/widgets/enforcementwindow.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <optional>
#include <vector>

namespace attune::widgets {

/// The open enforcement windows, at most one per enforcement: opens or raises by id, hands live changes on, and walks
/// the table for them.
class EnforcementWindows : public QObject {
    Q_OBJECT
public:
    /// What the table knows about an id; nothing when it has no such row.
    using Lookup = std::function<std::optional<EnforcementSubject>(core::Id id)>;
    /// The id that the operator sees `step` rows below (negative: above); core::UnknownId at the end.
    using Neighbour = std::function<core::Id(core::Id id, int step)>;

    /// What the context names and both functions refer to outlives this object. The windows stand on their own and are
    /// closed with it.
    EnforcementWindows(const DetailContext& context, Lookup lookup, Neighbour neighbour, QObject* parent);
    ~EnforcementWindows() override;

    /// Null when nothing is known about `id`.
    EnforcementWindow* open(core::Id id);
    [[nodiscard]] EnforcementWindow* find(core::Id id) const;
    [[nodiscard]] int count() const;
    /// Another identity or server.
    void closeAll();

public Q_SLOTS:
    void onBatch(const attune::core::EnforcementBatch& batch);
    void onExecutionsChanged(const std::vector<attune::core::ExecutionUpdate>& updates);

Q_SIGNALS:
    void learned(const attune::core::EnforcementBatch& batch);
    void signInRequested();
    /// Ascending: these are shown in a window now.
    void shownChanged(const std::vector<attune::core::Id>& ids);
    /// The operator walked to another row: the table may follow.
    void walkedTo(attune::core::Id id);

private:
    EnforcementWindow* create(const EnforcementSubject& subject);
    void walk(EnforcementWindow& window, int step);
    void onDestroyed(const EnforcementWindow* gone);
    void announceShown();

    DetailContext m_context;
    Lookup m_lookup;
    Neighbour m_neighbour;
    QHash<core::Id, EnforcementWindow*> m_windows; ///< until they are destroyed
    std::vector<core::Id> m_announced;
};

} // namespace attune::widgets
