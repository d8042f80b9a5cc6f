// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "filter/statustally.h"

#include "attune/models/roles.h"
#include "attune/models/statusfiltermodel.h"
#include "attune/widgets/theme.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace attune::widgets {

namespace {

constexpr int Margin = 4;
constexpr int CountGap = 6;
constexpr int EntryGap = 20;

} // namespace

StatusTally::StatusTally(models::StatusFilterModel& statuses, core::Clock& clock, QWidget* parent)
    : QWidget(parent), m_statuses(statuses), m_clock(clock) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Rows per status"));
    setToolTip(tr("Rows per status under the other filters; a click shows only that one"));
    connect(&m_statuses, &QAbstractItemModel::dataChanged, this, &StatusTally::readModel);
    connect(&m_statuses, &QAbstractItemModel::rowsInserted, this, &StatusTally::readModel);
    readModel();
}

StatusTally::~StatusTally() = default;

void StatusTally::setCountSource(CountSource source) {
    m_counts = std::move(source);
    if (isVisible())
        refresh();
}

QStringList StatusTally::texts() const {
    QStringList texts;
    for (const Entry& entry : m_entries)
        texts += entry.badge.text + u' ' + entry.count;
    return texts;
}

QRect StatusTally::rectOf(const QString& word) const {
    const auto found = std::ranges::find(m_entries, word, &Entry::word);
    return found == m_entries.end() || !fits(*found) ? QRect() : placeOf(*found);
}

QRect StatusTally::placeOf(const Entry& entry) const {
    return QStyle::visualRect(layoutDirection(), rect(), entry.area);
}

bool StatusTally::fits(const Entry& entry) const { return entry.area.right() < width(); }

QSize StatusTally::sizeHint() const {
    return {m_entries.empty() ? 0 : m_entries.back().area.right() + Margin, fontMetrics().height() + 4};
}

QSize StatusTally::minimumSizeHint() const { return {0, sizeHint().height()}; }

int StatusTally::widthOf(const Entry& entry) const {
    return badgeSize(entry.badge, font()).width() + CountGap + fontMetrics().horizontalAdvance(entry.count);
}

/// Only what has rows or is asked for: a server may know more words than anybody uses.
void StatusTally::readModel() {
    std::vector<Entry> entries;
    const std::set<QString> chosen = m_statuses.checked();
    int left = Margin;
    for (int row = 0; row < m_statuses.rowCount(); ++row) {
        const QModelIndex index = m_statuses.index(row);
        const qlonglong count = index.data(models::CountRole).toLongLong();
        Entry entry;
        entry.word = index.data(models::StatusWordRole).toString();
        entry.isShown = chosen.empty() || chosen.contains(entry.word);
        if (count == 0 && (chosen.empty() || !entry.isShown))
            continue;
        entry.badge = statusBadge(static_cast<core::WordCode>(index.data(models::StatusRole).toInt()), entry.word);
        entry.badge.filled = false;
        entry.count = QLocale().toString(count);
        entry.area = QRect(left, 0, widthOf(entry), fontMetrics().height() + 4);
        left = entry.area.right() + 1 + EntryGap;
        entries.push_back(std::move(entry));
    }
    if (entries == m_entries)
        return;
    const QSize before = sizeHint();
    m_entries = std::move(entries);
    setAccessibleDescription(texts().join(QStringLiteral(", ")));
    if (sizeHint() != before) // else everything around would be placed anew each second
        updateGeometry();
    update();
}

void StatusTally::refresh() {
    m_refresh.reset();
    if (!m_counts)
        return;
    if (!window()->isMinimized())
        m_statuses.setCounts(m_counts());
    // With everything else that ticks, so that an idle program is woken once.
    m_refresh = m_clock.after(core::untilFullSecond(m_clock), [this] { refresh(); });
}

void StatusTally::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = Theme::of(palette());
    for (const Entry& entry : m_entries) {
        if (!fits(entry)) // half a number would be a wrong one
            break;
        const QRect area = placeOf(entry);
        const bool isMirrored = layoutDirection() == Qt::RightToLeft;
        const int badge = badgeSize(entry.badge, font()).width();
        paintBadge(painter, isMirrored ? area.adjusted(area.width() - badge, 0, 0, 0) : area, entry.badge, font(),
                   theme);
        painter.setPen(entry.isShown ? palette().color(QPalette::WindowText) : theme.secondaryText);
        const Qt::Alignment side = isMirrored ? Qt::AlignLeft : Qt::AlignRight;
        painter.drawText(area, static_cast<int>(side | Qt::AlignVCenter), entry.count);
    }
}

void StatusTally::mouseReleaseEvent(QMouseEvent* event) {
    const auto hit = std::ranges::find_if(m_entries, [&](const Entry& entry) {
        return fits(entry) && placeOf(entry).contains(event->position().toPoint());
    });
    if (event->button() == Qt::LeftButton && hit != m_entries.end())
        Q_EMIT statusClicked(QString(hit->word)); // a copy: the entries may be others before the call is over
}

void StatusTally::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void StatusTally::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_refresh.reset();
}

} // namespace attune::widgets
