// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "filter/rangepopup.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScreen>

#include <chrono>

namespace attune::widgets {

namespace {

constexpr core::UtcMicros Hour = std::chrono::microseconds(std::chrono::hours(1)).count();

/// Fields show whole seconds.
QDateTime shownTime(core::UtcMicros time) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(std::chrono::microseconds(time));
    return QDateTime::fromSecsSinceEpoch(seconds.count());
}

} // namespace

RangePopup::RangePopup(QWidget* parent) : QFrame(parent, Qt::Popup) {
    setFrameShape(QFrame::StyledPanel);
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    const auto addEnd = [this, layout](End& end, const QString& label, int row) {
        end.box = new QCheckBox(label);
        end.edit = new QDateTimeEdit;
        end.edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
        end.edit->setCalendarPopup(true);
        end.edit->setAccessibleName(QString(label).remove(u'&'));
        layout->addWidget(end.box, row, 0);
        layout->addWidget(end.edit, row, 1);
        connect(end.box, &QCheckBox::toggled, this, &RangePopup::refreshEnabled);
    };
    addEnd(m_from, tr("Created &from"), 0);
    addEnd(m_to, tr("Created &before"), 1);
    auto* apply = new QPushButton(tr("&Show this range"));
    apply->setDefault(true);
    connect(apply, &QPushButton::clicked, this, &RangePopup::accept);
    layout->addWidget(apply, 2, 1, Qt::AlignRight);
    m_apply = apply;
}

void RangePopup::End::show(core::UtcMicros time, core::UtcMicros fallback) {
    exact = time;
    box->setChecked(core::isInstant(time));
    edit->setDateTime(shownTime(core::isInstant(time) ? time : fallback));
}

core::UtcMicros RangePopup::End::value() const {
    if (!box->isChecked())
        return core::UnknownTime;
    if (core::isInstant(exact) && edit->dateTime() == shownTime(exact))
        return exact;
    return edit->dateTime().toSecsSinceEpoch() * 1'000'000;
}

void RangePopup::setRange(core::UtcMicros from, core::UtcMicros to, core::UtcMicros now) {
    m_from.show(from, now - Hour);
    m_to.show(to, now);
    if (!core::isInstant(from) && !core::isInstant(to))
        m_from.box->setChecked(true);
    refreshEnabled();
}

void RangePopup::openBelow(const QWidget& anchor) {
    m_accepted = false;
    adjustSize();
    QPoint place = anchor.mapToGlobal(QPoint(0, anchor.height()));
    if (const QScreen* screen = anchor.screen())
        place.setX(std::min(place.x(), screen->availableGeometry().right() - width()));
    move(place);
    show();
    m_from.edit->setFocus(Qt::PopupFocusReason);
}

void RangePopup::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        accept();
    else
        QFrame::keyPressEvent(event); // Esc closes popups
}

void RangePopup::hideEvent(QHideEvent* event) {
    QFrame::hideEvent(event);
    if (!m_accepted)
        Q_EMIT dismissed();
}

void RangePopup::accept() {
    if (!m_apply->isEnabled())
        return;
    m_accepted = true;
    hide();
    Q_EMIT rangeChosen(m_from.value(), m_to.value());
}

void RangePopup::refreshEnabled() {
    m_from.edit->setEnabled(m_from.box->isChecked());
    m_to.edit->setEnabled(m_to.box->isChecked());
    m_apply->setEnabled(m_from.box->isChecked() || m_to.box->isChecked());
}

} // namespace attune::widgets
