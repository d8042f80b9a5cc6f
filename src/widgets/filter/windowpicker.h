// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/clock.h"

#include <QComboBox>

#include <chrono>
#include <optional>

namespace attune::widgets {

class RangePopup;

/// When rows were created: a span before now, a fixed range, or always.
struct TimeWindow {
    std::optional<std::chrono::microseconds> span;
    core::UtcMicros from = core::UnknownTime;
    core::UtcMicros to = core::UnknownTime;

    [[nodiscard]] bool isAlways() const { return *this == TimeWindow(); }
    friend bool operator==(const TimeWindow&, const TimeWindow&) = default;
};

/// Chooses a TimeWindow from a list.
class WindowPicker : public QComboBox {
    Q_OBJECT
public:
    /// `clock` outlives the picker.
    explicit WindowPicker(core::Clock& clock, QWidget* parent = nullptr);

    [[nodiscard]] const TimeWindow& timeWindow() const { return m_window; }
    /// Says nothing. A span that is not in the list is added to it.
    void setTimeWindow(const TimeWindow& window);
    void showPopup() override;

Q_SIGNALS:
    void timeWindowChanged();
    /// Picked from the open list or typed as a range: the operator is done.
    void committed();

private:
    void addSpan(std::chrono::microseconds span);
    void onActivated(int index);
    void choose(const TimeWindow& window, bool done);
    void showCurrent();
    [[nodiscard]] int customIndex() const { return count() - 1; }

    core::Clock& m_clock;
    RangePopup* m_range;
    TimeWindow m_window;
    bool m_pickedFromList = false;
};

} // namespace attune::widgets
