// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/widgets/profiledialog.h"

#include "dialogs/errorlabel.h"
#include "dialogs/plainlabel.h"
#include "ui_profiledialog.h"

#include "attune/core/displaytext.h"
#include "attune/session/authorities.h"
#include "attune/widgets/dialogservice.h"

#include <QPushButton>

#include <algorithm>

namespace attune::widgets {

using session::Profile;
using session::ProfileField;
using session::SignInMethod;

namespace {

/// As people read it and may go on typing: what an address must not hold stays encoded.
QString typed(const QUrl& url) {
    return url.toDisplayString(QUrl::FormattingOptions(QUrl::PrettyDecoded) | QUrl::EncodeSpaces |
                               QUrl::EncodeReserved);
}

} // namespace

ProfileDialog::ProfileDialog(session::SignInService& signIn, DialogService& dialogs, core::Clock& clock,
                             QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ProfileDialog>())
    , m_signIn(signIn)
    , m_dialogs(dialogs)
    , m_clock(clock) {
    m_ui->setupUi(this);
    makePlain(*m_ui->caFileFacts);
    m_ui->method->addItem(tr("Password"), static_cast<int>(SignInMethod::Password));
    m_ui->method->addItem(tr("LDAP"), static_cast<int>(SignInMethod::Ldap));
    m_ui->method->addItem(tr("Integration token"), static_cast<int>(SignInMethod::IntegrationToken));
    m_accept = m_ui->buttons->addButton(tr("S&ign in"), QDialogButtonBox::AcceptRole);
    m_accept->setDefault(true);
    connectFields();
    onAdvancedToggled(false);
    onMethodChanged();
    onApiEdited();
    onProxyEdited();
    onCaFileEdited();
    setBusy(false);
    setMinimumWidth(fontMetrics().averageCharWidth() * 68);
    const int labels = std::max({m_ui->wsLabel->sizeHint().width(), m_ui->proxyPasswordLabel->sizeHint().width(),
                                 m_ui->apiLabel->sizeHint().width(), m_ui->methodLabel->sizeHint().width(),
                                 m_ui->nameLabel->sizeHint().width()});
    m_ui->fields->setColumnMinimumWidth(0, labels);
    m_ui->advancedLayout->setColumnMinimumWidth(0, labels);
}

ProfileDialog::~ProfileDialog() {
    if (m_busy)
        m_signIn.cancelSignIn();
}

void ProfileDialog::connectFields() {
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &ProfileDialog::onAccepted);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &ProfileDialog::reject);
    connect(m_ui->advanced, &QToolButton::toggled, this, &ProfileDialog::onAdvancedToggled);
    connect(m_ui->browse, &QPushButton::clicked, this, &ProfileDialog::onBrowse);
    connect(m_ui->api, &QLineEdit::textChanged, this, &ProfileDialog::onApiEdited);
    connect(m_ui->ws, &QLineEdit::textChanged, this, &ProfileDialog::onApiEdited);
    connect(m_ui->method, &QComboBox::currentIndexChanged, this, &ProfileDialog::onMethodChanged);
    connect(m_ui->plainText, &QCheckBox::toggled, this, [this] { clearProblem(ProfileField::Api); });
    connect(m_ui->remember, &QCheckBox::clicked, this, [this] { m_rememberFollowsMethod = false; });
    connect(m_ui->caFile, &QLineEdit::textChanged, this, &ProfileDialog::onCaFileEdited);
    connect(m_ui->name, &QLineEdit::textEdited, this, [this] { m_nameFollowsHost = m_ui->name->text().isEmpty(); });
    connect(m_ui->proxy, &QLineEdit::textChanged, this, &ProfileDialog::onProxyEdited);
    connect(m_ui->proxyUser, &QLineEdit::textChanged, this, &ProfileDialog::onProxyEdited);
    connect(m_ui->proxyPassword, &QLineEdit::textChanged, this, [this] { clearProblem(ProfileField::ProxyLogin); });
    for (const auto field : {ProfileField::Name, ProfileField::Api, ProfileField::Ws, ProfileField::Login,
                             ProfileField::Secret, ProfileField::CaFile, ProfileField::Proxy, ProfileField::ProxyLogin})
        connect(static_cast<QLineEdit*>(row(field).editor), &QLineEdit::textChanged, this,
                [this, field] { clearProblem(field); });
}

void ProfileDialog::setProfile(const Profile& profile) {
    m_saved = profile;
    m_nameFollowsHost = profile.name.isEmpty();
    m_ui->name->setText(profile.name);
    m_ui->plainText->setChecked(profile.allowPlainText);
    m_ui->api->setText(typed(profile.api));
    m_ui->ws->setText(typed(profile.ws));
    m_ui->caFile->setText(profile.caFile);
    m_ui->method->setCurrentIndex(m_ui->method->findData(static_cast<int>(profile.method)));
    m_ui->caReplaces->setChecked(profile.caReplaces);
    m_ui->proxy->setText(typed(profile.proxy));
    m_ui->proxyUser->setText(profile.proxyUser);
    m_rememberFollowsMethod = profile.name.isEmpty();
    if (!m_rememberFollowsMethod)
        m_ui->remember->setChecked(profile.remember);
    m_ui->login->setText(profile.login);
    m_ui->advanced->setChecked(!profile.ws.isEmpty() || !profile.caFile.isEmpty() || !profile.proxy.isEmpty() ||
                               !profile.proxyUser.isEmpty());
    const bool needsLogin = profile.login.isEmpty() && profile.method != SignInMethod::IntegrationToken;
    (profile.api.isEmpty() ? m_ui->api : needsLogin ? m_ui->login : m_ui->secret)->setFocus();
}

Profile ProfileDialog::profile() const {
    Profile profile;
    profile.name = m_ui->name->text().trimmed();
    if (const auto api = session::parseBaseUrl(m_ui->api->text()))
        profile.api = *api;
    if (const auto ws = session::parseNotifierUrl(m_ui->ws->text()); ws && !m_ui->ws->text().trimmed().isEmpty())
        profile.ws = *ws;
    profile.method = static_cast<SignInMethod>(m_ui->method->currentData().toInt());
    if (profile.method != SignInMethod::IntegrationToken)
        profile.login = m_ui->login->text().trimmed();
    profile.caFile = m_ui->caFile->text().trimmed();
    profile.caReplaces = !profile.caFile.isEmpty() && m_ui->caReplaces->isChecked();
    if (const auto proxy = session::parseProxy(m_ui->proxy->text()))
        profile.proxy = *proxy;
    if (m_ui->proxyUser->isEnabled())
        profile.proxyUser = m_ui->proxyUser->text().trimmed();
    profile.remember = m_ui->remember->isChecked();
    profile.allowPlainText = m_ui->plainText->isVisibleTo(this) && m_ui->plainText->isChecked();
    return profile;
}

void ProfileDialog::reject() {
    if (!m_busy) {
        clearSecrets();
        QDialog::reject();
        return;
    }
    m_signIn.cancelSignIn();
    setBusy(false);
}

void ProfileDialog::onAccepted() {
    const session::ProfileErrors found = problems();
    showProblems(found);
    if (!found.empty() || m_busy)
        return;
    setBusy(true);
    const QString proxyPassword = m_ui->proxyPassword->isEnabled() ? m_ui->proxyPassword->text() : QString();
    m_signIn.signIn(profile(), {m_ui->secret->text(), proxyPassword}, this,
                    [this, attempt = ++m_attempt](const auto& problem) { onAnswered(attempt, problem); });
}

void ProfileDialog::onAnswered(int attempt, const std::optional<session::SignInProblem>& problem) {
    if (!m_busy || attempt != m_attempt)
        return; // the operator stopped waiting
    setBusy(false);
    if (problem) {
        showProblem(*problem);
        return;
    }
    clearSecrets();
    accept();
}

void ProfileDialog::clearSecrets() {
    m_ui->secret->clear();
    m_ui->proxyPassword->clear();
}

void ProfileDialog::setBusy(bool busy) {
    m_busy = busy;
    m_ui->busy->setVisible(busy);
    m_accept->setDisabled(busy);
    m_accept->setText(busy ? tr("Signing in…") : tr("S&ign in"));
    for (auto* field : findChildren<QLineEdit*>())
        field->setReadOnly(busy);
    m_ui->method->setDisabled(busy);
    m_ui->plainText->setDisabled(busy);
    m_ui->remember->setDisabled(busy);
    m_ui->browse->setDisabled(busy);
}

void ProfileDialog::onApiEdited() {
    const auto api = session::parseBaseUrl(m_ui->api->text());
    const auto ws = session::parseNotifierUrl(m_ui->ws->text());
    const auto plain = [](const core::Result<QUrl>& url, QStringView scheme) {
        return url.ok() && url->scheme() == scheme && !session::isThisMachine(*url);
    };
    if (m_nameFollowsHost)
        m_ui->name->setText(api ? core::displayText(api->host(), 60) : QString());
    m_ui->plainText->setVisible(plain(api, u"http") || plain(ws, u"ws"));
    m_ui->ws->setPlaceholderText(api ? session::derivedNotifierUrl(*api).toDisplayString()
                                     : tr("Derived from the server address"));
}

void ProfileDialog::onMethodChanged() {
    const bool token = m_ui->method->currentData().toInt() == static_cast<int>(SignInMethod::IntegrationToken);
    m_ui->login->setHidden(token);
    m_ui->loginLabel->setHidden(token);
    clearProblem(ProfileField::Login);
    clearProblem(ProfileField::Secret);
    clearProblem(ProfileField::Method);
    m_ui->secretLabel->setText(token ? tr("Tok&en") : tr("&Password"));
    // A token was made to be kept somewhere else already.
    if (m_rememberFollowsMethod)
        m_ui->remember->setChecked(!token);
    m_ui->remember->setToolTip(token ? tr("Keeps the token in the keychain of this desktop")
                                     : tr("Keeps the sign-in, never the password, in the keychain of this desktop"));
}

void ProfileDialog::onCaFileEdited() {
    const bool isEmpty = m_ui->caFile->text().trimmed().isEmpty();
    m_ui->caReplaces->setDisabled(isEmpty);
    m_ui->caFileFacts->hide(); // they are those of another file
    m_typing = isEmpty ? nullptr : m_clock.after(TypingPause, [this] { describeCaFile(); });
}

/// Not for every key: on the way to its name there may be other files, and each is read.
void ProfileDialog::describeCaFile() {
    m_typing.reset();
    QStringList lines;
    for (const QString& line : session::describeAuthorities(m_ui->caFile->text().trimmed(), m_clock.now()))
        lines += core::displayText(line, 200);
    m_ui->caFileFacts->setText(lines.join(u'\n'));
    m_ui->caFileFacts->setHidden(lines.isEmpty());
}

void ProfileDialog::onProxyEdited() {
    const auto proxy = session::parseProxy(m_ui->proxy->text());
    const bool isDirect = proxy.ok() && !proxy->isEmpty() && proxy->host().isEmpty();
    const bool isSaved = !m_saved.proxyUser.isEmpty() && m_saved.proxyUser == m_ui->proxyUser->text().trimmed() &&
                         proxy.ok() && m_saved.proxy == *proxy;
    for (QWidget* field : std::initializer_list<QWidget*>{m_ui->proxyUserLabel, m_ui->proxyUser})
        field->setDisabled(isDirect);
    const bool hasUser = !isDirect && !m_ui->proxyUser->text().trimmed().isEmpty();
    for (QWidget* field : std::initializer_list<QWidget*>{m_ui->proxyPasswordLabel, m_ui->proxyPassword})
        field->setEnabled(hasUser);
    m_ui->proxyPassword->setPlaceholderText(isSaved ? tr("As last time") : QString());
}

void ProfileDialog::onAdvancedToggled(bool shown) {
    m_ui->advanced->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
    m_ui->advancedFields->setVisible(shown);
    if (isVisible())
        resize(width(), sizeHint().height());
}

void ProfileDialog::onBrowse() {
    m_dialogs.chooseOpenFile(this, tr("Certificate authorities"), tr("Certificates (*.pem *.crt *.cer);;All files (*)"),
                             [this](const QString& path) {
                                 m_ui->caFile->setText(path);
                                 describeCaFile();
                             });
}

} // namespace attune::widgets
