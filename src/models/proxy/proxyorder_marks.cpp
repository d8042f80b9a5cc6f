// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "layoutchange.h"
#include "proxyorder.h"

#include <algorithm>
#include <cstring>
#include <span>
#include <utility>

// Rows that leave and enter because of another filter.
namespace attune::models {

namespace {

/// The end of the equal bytes from `begin` on: eight at a time.
std::size_t endOfStretch(const std::vector<std::uint8_t>& bytes, std::size_t begin) {
    constexpr std::uint64_t EachByte = 0x0101'0101'0101'0101;
    const std::uint64_t same = bytes[begin] * EachByte;
    std::size_t end = begin + 1;
    for (; end + sizeof(same) <= bytes.size(); end += sizeof(same)) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, &bytes[end], sizeof(eight));
        if (eight != same)
            break;
    }
    while (end < bytes.size() && bytes[end] == bytes[begin])
        ++end;
    return end;
}

/// Calls `visit(byte, begin, length)` for each stretch of equal bytes until it returns false.
template<class Visit>
void forEachStretch(const std::vector<std::uint8_t>& bytes, Visit&& visit) {
    for (std::size_t begin = 0; begin < bytes.size();) {
        const std::size_t end = endOfStretch(bytes, begin);
        if (!visit(unsigned{bytes[begin]}, begin, end - begin))
            return;
        begin = end;
    }
}

} // namespace

/// Puts the runs of so many rows together, unless the runs are too many.
class ProxyOrder::RunCollector {
public:
    explicit RunCollector(std::size_t rows) : m_missing(rows) {}
    void addLeaving(std::size_t position, std::size_t count) {
        add(!m_runs.empty() && m_runs.back().position + m_runs.back().count == position, {position, 0, count});
    }
    void addEntering(std::size_t position, std::size_t first, std::size_t count) {
        add(!m_runs.empty() && m_runs.back().position == position, {position, first, count});
    }
    [[nodiscard]] bool needsMore() const { return m_runs.size() <= MaxRuns && m_missing > 0; }
    [[nodiscard]] Runs take() { return m_runs.size() > MaxRuns ? std::nullopt : Runs(std::move(m_runs)); }

private:
    void add(bool goesOn, const Run& run) {
        if (goesOn)
            m_runs.back().count += run.count;
        else
            m_runs.push_back(run);
        m_missing -= run.count;
    }

    std::vector<Run> m_runs;
    std::size_t m_missing;
};

void ProxyOrder::leave(const Marks& marks) {
    if (marks.leaving == 0)
        return;
    const Runs runs = leavingRuns(marks);
    if (!runs) {
        leaveAtOnce(marks);
        return;
    }
    // From the end, so that the positions before stay true.
    for (auto run = runs->rbegin(); run != runs->rend(); ++run)
        removeRun(run->position, run->count);
}

ProxyOrder::Runs ProxyOrder::leavingRuns(const Marks& marks) const {
    RunCollector runs(marks.leaving);
    std::size_t position = 0;
    if (m_rows.isInOrderOfArrival()) {
        forEachStretch(marks.rows, [&](unsigned mark, std::size_t, std::size_t length) {
            if (mark == Marks::WasShown)
                runs.addLeaving(position, length);
            position += (mark & Marks::WasShown) != 0 ? length : 0;
            return runs.needsMore();
        });
    } else {
        m_rows.forEachWhile([&](std::size_t at, Seq seq) {
            if (marks.isLeaving(seq))
                runs.addLeaving(at, 1);
            return runs.needsMore();
        });
    }
    return runs.take();
}

void ProxyOrder::leaveAtOnce(const Marks& marks) {
    LayoutChange change(m_model, m_rows);
    const std::size_t place = gatheringPlace(marks, change.heldPositions());
    const std::size_t block = m_rows.gatherIf(marks.leaving, place, [&marks](Seq seq) { return marks.isLeaving(seq); });
    const std::size_t blockEnd = block + marks.leaving;
    change.finishBySeq([&](Seq seq) {
        if (marks.isLeaving(seq))
            return m_rows.positionWithin(block, blockEnd, seq);
        const std::size_t above = m_rows.positionWithin(0, block, seq);
        return above < block ? above : m_rows.positionWithin(blockEnd, m_rows.size(), seq);
    });
    removeRun(block, marks.leaving);
    m_rows.setScrambled(false);
}

std::size_t ProxyOrder::gatheringPlace(const Marks& marks, const std::vector<std::size_t>& held) const {
    std::optional<std::size_t> topmost;
    for (const std::size_t position : held) {
        if (marks.isLeaving(m_rows.seqAt(position)))
            topmost = std::min(topmost.value_or(m_rows.size()), m_rows.mirrored(position));
    }
    if (topmost)
        return m_rows.mirrored(*topmost);
    std::size_t bottom = m_rows.isFlipped() ? 0 : m_rows.size();
    if (m_rows.isFlipped()) {
        while (!marks.isLeaving(m_rows.seqAt(bottom)))
            ++bottom;
    } else {
        while (!marks.isLeaving(m_rows.seqAt(bottom - 1)))
            --bottom;
    }
    return bottom;
}

void ProxyOrder::enter(const Marks& marks) {
    if (marks.entering == 0)
        return;
    if (!isOrderKnown())
        enterUnsorted(marks);
    else if (const Runs runs = enteringRuns(marks))
        enterInRuns(*runs, marks);
    else
        enterAtOnce(marks);
}

ProxyOrder::Runs ProxyOrder::enteringRuns(const Marks& marks) const {
    RunCollector runs(marks.entering);
    std::size_t staying = 0;
    const auto visit = [&](unsigned mark, std::size_t index, std::size_t length) {
        if (mark == Marks::WillBeShown)
            runs.addEntering(staying, index, length);
        staying += mark == Marks::Stays ? length : 0;
        return runs.needsMore();
    };
    if (m_all)
        m_all->forEachWhile([&](std::size_t position, Seq seq) { return visit(marks.of(seq), position, 1); });
    else
        forEachStretch(marks.rows, visit);
    return runs.take();
}

void ProxyOrder::enterInRuns(const std::vector<Run>& runs, const Marks& marks) {
    for (auto run = runs.rbegin(); run != runs.rend(); ++run)
        enterRun(*run, marks);
}

void ProxyOrder::enterRun(const Run& run, const Marks& marks) {
    const std::size_t row = m_rows.isFlipped() ? m_rows.size() - run.position : run.position;
    m_model.beginInsertRows({}, static_cast<int>(row), static_cast<int>(row + run.count) - 1);
    m_rows.insertFilled(run.position, run.count, [&](std::span<std::int32_t> entries, Seq base) {
        // Written without a branch: which row enters is hard to predict.
        std::size_t entered = 0;
        for (std::size_t i = run.first; entered < entries.size(); ++i) {
            const Seq seq = m_all ? m_all->seqAt(i) : marks.first + static_cast<Seq>(i);
            entries[entered] = static_cast<std::int32_t>(seq - base);
            entered += marks.isEntering(seq) ? 1U : 0U;
        }
    });
    m_model.endInsertRows();
}

std::vector<ProxyOrder::Seq> ProxyOrder::entering(const Marks& marks) const {
    // Written without a branch: which row enters is hard to predict.
    std::vector<Seq> entering(marks.entering + 1);
    std::size_t count = 0;
    for (std::size_t i = 0; i < marks.rows.size(); ++i) {
        entering[count] = marks.first + static_cast<Seq>(i);
        count += marks.rows[i] == Marks::WillBeShown ? 1U : 0U;
    }
    entering.pop_back();
    return entering;
}

void ProxyOrder::enterAtOnce(const Marks& marks) {
    m_rows.setScrambled(true);
    enterRun({m_rows.size(), 0, marks.entering}, marks);
    LayoutChange change(m_model, m_rows);
    const auto isShown = [&marks](Seq seq) { return marks.isShown(seq); };
    if (m_all)
        m_rows.assignFrom(*m_all, m_rows.size(), isShown);
    else
        m_rows.assignIf(m_rows.size(), isShown);
    change.finish();
}

void ProxyOrder::enterUnsorted(const Marks& marks) {
    std::vector<Seq> rows = entering(marks);
    // Looking each place up takes longer than sorting anew unless they are few.
    if (rows.size() <= m_rows.size() / RowsPerLookUp) {
        m_rows.sort(rows);
        insert(rows);
        return;
    }
    m_rows.setScrambled(true);
    insertSlots(rows, {{m_rows.size(), 0, rows.size()}});
    LayoutChange change(m_model, m_rows);
    m_rows.reorder(m_rows.order());
    change.finish();
}

} // namespace attune::models
