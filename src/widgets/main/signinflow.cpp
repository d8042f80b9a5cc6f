// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "main/signinflow.h"

#include "uilog.h"

#include "attune/widgets/dialogservice.h"
#include "attune/widgets/indicatorpresentation.h"
#include "attune/widgets/profiledialog.h"
#include "attune/widgets/welcomepage.h"

#include <utility>

namespace attune::widgets {

SignInFlow::SignInFlow(session::SignInService& signIn, session::ProfileStore& profiles, DialogService& dialogs,
                       core::Clock& clock, core::Random& random, WelcomePage& page, QWidget& window)
    : QObject(&window)
    , m_signIn(signIn)
    , m_profiles(profiles)
    , m_dialogs(dialogs)
    , m_page(page)
    , m_window(window)
    , m_clock(clock)
    , m_retry(clock, random, this) {
    connect(&m_retry, &SignInRetry::due, this, &SignInFlow::tryToResume);
    connect(&m_retry, &SignInRetry::ticked, this, &SignInFlow::showNotice);
    connect(&page, &WelcomePage::connectRequested, this, &SignInFlow::connectToServer);
    connect(&page, &WelcomePage::profileChosen, this, &SignInFlow::onChosen);
    connect(&page, &WelcomePage::profileRemovalRequested, this, &SignInFlow::onRemovalRequested);
    showProfiles();
}

ProfileDialog* SignInFlow::dialog() const { return m_dialog; }

void SignInFlow::showProfiles() {
    m_problems.clear();
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
    if (m_resuming)
        sentences.prepend(progress());
    else if (!m_reason.isEmpty())
        sentences.prepend(m_reason);
    m_page.setNotice(sentences.join(u' '));
}

QString SignInFlow::progress() const {
    const QString& name = m_resuming->profile.name;
    if (!core::isInstant(m_retry.until()))
        return tr("Signing in to %1…").arg(name);
    const QString next = tr("Signing in to %1 again in %2.").arg(name, countDown(m_retry.until(), m_clock.now()));
    return next + u' ' + m_resuming->problem;
}

void SignInFlow::signInAgain() { onChosen(m_profiles.lastUsed()); }

void SignInFlow::onChosen(const QString& name) {
    resume(m_profiles.find(name).value_or(session::Profile{}), Occasion::Later, Otherwise::Ask);
}

void SignInFlow::signInTo(const QString& name) {
    resume(m_profiles.find(name).value_or(session::Profile{}), Occasion::Start, Otherwise::Ask);
}

void SignInFlow::resumeLast() {
    if (const auto profile = m_profiles.find(m_profiles.lastUsed()); profile && profile->remember)
        resume(*profile, Occasion::Start, Otherwise::Tell);
}

void SignInFlow::resume(const session::Profile& profile, Occasion occasion, Otherwise otherwise) {
    stopResuming();
    if (!profile.remember)
        return ask(profile);
    m_resuming = Resumption{profile, occasion, otherwise, {}};
    tryToResume();
}

void SignInFlow::tryToResume() {
    showNotice();
    m_signIn.resume(m_resuming->profile, m_resuming->occasion == Occasion::Start, this,
                    [this](const auto& problem) { onResumed(problem); });
}

void SignInFlow::onResumed(const std::optional<session::SignInProblem>& problem) {
    if (problem && problem->isPassing && m_resuming->occasion == Occasion::Start) {
        m_resuming->problem = problem->message;
        m_retry.wait();
        return showNotice();
    }
    const Resumption done = *std::exchange(m_resuming, std::nullopt);
    m_retry.stop();
    if (!problem) {
        m_profiles.setLastUsed(done.profile.name);
        showNotice();
        Q_EMIT signedIn(done.profile);
        return;
    }
    if (done.otherwise == Otherwise::Tell)
        return setReason(problem->message);
    showNotice();
    if (problem->isShownElsewhere) // there is nothing to be filled in
        return m_dialogs.warn(&m_window, tr("Sign in"), problem->message);
    ask(done.profile);
    if (!problem->message.isEmpty())
        m_dialog->showProblem(*problem);
}

void SignInFlow::stopResuming() {
    if (!std::exchange(m_resuming, std::nullopt))
        return;
    m_retry.stop();
    m_signIn.cancelSignIn();
    showNotice();
}

void SignInFlow::ask(const session::Profile& profile) {
    stopResuming();
    if (m_dialog == nullptr) {
        m_dialog = new ProfileDialog(m_signIn, m_dialogs, m_clock, &m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &QDialog::accepted, this, [this] { onAccepted(m_dialog->profile()); });
        connect(m_dialog, &QDialog::finished, this, [this] { m_dialog = nullptr; });
        m_dialog->setProfile(profile);
    }
    m_dialog->open();
    m_dialog->raise();
}

void SignInFlow::onAccepted(const session::Profile& profile) {
    stopResuming();
    const auto known = m_profiles.find(profile.name);
    const bool isSame = known && known->api == profile.api && known->login == profile.login;
    if (known && known->remember && !(isSame && profile.remember))
        m_signIn.forget(*known);
    const bool isSameProxy = known && known->proxy == profile.proxy && known->proxyUser == profile.proxyUser;
    if (known && known->remember && !known->proxyUser.isEmpty() && !(isSameProxy && profile.remember))
        m_signIn.forgetProxy(*known);
    tellUnwritten(tr("Save profile"), m_profiles.save(profile));
    m_profiles.setLastUsed(profile.name);
    showProfiles();
    Q_EMIT signedIn(profile);
}

/// Once, until the file could be written again.
void SignInFlow::tellUnwritten(const QString& title, const std::optional<core::Error>& problem) {
    if (!std::exchange(m_isUnwritable, problem.has_value()) && problem)
        m_dialogs.warn(&m_window, title, problem->message);
}

void SignInFlow::onRemovalRequested(const QString& name) {
    DialogService::Question question;
    question.title = tr("Remove profile");
    question.text = tr("Remove the profile %1 from this machine?").arg(name);
    question.accept = tr("Remove");
    m_dialogs.ask(&m_window, question, [this, name] {
        if (m_resuming && m_resuming->profile.name == name)
            stopResuming();
        const auto known = m_profiles.find(name);
        if (known && known->remember)
            m_signIn.forget(*known);
        if (known && !known->proxyUser.isEmpty())
            m_signIn.forgetProxy(*known);
        tellUnwritten(tr("Remove profile"), m_profiles.remove(name));
        showProfiles();
    });
}

} // namespace attune::widgets
