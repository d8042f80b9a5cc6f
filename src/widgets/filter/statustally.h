// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "filter/statuspopup.h"

#include "attune/core/clock.h"
#include "attune/widgets/badge.h"

#include <QString>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace attune::models {
class StatusFilterModel;
}

namespace attune::widgets {

/// A calm line of all statuses with the number of rows that each would show under the other fields of the filter. Asks
/// for the numbers once a second, and only while it can be seen. Gives way to what stands beside it: what no longer
/// fits is left out whole.
class StatusTally : public QWidget {
    Q_OBJECT
public:
    using CountSource = StatusPopup::CountSource;

    /// `statuses` and `clock` outlive the line.
    StatusTally(models::StatusFilterModel& statuses, core::Clock& clock, QWidget* parent = nullptr);
    ~StatusTally() override;

    void setCountSource(CountSource source);
    /// As it is read: "created 213".
    [[nodiscard]] QStringList texts() const;
    /// Where the entry of a status is; empty when there is none or no room for it.
    [[nodiscard]] QRect rectOf(const QString& word) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The operator clicked on a status.
    void statusClicked(const QString& word);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Entry {
        QString word;
        Badge badge;
        QString count;
        bool isShown = true; ///< by the filter in force
        QRect area;          ///< from left to right
        friend bool operator==(const Entry&, const Entry&) = default;
    };
    void refresh();
    void readModel();
    [[nodiscard]] bool fits(const Entry& entry) const;
    [[nodiscard]] int widthOf(const Entry& entry) const;
    [[nodiscard]] QRect placeOf(const Entry& entry) const;

    models::StatusFilterModel& m_statuses;
    core::Clock& m_clock;
    CountSource m_counts;
    std::vector<Entry> m_entries;
    std::unique_ptr<core::Timer> m_refresh;
};

} // namespace attune::widgets
