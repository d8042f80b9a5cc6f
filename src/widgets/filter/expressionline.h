// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "filter/expressionedit.h"

#include <QWidget>

class QLabel;

namespace attune::models {
class RefCompletionModel;
class StatusFilterModel;
} // namespace attune::models

namespace attune::widgets {

/// The second line of the filter, for experts: an expression, and below it what is wrong with it.
class ExpressionLine : public QWidget {
    Q_OBJECT
public:
    /// The models outlive the line.
    ExpressionLine(models::StatusFilterModel& statuses, models::RefCompletionModel& rules,
                   models::RefCompletionModel& triggers, QWidget* parent = nullptr);

    [[nodiscard]] ExpressionEdit& edit() const { return *m_edit; }

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QStringList values(core::ExpressionCompletion::Values kind) const;
    void refreshLook();

    models::StatusFilterModel& m_statuses;
    models::RefCompletionModel& m_rules;
    models::RefCompletionModel& m_triggers;
    ExpressionEdit* m_edit;
    QLabel* m_problem;
};

} // namespace attune::widgets
