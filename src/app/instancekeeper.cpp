// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "instancekeeper.h"

#include <utility>

namespace attune::app {

using net::InstanceGuard;

InstanceKeeper::~InstanceKeeper() = default;

std::unique_ptr<InstanceGuard> InstanceKeeper::guardFor(const QString& profile) const {
    auto guard = std::make_unique<InstanceGuard>(profile);
    connect(guard.get(), &InstanceGuard::raiseRequested, this, &InstanceKeeper::raiseRequested);
    return guard;
}

bool InstanceKeeper::claim(const QString& profile) {
    auto guard = guardFor(profile);
    if (guard->claim() == InstanceGuard::Role::Second)
        return false;
    m_profile = profile;
    m_guard = std::move(guard);
    return true;
}

void InstanceKeeper::ask(const QString& profile, const std::function<void(bool isFree)>& answer) {
    giveUp();
    if (m_guard && profile == m_profile)
        return answer(true);
    m_wantedProfile = profile;
    m_wanted = guardFor(profile);
    m_wanted->claim([this, answer](InstanceGuard::Role role) {
        const bool isFree = role != InstanceGuard::Role::Second;
        if (!isFree)
            giveUp();
        answer(isFree);
    });
}

void InstanceKeeper::take() {
    if (!m_wanted)
        return;
    m_profile = m_wantedProfile;
    m_guard = std::move(m_wanted);
}

void InstanceKeeper::giveUp() {
    if (m_wanted)
        m_wanted.release()->deleteLater(); // it may be the one that is just answering
}

} // namespace attune::app
