// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/column.h"
#include "attune/widgets/connectionpanel.h"

#include <QObject>

class QTreeWidget;

namespace attune::widgets {

/// The two lists of the connection panel: transitions and refusals, newest first. Rebuilt only when they differ.
class ConnectionLists : public QObject {
    Q_OBJECT
public:
    explicit ConnectionLists(QWidget* parent);
    void showReport(const ConnectionReport& report, core::TimeStyle style, core::UtcMicros now);

    [[nodiscard]] QTreeWidget* timeline() const { return m_timeline; }
    [[nodiscard]] QTreeWidget* rejections() const { return m_rejections; }

private:
    QTreeWidget* m_timeline = nullptr;   // owned by the panel
    QTreeWidget* m_rejections = nullptr; // owned by the panel
};

} // namespace attune::widgets
