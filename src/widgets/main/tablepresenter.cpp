// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "main/tablepresenter.h"

#include "attune/models/enforcementfilterproxymodel.h"
#include "attune/widgets/enforcementview.h"
#include "attune/widgets/filterbar.h"
#include "attune/widgets/statusbar.h"

namespace attune::widgets {

TablePresenter::TablePresenter(const Parts& parts, QObject* parent) : QObject(parent), m_parts(parts) {
    connectParts();
    m_parts.proxy.setFilter(m_parts.filterBar.filter());
    m_parts.statusBar.setCounts(m_parts.proxy.shownCount(), m_parts.proxy.totalCount());
    updateEmptyMessage();
    tick();
}

void TablePresenter::connectParts() {
    FilterBar& bar = m_parts.filterBar;
    EnforcementView& view = m_parts.view;
    bar.setCountSource([&proxy = m_parts.proxy] { return proxy.statusCounts(); });
    connect(&bar, &FilterBar::filterChanged, this, [this](const core::EnforcementFilter& filter) {
        updateNow();
        m_parts.proxy.setFilter(filter);
        Q_EMIT searchForgotten();
        updateEmptyMessage();
        updateHint();
    });
    connect(&bar, &FilterBar::escaped, &view, [&view] { view.setFocus(Qt::OtherFocusReason); });
    connect(&bar, &FilterBar::hintActionTriggered, this, &TablePresenter::onHintAction);
    connect(&m_parts.proxy, &models::EnforcementFilterProxyModel::countsChanged, this, [this](int shown, int total) {
        m_parts.statusBar.setCounts(shown, total);
        updateEmptyMessage();
    });
    connect(&view, &EnforcementView::valueFilterRequested, &bar,
            [&bar](core::Column column, const QString& value, bool exclude) {
                if (exclude)
                    bar.exclude(column, value);
                else
                    bar.restrictTo(column, value);
            });
    connect(&view, &EnforcementView::emptyActionTriggered, this, &TablePresenter::onEmptyAction);
}

void TablePresenter::setStatus(const session::ConnectionStatus& status) {
    m_status = status;
    updateEmptyMessage();
    updateHint();
}

void TablePresenter::setSearch(const session::HistorySearch& search) {
    m_search = search;
    updateHint();
}

void TablePresenter::updateNow() { m_parts.table.setNow(m_parts.clock.now()); }

void TablePresenter::setFrozen(bool frozen) {
    m_frozen = frozen;
    showNow();
}

void TablePresenter::showNow() {
    if (m_frozen)
        return;
    updateNow();
    m_parts.proxy.setNow(m_parts.clock.now());
}

void TablePresenter::tick() {
    showNow();
    offerTraceTags();
    updateHint();
    m_tick = m_parts.clock.after(core::untilFullSecond(m_parts.clock), [this] { tick(); });
}

/// Some rows without a tag say nothing.
void TablePresenter::offerTraceTags() {
    const core::EnforcementStore& store = m_parts.table.store();
    m_hasTags = store.size() > 0 && (m_hasTags || store.row(store.endSeq() - 1).traceTag != core::TraceTag::Unknown);
    m_parts.filterBar.setTraceTagsOffered(m_hasTags);
}

void TablePresenter::updateEmptyMessage() {
    const EmptyMessage message = emptyMessage(m_status, m_parts.proxy.totalCount());
    m_emptyAction = message.action;
    if (message.text == m_emptyText)
        return;
    m_emptyText = message.text;
    m_parts.view.setEmptyMessage(message.text, message.link);
}

void TablePresenter::updateHint() {
    const SearchHint hint = currentHint();
    if (hint == m_hint)
        return;
    m_hint = hint;
    m_parts.filterBar.setHint(hint.text, hint.button);
}

SearchHint TablePresenter::currentHint() const {
    const core::EnforcementFilter& filter = m_parts.filterBar.filter();
    const core::UtcMicros now = m_parts.clock.now();
    const core::UtcMicros oldest = filter.oldestMatching(now);
    const bool mayMiss = !filter.isEmpty() && core::isInstant(m_status.completeSince) &&
                         m_status.completeSince > session::SinceTheBeginning &&
                         (!core::isInstant(oldest) || oldest < m_status.completeSince);
    return mayMiss || m_search.phase == session::HistorySearch::Phase::Reading
               ? searchHint(m_search, m_status.completeSince, now)
               : SearchHint();
}

void TablePresenter::onHintAction() {
    switch (m_hint.action) {
    case SearchAction::Search:
        Q_EMIT olderRequested(m_parts.filterBar.filter());
        break;
    case SearchAction::Cancel:
        Q_EMIT searchCancelled();
        break;
    case SearchAction::None:
        break;
    }
}

void TablePresenter::onEmptyAction() {
    switch (m_emptyAction) {
    case StateAction::ClearFilters:
        m_parts.filterBar.clear();
        break;
    case StateAction::Retry:
        Q_EMIT retryRequested();
        break;
    case StateAction::SignIn:
        Q_EMIT signInRequested();
        break;
    case StateAction::None:
    case StateAction::ShowConnection:
        break;
    }
}

} // namespace attune::widgets
