// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "access/fieldbuttons.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>

namespace attune::widgets {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(attune::widgets::FieldButtons)
};

} // namespace

void nameFieldButtons(QLineEdit& field) {
    for (QAction* action : field.findChildren<QAction*>(QString(), Qt::FindDirectChildrenOnly)) {
        if (!action->text().isEmpty())
            continue;
        const QString toolTip = action->toolTip();
        const bool clears = action->objectName() == QStringLiteral("_q_qlineeditclearaction");
        action->setText(clears ? Words::tr("Clear") : field.accessibleName());
        action->setToolTip(toolTip);
    }
}

} // namespace attune::widgets
