// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/widgets/shortcutsdialog.h"

#include "attune/core/displaytext.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QStyle>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace attune::widgets {

namespace {

constexpr int RowPadding = 6;

QString withoutMnemonic(QString text) {
    text.replace(QStringLiteral("&&"), QStringLiteral("\x01"));
    text.remove(u'&');
    text.replace(QStringLiteral("\x01"), QStringLiteral("&"));
    return text.remove(QStringLiteral("…"));
}

QString keysOf(const QAction& action) {
    QStringList keys;
    for (const QKeySequence& sequence : action.shortcuts())
        keys += sequence.toString(QKeySequence::NativeText);
    return keys.join(QStringLiteral(", "));
}

class Collector {
public:
    explicit Collector(QTreeWidget& list) : m_list(list) {}

    void addMenu(const QMenu& menu, const QString& title) {
        for (const QAction* action : menu.actions()) {
            if (action->menu() != nullptr)
                addMenu(*action->menu(), title);
            else
                add(*action, title);
        }
    }

    void add(const QAction& action, const QString& group) {
        if (action.shortcut().isEmpty() || action.text().isEmpty() || m_seen.contains(&action))
            return;
        m_seen.insert(&action);
        const QString keys = keysOf(action);
        m_widestKeys = std::max(m_widestKeys, m_list.fontMetrics().horizontalAdvance(keys));
        auto* item = new QTreeWidgetItem(groupItem(group), {withoutMnemonic(action.text()), keys});
        item->setSizeHint(0, rowSize());
        item->setToolTip(0, core::toolTipText(action.toolTip()));
    }

    /// In pixels; how long the names of keys are depends on the language.
    [[nodiscard]] int widestKeys() const { return m_widestKeys; }

private:
    [[nodiscard]] QSize rowSize() const { return {0, m_list.fontMetrics().height() + RowPadding}; }

    QTreeWidgetItem* groupItem(const QString& title) {
        const auto found = m_list.findItems(title, Qt::MatchExactly);
        if (!found.isEmpty())
            return found.first();
        auto* item = new QTreeWidgetItem(&m_list, {title});
        QFont bold = m_list.font();
        bold.setBold(true);
        item->setFont(0, bold);
        item->setFirstColumnSpanned(true);
        item->setSizeHint(0, rowSize());
        return item;
    }

    QTreeWidget& m_list;
    QSet<const QAction*> m_seen;
    int m_widestKeys = 0;
};

} // namespace

ShortcutsDialog::ShortcutsDialog(const QWidget& window, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Keyboard shortcuts"));
    m_list = new QTreeWidget(this);
    m_list->setAccessibleName(windowTitle());
    m_list->setHeaderLabels({tr("Command"), tr("Keys")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);

    Collector collector(*m_list);
    if (const auto* bar = window.findChild<QMenuBar*>()) {
        for (const QAction* action : bar->actions()) {
            if (action->menu() != nullptr)
                collector.addMenu(*action->menu(), withoutMnemonic(action->text()));
        }
    }
    for (const QAction* action : window.findChildren<QAction*>())
        collector.add(*action, tr("Other"));
    m_list->expandAll();
    const int commands = fontMetrics().averageCharWidth() * 36;
    m_list->header()->resizeSection(0, commands);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &ShortcutsDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_list);
    layout->addWidget(buttons);
    const int beside = 2 * 16 + style()->pixelMetric(QStyle::PM_ScrollBarExtent) + 24;
    resize(std::max(fontMetrics().averageCharWidth() * 64, commands + collector.widestKeys() + beside), 560);
}

} // namespace attune::widgets
