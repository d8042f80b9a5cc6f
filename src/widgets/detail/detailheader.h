// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;

namespace attune::widgets {

class BadgeLabel;
class ElidedLabel;
struct Badge;

/// The first line of an enforcement window: number and rule, status, age, and buttons.
class DetailHeader : public QWidget {
    Q_OBJECT
public:
    explicit DetailHeader(QWidget* parent = nullptr);

    void addButton(QAction* action);
    void setTitle(const QString& title);
    void setStatus(const Badge& badge);
    /// Age of an unresolved enforcement, or how long it took.
    void setAge(const QString& age);

private:
    QHBoxLayout* m_layout;
    ElidedLabel* m_title;
    BadgeLabel* m_status;
    QLabel* m_age;
};

} // namespace attune::widgets
