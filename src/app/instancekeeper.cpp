// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "instancekeeper.h"

#include <utility>

namespace attune::app {

bool InstanceKeeper::claim(const QString& profile) {
    auto guard = std::make_unique<net::InstanceGuard>(profile);
    if (guard->claim() == net::InstanceGuard::Role::Second)
        return false;
    connect(guard.get(), &net::InstanceGuard::raiseRequested, this, &InstanceKeeper::raiseRequested);
    m_profile = profile;
    m_guard = std::move(guard);
    return true;
}

void InstanceKeeper::follow(const QString& profile) {
    if (m_guard && profile != m_profile)
        static_cast<void>(claim(profile));
}

} // namespace attune::app
