// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "churn.h"

#include "support/rows.h"
#include "support/waiting.h"

#include "attune/models/roles.h"

#include <gtest/gtest.h>

#include <QCoreApplication>

#include <algorithm>
#include <string>

namespace attune::test {

using namespace core;

Churn::Churn(const Options& options) : m_options(options), m_random(options.seed) {
    m_model.setCap(options.cap);
    if (options.sortsOnThread)
        m_proxy.setWorkerThreshold(0);
    if (options.keepsLeaving) {
        m_proxy.setLeavingKept([this](Id id) {
            const bool keeps = pick(2) == 0;
            if (keeps)
                m_kept.insert(id);
            return keeps;
        });
    }
    m_model.setTimeStyle(TimeStyle::Utc);
    m_model.setDeltasWanted(true);
    advance();
}

void Churn::step() {
    switch (pick(16)) {
    case 0:
    case 1:
        changeFilter();
        break;
    case 2:
        changeSort();
        break;
    case 3:
        advance();
        break;
    case 4:
        if (pick(200) == 0)
            clear();
        break;
    case 5:
        dismissSome();
        break;
    default:
        applyBatch();
    }
    letThreadWork();
    compare();
    hold();
}

EnforcementRow Churn::freshRow() {
    EnforcementRow row =
        makeRow(m_vocabulary, m_nextId++, "pack.r" + std::to_string(pick(12)), "pack.t" + std::to_string(pick(5)));
    // Arrival is not the order of age; some rows are history.
    row.setReceived(EnforcementRow::ReceivedEpoch + second(m_seconds - static_cast<std::int64_t>(pick(3))));
    const std::int64_t age = pick(10) == 0 ? pick(900) : pick(4);
    row.created = second(m_seconds - age) + pick(3);
    if (m_options.comesInOrder)
        row.created = m_lastCreated += pick(3);
    if (pick(4) < m_options.resolvedOf4)
        row = resolved(row, pick(2) == 0 ? Status::Processed : Status::Disabled, pick(3000));
    if (pick(20) == 0)
        row.status = *Vocabulary::word(m_vocabulary.statuses, "word" + std::to_string(pick(3)));
    return row;
}

EnforcementUpdate Churn::randomUpdate() {
    const unsigned kind = pick(10);
    if (m_arrival.empty() || kind < 4)
        return update(freshRow());
    // Mostly the newest change.
    const std::size_t back = std::min<std::size_t>(pick(3) == 0 ? pick(1000) : pick(20), m_arrival.size() - 1);
    const EnforcementRow known = m_rows.at(m_arrival[m_arrival.size() - 1 - back]);
    if (kind == 9)
        return contradiction(known);
    if (kind == 8) { // a compact payload
        EnforcementRow compact;
        compact.id = pick(2) == 0 ? known.id : m_nextId++;
        compact.status = Status::Processed;
        return update(compact);
    }
    return update(resolved(known, pick(4) == 0 ? Status::Disabled : Status::Processed, pick(5000)));
}

EnforcementUpdate Churn::contradiction(EnforcementRow row) {
    if (!m_options.comesInOrder && pick(2) == 0)
        row.created += static_cast<std::int64_t>(pick(400)) * 1'000'000 - 200'000'000;
    else
        row.ruleRef = ref(m_vocabulary, "pack.r" + std::to_string(pick(14)));
    return update(row, pick(2) == 0 ? Origin::Detail : Origin::ListPage);
}

void Churn::applyBatch() {
    EnforcementBatch batch;
    const unsigned count = 1 + pick(m_options.updatesPerBatch);
    for (unsigned i = 0; i < count; ++i)
        batch.updates.push_back(randomUpdate());
    if (pick(6) == 0) {
        for (unsigned i = pick(1 + m_options.updatesPerBatch / 2); i > 0 && !m_arrival.empty(); --i)
            batch.removed.push_back(m_arrival[pick(static_cast<unsigned>(m_arrival.size()))]);
    }
    m_updates += batch.updates.size() + batch.removed.size();
    if (m_options.pins && pick(10) == 0)
        pinSome();
    m_model.apply(batch);
    applyToReference(batch);
}

void Churn::applyToReference(const EnforcementBatch& batch) {
    const UtcMicros front =
        m_arrival.empty() ? 0 : m_rows.at(m_arrival[std::min(m_stayed, m_arrival.size() - 1)]).created;
    std::vector<EnforcementRow> fresh;
    std::map<Id, EnforcementRow> touched;
    for (const EnforcementUpdate& update : batch.updates) {
        const Id id = update.row.id;
        if (!touched.contains(id))
            touched[id] = m_rows.contains(id) ? m_rows.at(id) : EnforcementRow{.id = id};
        const MergeResult result = merge(touched[id], update.row);
        if (update.origin == Origin::Detail)
            overwrite(touched[id], update.row, result.conflicts);
    }
    for (const auto& [id, row] : touched) {
        if (m_rows.contains(id))
            m_rows[id] = row;
        else if (row.isComplete() && std::ranges::find(batch.removed, id) == batch.removed.end())
            fresh.push_back(row);
    }
    std::ranges::sort(fresh, {}, [](const EnforcementRow& row) { return std::pair(row.created, row.id); });
    std::vector<EnforcementRow> history;
    for (const EnforcementRow& row : fresh) {
        if (row.created < front)
            history.push_back(row);
    }
    limitInReference(history, fresh.size() - history.size());
    for (const EnforcementRow& row : fresh) {
        if (row.created >= front) {
            m_arrival.push_back(row.id);
            m_rows[row.id] = row;
        }
    }
    for (auto row = history.rbegin(); row != history.rend(); ++row) {
        m_arrival.insert(m_arrival.begin(), row->id);
        m_rows[row->id] = *row;
    }
    for (const Id id : batch.removed) {
        const auto place = std::ranges::find(m_arrival, id);
        if (place == m_arrival.end())
            continue;
        m_stayed -= place - m_arrival.begin() < static_cast<std::ptrdiff_t>(m_stayed) ? 1U : 0U;
        m_arrival.erase(place);
        m_rows.erase(id);
    }
    retireInReference();
}

void Churn::limitInReference(std::vector<EnforcementRow>& history, std::size_t news) {
    const std::size_t size = m_arrival.size() + news;
    const std::size_t room = m_options.cap > size ? m_options.cap - size : 0;
    const std::size_t half = m_options.cap / 2;
    const std::size_t stayed = m_stayed;
    if (history.size() <= room) {
        m_stayed += stayed > 0 ? history.size() : 0;
        return;
    }
    std::size_t exemptRoom = room + half - std::min(half, stayed);
    std::size_t otherRoom = room;
    std::set<Id> taken;
    for (const bool exempt : {true, false}) {
        for (auto row = history.rbegin(); row != history.rend(); ++row) {
            const bool isOne = exempt == (row->status == Status::Created || m_pinned.contains(row->id));
            std::size_t& left = exempt ? exemptRoom : otherRoom;
            if (!isOne || left == 0)
                continue;
            --left;
            otherRoom -= exempt && otherRoom > 0 ? 1U : 0U;
            taken.insert(row->id);
        }
    }
    std::erase_if(history, [&taken](const EnforcementRow& row) { return !taken.contains(row.id); });
    m_stayed += history.size();
}

bool Churn::isExempt(Id id) const { return m_rows.at(id).status == Status::Created || m_pinned.contains(id); }

void Churn::retireInReference() {
    if (m_arrival.size() <= m_options.cap + m_options.cap / models::EnforcementTableModel::RowsPerSlack)
        return;
    // The oldest that are not exempt, and so many of the oldest exempt ones that not more than half of the cap stay.
    const std::size_t leaving = m_arrival.size() - m_options.cap;
    std::vector<Id> staying;
    std::size_t passed = 0;
    for (; passed - std::min(staying.size(), m_options.cap / 2) < leaving; ++passed) {
        if (isExempt(m_arrival[passed]))
            staying.push_back(m_arrival[passed]);
    }
    if (staying.size() > m_options.cap / 2)
        staying.erase(staying.begin(), staying.end() - static_cast<std::ptrdiff_t>(m_options.cap / 2));
    std::vector<Id> rest(m_arrival.begin() + static_cast<std::ptrdiff_t>(passed), m_arrival.end());
    for (std::size_t i = 0; i < passed; ++i) {
        if (std::ranges::find(staying, m_arrival[i]) == staying.end())
            m_rows.erase(m_arrival[i]);
    }
    m_stayed = staying.size();
    m_arrival = std::move(staying);
    m_arrival.insert(m_arrival.end(), rest.begin(), rest.end());
}

void Churn::pinSome() {
    m_pinned.clear();
    for (unsigned i = pick(6); i > 0; --i)
        m_pinned.insert(m_nextId - 1 - pick(static_cast<unsigned>(m_options.cap) * 2));
    m_model.setPinned({m_pinned.begin(), m_pinned.end()});
}

void Churn::changeFilter() {
    m_filter = {};
    if (pick(3) == 0)
        m_filter.statuses.insert(pick(2) == 0 ? QStringLiteral("created") : QStringLiteral("processed"));
    if (pick(6) == 0)
        m_filter.statuses.insert(QStringLiteral("word1"));
    if (pick(4) == 0)
        m_filter.rule = TermFilter::parse(pick(2) == 0 ? u"r1" : u"-*.r2");
    if (pick(5) == 0)
        m_filter.trigger = TermFilter::parse(u"t3");
    if (pick(3) == 0)
        m_filter.window = std::chrono::seconds(1 + pick(60));
    m_proxy.setFilter(m_filter);
}

void Churn::changeSort() {
    SortKeys keys;
    for (unsigned i = pick(3) == 0 ? 2 + pick(3) : 1; i > 0; --i) {
        const auto column = pick(3) == 0 ? Column::Created : static_cast<Column>(pick(ColumnCount));
        keys.push_back({column, pick(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder});
    }
    m_keys = validKeys(keys);
    if (keys.size() == 1 && pick(2) == 0)
        m_proxy.sort(static_cast<int>(m_keys.front().column), m_keys.front().direction);
    else
        m_proxy.sortBy(keys);
}

/// While the thread is at work the old order and filter hold; in the end those asked for last.
void Churn::letThreadWork() {
    if (pick(3) == 0)
        QCoreApplication::processEvents();
    if (!m_options.sortsOnThread || pick(8) == 0) {
        ASSERT_TRUE(waitFor([this] { return !m_proxy.isSorting(); }));
    }
    if (m_proxy.isSorting())
        return;
    ASSERT_EQ(m_proxy.filter(), m_filter);
    ASSERT_EQ(m_proxy.sortKeys(), m_keys);
}

void Churn::advance() {
    m_seconds += 1 + pick(3);
    m_lastCreated = std::max(m_lastCreated, second(m_seconds - 2));
    m_model.setNow(second(m_seconds));
    m_proxy.setNow(second(m_seconds));
}

void Churn::clear() {
    m_model.clear();
    m_rows.clear();
    m_arrival.clear();
    m_stayed = 0;
    m_heldInModel.clear();
    m_heldInProxy.clear();
}

void Churn::dismissSome() {
    std::vector<Id> ids;
    std::erase_if(m_kept, [this, &ids](Id id) {
        const bool goes = pick(2) == 0;
        if (goes)
            ids.push_back(id);
        return goes;
    });
    m_proxy.dismissLeaving(ids);
}

void Churn::hold() {
    for (int i = 0; i < 2; ++i) {
        if (m_model.rowCount() > 0 && m_heldInModel.size() < 20) {
            const int row = static_cast<int>(pick(static_cast<unsigned>(m_model.rowCount())));
            m_heldInModel[m_model.idAt(row)] = m_model.index(row, static_cast<int>(pick(ColumnCount)));
        }
        if (m_proxy.rowCount() > 0 && m_heldInProxy.size() < 20) {
            const int row = static_cast<int>(pick(static_cast<unsigned>(m_proxy.rowCount())));
            m_heldInProxy[m_proxy.idAt(row)] = m_proxy.index(row, static_cast<int>(pick(ColumnCount)));
        }
    }
}

void Churn::compare() {
    ASSERT_EQ(m_model.rowCount(), static_cast<int>(m_arrival.size()));
    for (std::size_t i = 0; i < m_arrival.size(); ++i) {
        const EnforcementRow& row = m_model.rowAt(static_cast<int>(i));
        ASSERT_EQ(row, m_rows.at(m_arrival[i]));
        ASSERT_EQ(m_model.rowOfId(row.id), static_cast<int>(i));
    }
    compareFirings();
    const std::vector<Id> expected = expectedOrder();
    compareOrder(expected);
    ASSERT_EQ(m_modelMirror.believed(), m_modelMirror.actual());
    ASSERT_EQ(m_proxyMirror.believed(), m_proxyMirror.actual());
    compareHeld(m_heldInModel, m_model, m_arrival);
    compareHeld(m_heldInProxy, m_proxy, expected);
}

void Churn::compareFirings() {
    std::vector<EnforcementRow> rows;
    for (const auto& [id, row] : m_rows)
        rows.push_back(row);
    std::ranges::sort(rows, {}, [](const EnforcementRow& row) { return std::pair(row.created, row.id); });
    std::map<Symbol, UtcMicros> last;
    for (const EnforcementRow& row : rows) {
        const auto previous = last.find(row.ruleRef);
        const auto delta = m_model.factsOf(row, Column::Delta).sincePrevious;
        ASSERT_EQ(delta.has_value(), previous != last.end()) << row.id;
        if (delta) {
            ASSERT_EQ(delta->count(), row.created - previous->second) << row.id;
        }
        last[row.ruleRef] = row.created;
    }
}

bool Churn::isExpected(const EnforcementRow& row) const {
    const EnforcementFilter& filter = m_proxy.filter();
    const UtcMicros now = second(m_seconds);
    const bool matches = filter.match(row, m_vocabulary, now);
    const bool isLeaving = m_proxy.isLeaving(row.id);
    EXPECT_FALSE(isLeaving && (matches || !m_kept.contains(row.id))) << row.id;
    return matches || (isLeaving && row.created >= filter.oldestMatching(now));
}

std::vector<Id> Churn::expectedOrder() const {
    std::vector<EnforcementRow> shown;
    for (const auto& [id, row] : m_rows) {
        if (isExpected(row))
            shown.push_back(row);
    }
    const RowOrder order(m_proxy.sortKeys(), m_vocabulary);
    std::ranges::sort(shown, [&order](const auto& a, const auto& b) { return order.above(a, b); });
    std::vector<Id> ids;
    for (const EnforcementRow& row : shown)
        ids.push_back(row.id);
    return ids;
}

void Churn::compareOrder(const std::vector<Id>& expected) {
    std::vector<Id> ids;
    for (int row = 0; row < m_proxy.rowCount(); ++row) {
        ids.push_back(m_proxy.idAt(row));
        ASSERT_EQ(m_proxy.rowOfId(ids.back()), row);
        const QModelIndex source = m_proxy.mapToSource(m_proxy.index(row, 2));
        ASSERT_EQ(m_model.idAt(source.row()), ids.back());
        ASSERT_EQ(m_proxy.mapFromSource(source), m_proxy.index(row, 2));
    }
    ASSERT_EQ(ids, expected);
}

void Churn::compareHeld(Held& held, const QAbstractItemModel& model, const std::vector<Id>& shown) {
    for (const auto& [id, index] : held) {
        const bool isShown = std::ranges::find(shown, id) != shown.end();
        // Within one step the old filter may hide a row that the new one, once it is in force, shows again.
        const bool mayHaveLeft = m_options.sortsOnThread && !index.isValid();
        ASSERT_EQ(index.isValid(), isShown && !mayHaveLeft) << id;
        if (index.isValid()) {
            ASSERT_EQ(model.index(index.row(), index.column()).data(models::IdRole).toLongLong(), id);
        }
    }
    std::erase_if(held, [this](const auto& entry) { return !entry.second.isValid() || pick(30) == 0; });
}

} // namespace attune::test
