// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "filter/expressionedit.h"

#include "filter/completionpopup.h"

#include "attune/core/displaytext.h"
#include "attune/core/expression/expression.h"
#include "attune/widgets/theme.h"
#include "attune/widgets/themedicon.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QEvent>
#include <QKeyEvent>
#include <QStringListModel>

namespace attune::widgets {

namespace {

constexpr qsizetype MaxOffers = 200; // nobody reads more

/// Words of a server as they may be shown; exact where they are used.
class WordModel final : public QStringListModel {
public:
    using QStringListModel::QStringListModel;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        const QVariant word = QStringListModel::data(index, role);
        return role == Qt::DisplayRole ? core::displayText(word.toString()) : word;
    }
};

/// Without the quote that is being typed.
[[nodiscard]] QString begun(const QString& prefix) { return prefix.startsWith(u'"') ? prefix.mid(1) : prefix; }

} // namespace

ExpressionEdit::ExpressionEdit(QWidget* parent)
    : QLineEdit(parent)
    , m_words(new WordModel(this))
    , m_completer(new QCompleter(m_words, this))
    , m_mark(addAction(QIcon(), QLineEdit::TrailingPosition)) {
    setClearButtonEnabled(true);
    m_mark->setVisible(false);
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    dressCompletions(*m_completer);
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this, &ExpressionEdit::insertCompletion);
    connect(this, &QLineEdit::textChanged, this, &ExpressionEdit::judge);
    connect(this, &QLineEdit::textEdited, this, &ExpressionEdit::offerCompletions);
}

core::Expression ExpressionEdit::expression() const {
    auto expression = core::Expression::parse(text());
    return expression ? std::move(expression).value() : core::Expression();
}

void ExpressionEdit::keyPressEvent(QKeyEvent* event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    QAbstractItemView& popup = *m_completer->popup();
    if (popup.isVisible() && isEnter && !popup.currentIndex().isValid())
        popup.hide(); // nothing was picked: Enter means the field
    if (popup.isVisible() && isKeyOfCompletions(event->key())) {
        event->ignore();
        return;
    }
    if (event->key() == Qt::Key_Down && event->modifiers() == Qt::NoModifier) {
        offerCompletions();
        return;
    }
    QLineEdit::keyPressEvent(event);
    if (isEnter) {
        event->accept();
        Q_EMIT committed();
    }
}

void ExpressionEdit::changeEvent(QEvent* event) {
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshLook();
}

void ExpressionEdit::judge() {
    const auto expression = core::Expression::parse(text());
    const QString problem = expression ? QString() : expression.error().message;
    if (problem == m_problem)
        return;
    m_problem = problem;
    m_mark->setVisible(!isValid());
    m_mark->setToolTip(core::toolTipText(problem));
    setAccessibleDescription(problem);
    refreshLook();
    Q_EMIT problemChanged(problem);
}

void ExpressionEdit::offerCompletions() {
    const auto completion = core::completeExpression(text(), cursorPosition());
    const QStringList words = completions(completion);
    if (words.isEmpty() || (words.size() == 1 && words.front() == completion.prefix)) {
        m_completer->popup()->hide();
        return;
    }
    m_words->setStringList(words);
    openCompletions(*m_completer, cursorRect());
}

QStringList ExpressionEdit::completions(const core::ExpressionCompletion& completion) const {
    QStringList words = completion.words;
    if (completion.values == core::ExpressionCompletion::Values::None || !m_values)
        return words;
    const QString wanted = begun(completion.prefix);
    for (const QString& value : m_values(completion.values)) {
        if (words.size() < MaxOffers && value.contains(wanted, Qt::CaseInsensitive))
            words += core::expressionText(value);
    }
    return words;
}

void ExpressionEdit::insertCompletion(const QString& word) {
    const auto completion = core::completeExpression(text(), cursorPosition());
    const QString inserted = word + u' ';
    QString all = text();
    all.replace(completion.from, completion.length, inserted);
    setText(all);
    setCursorPosition(static_cast<int>(completion.from + inserted.size()));
    Q_EMIT textEdited(all);
}

void ExpressionEdit::refreshLook() {
    m_mark->setIcon(themedIcon(QStringLiteral("warning"), Theme::of(palette()).errorText));
}

} // namespace attune::widgets
