// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "activity/activitychart.h"

#include "attune/core/column.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <limits>

namespace attune::widgets {

namespace {

using core::ActivityBuckets;
using Share = ActivityBuckets::Share;

constexpr int Margin = 4;
constexpr int BarsHeight = 36;
constexpr int TookHeight = 16;
constexpr int Gap = 3;
constexpr int LeastBarWithGap = 3; ///< narrower bars stand side by side
constexpr double LeastDecades = 0.5;
/// From the bottom up: what is open is on top, where it stands out.
constexpr Share Stack[] = {Share::Processed, Share::Disabled, Share::Other, Share::Created};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(attune::widgets::ActivityChart)
};

std::uint32_t niceCeiling(std::uint32_t count) {
    std::uint64_t power = 1;
    while (true) {
        for (const std::uint64_t step : {1U, 2U, 5U}) {
            if (step * power >= count)
                return static_cast<std::uint32_t>(std::min<std::uint64_t>(step * power, UINT32_MAX));
        }
        power *= 10;
    }
}

QBrush brushOf(Share share, const Theme& theme) {
    switch (share) {
    case Share::Created:
        return {theme.signal(Tone::Info), Qt::BDiagPattern};
    case Share::Processed:
        return theme.signal(Tone::Good);
    case Share::Disabled:
        return {theme.signal(Tone::Neutral), Qt::Dense4Pattern};
    case Share::Other:
        return {theme.signal(Tone::Warning), Qt::HorPattern};
    }
    Q_UNREACHABLE();
}

} // namespace

ActivityChart::ActivityChart(const ActivityBuckets& buckets, QRect area, const Theme& theme, const QFont& font)
    : m_buckets(buckets), m_theme(theme), m_font(font) {
    m_font.setPointSizeF(font.pointSizeF() * 0.85);
    const QFontMetrics metrics(m_font);
    const int gutter = metrics.horizontalAdvance(
        Words::tr("%1 in %2").arg(QStringLiteral("10,000"), widthWords(std::chrono::minutes(15))));
    const QRect inner = area.adjusted(2 * Margin, Margin, -2 * Margin, -Margin);
    m_words = QRect(inner.left(), inner.top(), gutter, inner.height());
    m_bars = QRect(inner.left() + gutter + 2 * Margin, inner.top(), inner.width() - gutter - 2 * Margin, BarsHeight);
    m_took = QRect(m_bars.left(), m_bars.bottom() + 1 + Gap, m_bars.width(), TookHeight);
    m_times = QRect(m_bars.left(), m_took.bottom() + 1 + Gap, m_bars.width(), metrics.height());
    std::uint32_t most = 1;
    for (std::size_t i = 0; i < buckets.size(); ++i)
        most = std::max(most, buckets.at(i).total());
    m_ceiling = niceCeiling(most);
    readTook();
}

int ActivityChart::heightFor(const QFont& font) {
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * 0.85);
    return 2 * Margin + BarsHeight + Gap + TookHeight + Gap + QFontMetrics(small).height();
}

int ActivityChart::left(std::size_t bucket) const {
    return m_bars.left() + static_cast<int>(static_cast<std::size_t>(m_bars.width()) * bucket / m_buckets.size());
}

QRect ActivityChart::rectOf(std::size_t bucket) const {
    return {QPoint(left(bucket), m_bars.top()), QPoint(std::max(left(bucket), left(bucket + 1) - 1), m_took.bottom())};
}

std::optional<std::size_t> ActivityChart::bucketAt(int x) const {
    if (m_buckets.isEmpty() || m_bars.width() <= 0)
        return std::nullopt;
    const double place = static_cast<double>(x - m_bars.left() + 1) / m_bars.width();
    const auto last = static_cast<double>(m_buckets.size() - 1);
    const auto size = static_cast<double>(m_buckets.size());
    auto bucket = static_cast<std::size_t>(std::clamp(std::floor(place * size), 0.0, last));
    // Rounding of the edges may be off by one.
    while (bucket > 0 && x < left(bucket))
        --bucket;
    while (bucket + 1 < m_buckets.size() && x >= left(bucket + 1))
        ++bucket;
    return bucket;
}

void ActivityChart::paint(QPainter& painter, core::UtcMicros now) const {
    painter.setLayoutDirection(Qt::LeftToRight); // time goes this way, and its words belong to its ends
    painter.setFont(m_font);
    painter.setPen(m_theme.line);
    painter.drawLine(m_bars.bottomLeft() + QPoint(0, 1), m_bars.bottomRight() + QPoint(0, 1));
    if (m_buckets.isEmpty() || m_bars.width() <= 0)
        return;
    paintBars(painter);
    paintTook(painter);
    paintWords(painter, now);
}

void ActivityChart::paintBars(QPainter& painter) const {
    painter.setPen(Qt::NoPen);
    painter.setBrushOrigin(m_bars.topLeft());
    for (std::size_t i = 0; i < m_buckets.size(); ++i) {
        if (m_buckets.at(i).total() > 0)
            paintBar(painter, i);
    }
}

void ActivityChart::paintBar(QPainter& painter, std::size_t bucket) const {
    const int from = left(bucket);
    const int room = left(bucket + 1) - from;
    const int width = std::max(1, room >= LeastBarWithGap ? room - 1 : room);
    int bottom = m_bars.bottom() + 1;
    std::uint64_t below = 0;
    for (const Share share : Stack) {
        const std::uint32_t count = m_buckets.at(bucket).counts[static_cast<std::size_t>(share)];
        if (count == 0)
            continue;
        below += count;
        // What is there can be seen, however little it is.
        const int wanted =
            m_bars.bottom() + 1 - static_cast<int>(below * static_cast<std::uint64_t>(m_bars.height()) / m_ceiling);
        const int top = std::max(m_bars.top(), std::min(wanted, bottom - 1));
        painter.fillRect(QRect(from, top, width, bottom - top), brushOf(share, m_theme));
        bottom = top;
    }
}

void ActivityChart::readTook() {
    const auto log = [this](std::size_t bucket, int percent) {
        const auto took = m_buckets.at(bucket).took.percentile(percent);
        return took ? std::log10(static_cast<double>(took->count())) : std::numeric_limits<double>::quiet_NaN();
    };
    m_half.reserve(m_buckets.size());
    m_most.reserve(m_buckets.size());
    for (std::size_t i = 0; i < m_buckets.size(); ++i) {
        m_half.push_back(log(i, 50));
        m_most.push_back(log(i, 95));
        if (std::isnan(m_half[i]))
            continue;
        const bool isFirst = m_highest < m_lowest;
        m_lowest = isFirst ? m_half[i] : std::min(m_lowest, m_half[i]);
        m_highest = isFirst ? m_most[i] : std::max(m_highest, m_most[i]);
    }
    if (m_highest >= m_lowest)
        m_highest = std::max(m_highest, m_lowest + LeastDecades);
}

void ActivityChart::paintTook(QPainter& painter) const {
    if (m_highest < m_lowest)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen dashes(m_theme.accent, 1.25);
    dashes.setDashPattern({3, 2});
    painter.setPen(dashes);
    paintLine(painter, m_most);
    painter.setPen(QPen(m_theme.palette.color(QPalette::Text), 1.25));
    paintLine(painter, m_half);
    painter.restore();
}

void ActivityChart::paintLine(QPainter& painter, const std::vector<double>& logs) const {
    QPainterPath path;
    bool isConnected = false;
    for (std::size_t i = 0; i < logs.size(); ++i) {
        if (std::isnan(logs[i])) {
            isConnected = false;
            continue;
        }
        const double part = (logs[i] - m_lowest) / (m_highest - m_lowest);
        const double y = m_took.bottom() - part * (m_took.height() - 2) - 0.5;
        if (isConnected)
            path.lineTo(left(i), y);
        else
            path.moveTo(left(i), y);
        path.lineTo(left(i + 1), y);
        isConnected = true;
    }
    painter.drawPath(path);
}

void ActivityChart::paintWords(QPainter& painter, core::UtcMicros now) const {
    painter.setPen(m_theme.secondaryText);
    const QString height = Words::tr("%1 in %2").arg(QLocale().toString(m_ceiling), widthWords(m_buckets.width()));
    painter.drawText(m_words, Qt::AlignRight | Qt::AlignTop | Qt::TextSingleLine, height);
    if (m_highest >= m_lowest) {
        const auto top = std::chrono::microseconds(std::llround(std::pow(10.0, m_highest)));
        const QRect beside(m_words.left(), m_took.top() - Gap, m_words.width(), m_took.height() + 2 * Gap);
        painter.drawText(beside, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, core::durationText(top));
    }
    painter.drawText(m_times, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, boundaryWords(m_buckets, 0, now));
    painter.drawText(m_times, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                     boundaryWords(m_buckets, m_buckets.size(), now));
}

} // namespace attune::widgets
