// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "statsrecorder.h"

#include "processusage.h"

#include "attune/models/enforcementfilterproxymodel.h"
#include "attune/session/session.h"
#include "attune/widgets/enforcementview.h"
#include "attune/widgets/mainwindow.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace attune::app {

namespace {

using namespace std::chrono_literals;

// A change that no painting followed was not on the screen.
constexpr auto NotOnScreenAfter = 10s;
constexpr std::size_t MaxUnpainted = 10'000;
// The latency in the status bar comes from so many frames; looking at the screen after each costs too much.
constexpr auto SampleInterval = 250ms;

[[nodiscard]] std::vector<core::Id> idsOnScreen(const widgets::EnforcementView& view) {
    std::vector<core::Id> ids;
    const auto [first, last] = view.visibleRows();
    for (int row = first; row <= last; ++row)
        ids.push_back(view.enforcementModel()->idAt(row));
    std::sort(ids.begin(), ids.end());
    return ids;
}

[[nodiscard]] double milliseconds(std::chrono::nanoseconds span) {
    return std::chrono::duration<double, std::milli>(span).count();
}

[[nodiscard]] double rounded(double value) { return static_cast<double>(qRound64(value * 1000)) / 1000; }

[[nodiscard]] QJsonObject toJson(const Samples::Summary& summary) {
    return {{QStringLiteral("p50"), rounded(summary.p50)},
            {QStringLiteral("p99"), rounded(summary.p99)},
            {QStringLiteral("max"), rounded(summary.max)}};
}

[[nodiscard]] QJsonArray toJson(const std::vector<double>& values) {
    QJsonArray array;
    for (const double value : values)
        array.append(rounded(value));
    return array;
}

} // namespace

StatsRecorder::StatsRecorder(session::Session& session, widgets::MainWindow& window, core::Clock& clock,
                             QObject* parent)
    : QObject(parent), m_session(session), m_window(window), m_clock(clock), m_started(clock.steady()) {
    connect(&m_second, &QTimer::timeout, this, &StatsRecorder::onSecond);
    m_second.start(1s);
    m_probe.setTimerType(Qt::PreciseTimer);
    connect(&m_probe, &QTimer::timeout, this, &StatsRecorder::onProbe);
}

bool StatsRecorder::writeTo(const QString& file, QString* reason) {
    m_file.setFileName(file);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Text)) {
        *reason = m_file.errorString();
        return false;
    }
    updateProbe();
    return true;
}

void StatsRecorder::setWatched(bool watched) {
    m_isWatched = watched;
    m_cpuSeconds = processUsage().cpuSeconds;
    updateProbe();
}

/// Only who asks for the figures pays for fifty wake-ups a second.
void StatsRecorder::updateProbe() {
    const bool isWanted = m_isWatched || m_file.isOpen();
    if (isWanted == m_probe.isActive())
        return;
    m_expectedProbe = m_clock.steady() + ProbeInterval;
    m_counts = {};
    if (isWanted)
        m_probe.start(ProbeInterval);
    else
        m_probe.stop();
}

void StatsRecorder::onBatch(const core::EnforcementBatch& batch) {
    m_applied += batch.updates.size();
    ++m_counts.batches;
    m_counts.updates += batch.updates.size();
    m_counts.largestBatch = std::max<std::uint64_t>(m_counts.largestBatch, batch.updates.size());
    if (m_window.isPaused())
        return; // held back on purpose
    if (!m_probe.isActive()) {
        if (m_clock.steady() < m_nextSample)
            return;
        m_nextSample = m_clock.steady() + SampleInterval;
    }
    const auto oldest = (m_clock.steady() - NotOnScreenAfter).count();
    std::erase_if(m_unpainted, [oldest](const Unpainted& change) { return change.receivedNs < oldest; });
    // Of a burst the last ones are the ones that come into sight.
    const auto newest = std::min(batch.updates.size(), MaxUnpainted);
    for (auto update = batch.updates.end() - static_cast<std::ptrdiff_t>(newest); update != batch.updates.end();
         ++update) {
        if (update->receivedNs != 0)
            m_unpainted.push_back({update->row.id, update->receivedNs});
    }
    if (m_unpainted.size() > MaxUnpainted)
        m_unpainted.erase(m_unpainted.begin(), m_unpainted.end() - static_cast<std::ptrdiff_t>(MaxUnpainted));
}

void StatsRecorder::onPainted() {
    const auto now = m_clock.steady();
    ++m_painted;
    if (m_firstPaint == 0ns)
        m_firstPaint = now;
    if (m_firstRows == 0ns && m_window.shown() > 0)
        m_firstRows = now;
    if (m_unpainted.empty())
        return;
    // What a filter hides or lies beyond the edge says nothing about the way to the screen.
    const auto shown = idsOnScreen(m_window.view());
    for (const Unpainted& change : m_unpainted) {
        if (std::binary_search(shown.begin(), shown.end(), change.id))
            m_receiveToPaint.add(milliseconds(now - std::chrono::nanoseconds(change.receivedNs)));
    }
    m_unpainted.clear();
}

void StatsRecorder::onProbe() {
    const auto now = m_clock.steady();
    const double delay = std::max(0.0, milliseconds(now - m_expectedProbe));
    m_loopDelay.add(delay);
    const auto& bounds = widgets::PerformanceReport::DelayBounds;
    ++m_counts.loopDelays[static_cast<std::size_t>(std::ranges::lower_bound(bounds, delay) - bounds.begin())];
    m_expectedProbe = now + ProbeInterval;
}

void StatsRecorder::onSecond() {
    const QJsonArray delays = m_file.isOpen() ? toJson(m_loopDelay.values()) : QJsonArray();
    const Samples::Summary loop = m_loopDelay.take();
    const Samples::Summary paint = m_receiveToPaint.take();
    const auto latency =
        paint.max > 0 ? std::optional(std::chrono::microseconds(qRound64(paint.p50 * 1000))) : std::nullopt;
    m_window.setRate(m_session.counters().notificationsPerSecond, latency);
    if (m_isWatched)
        Q_EMIT measured(report(loop, paint));
    m_counts = {};
    if (!m_file.isOpen())
        return;
    m_file.write(line(loop, delays, paint));
    m_file.flush();
}

widgets::PerformanceReport StatsRecorder::report(const Samples::Summary& loop, const Samples::Summary& paint) {
    const ProcessUsage usage = processUsage();
    widgets::PerformanceReport report = m_counts;
    report.notificationsPerSecond = m_session.counters().notificationsPerSecond;
    report.loopDelay = {loop.p50, loop.p99, loop.max};
    report.receiveToPaint = {paint.p50, paint.p99, paint.max};
    report.rows = m_window.rows();
    report.shown = m_window.shown();
    report.residentMegabytes = usage.residentMegabytes;
    report.cpuPercent = (usage.cpuSeconds - std::exchange(m_cpuSeconds, usage.cpuSeconds)) * 100;
    return report;
}

QByteArray StatsRecorder::line(const Samples::Summary& loop, const QJsonArray& delays,
                               const Samples::Summary& paint) const {
    const session::SessionCounters counters = m_session.counters();
    const ProcessUsage usage = processUsage();
    const auto count = [](std::uint64_t value) { return static_cast<qint64>(value); };
    const QString state = m_window.isPaused() && m_session.status().state == session::ConnectionState::Live
                              ? QStringLiteral("paused")
                              : session::stateWord(m_session.status().state);
    const QJsonObject object{{QStringLiteral("t"), rounded(milliseconds(m_clock.steady() - m_started) / 1000)},
                             {QStringLiteral("state"), state},
                             {QStringLiteral("rows"), m_window.rows()},
                             {QStringLiteral("shown"), m_window.shown()},
                             {QStringLiteral("received"), count(counters.received)},
                             {QStringLiteral("applied"), count(m_applied)},
                             {QStringLiteral("painted"), count(m_painted)},
                             {QStringLiteral("malformed"), count(counters.malformed)},
                             {QStringLiteral("unknown"), count(counters.unknown)},
                             {QStringLiteral("event_loop_delay_ms"), toJson(loop)},
                             {QStringLiteral("event_loop_delays_ms"), delays},
                             {QStringLiteral("receive_to_paint_ms"), toJson(paint)},
                             {QStringLiteral("rss_mb"), rounded(usage.residentMegabytes)},
                             {QStringLiteral("cpu_s"), rounded(usage.cpuSeconds)},
                             {QStringLiteral("first_paint_at_ms"), rounded(milliseconds(m_firstPaint))},
                             {QStringLiteral("first_rows_at_ms"), rounded(milliseconds(m_firstRows))}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace attune::app
