// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/retirement/exemptrows.h"

#include <QtGlobal>

#include <algorithm>
#include <bit>
#include <utility>
#include <vector>

namespace attune::core {

void ExemptRows::set(Seq seq, bool isExempt) {
    if (m_words.empty())
        m_offset = wordOf(seq) - m_words.endSeq();
    while (wordOf(seq) - m_offset >= m_words.endSeq())
        m_words.push_back(0);
    while (wordOf(seq) - m_offset < m_words.firstSeq())
        m_words.push_front(0);
    const Word bit = Word{1} << bitOf(seq);
    Word& target = word(seq);
    target = isExempt ? target | bit : target & ~bit;
}

void ExemptRows::fill(Seq first, Seq end) {
    while (first < end) {
        const Seq count = std::min(end - first, Bits - bitOf(first));
        word(first) |= (~Word{0} >> (Bits - count)) << bitOf(first);
        first += count;
    }
}

void ExemptRows::dropBefore(Seq first) {
    const Seq gone =
        std::clamp<Seq>(wordOf(first) - m_offset - m_words.firstSeq(), 0, static_cast<Seq>(m_words.size()));
    m_words.pop_front(static_cast<std::size_t>(gone));
}

void ExemptRows::erase(Seq first, Seq count, Seq end) {
    for (Seq to = first; to + count < end;) {
        const Seq from = to + count;
        const Seq moved = std::min({Bits - bitOf(to), Bits - bitOf(from), end - from});
        const Word mask = (~Word{0} >> (Bits - moved)) << bitOf(to);
        word(to) = (word(to) & ~mask) | (bits(from, moved) << bitOf(to));
        to += moved;
    }
}

void ExemptRows::clear() {
    m_words.clear();
    m_offset = 0;
}

ExemptRows::Word ExemptRows::bits(Seq seq, Seq count) const {
    return word(seq) >> bitOf(seq) & (~Word{0} >> (Bits - count));
}

ExemptRows::Seq ExemptRows::find(Seq first, Seq end, Word unwanted) const {
    while (first < end) {
        const Seq count = std::min(end - first, Bits - bitOf(first));
        if (const Word wanted = bits(first, count) ^ (unwanted & (~Word{0} >> (Bits - count))); wanted != 0)
            return first + std::countr_zero(wanted);
        first += count;
    }
    return end;
}

ExemptRows::Reach ExemptRows::reach(Seq first, Seq end, Seq leaving, Seq mostKept) const {
    Reach reach{first, 0};
    const auto canGo = [&](const Reach& at) { return at.end - first - std::min(at.exempt, mostKept); };
    while (reach.end < end && canGo(reach) < leaving) {
        const Seq count = std::min(end - reach.end, Bits - bitOf(reach.end));
        Reach further{reach.end + count, reach.exempt + std::popcount(bits(reach.end, count))};
        if (canGo(further) >= leaving) // within this word
            further = {reach.end + 1, reach.exempt + (contains(reach.end) ? 1 : 0)};
        reach = further;
    }
    return reach;
}

Retirement ExemptRows::retirement(Seq first, Seq end, Seq leaving, Seq mostKept) const {
    if (next(first, first + leaving) == first + leaving)
        return {first, first + leaving, {{first, leaving}}};
    const Reach area = reach(first, end, leaving, mostKept);
    Seq surplus = std::max<Seq>(0, area.exempt - mostKept);
    std::vector<Retirement::Run> runs;
    for (Seq seq = first; seq < area.end; seq = nextOther(seq, area.end)) {
        const Seq begin = seq;
        Seq taken = 0;
        do {
            seq = next(seq, area.end);
            taken = std::min(surplus, nextOther(seq, area.end) - seq);
            seq += taken;
            surplus -= taken;
        } while (taken > 0);
        if (begin < seq)
            runs.push_back({begin, seq - begin});
    }
    return {first, area.end, std::move(runs)};
}

} // namespace attune::core
