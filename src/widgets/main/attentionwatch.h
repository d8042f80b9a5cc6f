// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QWidget;

namespace attune::widgets {

/// Tells whether somebody may be looking: any window of the program is neither closed nor minimized. What other
/// windows cover, and other workspaces hold, counts as seen, as no display system tells of it reliably.
class AttentionWatch : public QObject {
    Q_OBJECT
public:
    /// `window`: the one that is there all the time.
    explicit AttentionWatch(QWidget& window);

    [[nodiscard]] bool isAttended() const { return m_isAttended; }

Q_SIGNALS:
    void changed(bool attended);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void look();

    bool m_isAttended = true; // before there is anything to look at, it is waited for
};

} // namespace attune::widgets
