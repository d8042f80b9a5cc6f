// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/clock.h"
#include "attune/core/enforcement.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <memory>

namespace attune::models {
class EnforcementTableModel;
}

namespace attune::widgets {

/// Where the operator left off: what has arrived since they last looked is unseen, until they have looked for a few
/// seconds again. Two numbers in the order of arrival, so that a row costs a look-up and a batch nothing.
class UnseenMark : public QObject {
    Q_OBJECT
public:
    /// `clock` outlives the mark.
    explicit UnseenMark(core::Clock& clock, QObject* parent = nullptr);

    /// What has arrived so far counts as seen.
    void setModel(const models::EnforcementTableModel* model);
    /// Whether new rows come in under the operator's eyes.
    void setLooking(bool looking);
    [[nodiscard]] bool isUnseen(core::Id id) const;

    /// How long the marks can still be seen when the operator is back.
    static constexpr std::chrono::seconds Dwell{3};

Q_SIGNALS:
    void cleared();

private:
    void onAboutToBeRemoved(int first, int last);
    void markAll();
    [[nodiscard]] std::int64_t end() const;

    core::Clock& m_clock;
    QPointer<const models::EnforcementTableModel> m_model;
    std::int64_t m_mark = 0;                          ///< the first unseen sequence number of the store …
    std::int64_t m_liveFrom = 0;                      ///< … and the first that came under the operator's eyes again
    core::UtcMicros m_newestSeen = core::UnknownTime; ///< creation time: what is older and comes late is history
    bool m_looking = false;
    bool m_hasLooked = false; ///< ever: what is there at the start was not missed
    std::unique_ptr<core::Timer> m_dwell;
};

} // namespace attune::widgets
