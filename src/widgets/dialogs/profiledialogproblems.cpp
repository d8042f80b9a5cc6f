// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
// The part of ProfileDialog that says what is wrong, next to the field at fault.
#include "dialogs/errorlabel.h"
#include "ui_profiledialog.h"

#include "attune/core/displaytext.h"
#include "attune/widgets/profiledialog.h"

namespace attune::widgets {

using session::ProfileField;

ProfileDialog::Row ProfileDialog::row(ProfileField field) const {
    switch (field) {
    case ProfileField::Name:
        return {m_ui->name, m_ui->nameError};
    case ProfileField::Api:
        return {m_ui->api, m_ui->apiError};
    case ProfileField::Ws:
        return {m_ui->ws, m_ui->wsError};
    case ProfileField::Method:
        return {m_ui->method, m_ui->methodError};
    case ProfileField::Login:
        return {m_ui->login, m_ui->loginError};
    case ProfileField::Secret:
        return {m_ui->secret, m_ui->secretError};
    case ProfileField::CaFile:
        return {m_ui->caFile, m_ui->caFileError};
    case ProfileField::Proxy:
        return {m_ui->proxy, m_ui->proxyError};
    case ProfileField::ProxyLogin:
        return {m_ui->proxyUser, m_ui->proxyLoginError};
    case ProfileField::General:
        break;
    }
    return {nullptr, m_ui->generalError};
}

session::ProfileErrors ProfileDialog::problems() const {
    session::ProfileErrors found = session::validate(profile());
    // What was typed but cannot be read is missing in profile(); say what is wrong with the text itself.
    if (const auto api = session::parseBaseUrl(m_ui->api->text()); !api)
        found[ProfileField::Api] = api.error().message;
    if (!m_ui->ws->text().trimmed().isEmpty()) {
        if (const auto ws = session::parseNotifierUrl(m_ui->ws->text()); !ws)
            found[ProfileField::Ws] = ws.error().message;
    }
    if (const auto proxy = session::parseProxy(m_ui->proxy->text()); !proxy)
        found[ProfileField::Proxy] = proxy.error().message;
    if (m_ui->secret->text().isEmpty())
        found[ProfileField::Secret] = profile().method == session::SignInMethod::IntegrationToken
                                          ? tr("Enter the integration token.")
                                          : tr("Enter the password.");
    return found;
}

void ProfileDialog::showProblem(const session::SignInProblem& problem) {
    showProblems({{problem.field, problem.message}});
    if (problem.field == ProfileField::Secret)
        m_ui->secret->selectAll();
    if (problem.field == ProfileField::ProxyLogin && !m_ui->proxyUser->text().isEmpty()) {
        m_ui->proxyPassword->setFocus();
        m_ui->proxyPassword->selectAll();
    }
}

void ProfileDialog::showProblems(const session::ProfileErrors& problems) {
    QWidget* first = nullptr;
    for (const auto field :
         {ProfileField::General, ProfileField::Api, ProfileField::Method, ProfileField::Login, ProfileField::Secret,
          ProfileField::Name, ProfileField::Ws, ProfileField::CaFile, ProfileField::Proxy, ProfileField::ProxyLogin}) {
        const auto found = problems.find(field);
        const QString sentence = found == problems.end() ? QString() : core::displayText(found->second, 600);
        const Row where = row(field);
        where.error->setError(sentence);
        if (where.editor == nullptr)
            continue;
        where.editor->setAccessibleDescription(sentence);
        if (first == nullptr && !sentence.isEmpty())
            first = where.editor;
    }
    if (problems.contains(ProfileField::Ws) || problems.contains(ProfileField::CaFile) ||
        problems.contains(ProfileField::Proxy) || problems.contains(ProfileField::ProxyLogin))
        m_ui->advanced->setChecked(true);
    if (first != nullptr)
        first->setFocus();
}

void ProfileDialog::clearProblem(ProfileField field) {
    const Row where = row(field);
    where.error->setError({});
    m_ui->generalError->setError({});
    if (where.editor != nullptr)
        where.editor->setAccessibleDescription({});
}

} // namespace attune::widgets
