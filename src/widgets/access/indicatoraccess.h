// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAccessibleWidget>

namespace attune::widgets {

/// What assistive technology sees of a LiveIndicator: a button whose name is the state and changes with it alone, which
/// is what announces it, and whose description counts and is therefore made when somebody asks.
class IndicatorAccess : public QAccessibleWidget {
public:
    /// From now on every indicator is seen like this.
    static void install();

    explicit IndicatorAccess(QWidget* indicator) : QAccessibleWidget(indicator, QAccessible::Button) {}

    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    [[nodiscard]] QStringList actionNames() const override;
    void doAction(const QString& name) override;
};

} // namespace attune::widgets
