// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "views/manageviewsdialog.h"

#include "views/savedviewlist.h"

#include "attune/core/displaytext.h"
#include "attune/widgets/dialogservice.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>

namespace attune::widgets {

ManageViewsDialog::ManageViewsDialog(SavedViewList& views, DialogService& dialogs, QWidget* parent)
    : QDialog(parent), m_views(views), m_dialogs(dialogs), m_list(new QListWidget) {
    setWindowTitle(tr("Saved views"));
    build();
    connect(m_list, &QListWidget::itemChanged, this, &ManageViewsDialog::onRenamed);
    connect(m_list, &QListWidget::currentRowChanged, this, &ManageViewsDialog::refreshButtons);
    connect(&views, &SavedViewList::viewsChanged, this, &ManageViewsDialog::refresh);
    refresh();
    m_list->setCurrentRow(0);
}

void ManageViewsDialog::build() {
    m_list->setAccessibleName(windowTitle());
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_list->setUniformItemSizes(true);
    m_list->setSpacing(2);
    auto* side = new QVBoxLayout;
    side->setSpacing(8);
    auto* show = new QPushButton(tr("&Show"));
    show->setDefault(true);
    const auto showView = [this] {
        if (m_list->currentRow() >= 0)
            Q_EMIT viewChosen(m_list->currentRow());
    };
    connect(show, &QPushButton::clicked, this, showView);
    connect(m_list, &QListWidget::itemDoubleClicked, this, showView);
    side->addWidget(show);
    const auto add = [this, side](const QString& text, void (ManageViewsDialog::*run)()) {
        auto* button = new QPushButton(text);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, run);
        side->addWidget(button);
        return button;
    };
    m_rename = add(tr("&Rename"), &ManageViewsDialog::rename);
    m_update = add(tr("Set to &Current"), &ManageViewsDialog::updateView);
    m_update->setToolTip(tr("Filter, columns, sort and density as they are now"));
    m_up = add(tr("Move &Up"), &ManageViewsDialog::moveUp);
    m_down = add(tr("Move &Down"), &ManageViewsDialog::moveDown);
    m_delete = add(tr("D&elete…"), &ManageViewsDialog::remove);
    side->addStretch();
    auto* upper = new QHBoxLayout;
    upper->setSpacing(12);
    upper->addWidget(m_list, 1);
    upper->addLayout(side);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &ManageViewsDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(upper);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 60, fontMetrics().height() * 22);
}

void ManageViewsDialog::refresh() {
    const QSignalBlocker quiet(m_list);
    const auto& views = m_views.views();
    // Items stay where they can: one of them may have an editor open.
    while (m_list->count() > static_cast<int>(views.size()))
        delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < static_cast<int>(views.size())) {
        auto* item = new QListWidgetItem(m_list);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
    }
    for (int row = 0; row < m_list->count(); ++row) {
        const QString& name = nameOf(row);
        m_list->item(row)->setText(core::displayText(name));
        m_list->item(row)->setToolTip(core::toolTipText(name));
    }
    refreshButtons();
}

void ManageViewsDialog::refreshButtons() {
    const int row = m_list->currentRow();
    for (QPushButton* button : {m_rename, m_update, m_delete})
        button->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_list->count());
}

const QString& ManageViewsDialog::nameOf(int row) const { return m_views.views()[static_cast<std::size_t>(row)].name; }

void ManageViewsDialog::onRenamed(QListWidgetItem* item) {
    const QString wanted = item->text();
    const int row = m_list->row(item);
    if (core::displayText(nameOf(row)) == wanted || m_views.rename(row, wanted))
        return;
    refresh();
    m_dialogs.warn(this, tr("Rename"),
                   session::viewName(wanted).isEmpty() ? tr("A view needs a name.")
                                                       : tr("There is a view “%1” already.").arg(wanted));
}

void ManageViewsDialog::rename() { m_list->editItem(m_list->currentItem()); }

void ManageViewsDialog::moveBy(int step) {
    const int row = m_list->currentRow();
    m_views.move(row, row + step);
    m_list->setCurrentRow(row + step);
}

void ManageViewsDialog::updateView() { Q_EMIT updateRequested(nameOf(m_list->currentRow())); }

void ManageViewsDialog::remove() {
    const QString name = nameOf(m_list->currentRow());
    m_dialogs.ask(this,
                  {.title = tr("Delete view"),
                   .text = tr("Delete the view “%1”?").arg(name),
                   .details = {},
                   .accept = tr("Delete")},
                  [this, name] {
                      if (const int index = m_views.indexOf(name); index >= 0)
                          m_views.remove(index);
                  });
}

} // namespace attune::widgets
