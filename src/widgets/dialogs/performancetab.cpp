// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "dialogs/performancetab.h"

#include "dialogs/plainlabel.h"

#include "attune/widgets/theme.h"

#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace attune::widgets {

namespace {

constexpr int BarsHeight = 48;
constexpr int Gap = 4;

QString number(double value, int decimals = 0) { return QLocale().toString(value, 'f', decimals); }

QString count(std::uint64_t value) { return QLocale().toString(qulonglong{value}); }

QString spreadText(const Spread& spread) {
    return PerformanceTab::tr("%1 ms, 99 % within %2 ms, %3 ms at most", "median, percentile, maximum")
        .arg(number(spread.p50, 1), number(spread.p99, 1), number(spread.max, 1));
}

/// What the bar stands for.
QString boundText(std::size_t bar) {
    const auto& bounds = PerformanceReport::DelayBounds;
    return bar < bounds.size() ? QStringLiteral("≤ ") + number(bounds[bar])
                               : QStringLiteral("> ") + number(bounds.back());
}

} // namespace

DelayHistogram::DelayHistogram(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Delays of the event loop in milliseconds"));
}

void DelayHistogram::setCounts(const std::array<std::uint64_t, PerformanceReport::DelayBounds.size() + 1>& counts) {
    if (counts == m_counts)
        return;
    m_counts = counts;
    QStringList words;
    for (std::size_t bar = 0; bar < m_counts.size(); ++bar)
        words += tr("%1 ms: %2", "bound, count").arg(boundText(bar), count(m_counts[bar]));
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    update();
}

QSize DelayHistogram::sizeHint() const {
    const int label = fontMetrics().horizontalAdvance(QStringLiteral("≤ 50")) + 2 * Gap;
    return {label * static_cast<int>(m_counts.size()), BarsHeight + Gap + fontMetrics().height()};
}

void DelayHistogram::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = Theme::of(palette());
    const auto most = std::max<std::uint64_t>(1, *std::ranges::max_element(m_counts));
    const int width = std::min(this->width() / static_cast<int>(m_counts.size()), 72);
    for (std::size_t bar = 0; bar < m_counts.size(); ++bar) {
        const QRect column(static_cast<int>(bar) * width, 0, width - Gap, BarsHeight);
        auto height = static_cast<int>(static_cast<double>(m_counts[bar]) / static_cast<double>(most) * BarsHeight);
        if (m_counts[bar] > 0)
            height = std::max(height, 2); // rare is not never
        const bool isLate = bar + 1 == m_counts.size();
        painter.fillRect(column.adjusted(0, BarsHeight - height, 0, 0),
                         theme.signal(isLate ? Tone::Warning : Tone::Info));
        painter.fillRect(column.left(), BarsHeight, column.width(), 1, theme.line);
        painter.setPen(theme.secondaryText);
        painter.drawText(QRect(column.left(), BarsHeight + Gap, column.width(), fontMetrics().height()),
                         Qt::AlignHCenter, boundText(bar));
    }
}

PerformanceTab::PerformanceTab(QWidget* parent) : QWidget(parent), m_histogram(new DelayHistogram(this)) {
    auto* form = new QFormLayout(this);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(4);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addFigure(*form, Figure::Rate, tr("Notifications"));
    addFigure(*form, Figure::Batches, tr("Hand-overs"));
    addFigure(*form, Figure::Paint, tr("Received to painted"));
    addFigure(*form, Figure::Loop, tr("Event loop delay"));
    form->addRow(tr("… in milliseconds"), m_histogram);
    addFigure(*form, Figure::Rows, tr("Rows"));
    addFigure(*form, Figure::Memory, tr("Memory"));
    addFigure(*form, Figure::Processor, tr("Processor"));
}

void PerformanceTab::addFigure(QFormLayout& form, Figure figure, const QString& name) {
    QLabel* value = createPlainLabel(this);
    value->setText(QStringLiteral("—"));
    value->setAccessibleDescription(name);
    value->setObjectName(QStringLiteral("figure%1").arg(static_cast<int>(figure)));
    m_values[static_cast<std::size_t>(figure)] = value;
    form.addRow(name, value);
}

void PerformanceTab::setFigure(Figure figure, const QString& text) {
    m_values[static_cast<std::size_t>(figure)]->setText(text);
}

void PerformanceTab::showReport(const PerformanceReport& report) {
    setFigure(Figure::Rate, tr("%1 a second").arg(number(report.notificationsPerSecond)));
    const double mean =
        report.batches > 0 ? static_cast<double>(report.updates) / static_cast<double>(report.batches) : 0;
    setFigure(Figure::Batches,
              tr("%1 a second, %2 updates each, %3 at most")
                  .arg(count(report.batches), number(mean, mean < 10 ? 1 : 0), count(report.largestBatch)));
    setFigure(Figure::Paint,
              report.receiveToPaint.max > 0 ? spreadText(report.receiveToPaint) : tr("nothing new in sight"));
    setFigure(Figure::Loop, spreadText(report.loopDelay));
    m_histogram->setCounts(report.loopDelays);
    setFigure(
        Figure::Rows,
        tr("%1 kept, %2 shown").arg(QLocale().toString(qint64{report.rows}), QLocale().toString(qint64{report.shown})));
    setFigure(Figure::Memory, tr("%1 MB").arg(number(report.residentMegabytes)));
    setFigure(Figure::Processor, tr("%1 % of one core").arg(number(report.cpuPercent, 1)));
}

void PerformanceTab::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    Q_EMIT watchedChanged(true);
}

void PerformanceTab::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    Q_EMIT watchedChanged(false);
}

} // namespace attune::widgets
