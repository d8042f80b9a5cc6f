// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/serverclock.h"
#include "attune/widgets/indicatorpresentation.h"

#include <QStatusBar>

#include <chrono>
#include <memory>
#include <optional>

class QLabel;
class QToolButton;

namespace attune::widgets {

class LiveIndicator;
class SteadyRoom;

/// Indicator │ server and identity │ rows shown, loaded, complete since │ rate and latency │ pause.
class StatusBar : public QStatusBar {
    Q_OBJECT
public:
    explicit StatusBar(core::ServerClock& clock, QWidget* parent = nullptr);

    void setStatus(const session::ConnectionStatus& status);
    void setPause(const PauseInfo& pause);
    /// May be called for every frame: the text follows four times a second, which is as fast as anybody reads.
    void setCounts(std::int64_t shown, std::int64_t loaded);
    /// Notifications per second, and from arrival of the bytes to the painted row.
    void setRate(double perSecond, std::optional<std::chrono::microseconds> latency);
    void setReducedMotion(bool reduced);
    [[nodiscard]] LiveIndicator* indicator() const { return m_indicator; }

Q_SIGNALS:
    void indicatorClicked();
    void pauseToggled(bool paused);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refreshCounts();
    void refreshIcons();

    LiveIndicator* m_indicator;
    QLabel* m_identity;
    SteadyRoom* m_counts;
    SteadyRoom* m_rate;
    QToolButton* m_pause;
    std::int64_t m_shown = 0;
    std::int64_t m_loaded = 0;
    core::UtcMicros m_completeSince = core::UnknownTime;
    core::ServerClock& m_clock;
    std::chrono::nanoseconds m_countsWritten{std::chrono::nanoseconds::min() / 2};
    std::unique_ptr<core::Timer> m_countsDue;
};

} // namespace attune::widgets
