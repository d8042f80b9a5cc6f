// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/clock.h"
#include "attune/models/enforcementfilterproxymodel.h"

#include <QFrame>

#include <functional>
#include <memory>

class QListView;

namespace attune::models {
class StatusFilterModel;
}

namespace attune::widgets {

/// The list of a StatusPicker: check boxes with counts that stay fresh while it is open, All, None, Only this.
class StatusPopup : public QFrame {
    Q_OBJECT
public:
    using CountSource = std::function<models::StatusCounts()>;

    /// `statuses` and `clock` outlive the popup.
    StatusPopup(models::StatusFilterModel& statuses, core::Clock& clock, QWidget* parent);
    ~StatusPopup() override;

    void setCountSource(CountSource source) { m_counts = std::move(source); }
    void openBelow(const QWidget& anchor);
    void checkOnlyCurrent();

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void refreshCounts();

    models::StatusFilterModel& m_statuses;
    core::Clock& m_clock;
    CountSource m_counts;
    QListView* m_list;
    std::unique_ptr<core::Timer> m_refresh;
};

} // namespace attune::widgets
