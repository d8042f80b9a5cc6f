// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/session/profile.h"

#include <QWidget>

#include <vector>

class QLabel;
class QListWidget;
class QPushButton;

namespace attune::widgets {

/// What the window shows while nobody is signed in: the demo, a server, the saved profiles, and why the last session
/// ended.
class WelcomePage : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(QWidget* parent = nullptr);

    /// `lastUsed` is selected, so that Enter goes on where the operator left off.
    void setProfiles(const std::vector<session::Profile>& profiles, const QString& lastUsed);
    /// One sentence above the choices, such as why the session ended; empty hides it.
    void setNotice(const QString& sentence);

Q_SIGNALS:
    void demoRequested();
    void connectRequested();
    void profileChosen(const QString& name);
    void profileRemovalRequested(const QString& name);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QLayout* createHeading();
    QWidget* createChoices();
    QWidget* createProfiles();
    [[nodiscard]] QString currentProfile() const;
    [[nodiscard]] int rowHeight() const;
    void onCurrentChanged();
    void updateIcons();

    QLabel* m_notice = nullptr;
    QWidget* m_saved = nullptr;
    QListWidget* m_profiles = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_demo = nullptr;
    QPushButton* m_server = nullptr;
};

} // namespace attune::widgets
