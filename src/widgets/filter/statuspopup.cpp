// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "filter/statuspopup.h"

#include "filter/statusitemdelegate.h"

#include "attune/models/statusfiltermodel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QPushButton>
#include <QScreen>

namespace attune::widgets {

namespace {

using namespace std::chrono_literals;

constexpr auto CountInterval = 400ms;
constexpr int MaxRowsShown = 14;

} // namespace

StatusPopup::StatusPopup(models::StatusFilterModel& statuses, core::Clock& clock, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_statuses(statuses), m_clock(clock), m_list(new QListView) {
    setFrameShape(QFrame::StyledPanel);
    m_list->setModel(&statuses);
    m_list->setItemDelegate(new StatusItemDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Statuses to show"));

    auto* all = new QPushButton(tr("&All"));
    auto* none = new QPushButton(tr("&None"));
    auto* only = new QPushButton(tr("&Only this"));
    connect(all, &QPushButton::clicked, &m_statuses, &models::StatusFilterModel::checkAll);
    connect(none, &QPushButton::clicked, &m_statuses, &models::StatusFilterModel::checkNone);
    connect(only, &QPushButton::clicked, this, &StatusPopup::checkOnlyCurrent);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    for (QPushButton* button : {all, none, only})
        buttons->addWidget(button);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->setSpacing(4);
    layout->addWidget(m_list);
    layout->addLayout(buttons);
}

StatusPopup::~StatusPopup() = default;

void StatusPopup::openBelow(const QWidget& anchor) {
    refreshCounts();
    const int rows = std::min(m_statuses.rowCount(), MaxRowsShown);
    m_list->setFixedHeight(rows * m_list->sizeHintForRow(0) + 2);
    m_list->setMinimumWidth(std::max(anchor.width() - 10, m_list->sizeHintForColumn(0)));
    adjustSize();
    QPoint place = anchor.mapToGlobal(QPoint(0, anchor.height()));
    if (const QScreen* screen = anchor.screen())
        place.setX(std::min(place.x(), screen->availableGeometry().right() - width()));
    move(place);
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_statuses.index(0));
    show();
    m_list->setFocus(Qt::PopupFocusReason);
}

void StatusPopup::checkOnlyCurrent() {
    if (m_list->currentIndex().isValid())
        m_statuses.checkOnly(m_list->currentIndex().row());
}

void StatusPopup::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Escape:
        hide();
        return;
    default:
        QFrame::keyPressEvent(event);
    }
}

void StatusPopup::hideEvent(QHideEvent* event) {
    QFrame::hideEvent(event);
    m_refresh.reset();
    Q_EMIT closed();
}

void StatusPopup::refreshCounts() {
    if (m_counts)
        m_statuses.setCounts(m_counts());
    m_refresh = m_clock.after(CountInterval, [this] { refreshCounts(); });
}

} // namespace attune::widgets
