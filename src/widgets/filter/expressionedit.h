// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/expression/expressioncompletion.h"

#include <QLineEdit>

#include <functional>

class QAction;
class QCompleter;
class QStringListModel;

namespace attune::core {
class Expression;
}

namespace attune::widgets {

/// A line for an expression: says in words what is wrong with it while it is typed, and offers what could stand at the
/// cursor.
class ExpressionEdit : public QLineEdit {
    Q_OBJECT
public:
    using ValueSource = std::function<QStringList(core::ExpressionCompletion::Values)>;

    explicit ExpressionEdit(QWidget* parent = nullptr);

    /// Asked for the texts of a field, the likeliest first.
    void setValueSource(ValueSource source) { m_values = std::move(source); }
    [[nodiscard]] bool isValid() const { return m_problem.isEmpty(); }
    /// Why it is none, in words; empty if it is one.
    [[nodiscard]] const QString& problem() const { return m_problem; }
    /// Precondition: isValid().
    [[nodiscard]] core::Expression expression() const;

Q_SIGNALS:
    /// Enter: the operator is done.
    void committed();
    void problemChanged(const QString& problem);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void judge();
    void offerCompletions();
    [[nodiscard]] QStringList completions(const core::ExpressionCompletion& completion) const;
    void insertCompletion(const QString& word);
    void refreshLook();

    ValueSource m_values;
    QStringListModel* m_words;
    QCompleter* m_completer;
    QAction* m_mark;
    QString m_problem;
};

} // namespace attune::widgets
