// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/session/detailservice.h"
#include "attune/widgets/theme.h"

#include <QObject>

class QWidget;

namespace attune::widgets {

class DialogService;

/// Enabling and disabling a rule: asks first, since everybody is affected and the server checks no permission, and says
/// how it ended.
class RuleCommands : public QObject {
    Q_OBJECT
public:
    RuleCommands(session::DetailService& service, DialogService& dialogs, QWidget& window);

    void enable(const QString& ref) { ask(ref, true); }
    void disable(const QString& ref) { ask(ref, false); }

Q_SIGNALS:
    void noticed(attune::widgets::Tone tone, const QString& sentence);

private:
    void ask(const QString& ref, bool enabled);
    void change(const QString& ref, bool enabled);

    session::DetailService& m_service;
    DialogService& m_dialogs;
    QWidget& m_window;
};

} // namespace attune::widgets
