// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "filter/expressionline.h"

#include "access/fieldbuttons.h"

#include "attune/models/refcompletionmodel.h"
#include "attune/models/statusfiltermodel.h"
#include "attune/widgets/theme.h"

#include <QEvent>
#include <QFontDatabase>
#include <QLabel>
#include <QVBoxLayout>

namespace attune::widgets {

namespace {

[[nodiscard]] QStringList textsOf(QAbstractItemModel& model) {
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts += model.index(row, 0).data(Qt::EditRole).toString();
    return texts;
}

[[nodiscard]] QStringList packsOf(const QStringList& refs) {
    QStringList packs;
    for (const QString& ref : refs) {
        const QString pack = ref.section(u'.', 0, 0);
        if (ref.contains(u'.') && !packs.contains(pack))
            packs += pack;
    }
    return packs;
}

} // namespace

ExpressionLine::ExpressionLine(models::StatusFilterModel& statuses, models::RefCompletionModel& rules,
                               models::RefCompletionModel& triggers, QWidget* parent)
    : QWidget(parent)
    , m_statuses(statuses)
    , m_rules(rules)
    , m_triggers(triggers)
    , m_edit(new ExpressionEdit)
    , m_problem(new QLabel) {
    m_edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_edit->setPlaceholderText(QStringLiteral("status in (created, disabled) and took > 2s and not rule ~ \"ops.*\""));
    m_edit->setAccessibleName(tr("Expression"));
    nameFieldButtons(*m_edit);
    m_edit->setToolTip(
        tr("Comparisons of id, event, rule, rule_id, trigger, pack, status, condition, created, "
           "resolved, received, took, age and tag, joined by and, or, not; “is missing” asks for what is not known"));
    m_edit->setValueSource([this](core::ExpressionCompletion::Values kind) { return values(kind); });
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addWidget(m_edit);
    layout->addWidget(m_problem);
    connect(m_edit, &ExpressionEdit::problemChanged, m_problem, [this](const QString& problem) {
        m_problem->setText(problem);
        m_problem->setVisible(!problem.isEmpty());
    });
    setFocusProxy(m_edit);
    refreshLook();
}

QStringList ExpressionLine::values(core::ExpressionCompletion::Values kind) const {
    using Values = core::ExpressionCompletion::Values;
    switch (kind) {
    case Values::None:
        return {};
    case Values::Rules:
    case Values::Packs: {
        m_rules.refresh();
        const QStringList rules = textsOf(m_rules);
        return kind == Values::Rules ? rules : packsOf(rules);
    }
    case Values::Triggers:
        m_triggers.refresh();
        return textsOf(m_triggers);
    case Values::Statuses:
        return textsOf(m_statuses);
    case Values::Conditions:
        return {QStringLiteral("all"), QStringLiteral("any")};
    }
    Q_UNREACHABLE();
}

void ExpressionLine::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshLook();
}

void ExpressionLine::refreshLook() {
    QPalette own;
    own.setColor(QPalette::WindowText, Theme::of(palette()).errorText);
    m_problem->setPalette(own);
}

} // namespace attune::widgets
