// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/widgets/connectionpanel.h"

#include "dialogs/connectionfacts.h"
#include "dialogs/connectionlists.h"
#include "dialogs/performancetab.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QTreeWidget>

#include <utility>

namespace attune::widgets {

namespace {

/// In a low panel lines that wrap would be cut.
QScrollArea* createScrollArea(QWidget* content) {
    auto* area = new QScrollArea(content->parentWidget());
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return area;
}

} // namespace

ConnectionPanel::ConnectionPanel(ConnectionReportSource source, const core::ServerClock& clock, QWidget* parent)
    : QWidget(parent), m_source(std::move(source)), m_clock(clock) {
    m_facts = new ConnectionFacts(this);
    auto* tabs = new QTabWidget(this);
    tabs->setDocumentMode(true);
    m_lists = new ConnectionLists(this);
    tabs->addTab(m_lists->timeline(), tr("Timeline"));
    tabs->addTab(m_lists->rejections(), tr("Refused"));
    m_performance = new PerformanceTab(this);
    tabs->addTab(m_performance, tr("Performance"));
    connect(m_performance, &PerformanceTab::watchedChanged, this, &ConnectionPanel::performanceWatchedChanged);

    auto* left = new QVBoxLayout;
    left->setSpacing(12);
    left->addWidget(createScrollArea(m_facts), 1);
    left->addWidget(createButtons());
    m_layout = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_layout->setContentsMargins(12, 8, 12, 8);
    m_layout->setSpacing(12);
    m_layout->addLayout(left, 2);
    m_layout->addWidget(tabs, 3);

    m_timer.setInterval(Interval);
    connect(&m_timer, &QTimer::timeout, this, &ConnectionPanel::sample);
}

QWidget* ConnectionPanel::createButtons() {
    auto* row = new QWidget(this);
    m_retry = new QPushButton(tr("&Retry now"), row);
    m_retry->setObjectName(QStringLiteral("retry"));
    m_sign = new QPushButton(tr("Sign &out"), row);
    m_sign->setObjectName(QStringLiteral("sign"));
    auto* diagnostics = new QPushButton(tr("&Diagnostics…"), row);
    diagnostics->setObjectName(QStringLiteral("diagnostics"));
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_retry);
    layout->addWidget(m_sign);
    layout->addWidget(diagnostics);
    layout->addStretch();
    connect(m_retry, &QPushButton::clicked, this, &ConnectionPanel::retryRequested);
    connect(diagnostics, &QPushButton::clicked, this, &ConnectionPanel::diagnosticsRequested);
    connect(m_sign, &QPushButton::clicked, this,
            [this] { m_signedIn ? Q_EMIT signOutRequested() : Q_EMIT signInRequested(); });
    return row;
}

void ConnectionPanel::showPerformance(const PerformanceReport& report) { m_performance->showReport(report); }

void ConnectionPanel::setTimeStyle(core::TimeStyle style) {
    m_timeStyle = style;
    if (isVisible())
        sample();
}

void ConnectionPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_layout->setDirection(width() > height() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void ConnectionPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    sample();
    m_timer.start();
}

void ConnectionPanel::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_timer.stop();
}

void ConnectionPanel::sample() {
    using session::ConnectionState;
    const ConnectionReport report = m_source();
    m_facts->showReport(report, m_timeStyle, m_clock);
    m_lists->showReport(report, m_timeStyle, m_clock.local().now());

    const ConnectionState state = report.status.state;
    m_signedIn = state != ConnectionState::SignedOut;
    m_sign->setText(m_signedIn ? tr("Sign &out") : tr("Sign &in…"));
    m_retry->setEnabled(state == ConnectionState::Offline || state == ConnectionState::Connecting ||
                        state == ConnectionState::Delayed || state == ConnectionState::CertificateRefused);
}

} // namespace attune::widgets
