// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "main/signinflow.h"

#include "uilog.h"

#include "attune/widgets/dialogservice.h"
#include "attune/widgets/profiledialog.h"
#include "attune/widgets/welcomepage.h"

namespace attune::widgets {

SignInFlow::SignInFlow(session::SignInService& signIn, session::ProfileStore& profiles, DialogService& dialogs,
                       WelcomePage& page, QWidget& window)
    : QObject(&window), m_signIn(signIn), m_profiles(profiles), m_dialogs(dialogs), m_page(page), m_window(window) {
    connect(&page, &WelcomePage::connectRequested, this, &SignInFlow::connectToServer);
    connect(&page, &WelcomePage::profileChosen, this, &SignInFlow::onChosen);
    connect(&page, &WelcomePage::profileRemovalRequested, this, &SignInFlow::onRemovalRequested);
    showProfiles();
}

ProfileDialog* SignInFlow::dialog() const { return m_dialog; }

void SignInFlow::showProfiles() {
    m_problems.clear();
    m_resuming.clear();
    m_page.setProfiles(m_profiles.load(&m_problems), m_profiles.lastUsed());
    for (const QString& problem : std::as_const(m_problems))
        qCWarning(lcUi).noquote() << problem;
    showNotice();
}

void SignInFlow::setReason(const QString& reason) {
    m_reason = reason;
    showNotice();
}

void SignInFlow::showNotice() {
    QStringList sentences = m_problems;
    if (!m_resuming.isEmpty())
        sentences.prepend(tr("Signing in to %1…").arg(m_resuming));
    else if (!m_reason.isEmpty())
        sentences.prepend(m_reason);
    m_page.setNotice(sentences.join(u' '));
}

void SignInFlow::signInAgain() { onChosen(m_profiles.lastUsed()); }

void SignInFlow::onChosen(const QString& name) {
    resume(m_profiles.find(name).value_or(session::Profile{}), false, Otherwise::Ask);
}

void SignInFlow::signInTo(const QString& name) {
    resume(m_profiles.find(name).value_or(session::Profile{}), true, Otherwise::Ask);
}

void SignInFlow::resumeLast() {
    if (const auto profile = m_profiles.find(m_profiles.lastUsed()); profile && profile->remember)
        resume(*profile, true, Otherwise::Tell);
}

void SignInFlow::resume(const session::Profile& profile, bool mayBeLate, Otherwise otherwise) {
    stopResuming();
    if (!profile.remember)
        return ask(profile);
    m_resuming = profile.name;
    showNotice();
    m_signIn.resume(profile, mayBeLate, this,
                    [this, profile, otherwise](const auto& problem) { onResumed(profile, problem, otherwise); });
}

void SignInFlow::onResumed(const session::Profile& profile, const std::optional<session::SignInProblem>& problem,
                           Otherwise otherwise) {
    m_resuming.clear();
    if (!problem) {
        m_profiles.setLastUsed(profile.name);
        showNotice();
        Q_EMIT signedIn(profile);
        return;
    }
    if (otherwise == Otherwise::Tell) {
        setReason(problem->message);
        return;
    }
    showNotice();
    ask(profile);
    if (!problem->message.isEmpty())
        m_dialog->showProblem(*problem);
}

void SignInFlow::stopResuming() {
    if (m_resuming.isEmpty())
        return;
    m_resuming.clear();
    m_signIn.cancelSignIn();
    showNotice();
}

void SignInFlow::ask(const session::Profile& profile) {
    stopResuming();
    if (m_dialog == nullptr) {
        m_dialog = new ProfileDialog(m_signIn, m_dialogs, &m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &QDialog::accepted, this, [this] { onAccepted(m_dialog->profile()); });
        connect(m_dialog, &QDialog::finished, this, [this] { m_dialog = nullptr; });
        m_dialog->setProfile(profile);
    }
    m_dialog->open();
    m_dialog->raise();
}

void SignInFlow::onAccepted(const session::Profile& profile) {
    const auto known = m_profiles.find(profile.name);
    const bool isSame = known && known->api == profile.api && known->login == profile.login;
    if (known && known->remember && !(isSame && profile.remember))
        m_signIn.forget(*known);
    const bool isSameProxy = known && known->proxy == profile.proxy && known->proxyUser == profile.proxyUser;
    if (known && known->remember && !known->proxyUser.isEmpty() && !(isSameProxy && profile.remember))
        m_signIn.forgetProxy(*known);
    if (const auto problem = m_profiles.save(profile))
        m_dialogs.warn(&m_window, tr("Save profile"), problem->message);
    m_profiles.setLastUsed(profile.name);
    showProfiles();
    Q_EMIT signedIn(profile);
}

void SignInFlow::onRemovalRequested(const QString& name) {
    DialogService::Question question;
    question.title = tr("Remove profile");
    question.text = tr("Remove the profile %1 from this machine?").arg(name);
    question.accept = tr("Remove");
    m_dialogs.ask(&m_window, question, [this, name] {
        const auto known = m_profiles.find(name);
        if (known && known->remember)
            m_signIn.forget(*known);
        if (known && !known->proxyUser.isEmpty())
            m_signIn.forgetProxy(*known);
        if (const auto problem = m_profiles.remove(name))
            m_dialogs.warn(&m_window, tr("Remove profile"), problem->message);
        showProfiles();
    });
}

} // namespace attune::widgets
