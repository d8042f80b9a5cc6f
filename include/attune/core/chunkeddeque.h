// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace attune::core {

/// A deque that never moves an element and returns memory as its front goes. Elements are addressed by a sequence
/// number that stays with them for life: the first one pushed is 0, push_front counts down. O(1) at both ends
/// (amortised; a new block moves one pointer per block), O(n) in the middle.
template<class T, std::size_t BlockSize = 4096>
class ChunkedDeque {
    static_assert(std::has_single_bit(BlockSize));

public:
    using Seq = std::int64_t;

    [[nodiscard]] bool empty() const noexcept { return m_first == m_end; }
    [[nodiscard]] std::size_t size() const noexcept { return static_cast<std::size_t>(m_end - m_first); }
    [[nodiscard]] Seq firstSeq() const noexcept { return m_first; }
    [[nodiscard]] Seq endSeq() const noexcept { return m_end; }
    [[nodiscard]] bool contains(Seq seq) const noexcept { return seq >= m_first && seq < m_end; }

    /// Precondition: contains(seq).
    [[nodiscard]] T& at(Seq seq) { return slot(seq); }
    [[nodiscard]] const T& at(Seq seq) const { return const_cast<ChunkedDeque*>(this)->slot(seq); }
    /// The longest stretch of contiguous elements from `seq` on, for fast passes over everything.
    /// Precondition: contains(seq).
    [[nodiscard]] std::span<const T> run(Seq seq) const {
        const Seq end = std::min(m_end, (blockOf(seq) + 1) * Size);
        return {&at(seq), static_cast<std::size_t>(end - seq)};
    }

    Seq push_back(const T& value) {
        if (blockOf(m_end) - m_firstBlock >= static_cast<Seq>(m_blocks.size()))
            m_blocks.push_back(std::make_unique<Block>());
        slot(m_end) = value;
        return m_end++;
    }

    Seq push_front(const T& value) {
        if (m_blocks.empty() || blockOf(m_first - 1) < m_firstBlock) {
            m_blocks.push_back(std::make_unique<Block>());
            std::rotate(m_blocks.begin(), m_blocks.end() - 1, m_blocks.end());
            m_firstBlock = blockOf(m_first - 1);
        }
        slot(m_first - 1) = value;
        return --m_first;
    }

    /// Precondition: count <= size().
    void pop_front(std::size_t count) {
        Q_ASSERT(count <= size());
        m_first += static_cast<Seq>(count);
        const Seq gone = std::min(blockOf(m_first) - m_firstBlock, static_cast<Seq>(m_blocks.size()));
        m_blocks.erase(m_blocks.begin(), m_blocks.begin() + gone);
        m_firstBlock += gone;
    }

    /// Removes [from, from + count). At the front this is pop_front(); elsewhere what lies behind moves down by
    /// `count`, in O(n). Precondition: the range lies within.
    void erase(Seq from, std::size_t count) {
        Q_ASSERT(contains(from) && from + static_cast<Seq>(count) <= m_end);
        if (from == m_first) {
            pop_front(count);
            return;
        }
        for (Seq seq = from; seq + static_cast<Seq>(count) < m_end; ++seq)
            slot(seq) = slot(seq + static_cast<Seq>(count));
        m_end -= static_cast<Seq>(count);
        while (!m_blocks.empty() && m_firstBlock + static_cast<Seq>(m_blocks.size()) - 1 > blockOf(m_end))
            m_blocks.pop_back();
    }

    void clear() {
        m_blocks.clear();
        m_first = m_end = m_firstBlock = 0;
    }

private:
    using Block = std::array<T, BlockSize>;
    static constexpr Seq Size = static_cast<Seq>(BlockSize);
    static constexpr int Shift = std::countr_zero(BlockSize);

    // Shifting rounds down for negative numbers too, which dividing would not.
    [[nodiscard]] static constexpr Seq blockOf(Seq seq) noexcept { return seq >> Shift; }
    [[nodiscard]] T& slot(Seq seq) {
        return (*m_blocks[static_cast<std::size_t>(blockOf(seq) - m_firstBlock)])[static_cast<std::size_t>(seq &
                                                                                                           (Size - 1))];
    }

    std::vector<std::unique_ptr<Block>> m_blocks;
    Seq m_firstBlock = 0;
    Seq m_first = 0;
    Seq m_end = 0;
};

} // namespace attune::core
