// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "guardedsignin.h"

#include "instancekeeper.h"

#include <QPointer>

#include <utility>

namespace attune::app {

using session::SignInProblem;

GuardedSignIn::GuardedSignIn(session::SignInService& service, InstanceKeeper& instance)
    : m_service(service), m_instance(instance) {}

void GuardedSignIn::signIn(const session::Profile& profile, const session::Credentials& credentials, QObject* context,
                           Done done) {
    askFirst(profile.name, context, done, [this, profile, credentials](Done answered) {
        m_service.signIn(profile, credentials, this, std::move(answered));
    });
}

void GuardedSignIn::resume(const session::Profile& profile, bool mayBeLate, QObject* context, Done done) {
    askFirst(profile.name, context, done, [this, profile, mayBeLate](Done answered) {
        m_service.resume(profile, mayBeLate, this, std::move(answered));
    });
}

void GuardedSignIn::cancelSignIn() {
    m_instance.giveUp();
    m_service.cancelSignIn();
}

void GuardedSignIn::askFirst(const QString& profile, QObject* context, const Done& done,
                             const std::function<void(Done)>& goOn) {
    cancelSignIn(); // an earlier attempt must not succeed while the question is open
    const auto answer = [this, context = QPointer<QObject>(context),
                         done](const std::optional<SignInProblem>& problem) {
        if (problem)
            m_instance.giveUp();
        else
            m_instance.take();
        if (context)
            done(problem);
    };
    m_instance.ask(profile, [profile, answer, goOn](bool isFree) {
        if (isFree)
            return goOn(answer);
        SignInProblem problem;
        problem.message = tr("Another window shows the profile %1 already; it comes to the front.").arg(profile);
        problem.isShownElsewhere = true;
        answer(problem);
    });
}

} // namespace attune::app
