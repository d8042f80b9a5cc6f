// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "table/uniformheader.h"

#include <QAbstractItemModel>

namespace attune::widgets {

UniformHeader::UniformHeader(QWidget* parent) : QHeaderView(Qt::Vertical, parent) {
    setSectionResizeMode(QHeaderView::Fixed);
    setHighlightSections(false);
}

void UniformHeader::setModel(QAbstractItemModel* newModel) {
    if (newModel == model())
        return;
    if (model())
        disconnect(model(), nullptr, this, nullptr);
    QHeaderView::setModel(newModel);
    if (!model()) // a view without a model hands out Qt's empty one, which model() does not show
        return;
    // Qt offers no other way to take these two slots out of service; their names are private, so a Qt that renames them
    // must be noticed at once.
    const bool insertedFound =
        // string-based: the slot is private
        disconnect(newModel, SIGNAL(rowsInserted(QModelIndex, int, int)), this,
                   // string-based: see above
                   SLOT(sectionsInserted(QModelIndex, int, int)));
    const bool removedFound =
        // string-based: the slot is private
        disconnect(newModel, SIGNAL(rowsRemoved(QModelIndex, int, int)), this,
                   // string-based: see above
                   SLOT(_q_sectionsRemoved(QModelIndex, int, int)));
    // A change of the order means nothing to rows of one height, but would have every section looked at.
    const bool changingFound = disconnect(
        newModel,
        // string-based: the slot is private
        SIGNAL(layoutAboutToBeChanged(QList<QPersistentModelIndex>, QAbstractItemModel::LayoutChangeHint)), this,
        // string-based: see above
        SLOT(_q_sectionsAboutToBeChanged(QList<QPersistentModelIndex>, QAbstractItemModel::LayoutChangeHint)));
    const bool changedFound =
        disconnect(newModel,
                   // string-based: the slot is private
                   SIGNAL(layoutChanged(QList<QPersistentModelIndex>, QAbstractItemModel::LayoutChangeHint)), this,
                   // string-based: see above
                   SLOT(_q_sectionsChanged(QList<QPersistentModelIndex>, QAbstractItemModel::LayoutChangeHint)));
    Q_ASSERT_X(insertedFound && removedFound && changingFound && changedFound, "UniformHeader",
               "this Qt names the slots of QHeaderView differently");
    if (insertedFound)
        connect(newModel, &QAbstractItemModel::rowsInserted, this, &UniformHeader::onRowCountChanged);
    if (removedFound)
        connect(newModel, &QAbstractItemModel::rowsRemoved, this, &UniformHeader::onRowCountChanged);
    if (changedFound)
        connect(newModel, &QAbstractItemModel::layoutChanged, this, &UniformHeader::onRowCountChanged);
}

void UniformHeader::onRowCountChanged() {
    const int rows = model()->rowCount(rootIndex());
    if (rows == count())
        return;
    if (rows == 0)
        initializeSections();
    else
        initializeSections(std::min(count(), rows), rows - 1);
}

} // namespace attune::widgets
