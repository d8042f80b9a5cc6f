// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/net/instanceguard.h"

#include <QObject>

#include <functional>
#include <memory>

namespace attune::app {

/// One window per profile: the name under which this program can be found follows the profile it shows.
class InstanceKeeper : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    ~InstanceKeeper() override;

    /// Before there is a window. False: another one shows that profile, and was asked to come to the front.
    [[nodiscard]] bool claim(const QString& profile);

    /// The operator wants another profile. Calls `answer` once, now or from the event loop within two seconds, unless
    /// giveUp() comes first; false: another window shows that profile, and comes to the front. Until then, and if it is
    /// free until take() or giveUp(), the name is held beside the present one.
    void ask(const QString& profile, const std::function<void(bool isFree)>& answer);
    /// What was asked for is shown now.
    void take();
    /// It will not be.
    void giveUp();

Q_SIGNALS:
    void raiseRequested();

private:
    [[nodiscard]] std::unique_ptr<net::InstanceGuard> guardFor(const QString& profile) const;

    QString m_profile;
    std::unique_ptr<net::InstanceGuard> m_guard;
    QString m_wantedProfile;
    std::unique_ptr<net::InstanceGuard> m_wanted;
};

} // namespace attune::app
