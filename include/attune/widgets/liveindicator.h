// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/serverclock.h"
#include "attune/widgets/indicatorpresentation.h"

#include <QAbstractButton>

#include <memory>

namespace attune::widgets {

/// The Live Updates indicator: a button that shows the connection's state and says it in words. Moves gently while that
/// means something and somebody can see it, never under reduced motion.
class LiveIndicator : public QAbstractButton {
    Q_OBJECT
public:
    /// `clock` outlives the indicator.
    explicit LiveIndicator(core::ServerClock& clock, QWidget* parent = nullptr);
    ~LiveIndicator() override;

    void setStatus(const session::ConnectionStatus& status);
    void setPause(const PauseInfo& pause);
    void setReducedMotion(bool reduced);
    [[nodiscard]] const IndicatorPresentation& presentation() const { return m_shown; }
    [[nodiscard]] bool isAnimating() const { return m_frame != nullptr; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void scheduleFrame();
    void scheduleTick();
    [[nodiscard]] bool isSeen() const;
    [[nodiscard]] QRect shapeRect() const;

    core::ServerClock& m_clock;
    session::ConnectionStatus m_status;
    PauseInfo m_pause;
    IndicatorPresentation m_shown;
    std::unique_ptr<core::Timer> m_frame;
    std::unique_ptr<core::Timer> m_tick;
    int m_widestText = 0; ///< since the shape changed, in pixels
    bool m_reducedMotion = false;
};

} // namespace attune::widgets
