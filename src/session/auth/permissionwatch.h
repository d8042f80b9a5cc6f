// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "requester.h"

#include "attune/core/clock.h"
#include "attune/core/details.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace attune::session {

/// Notices that the identity may see other things than before. The server does not say so, and its notifier goes by
/// what held when a stream was opened (protocol section 7): the API is asked after every renewal and every Period.
class PermissionWatch : public QObject {
    Q_OBJECT
public:
    PermissionWatch(Requester& requester, core::Clock& clock, QObject* parent = nullptr);

    /// Somebody has signed in: what the API says next is what everything later is compared with.
    void start();
    /// Asks now, unless the answer is under way; without effect while nobody is signed in.
    void check();
    /// Nothing may be asked for now: until resume(), which asks at once.
    void pause();
    void resume();
    /// Nobody is signed in any more; an answer that comes late is not heard.
    void stop();

    static constexpr std::chrono::minutes Period{15};
    static constexpr std::chrono::minutes RetryPeriod{1}; ///< after no answer

Q_SIGNALS:
    void changed();
    /// The account may not be used any more.
    void accountRefused(const QString& reason);

private:
    void onAnswer(const ServiceResult<core::Identity>& identity);
    void compare(const QByteArray& permissions);

    Requester& m_requester;
    core::Clock& m_clock;
    QByteArray m_permissions; // empty: not known
    bool m_isRunning = false;
    bool m_isAsking = false;
    bool m_isPaused = false;
    std::uint64_t m_epoch = 0; // late answers carry an old number
    std::unique_ptr<core::Timer> m_timer;
};

} // namespace attune::session
