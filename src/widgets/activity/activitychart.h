// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "activity/activitywords.h"

#include "attune/core/activity/activitybuckets.h"
#include "attune/widgets/theme.h"

#include <QFont>
#include <QRect>

#include <optional>
#include <vector>

class QPainter;

namespace attune::widgets {

/// Draws the buckets: bars of created per bucket, stacked by status, each status with a pattern of its own beside its
/// colour; below them, on a logarithmic scale, how long it took: the half as a line, 95 % as dashes; below that the
/// times. Lives for one picture, or one question about where something is.
class ActivityChart {
public:
    ActivityChart(const core::ActivityBuckets& buckets, QRect area, const Theme& theme, const QFont& font);

    [[nodiscard]] static int heightFor(const QFont& font);

    void paint(QPainter& painter, core::UtcMicros now) const;
    /// Where the bucket is, from the bars to the line.
    [[nodiscard]] QRect rectOf(std::size_t bucket) const;
    /// The bucket at `x`, the outermost for what lies beside; nothing without buckets.
    [[nodiscard]] std::optional<std::size_t> bucketAt(int x) const;
    /// What the full height of the bars stands for: 1, 2 or 5 with zeros, at least the largest bucket.
    [[nodiscard]] std::uint32_t ceiling() const { return m_ceiling; }

private:
    void paintBars(QPainter& painter) const;
    void paintBar(QPainter& painter, std::size_t bucket) const;
    void paintTook(QPainter& painter) const;
    void paintLine(QPainter& painter, const std::vector<double>& logs) const;
    void paintWords(QPainter& painter, core::UtcMicros now) const;
    void readTook();
    [[nodiscard]] int left(std::size_t bucket) const;

    const core::ActivityBuckets& m_buckets;
    const Theme& m_theme;
    QFont m_font;
    QRect m_words; ///< the gutter
    QRect m_bars;
    QRect m_took;
    QRect m_times;
    std::uint32_t m_ceiling = 1;
    // Logarithms of microseconds; not a number where nothing is known.
    std::vector<double> m_half;
    std::vector<double> m_most;
    double m_lowest = 0;
    double m_highest = -1; ///< below the lowest: nothing took any time yet
};

} // namespace attune::widgets
