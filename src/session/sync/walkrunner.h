// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "requester.h"
#include "sync/rounds/stride.h"
#include "sync/verifiedwalk.h"

#include "attune/core/backoff.h"
#include "attune/core/clock.h"
#include "attune/core/random.h"

#include <QObject>
#include <QUrlQuery>

#include <functional>
#include <memory>
#include <optional>

namespace attune::session {

/// Carries one verified walk over REST, page after page; a page that fails is tried again a few times. Ends with
/// exactly one of completed() and abandoned(), or silently by stop(); deletes itself later.
class WalkRunner : public QObject {
    Q_OBJECT
public:
    struct Plan {
        VerifiedWalk::Goal goal;
        QUrlQuery filter;                  ///< server-side filters, such as status=created
        bool firstPageIsUrgent = false;    ///< somebody looks at an empty table
        Urgency urgency = Urgency::List;   ///< of all other pages
        Pace pace;                         ///< if nobody waits for it …
        bool goesOn = false;               ///< … it follows another one, after a pause
        std::optional<VerifiedWalk> begun; ///< a walk under way that is to be carried on, instead of the goal
    };

    WalkRunner(Requester& requester, core::Vocabulary& vocabulary, core::Clock& clock, core::Random& random, Plan plan,
               QObject* parent);

    void start();
    /// What waits for its turn at another pace has it now.
    void setPace(const Pace& pace);
    /// No signal follows.
    void stop();
    [[nodiscard]] const VerifiedWalk& walk() const { return m_walk; }
    [[nodiscard]] Urgency urgency() const { return m_plan.urgency; }

    static constexpr int MaxRetries = 6;
    static constexpr std::chrono::seconds RetryCap{5}; ///< so that a server that is back is noticed soon

Q_SIGNALS:
    /// The first page is here, and shows the list as it was then or later: it may have waited long for its turn.
    void begun(std::chrono::nanoseconds askedAt);
    void pageRead(const attune::core::EnforcementPage& page);
    void completed();
    /// Given up; what was read stays merged, nothing is concluded.
    void abandoned(const QString& reason);

private:
    void readNext();
    void readAfter(std::chrono::milliseconds pause);
    void onPage(ServiceResult<core::EnforcementPage> page);
    void onFailure(const ServiceError& error);
    void abandon(const QString& reason);

    Requester& m_requester;
    core::Vocabulary& m_vocabulary;
    core::Clock& m_clock;
    Plan m_plan;
    VerifiedWalk m_walk;
    core::Backoff m_backoff;
    Stride m_stride;
    bool m_hasBegun = false;
    bool m_ended = false;
    std::unique_ptr<core::Timer> m_retryTimer;
    std::unique_ptr<core::Timer> m_pauseTimer;
};

} // namespace attune::session
