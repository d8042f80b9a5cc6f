// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/models/statusfiltermodel.h"

#include "attune/core/displaytext.h"
#include "attune/models/roles.h"

#include <algorithm>

namespace attune::models {

StatusFilterModel::StatusFilterModel(const core::Vocabulary& vocabulary, QObject* parent)
    : QAbstractListModel(parent), m_vocabulary(vocabulary) {
    adoptNewWords();
}

StatusFilterModel::~StatusFilterModel() = default;

std::set<QString> StatusFilterModel::checked() const {
    std::set<QString> words;
    for (const Item& item : m_items) {
        if (item.checked)
            words.insert(item.word);
    }
    return words;
}

void StatusFilterModel::setChecked(const std::set<QString>& words) {
    adoptNewWords();
    for (const QString& word : words) {
        if (std::ranges::find(m_items, word, &Item::word) == m_items.end())
            append(word, core::Status::Unknown);
    }
    decideChecks([&words](const Item& item) { return words.contains(item.word); });
}

void StatusFilterModel::checkAll() {
    decideChecks([](const Item&) { return true; });
}

void StatusFilterModel::checkNone() {
    decideChecks([](const Item&) { return false; });
}

void StatusFilterModel::checkOnly(int row) {
    if (row < 0 || row >= rowCount())
        return;
    const QString word = m_items[static_cast<std::size_t>(row)].word;
    decideChecks([&word](const Item& item) { return item.word == word; });
}

template<class Decide>
void StatusFilterModel::decideChecks(Decide&& decide) {
    bool changed = false;
    for (int row = 0; row < rowCount(); ++row) {
        Item& item = m_items[static_cast<std::size_t>(row)];
        const bool checked = decide(item);
        if (checked == item.checked)
            continue;
        item.checked = checked;
        changed = true;
        Q_EMIT dataChanged(index(row), index(row), {Qt::CheckStateRole});
    }
    if (changed)
        Q_EMIT checkedChanged();
}

void StatusFilterModel::setCounts(const StatusCounts& counts) {
    adoptNewWords();
    for (int row = 0; row < rowCount(); ++row) {
        Item& item = m_items[static_cast<std::size_t>(row)];
        const std::int64_t count = item.code == core::Status::Unknown ? 0 : counts[item.code];
        if (count == item.count)
            continue;
        item.count = count;
        Q_EMIT dataChanged(index(row), index(row), {CountRole, Qt::AccessibleTextRole});
    }
}

void StatusFilterModel::adoptNewWords() {
    const core::Symbol size = m_vocabulary.statuses.size();
    while (m_adopted + 1 < size) {
        ++m_adopted;
        const QString& word = m_vocabulary.statuses.text(m_adopted);
        const auto code = static_cast<core::WordCode>(m_adopted);
        if (const auto known = std::ranges::find(m_items, word, &Item::word); known != m_items.end())
            known->code = code;
        else
            append(word, code);
    }
}

void StatusFilterModel::append(const QString& word, core::WordCode code) {
    beginInsertRows({}, rowCount(), rowCount());
    m_items.push_back({word, code, 0, false});
    endInsertRows();
}

int StatusFilterModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant StatusFilterModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index));
    const Item& item = m_items[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return core::displayText(item.word);
    case Qt::AccessibleTextRole:
        return tr("%1: %n row(s)", nullptr, static_cast<int>(item.count)).arg(core::displayText(item.word));
    case Qt::EditRole:
    case StatusWordRole:
        return item.word;
    case Qt::CheckStateRole:
        return static_cast<int>(item.checked ? Qt::Checked : Qt::Unchecked);
    case StatusRole:
        return int{item.code};
    case CountRole:
        return qlonglong{item.count};
    default:
        return {};
    }
}

bool StatusFilterModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid() || role != Qt::CheckStateRole)
        return false;
    const bool checked = value.toInt() == static_cast<int>(Qt::Checked);
    Item& item = m_items[static_cast<std::size_t>(index.row())];
    if (item.checked != checked) {
        item.checked = checked;
        Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
        Q_EMIT checkedChanged();
    }
    return true;
}

Qt::ItemFlags StatusFilterModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsUserCheckable : flags;
}

} // namespace attune::models
