// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "main/connectionwords.h"
#include "main/searchwords.h"

#include "attune/core/clock.h"
#include "attune/core/enforcementfilter.h"
#include "attune/session/connectionstatus.h"

#include <QObject>

#include <memory>

namespace attune::models {
class EnforcementFilterProxyModel;
class EnforcementTableModel;
} // namespace attune::models

namespace attune::widgets {

class EnforcementView;
class FilterBar;
class StatusBar;

/// Keeps filter bar, table and status bar in step: the filter in force, the counts, the sentence in place of rows, the
/// hint about rows that are not loaded, and the passing of time.
class TablePresenter : public QObject {
    Q_OBJECT
public:
    struct Parts {
        models::EnforcementTableModel& table;
        models::EnforcementFilterProxyModel& proxy;
        EnforcementView& view;
        FilterBar& filterBar;
        StatusBar& statusBar;
        core::Clock& clock;
    };

    TablePresenter(const Parts& parts, QObject* parent);

    void setStatus(const session::ConnectionStatus& status);
    void setSearch(const session::HistorySearch& search);
    /// A frozen view: no row leaves because time goes by, until it is one no more.
    void setFrozen(bool frozen);
    /// The time of the next change of the table.
    void updateNow();

Q_SIGNALS:
    void retryRequested();
    void signInRequested();
    /// The operator wants rows of this filter that are older than everything loaded.
    void olderRequested(const attune::core::EnforcementFilter& filter);
    void searchCancelled();
    /// Another filter: what was searched before is of no interest.
    void searchForgotten();

private:
    void connectParts();
    void tick();
    void showNow();
    void offerTraceTags();
    void updateEmptyMessage();
    void updateHint();
    [[nodiscard]] SearchHint currentHint() const;
    void onHintAction();
    void onEmptyAction();

    Parts m_parts;
    session::ConnectionStatus m_status;
    StateAction m_emptyAction = StateAction::None;
    QString m_emptyText;
    session::HistorySearch m_search;
    SearchHint m_hint;
    bool m_frozen = false;
    bool m_hasTags = false;
    std::unique_ptr<core::Timer> m_tick;
};

} // namespace attune::widgets
