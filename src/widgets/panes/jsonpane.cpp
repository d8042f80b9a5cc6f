// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "panes/jsonpane.h"

#include "access/fieldbuttons.h"
#include "dialogs/plainlabel.h"
#include "panes/jsondelegate.h"

#include "attune/core/displaytext.h"
#include "attune/widgets/themedicon.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QStackedLayout>
#include <QToolButton>
#include <QTreeView>

namespace attune::widgets {

namespace {

constexpr std::chrono::milliseconds SearchDelay{200};
constexpr int FewChildren = 24; // containers with more stay closed at first

using models::JsonTreeModel;

} // namespace

JsonPane::JsonPane(const QString& name, QWidget* parent)
    : QWidget(parent), m_stack(new QStackedLayout), m_message(new QLabel(this)) {
    m_message->setObjectName(QStringLiteral("message"));
    makePlain(*m_message);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setContentsMargins(24, 24, 24, 24);
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(createSearch());
    layout->addWidget(createTree(name), 1);
    m_stack->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(m_message);
    m_stack->addWidget(page);
    setLayout(m_stack);
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(SearchDelay);
    connect(&m_debounce, &QTimer::timeout, this, &JsonPane::search);
    updateIcons();
}

QWidget* JsonPane::createTree(const QString& name) {
    m_tree = new QTreeView(this);
    m_tree->setModel(&m_model);
    m_tree->setItemDelegate(new JsonDelegate(m_tree));
    m_tree->setAccessibleName(name);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->setExpandsOnDoubleClick(true);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_tree->header()->setSectionResizeMode(QHeaderView::Interactive);
    m_tree->header()->resizeSection(JsonTreeModel::KeyColumn, fontMetrics().averageCharWidth() * 32);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(JsonTreeModel::ValueColumn, QHeaderView::Stretch);
    m_tree->header()->resizeSection(JsonTreeModel::TypeColumn, fontMetrics().averageCharWidth() * 14);
    QClipboard* clipboard = QGuiApplication::clipboard();
    connect(addCopyAction(tr("Copy &Value"), QKeySequence::Copy), &QAction::triggered, this,
            [=, this] { clipboard->setText(m_model.valueText(m_tree->currentIndex())); });
    connect(addCopyAction(tr("Copy &Path"), Qt::CTRL | Qt::SHIFT | Qt::Key_C), &QAction::triggered, this,
            [=, this] { clipboard->setText(m_model.path(m_tree->currentIndex())); });
    return m_tree;
}

QAction* JsonPane::addCopyAction(const QString& text, const QKeySequence& keys) {
    auto* action = new QAction(text, m_tree);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_tree->addAction(action);
    return action;
}

QWidget* JsonPane::createSearch() {
    auto* row = new QWidget(this);
    m_search = new QLineEdit(row);
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Search keys and values"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    nameFieldButtons(*m_search);
    m_count = new QLabel(row);
    m_count->setObjectName(QStringLiteral("matches"));
    m_previous = new QAction(tr("Previous match"), row);
    m_next = new QAction(tr("Next match"), row);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(8);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_count);
    for (QAction* action : {m_previous, m_next}) {
        auto* button = new QToolButton(row);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        layout->addWidget(button);
    }
    connect(m_search, &QLineEdit::textChanged, &m_debounce, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, [this] { step(1); });
    connect(m_next, &QAction::triggered, this, [this] { step(1); });
    connect(m_previous, &QAction::triggered, this, [this] { step(-1); });
    return row;
}

void JsonPane::setDocument(const core::JsonDocument& document, const QString& whenEmpty) {
    m_model.setDocument(document);
    if (m_model.isEmpty()) {
        setMessage(whenEmpty);
        return;
    }
    m_stack->setCurrentIndex(1);
    expandFirstLevels();
    m_found = {};
    m_current = -1;
    search();
}

void JsonPane::setMessage(const QString& sentence) {
    m_message->setText(core::displayText(sentence, 1000));
    m_stack->setCurrentIndex(0);
}

void JsonPane::expandFirstLevels() {
    if (m_model.rowCount() > FewChildren)
        return;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex child = m_model.index(row, 0);
        if (m_model.canFetchMore(child))
            m_model.fetchMore(child);
        m_tree->setExpanded(child, m_model.rowCount(child) <= FewChildren);
    }
}

void JsonPane::search() {
    m_debounce.stop();
    m_found = m_model.search(m_search->text());
    m_current = m_found.matches.empty() ? -1 : 0;
    showMatch();
}

void JsonPane::step(int by) {
    if (m_debounce.isActive()) {
        search();
        return;
    }
    const int count = static_cast<int>(m_found.matches.size());
    if (count == 0)
        return;
    m_current = (m_current + by + count) % count;
    showMatch();
}

void JsonPane::showMatch() {
    const auto count = static_cast<int>(m_found.matches.size());
    m_previous->setEnabled(count > 0);
    m_next->setEnabled(count > 0);
    if (m_search->text().isEmpty()) {
        m_count->clear();
        return;
    }
    const QString more = m_found.truncated ? QStringLiteral("+") : QString();
    m_count->setText(count == 0 ? tr("not found")
                                : tr("%1 of %2").arg(m_current + 1).arg(QString::number(count) + more));
    if (count == 0)
        return;
    const QModelIndex index = m_model.indexAt(m_found.matches[static_cast<std::size_t>(m_current)]);
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

void JsonPane::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcons();
}

void JsonPane::updateIcons() {
    m_previous->setIcon(themedIcon(QStringLiteral("chevron-up"), palette()));
    m_next->setIcon(themedIcon(QStringLiteral("chevron-down"), palette()));
}

} // namespace attune::widgets
