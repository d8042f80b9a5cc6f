// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "main/signinretry.h"

#include "attune/session/profile.h"
#include "attune/session/profilestore.h"
#include "attune/session/signinservice.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace attune::widgets {

class DialogService;
class ProfileDialog;
class WelcomePage;

/// From the welcome page to a signed-in session: picks or makes a profile, asks for the secret, saves what worked.
class SignInFlow : public QObject {
    Q_OBJECT
public:
    SignInFlow(session::SignInService& signIn, session::ProfileStore& profiles, DialogService& dialogs,
               core::Clock& clock, core::Random& random, WelcomePage& page, QWidget& window);

    /// Asks for everything.
    void connectToServer() { ask({}); }
    /// Signs in to the saved profile `name` without asking if an earlier sign-in is remembered; else asks for what it
    /// does not know. At the start of the program, when the network may not be there yet: tries again until the server
    /// can be reached or the operator wants something else.
    void signInTo(const QString& name);
    /// Goes on where the last run ended, if that can be done without asking. At the start of the program, as above.
    void resumeLast();
    /// The same for the last used profile, later.
    void signInAgain();
    /// The network has come back, or the operator looks: does not wait any longer for the next attempt.
    void tryNow() { m_retry.hurry(); }
    /// Gives up signing in without asking.
    void stopResuming();
    /// Reads the saved profiles into the welcome page.
    void showProfiles();
    /// Why the last session ended, for the welcome page; empty when there is nothing to say.
    void setReason(const QString& reason);
    /// The open dialog, if any.
    [[nodiscard]] ProfileDialog* dialog() const;

Q_SIGNALS:
    void signedIn(const attune::session::Profile& profile);

private:
    enum class Otherwise : std::uint8_t { Ask, Tell };
    void ask(const session::Profile& profile);
    /// The network and the keychain may come late at the `start` of the program.
    enum class Occasion : std::uint8_t { Start, Later };
    void resume(const session::Profile& profile, Occasion occasion, Otherwise otherwise);
    void tryToResume();
    void onResumed(const std::optional<session::SignInProblem>& problem);
    void showNotice();
    [[nodiscard]] QString progress() const;
    void onChosen(const QString& name);
    void onRemovalRequested(const QString& name);
    void onAccepted(const session::Profile& profile);
    void tellUnwritten(const QString& title, const std::optional<core::Error>& problem);

    session::SignInService& m_signIn;
    session::ProfileStore& m_profiles;
    DialogService& m_dialogs;
    WelcomePage& m_page;
    QWidget& m_window;
    QPointer<ProfileDialog> m_dialog;
    struct Resumption {
        session::Profile profile;
        Occasion occasion = Occasion::Later;
        Otherwise otherwise = Otherwise::Ask;
        QString problem; ///< of the last attempt
    };
    std::optional<Resumption> m_resuming; ///< what is being signed in to without asking
    core::Clock& m_clock;
    SignInRetry m_retry;
    QString m_reason;
    QStringList m_problems; ///< with the file of profiles
    bool m_isUnwritable = false;
};

} // namespace attune::widgets
