// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/widgets/welcomepage.h"

#include "dialogs/plainlabel.h"

#include "attune/core/displaytext.h"
#include "attune/widgets/themedicon.h"

#include <QCommandLinkButton>
#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace attune::widgets {

namespace {
constexpr int NameRole = Qt::UserRole + 1;
constexpr int PageWidth = 480;
constexpr int IconSize = 40;
constexpr int RowPadding = 8;
} // namespace

WelcomePage::WelcomePage(QWidget* parent) : QWidget(parent) {
    auto* column = new QWidget(this);
    column->setFixedWidth(PageWidth);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addLayout(createHeading());
    m_notice = new QLabel(column);
    m_notice->setObjectName(QStringLiteral("notice"));
    makePlain(*m_notice);
    m_notice->hide();
    layout->addWidget(m_notice);
    layout->addWidget(createProfiles());
    layout->addWidget(createChoices());

    auto* outer = new QVBoxLayout(this);
    outer->addStretch(2);
    outer->addWidget(column, 0, Qt::AlignHCenter);
    outer->addStretch(3);
    for (QPushButton* button : {m_demo, m_server, m_open, m_remove})
        button->setAutoDefault(true); // Enter presses what has the focus, as in a dialog
    updateIcons();
    setProfiles({}, {});
}

QLayout* WelcomePage::createHeading() {
    auto* icon = new QLabel(this);
    icon->setPixmap(applicationIcon().pixmap(QSize(IconSize, IconSize), devicePixelRatioF()));
    auto* title = new QLabel(tr("Attune Watch"), this);
    QFont font = title->font();
    font.setPointSizeF(font.pointSizeF() * 1.8);
    title->setFont(font);
    auto* heading = new QHBoxLayout;
    heading->setSpacing(12);
    heading->addWidget(icon);
    heading->addWidget(title, 1);
    return heading;
}

QWidget* WelcomePage::createChoices() {
    auto* choices = new QWidget(this);
    auto* layout = new QVBoxLayout(choices);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_demo = new QCommandLinkButton(tr("Try the &built-in demo"),
                                    tr("A small Attune server on this machine, with a lively stream"), choices);
    m_demo->setObjectName(QStringLiteral("demo"));
    m_server = new QCommandLinkButton(tr("&Connect to a server"), tr("With a password, LDAP or an integration token"),
                                      choices);
    m_server->setObjectName(QStringLiteral("connect"));
    layout->addWidget(m_demo);
    layout->addWidget(m_server);
    connect(m_demo, &QPushButton::clicked, this, &WelcomePage::demoRequested);
    connect(m_server, &QPushButton::clicked, this, &WelcomePage::connectRequested);
    return choices;
}

QWidget* WelcomePage::createProfiles() {
    m_saved = new QWidget(this);
    auto* layout = new QVBoxLayout(m_saved);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto* label = new QLabel(tr("Saved &profiles"), m_saved);
    m_profiles = new QListWidget(m_saved);
    m_profiles->setObjectName(QStringLiteral("profiles"));
    m_profiles->setAccessibleName(tr("Saved profiles"));
    m_profiles->setTextElideMode(Qt::ElideMiddle);
    label->setBuddy(m_profiles);
    m_open = new QPushButton(tr("&Sign in"), m_saved);
    m_open->setObjectName(QStringLiteral("open"));
    m_remove = new QPushButton(tr("&Remove…"), m_saved);
    m_remove->setObjectName(QStringLiteral("remove"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_remove);
    buttons->addWidget(m_open);
    layout->addWidget(label);
    layout->addWidget(m_profiles);
    layout->addLayout(buttons);

    connect(m_profiles, &QListWidget::itemActivated, this, [this] { Q_EMIT profileChosen(currentProfile()); });
    connect(m_profiles, &QListWidget::currentItemChanged, this, &WelcomePage::onCurrentChanged);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT profileChosen(currentProfile()); });
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT profileRemovalRequested(currentProfile()); });
    return m_saved;
}

void WelcomePage::setProfiles(const std::vector<session::Profile>& profiles, const QString& lastUsed) {
    m_profiles->clear();
    for (const session::Profile& profile : profiles) {
        const QString where = profile.login.isEmpty()
                                  ? profile.api.toDisplayString()
                                  : tr("%1 at %2", "login at server").arg(profile.login, profile.api.toDisplayString());
        auto* item = new QListWidgetItem(
            core::displayText(tr("%1 — %2", "profile name, login at server").arg(profile.name, where), 200),
            m_profiles);
        item->setToolTip(core::toolTipText(where));
        item->setData(NameRole, profile.name);
        item->setSizeHint({0, rowHeight()});
        if (profile.name == lastUsed || m_profiles->currentItem() == nullptr)
            m_profiles->setCurrentItem(item);
    }
    const int rows = std::clamp(m_profiles->count(), 1, 6);
    m_profiles->setFixedHeight(rows * rowHeight() + 2 * m_profiles->frameWidth());
    m_saved->setHidden(profiles.empty());
    onCurrentChanged();
    setFocusProxy(profiles.empty() ? static_cast<QWidget*>(m_demo) : m_profiles);
    if (isVisible())
        setFocus();
}

void WelcomePage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    setFocus();
}

int WelcomePage::rowHeight() const { return m_profiles->fontMetrics().height() + RowPadding; }

void WelcomePage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcons();
}

void WelcomePage::updateIcons() {
    m_demo->setIcon(themedIcon(QStringLiteral("play"), palette()));
    m_server->setIcon(themedIcon(QStringLiteral("server"), palette()));
}

void WelcomePage::setNotice(const QString& sentence) {
    m_notice->setText(core::displayText(sentence, 600));
    m_notice->setHidden(sentence.isEmpty());
}

QString WelcomePage::currentProfile() const {
    const QListWidgetItem* item = m_profiles->currentItem();
    return item == nullptr ? QString() : item->data(NameRole).toString();
}

void WelcomePage::onCurrentChanged() {
    m_open->setEnabled(m_profiles->currentItem() != nullptr);
    m_remove->setEnabled(m_profiles->currentItem() != nullptr);
}

} // namespace attune::widgets
