// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/widgets/performancereport.h"

#include <QWidget>

#include <array>

class QFormLayout;
class QLabel;

namespace attune::widgets {

/// Bars for how often the event loop was how late.
class DelayHistogram : public QWidget {
    Q_OBJECT
public:
    explicit DelayHistogram(QWidget* parent = nullptr);

    void setCounts(const std::array<std::uint64_t, PerformanceReport::DelayBounds.size() + 1>& counts);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::array<std::uint64_t, PerformanceReport::DelayBounds.size() + 1> m_counts{};
};

/// The figures of the last second. Measuring costs a little, so it tells when somebody looks.
class PerformanceTab : public QWidget {
    Q_OBJECT
public:
    explicit PerformanceTab(QWidget* parent = nullptr);

    void showReport(const PerformanceReport& report);

Q_SIGNALS:
    void watchedChanged(bool watched);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    enum class Figure : std::uint8_t { Rate, Batches, Loop, Paint, Rows, Memory, Processor };
    static constexpr std::size_t FigureCount = 7;

    void addFigure(QFormLayout& form, Figure figure, const QString& name);
    void setFigure(Figure figure, const QString& text);

    std::array<QLabel*, FigureCount> m_values{};
    DelayHistogram* m_histogram;
};

} // namespace attune::widgets
