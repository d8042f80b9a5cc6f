// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/session/profile.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>
#include <utility>

namespace attune::session {

/// Why a sign-in failed, next to which field to say so.
struct SignInProblem {
    ProfileField field = ProfileField::General;
    QString message;               ///< one sentence, ready to show as plain text
    bool isPassing = false;        ///< nobody has refused anything: the same may succeed a moment later
    bool isShownElsewhere = false; ///< another window is signed in with this profile, and is where to look
};

/// What the operator typed. Secrets, all of it.
struct Credentials {
    Credentials(QString typedSecret, QString typedProxyPassword = {})
        : secret(std::move(typedSecret)), proxyPassword(std::move(typedProxyPassword)) {}

    QString secret;        ///< password or integration token
    QString proxyPassword; ///< empty = as remembered
};

/// Signs in with a secret the operator just typed, or with what an earlier sign-in left in the keychain. Kept abstract
/// so that the dialog can be tested without a server.
class SignInService {
public:
    using Done = std::function<void(std::optional<SignInProblem>)>; ///< nothing = signed in

    SignInService() = default;
    virtual ~SignInService() = default;
    SignInService(const SignInService&) = delete;
    SignInService& operator=(const SignInService&) = delete;

    /// Calls `done` once, on the caller's thread, unless `context` is destroyed before.
    virtual void signIn(const Profile& profile, const Credentials& credentials, QObject* context, Done done) = 0;
    /// Signs in without asking, by what is remembered of an earlier sign-in. A problem with an empty message: nothing
    /// is. At the start of a desktop session the keychain `mayBeLate`, and gets a second chance.
    virtual void resume(const Profile& profile, bool mayBeLate, QObject* context, Done done) = 0;
    virtual void cancelSignIn() = 0;
    /// Removes the sign-in that is remembered for `profile`.
    virtual void forget(const Profile& profile) = 0;
    /// Removes the password that is remembered for the proxy of `profile`.
    virtual void forgetProxy(const Profile& profile) = 0;
};

} // namespace attune::session
