// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/net/instanceguard.h"

#include <QObject>

#include <memory>

namespace attune::app {

/// One window per profile: the name under which this program can be found follows the profile it shows.
class InstanceKeeper : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// False: another window shows that profile, and was asked to come to the front.
    [[nodiscard]] bool claim(const QString& profile);
    /// The operator has chosen another profile. If another window shows it, this one keeps its name.
    void follow(const QString& profile);

Q_SIGNALS:
    void raiseRequested();

private:
    QString m_profile;
    std::unique_ptr<net::InstanceGuard> m_guard;
};

} // namespace attune::app
