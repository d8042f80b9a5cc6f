// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/column.h"
#include "attune/widgets/connectionpanel.h"

#include <QWidget>

#include <array>

class QGridLayout;
class QLabel;

namespace attune::widgets {

/// The upper half of the connection panel: the state and what is counted, as lines of name and value.
class ConnectionFacts : public QWidget {
    Q_OBJECT
public:
    explicit ConnectionFacts(QWidget* parent = nullptr);
    void showReport(const ConnectionReport& report, core::TimeStyle style, const core::ServerClock& clock);

private:
    enum class Fact : std::size_t {
        Server,
        Clock,
        Since,
        LastMessage,
        Complete,
        AsOf,
        Rate,
        Received,
        Refused,
        Requests,
        Gaps,
        Anomalies,
        Count
    };

    void addFact(Fact fact, const QString& name);
    void setFactVisible(Fact fact, bool visible);
    void setFact(Fact fact, const QString& value);
    void showStatus(const session::ConnectionStatus& status, core::TimeStyle style, const core::ServerClock& clock);
    void showCounters(const session::SessionCounters& counters);

    QGridLayout* m_grid = nullptr;
    QLabel* m_state = nullptr;
    QLabel* m_reason = nullptr;
    QLabel* m_signIn = nullptr; ///< what the operator should know about the sign-in
    std::array<QLabel*, static_cast<std::size_t>(Fact::Count)> m_captions{};
    std::array<QLabel*, static_cast<std::size_t>(Fact::Count)> m_values{};
};

} // namespace attune::widgets
