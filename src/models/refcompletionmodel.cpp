// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/models/refcompletionmodel.h"

#include "storerows.h"

#include "attune/core/displaytext.h"
#include "attune/models/roles.h"

#include <algorithm>

namespace attune::models {

RefCompletionModel::RefCompletionModel(const EnforcementTableModel& source, Kind kind, QObject* parent)
    : QAbstractListModel(parent), m_source(source), m_kind(kind) {
    note(0, m_source.rowCount() - 1);
    connectSource();
    refresh();
}

RefCompletionModel::~RefCompletionModel() = default;

void RefCompletionModel::connectSource() {
    connect(&m_source, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { note(first, last); });
}

core::Symbol RefCompletionModel::symbolOf(const core::EnforcementRow& row) const {
    return m_kind == Kind::Rule ? row.ruleRef : row.triggerRef;
}

void RefCompletionModel::note(int first, int last) {
    for (int row = first; row <= last; ++row) {
        const core::Symbol symbol = symbolOf(m_source.rowAt(row));
        if (symbol >= m_seen.size())
            m_seen.resize(symbol + 1);
        m_seen[symbol] = true;
    }
}

void RefCompletionModel::setServerRefs(const std::vector<QString>& refs) {
    m_serverRefs = std::set<QString>(refs.begin(), refs.end());
}

void RefCompletionModel::addServerRef(const QString& ref) { m_serverRefs.insert(ref); }

void RefCompletionModel::clear() {
    m_seen.clear();
    m_serverRefs.clear();
    refresh();
}

void RefCompletionModel::refresh() {
    std::vector<Item> items = ranked();
    if (items == m_items)
        return;
    beginResetModel();
    m_items = std::move(items);
    endResetModel();
}

std::vector<std::int64_t> RefCompletionModel::countRecent() const {
    std::vector<std::int64_t> counts(m_seen.size());
    const core::UtcMicros now = m_source.now();
    const core::UtcMicros oldest =
        core::isInstant(now) ? now - std::chrono::microseconds(Recent).count() : core::UnknownTime;
    forEachRow(m_source.store(), [&](core::EnforcementStore::Seq, const core::EnforcementRow& row) {
        const core::Symbol symbol = symbolOf(row);
        if (row.created >= oldest && symbol < counts.size())
            ++counts[symbol];
    });
    return counts;
}

std::vector<RefCompletionModel::Item> RefCompletionModel::ranked() const {
    const core::SymbolTable& refs = m_source.vocabulary().refs;
    const std::vector<std::int64_t> counts = countRecent();
    std::vector<Item> items;
    std::set<QString> unseen = m_serverRefs;
    for (core::Symbol symbol = core::RedactedRef + 1; symbol < m_seen.size(); ++symbol) {
        if (!m_seen[symbol])
            continue;
        items.push_back({refs.text(symbol), counts[symbol], true});
        unseen.erase(items.back().ref);
    }
    unseen.erase(refs.text(core::RedactedRef));
    for (const QString& ref : unseen)
        items.push_back({ref, 0, false});
    std::ranges::sort(items, [](const Item& a, const Item& b) {
        if (a.recent != b.recent)
            return a.recent > b.recent;
        if (a.seen != b.seen)
            return a.seen;
        const int order = a.ref.compare(b.ref, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a.ref < b.ref;
    });
    return items;
}

int RefCompletionModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant RefCompletionModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index));
    const Item& item = m_items[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return core::displayText(item.ref);
    case Qt::EditRole:
        return item.ref;
    case CountRole:
        return qlonglong{item.recent};
    default:
        return {};
    }
}

} // namespace attune::models
