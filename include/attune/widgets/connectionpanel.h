// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/column.h"
#include "attune/core/serverclock.h"
#include "attune/session/connectionstatus.h"

#include <QTimer>
#include <QWidget>

#include <chrono>
#include <functional>
#include <vector>

class QBoxLayout;
class QPushButton;

namespace attune::widgets {

class ConnectionFacts;
class ConnectionLists;
class PerformanceTab;
struct PerformanceReport;

/// Everything the panel shows, sampled at one instant.
struct ConnectionReport {
    session::ConnectionStatus status;
    session::SessionCounters counters;
    std::vector<session::TimelineEntry> timeline; ///< oldest first
    std::vector<session::Rejection> rejections;   ///< oldest first
};
using ConnectionReportSource = std::function<ConnectionReport()>;

/// What is known about the connection: state, last transitions, rates, what was refused, gaps, completeness. Samples
/// its source a few times a second and only while it can be seen.
class ConnectionPanel : public QWidget {
    Q_OBJECT
public:
    /// `source` is called on the GUI thread and must stay callable; `clock` outlives the panel.
    ConnectionPanel(ConnectionReportSource source, const core::ServerClock& clock, QWidget* parent = nullptr);

    void setTimeStyle(core::TimeStyle style);
    /// Once a second while performanceWatchedChanged() said so.
    void showPerformance(const PerformanceReport& report);
    static constexpr std::chrono::milliseconds Interval{250};

Q_SIGNALS:
    void retryRequested();
    void signInRequested();
    void signOutRequested();
    void diagnosticsRequested();
    /// Somebody looks at the figures, or no longer does.
    void performanceWatchedChanged(bool watched);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* createButtons();
    void sample();

    ConnectionReportSource m_source;
    const core::ServerClock& m_clock;
    core::TimeStyle m_timeStyle = core::TimeStyle::Local;
    QTimer m_timer;
    QBoxLayout* m_layout = nullptr; ///< side by side when there is more width than height
    ConnectionFacts* m_facts = nullptr;
    ConnectionLists* m_lists = nullptr;
    PerformanceTab* m_performance = nullptr;
    QPushButton* m_retry = nullptr;
    QPushButton* m_sign = nullptr;
    bool m_signedIn = false;
};

} // namespace attune::widgets
