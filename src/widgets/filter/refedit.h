// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

class QCompleter;
class QModelIndex;

namespace attune::models {
class RefCompletionModel;
}

namespace attune::widgets {

/// A field of filter terms that completes the term at the cursor from the refs of a model.
class RefEdit : public QLineEdit {
    Q_OBJECT
public:
    /// `refs` outlives the field.
    explicit RefEdit(models::RefCompletionModel& refs, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Enter, or a completion was picked: the operator is done.
    void committed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    struct Span {
        qsizetype from = 0;
        qsizetype to = 0;
    };
    /// The term at the cursor without its signs.
    [[nodiscard]] Span termAtCursor() const;
    void offerCompletions();
    void openPopup(const QString& prefix);
    void insertCompletion(const QModelIndex& completion);

    models::RefCompletionModel& m_refs;
    QCompleter* m_completer;
};

} // namespace attune::widgets
