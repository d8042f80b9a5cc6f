// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "barewindow.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkRequest>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <chrono>
#include <iterator>

namespace attune::bench {

namespace {

using namespace std::chrono_literals;

constexpr int RowHeight = 26;
constexpr int Columns = 9;
constexpr QRect Dot(20, 8, 12, 12);
constexpr auto FrameInterval = 100ms;
constexpr auto PulseInterval = 667ms; // six pictures in four seconds
constexpr auto ProbeInterval = 20ms;

[[nodiscard]] double steadyMilliseconds() {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

[[nodiscard]] QJsonObject toJson(const app::Samples::Summary& summary) {
    return {{QStringLiteral("p50"), summary.p50},
            {QStringLiteral("p99"), summary.p99},
            {QStringLiteral("max"), summary.max}};
}

} // namespace

BareWindow::BareWindow(const QUrl& stream, const QByteArray& token, const QString& statsFile) : m_stats(statsFile) {
    setAttribute(Qt::WA_OpaquePaintEvent);
    resize(1180, 720);
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &BareWindow::onFrame);
    connect(&m_socket, &QWebSocket::connected, this, [this] {
        m_socket.sendTextMessage(QStringLiteral(R"({"type":"subscribe","filter":"entity_type:enforcement"})"));
    });
    if (!stream.isEmpty()) {
        QNetworkRequest request(stream);
        request.setRawHeader("Authorization", "Bearer " + token);
        m_socket.open(request);
    }
    m_frame.setSingleShot(true);
    m_frame.setTimerType(Qt::PreciseTimer);
    connect(&m_frame, &QTimer::timeout, this, &BareWindow::moveRows);
    connect(&m_pulse, &QTimer::timeout, this, [this] {
        m_isLit = !m_isLit;
        update(Dot);
    });
    m_pulse.start(PulseInterval);
    if (statsFile.isEmpty() || !m_stats.open(QIODevice::WriteOnly | QIODevice::Text))
        return;
    connect(&m_probe, &QTimer::timeout, this, [this] {
        const double late = static_cast<double>(m_sinceProbe.nsecsElapsed()) / 1e6 - double(ProbeInterval.count());
        m_loopDelay.add(std::max(0.0, late));
        m_sinceProbe.start();
    });
    m_probe.setTimerType(Qt::PreciseTimer);
    m_sinceProbe.start();
    m_probe.start(ProbeInterval);
    connect(&m_second, &QTimer::timeout, this, &BareWindow::writeLine);
    m_second.start(1s);
}

QRect BareWindow::table() const { return rect().adjusted(0, 3 * RowHeight, 0, 0); }

void BareWindow::onFrame(const QString& text) {
    ++m_received;
    if (!m_oldestUnpainted.isValid())
        m_oldestUnpainted.start();
    if (text.contains(QLatin1String("enforcement_created")))
        ++m_newRows;
    if (m_frame.isActive())
        return;
    const auto since = m_sinceFrame.isValid() ? std::chrono::milliseconds(m_sinceFrame.elapsed()) : FrameInterval;
    m_frame.start(std::max(FrameInterval - since, std::chrono::milliseconds(0)));
}

void BareWindow::moveRows() {
    m_sinceFrame.start();
    const int rows = std::min(std::exchange(m_newRows, 0), table().height() / RowHeight);
    if (rows > 0)
        scroll(0, rows * RowHeight, table());
    else
        m_oldestUnpainted.invalidate();
}

void BareWindow::paintEvent(QPaintEvent* event) {
    if (m_firstPaint == 0)
        m_firstPaint = steadyMilliseconds();
    QPainter painter(this);
    painter.fillRect(event->rect(), palette().base());
    if (event->rect().intersects(Dot))
        painter.fillRect(Dot, m_isLit ? palette().highlight() : palette().mid());
    const QRect area = table();
    const int width = area.width() / Columns;
    for (int y = area.top(); y < area.bottom(); y += RowHeight) {
        for (int column = 0; column < Columns && event->rect().intersects({0, y, area.width(), RowHeight}); ++column)
            painter.drawText(QRect(column * width, y, width, RowHeight), Qt::AlignVCenter | Qt::TextSingleLine,
                             QString::number(m_received * Columns + std::uint64_t(column)));
    }
    if (m_oldestUnpainted.isValid() && event->rect().intersects(area)) {
        m_receiveToPaint.add(static_cast<double>(m_oldestUnpainted.nsecsElapsed()) / 1e6);
        m_oldestUnpainted.invalidate();
    }
}

void BareWindow::writeLine() {
    QJsonArray delays;
    std::ranges::copy(m_loopDelay.values(), std::back_inserter(delays));
    const QJsonObject line{{QStringLiteral("state"), QStringLiteral("live")},
                           {QStringLiteral("received"), static_cast<qint64>(m_received)},
                           {QStringLiteral("event_loop_delay_ms"), toJson(m_loopDelay.take())},
                           {QStringLiteral("event_loop_delays_ms"), delays},
                           {QStringLiteral("receive_to_paint_ms"), toJson(m_receiveToPaint.take())},
                           {QStringLiteral("first_paint_at_ms"), m_firstPaint}};
    m_stats.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    m_stats.flush();
}

} // namespace attune::bench
