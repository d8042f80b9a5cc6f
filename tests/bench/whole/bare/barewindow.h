// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "samples.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTimer>
#include <QWebSocket>
#include <QWidget>

namespace attune::bench {

/// What no program of this kind can do without: a window that receives every frame and looks at none, moves its rows
/// down by the new ones at most ten times a second, writes their texts with nothing else around them, and blinks a
/// dot. No rows are kept.
class BareWindow : public QWidget {
    Q_OBJECT
public:
    /// Writes lines of measurements in the words of the monitor's own to that file, if it has a name.
    BareWindow(const QUrl& stream, const QByteArray& token, const QString& statsFile);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void onFrame(const QString& text);
    void moveRows();
    void writeLine();
    [[nodiscard]] QRect table() const;

    QWebSocket m_socket;
    QTimer m_frame;
    QTimer m_pulse;
    QTimer m_probe;
    QTimer m_second;
    QFile m_stats;
    QElapsedTimer m_sinceProbe;
    QElapsedTimer m_sinceFrame;
    QElapsedTimer m_oldestUnpainted;
    app::Samples m_loopDelay;
    app::Samples m_receiveToPaint;
    std::uint64_t m_received = 0;
    int m_newRows = 0;
    bool m_isLit = false;
    double m_firstPaint = 0;
};

} // namespace attune::bench
