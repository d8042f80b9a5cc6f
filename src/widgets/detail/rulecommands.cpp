// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "detail/rulecommands.h"

#include "detail/problemsentence.h"

#include "attune/widgets/dialogservice.h"

#include <QWidget>

namespace attune::widgets {

RuleCommands::RuleCommands(session::DetailService& service, DialogService& dialogs, QWidget& window)
    : QObject(&window), m_service(service), m_dialogs(dialogs), m_window(window) {}

void RuleCommands::ask(const QString& ref, bool enabled) {
    DialogService::Question question;
    question.title = enabled ? tr("Enable rule") : tr("Disable rule");
    question.text = enabled ? tr("Enable the rule %1?").arg(ref) : tr("Disable the rule %1?").arg(ref);
    question.details = enabled ? tr("From then on its events start actions again, for everybody.")
                               : tr("It stops matching events, for everybody. Enforcements that the server has not "
                                    "processed yet become disabled.");
    question.accept = enabled ? tr("Enable rule") : tr("Disable rule");
    m_dialogs.ask(&m_window, question, [this, ref, enabled] { change(ref, enabled); });
}

void RuleCommands::change(const QString& ref, bool enabled) {
    Q_EMIT noticed(Tone::Neutral, enabled ? tr("Enabling rule %1…").arg(ref) : tr("Disabling rule %1…").arg(ref));
    m_service.setRuleEnabled(
        ref, enabled, this, [this, ref, enabled](const session::ServiceResult<core::RuleDetail>& result) {
            if (!result) {
                const QString intent = enabled ? tr("enable rule %1").arg(ref) : tr("disable rule %1").arg(ref);
                Q_EMIT noticed(Tone::Bad, commandProblem(result.error(), intent).sentence);
                return;
            }
            Q_EMIT noticed(result->enabled == enabled ? Tone::Good : Tone::Warning,
                           result->enabled ? tr("Rule %1 is enabled.").arg(ref) : tr("Rule %1 is disabled.").arg(ref));
        });
}

} // namespace attune::widgets
