// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "views/viewsmenu.h"

#include "views/manageviewsdialog.h"
#include "views/savedviewlist.h"

#include "attune/core/displaytext.h"
#include "attune/session/settings.h"
#include "attune/widgets/dialogservice.h"
#include "attune/widgets/enforcementview.h"
#include "attune/widgets/filterbar.h"

#include <QInputDialog>

#include <utility>

namespace attune::widgets {

using session::SavedView;
using session::Setting;

namespace {

constexpr int WithKeys = 9;

} // namespace

ViewsMenu::ViewsMenu(const Parts& parts, QWidget* window)
    : QMenu(tr("&Saved Views"), window), m_parts(parts), m_window(*window) {
    createActions();
    connect(&parts.views, &SavedViewList::viewsChanged, this, &ViewsMenu::refresh);
    connect(&parts.views, &SavedViewList::problemFound, this,
            [this](const QString& title, const QString& text) { m_parts.dialogs.warn(&m_window, title, text); });
    connect(&parts.filterBar, &FilterBar::filterChanged, this, &ViewsMenu::refreshCurrent);
    refresh();
}

void ViewsMenu::createActions() {
    m_first = addSeparator();
    m_save = addAction(tr("&Save Current View…"), this, &ViewsMenu::askName);
    m_save->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_S);
    m_update = addAction(QString(), this, [this] { saveCurrent(m_current); });
    m_manage = addAction(tr("&Manage Views…"), this, &ViewsMenu::manage);
    addSeparator();
    m_import = addAction(tr("&Import Views…"), this, [this] {
        m_parts.dialogs.chooseOpenFile(&m_window, tr("Import views"), tr("Views (*.json);;All files (*)"),
                                       [this](const QString& path) { m_parts.views.importFrom(path); });
    });
    m_export = addAction(tr("&Export Views…"), this, [this] {
        m_parts.dialogs.chooseSaveFile(&m_window, tr("Export views"), QStringLiteral("views.json"),
                                       [this](const QString& path) { m_parts.views.exportTo(path); });
    });
}

void ViewsMenu::refresh() {
    qDeleteAll(std::exchange(m_numbered, {}));
    const int count = static_cast<int>(m_parts.views.views().size());
    for (int index = 0; index < count; ++index)
        m_numbered.push_back(addNumbered(index));
    for (QAction* action : {m_save, m_import})
        action->setEnabled(m_parts.views.hasProfile());
    for (QAction* action : {m_manage, m_export})
        action->setEnabled(count > 0);
    refreshCurrent();
}

QAction* ViewsMenu::addNumbered(int index) {
    auto* action = new QAction(core::actionText(m_parts.views.views()[static_cast<std::size_t>(index)].name), this);
    action->setCheckable(true);
    if (index < WithKeys)
        action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + index)));
    connect(action, &QAction::triggered, this, [this, index] { applyView(index); });
    insertAction(m_first, action);
    return action;
}

int ViewsMenu::currentIndex() const { return m_current.isEmpty() ? -1 : m_parts.views.indexOf(m_current); }

void ViewsMenu::refreshCurrent() {
    const int current = currentIndex();
    m_update->setVisible(current >= 0);
    m_update->setText(tr("&Update “%1”").arg(core::actionText(m_current)));
    for (std::size_t i = 0; i < m_numbered.size(); ++i) {
        const bool isInForce =
            static_cast<int>(i) == current && m_parts.views.views()[i].filter == m_parts.filterBar.filter();
        m_numbered[i]->setChecked(isInForce);
    }
}

SavedView ViewsMenu::capture(const QString& name) const {
    return {.name = session::viewName(name),
            .filter = m_parts.filterBar.filter(),
            .layout = m_parts.table.tableLayout(),
            .isCompact = m_parts.table.density() == Density::Compact};
}

void ViewsMenu::applyView(int index) {
    const SavedView view = m_parts.views.views().at(static_cast<std::size_t>(index));
    m_current = view.name;
    m_parts.settings.set(Setting::Density, view.isCompact ? QStringLiteral("compact") : QStringLiteral("comfortable"));
    m_parts.table.setTableLayout(view.layout);
    m_parts.filterBar.setFilter(view.filter);
    refreshCurrent();
}

void ViewsMenu::askName() {
    auto* dialog = new QInputDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save current view"));
    dialog->setLabelText(tr("Filter, columns, sort and density under the name:"));
    dialog->setTextValue(m_current);
    dialog->setOkButtonText(tr("&Save"));
    connect(dialog, &QInputDialog::textValueSelected, this, &ViewsMenu::saveAs);
    dialog->open();
}

void ViewsMenu::saveAs(const QString& name) {
    const QString clean = session::viewName(name);
    if (clean.isEmpty())
        return;
    if (m_parts.views.indexOf(clean) < 0) {
        saveCurrent(clean);
        return;
    }
    m_parts.dialogs.ask(&m_window,
                        {.title = tr("Save current view"),
                         .text = tr("There is a view “%1” already.").arg(clean),
                         .details = tr("Shall it be what is seen now?"),
                         .accept = tr("Replace")},
                        [this, clean] { saveCurrent(clean); });
}

void ViewsMenu::saveCurrent(const QString& name) {
    m_current = name;
    m_parts.views.put(capture(name));
}

void ViewsMenu::manage() {
    auto* dialog = new ManageViewsDialog(m_parts.views, m_parts.dialogs, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ManageViewsDialog::viewChosen, this, &ViewsMenu::applyView);
    connect(dialog, &ManageViewsDialog::updateRequested, this, &ViewsMenu::saveCurrent);
    dialog->open();
}

} // namespace attune::widgets
