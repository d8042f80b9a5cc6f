// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/clock.h"
#include "attune/session/profile.h"
#include "attune/session/signinservice.h"

#include <QDialog>

#include <chrono>
#include <memory>

class QLineEdit;
class QPushButton;

namespace attune::widgets {

namespace Ui {
class ProfileDialog;
}
class DialogService;
class ErrorLabel;

/// Asks how to reach a server, signs in and reports what is wrong next to the field at fault. The secret lives in its
/// field only until the server accepts it. Accepted means: signed in as profile().
class ProfileDialog : public QDialog {
    Q_OBJECT
public:
    /// Both services outlive the dialog, and so does `clock`, of this computer.
    ProfileDialog(session::SignInService& signIn, DialogService& dialogs, core::Clock& clock,
                  QWidget* parent = nullptr);
    ~ProfileDialog() override;

    /// Fills the fields; the focus goes to the first one that is still needed.
    void setProfile(const session::Profile& profile);
    /// The profile as typed, the addresses completed where they can be read.
    [[nodiscard]] session::Profile profile() const;
    /// Puts a problem next to its field, as if the server had just answered.
    void showProblem(const session::SignInProblem& problem);

    /// While the server is asked this only stops asking.
    void reject() override;

    /// After so long without a key what was typed is taken for the name of a file.
    static constexpr std::chrono::milliseconds TypingPause{400};

private:
    struct Row {
        QWidget* editor = nullptr;
        ErrorLabel* error = nullptr;
    };

    void connectFields();
    [[nodiscard]] Row row(session::ProfileField field) const;
    [[nodiscard]] session::ProfileErrors problems() const;
    void showProblems(const session::ProfileErrors& problems);
    void clearProblem(session::ProfileField field);
    void setBusy(bool busy);
    void onAccepted();
    void onAnswered(int attempt, const std::optional<session::SignInProblem>& problem);
    void onApiEdited();
    void onMethodChanged();
    void onProxyEdited();
    void onCaFileEdited();
    void describeCaFile();
    void clearSecrets();
    void onAdvancedToggled(bool shown);
    void onBrowse();

    std::unique_ptr<Ui::ProfileDialog> m_ui;
    session::SignInService& m_signIn;
    DialogService& m_dialogs;
    core::Clock& m_clock;
    std::unique_ptr<core::Timer> m_typing; ///< in the name of the file of authorities
    QPushButton* m_accept = nullptr;
    session::Profile m_saved; ///< as it was given, for what is remembered under it
    bool m_nameFollowsHost = true;
    bool m_rememberFollowsMethod = true;
    bool m_busy = false;
    int m_attempt = 0; ///< an answer to an attempt that was given up is ignored
};

} // namespace attune::widgets
