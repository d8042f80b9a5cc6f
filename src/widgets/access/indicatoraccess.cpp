// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "access/indicatoraccess.h"

#include "attune/widgets/liveindicator.h"

namespace attune::widgets {

namespace {

QAccessibleInterface* create(const QString& className, QObject* object) {
    const bool isIndicator = className == QLatin1String(LiveIndicator::staticMetaObject.className());
    return isIndicator ? new IndicatorAccess(qobject_cast<QWidget*>(object)) : nullptr;
}

} // namespace

void IndicatorAccess::install() { QAccessible::installFactory(create); } // the same one is installed only once

QString IndicatorAccess::text(QAccessible::Text kind) const {
    if (kind != QAccessible::Description)
        return QAccessibleWidget::text(kind);
    const IndicatorPresentation& shown = static_cast<const LiveIndicator*>(widget())->presentation();
    return shown.text == shown.accessibleName ? shown.toolTip : shown.text + u'\n' + shown.toolTip;
}

QStringList IndicatorAccess::actionNames() const { return {pressAction(), setFocusAction()}; }

void IndicatorAccess::doAction(const QString& name) {
    if (name == pressAction())
        static_cast<LiveIndicator*>(widget())->click();
    else
        QAccessibleWidget::doAction(name);
}

} // namespace attune::widgets
