// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/session/signinservice.h"

#include <QObject>

namespace attune::app {

class InstanceKeeper;

/// Stands between the windows and the session: whoever wants a profile that another window shows gets that window to
/// the front and stays where they are.
class GuardedSignIn final : public QObject, public session::SignInService {
    Q_OBJECT
public:
    /// Both outlive it.
    GuardedSignIn(session::SignInService& service, InstanceKeeper& instance);

    void signIn(const session::Profile& profile, const session::Credentials& credentials, QObject* context,
                Done done) override;
    void resume(const session::Profile& profile, bool mayBeLate, QObject* context, Done done) override;
    void cancelSignIn() override;
    void forget(const session::Profile& profile) override { m_service.forget(profile); }
    void forgetProxy(const session::Profile& profile) override { m_service.forgetProxy(profile); }

private:
    void askFirst(const QString& profile, QObject* context, const Done& done, const std::function<void(Done)>& goOn);

    session::SignInService& m_service;
    InstanceKeeper& m_instance;
};

} // namespace attune::app
