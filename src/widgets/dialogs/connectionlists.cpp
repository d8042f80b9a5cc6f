// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "dialogs/connectionlists.h"

#include "dialogs/statewords.h"

#include "attune/core/displaytext.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTreeWidget>

namespace attune::widgets {

namespace {

constexpr int RowPadding = 6;

QTreeWidget* createList(const QString& objectName, const QString& name, const QStringList& titles, QWidget* parent) {
    auto* list = new QTreeWidget(parent);
    list->setObjectName(objectName);
    list->setAccessibleName(name);
    list->setHeaderLabels(titles);
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setFrameShape(QFrame::NoFrame);
    return list;
}

void fill(QTreeWidget& list, const QList<QStringList>& rows) {
    const int scrolled = list.verticalScrollBar()->value();
    list.clear();
    for (const QStringList& row : rows) {
        QStringList shown;
        for (const QString& text : row)
            shown += core::displayText(text, 300);
        auto* item = new QTreeWidgetItem(&list, shown);
        item->setSizeHint(0, {0, list.fontMetrics().height() + RowPadding});
        for (int column = 0; column < row.size(); ++column)
            item->setToolTip(column, core::toolTipText(row[column], 1000));
    }
    list.verticalScrollBar()->setValue(scrolled);
}

/// Builds the rows anew and shows them only if they say something else than before.
void showIfChanged(QTreeWidget& list, const QList<QStringList>& rows) {
    const QVariant key = QVariant::fromValue(rows);
    static constexpr char Property[] = "shownRows";
    if (list.property(Property) == key)
        return;
    list.setProperty(Property, key);
    fill(list, rows);
}

} // namespace

ConnectionLists::ConnectionLists(QWidget* parent) : QObject(parent) {
    m_timeline = createList(QStringLiteral("timeline"), tr("Timeline of the connection"),
                            {tr("Time"), tr("State"), tr("Reason")}, parent);
    m_rejections = createList(QStringLiteral("rejections"), tr("Frames and answers that were refused"),
                              {tr("Time"), tr("What"), tr("Why")}, parent);
}

void ConnectionLists::showReport(const ConnectionReport& report, core::TimeStyle style, core::UtcMicros now) {
    // Ages would change every second; a list of moments reads better with the time of day.
    const core::TimeStyle absolute = style == core::TimeStyle::Relative ? core::TimeStyle::Local : style;
    QList<QStringList> transitions;
    for (auto entry = report.timeline.rbegin(); entry != report.timeline.rend(); ++entry)
        transitions += QStringList{core::instantText(entry->at, absolute, now), stateTitle(entry->to), entry->reason};
    showIfChanged(*m_timeline, transitions);

    QList<QStringList> refusals;
    for (auto entry = report.rejections.rbegin(); entry != report.rejections.rend(); ++entry)
        refusals += QStringList{core::instantText(entry->at, absolute, now), entry->what, entry->reason};
    showIfChanged(*m_rejections, refusals);
}

} // namespace attune::widgets
