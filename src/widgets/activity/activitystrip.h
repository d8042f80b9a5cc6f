// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "activity/activitychart.h"

#include "attune/core/clock.h"
#include "attune/models/activity/activitytracker.h"

#include <QPixmap>
#include <QWidget>

#include <memory>
#include <optional>

namespace attune::widgets {

/// What happened when, above the table: created per bucket by status, and how long it took. Shows the numbers below the
/// mouse or the cursor keys; dragging, or Shift with the keys and Enter, chooses a range of time; Escape lets go of it.
/// Painted once a second at most, whatever arrives, twice while somebody reads it, and every few seconds when only time
/// goes by.
class ActivityStrip : public QWidget {
    Q_OBJECT
public:
    /// `proxy`, its source and `clock` outlive the strip.
    ActivityStrip(const models::EnforcementFilterProxyModel& proxy, core::Clock& clock, QWidget* parent = nullptr);
    ~ActivityStrip() override;

    /// A frozen view: time stands still, too.
    void setFrozen(bool frozen);
    [[nodiscard]] const models::ActivityTracker& tracker() const { return m_tracker; }
    /// Charts drawn since the start: what it costs.
    [[nodiscard]] int chartsPainted() const { return m_chartsPainted; }

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// The operator wants to see [from, to) alone; `to` is unknown when the range goes on.
    void rangeChosen(attune::core::UtcMicros from, attune::core::UtcMicros to);
    /// Escape, and nothing was being chosen: all times again.
    void rangeCleared();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void onChanged();
    void tick();
    void redraw();
    void drawChart();
    [[nodiscard]] bool isLookedAt() const;
    void paintMarks(QPainter& painter) const;
    void moveCursor(int steps, bool extend);
    void setCursor(std::size_t bucket, bool extend);
    void choose();
    void letGo();
    void describe();
    void showNumbers(QPoint place, BucketRange range);
    [[nodiscard]] ActivityChart chart() const;
    [[nodiscard]] std::optional<std::size_t> bucketAt(core::UtcMicros time) const;
    [[nodiscard]] std::optional<BucketRange> marked() const;

    core::Clock& m_clock;
    models::ActivityTracker m_tracker;
    QPixmap m_picture;
    bool m_isDrawn = false; ///< the picture is what it should be, but for …
    std::chrono::nanoseconds m_drawn{std::chrono::nanoseconds::min() / 2};
    std::unique_ptr<core::Timer> m_due;
    std::unique_ptr<core::Timer> m_tick;
    std::optional<std::size_t> m_hovered;
    // Instants, because buckets move on and get wider.
    core::UtcMicros m_cursor = core::UnknownTime;
    core::UtcMicros m_anchor = core::UnknownTime; ///< where a range began
    bool m_isDragging = false;
    bool m_isFrozen = false;
    bool m_isTicking = false;
    bool m_isOutdated = false; ///< … a moment by which it lags behind
    int m_chartsPainted = 0;
};

} // namespace attune::widgets
