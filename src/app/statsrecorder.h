// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "samples.h"

#include "attune/core/clock.h"
#include "attune/core/enforcement.h"
#include "attune/widgets/performancereport.h"

#include <QFile>
#include <QJsonArray>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>
#include <vector>

namespace attune::session {
class Session;
}
namespace attune::widgets {
class MainWindow;
}

namespace attune::app {

/// Measures what an operator feels - how late the event loop is, how long a notification takes from its bytes to the
/// screen - shows it in the status bar and, when asked to, appends one JSON line a second to a file.
class StatsRecorder : public QObject {
    Q_OBJECT
public:
    StatsRecorder(session::Session& session, widgets::MainWindow& window, core::Clock& clock, QObject* parent);

    /// False, with a reason, when the file cannot be written.
    [[nodiscard]] bool writeTo(const QString& file, QString* reason);
    /// measured() follows once a second.
    void setWatched(bool watched);
    /// Call before the window gets the batch.
    void onBatch(const core::EnforcementBatch& batch);
    void onPainted();

    static constexpr std::chrono::milliseconds ProbeInterval{20};

Q_SIGNALS:
    void measured(const attune::widgets::PerformanceReport& report);

private:
    void onProbe();
    void onSecond();
    void updateProbe();
    [[nodiscard]] widgets::PerformanceReport report(const Samples::Summary& loop, const Samples::Summary& paint);
    [[nodiscard]] QByteArray line(const Samples::Summary& loop, const QJsonArray& delays,
                                  const Samples::Summary& paint) const;

    session::Session& m_session;
    widgets::MainWindow& m_window;
    core::Clock& m_clock;
    QFile m_file;
    QTimer m_probe;
    QTimer m_second;
    std::chrono::nanoseconds m_expectedProbe{0};
    std::chrono::nanoseconds m_started;
    struct Unpainted {
        core::Id id = core::UnknownId;
        std::int64_t receivedNs = 0; ///< steady clock
    };
    std::vector<Unpainted> m_unpainted;
    std::chrono::nanoseconds m_nextSample{0}; ///< while nobody asks for all figures
    /// Steady clock, which is the system's monotonic one; zero: not yet.
    std::chrono::nanoseconds m_firstPaint{0};
    std::chrono::nanoseconds m_firstRows{0};
    Samples m_loopDelay;
    Samples m_receiveToPaint;
    std::uint64_t m_applied = 0;
    std::uint64_t m_painted = 0;
    /// What is counted over the present second.
    widgets::PerformanceReport m_counts;
    double m_cpuSeconds = 0;
    bool m_isWatched = false;
};

} // namespace attune::app
