// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace attune::session {

/// Tells a stream that loses notifications from one that lost a few: the notifier drops them without a word, and a
/// stream that answers every ping may carry nothing at all. Judged by rounds of reading: those that found what nobody
/// had announced, and those that did not.
class Deafness {
public:
    /// A round of reading is over; `gaps` were found so far, all rounds together.
    void noteRound(std::uint64_t gaps) {
        const bool foundSome = gaps > m_gaps;
        m_gaps = gaps;
        m_rounds = foundSome == m_isDeaf ? 0 : m_rounds + 1;
        if (m_rounds == Rounds) {
            m_isDeaf = foundSome;
            m_rounds = 0;
        }
    }
    /// Another stream: nothing is known about it.
    void reset(std::uint64_t gaps) {
        *this = {};
        m_gaps = gaps;
    }
    [[nodiscard]] bool isDeaf() const { return m_isDeaf; }
    /// What was found up to the last round.
    [[nodiscard]] std::uint64_t gaps() const { return m_gaps; }

    static constexpr int Rounds = 3; ///< in a row, to change the opinion

private:
    std::uint64_t m_gaps = 0;
    int m_rounds = 0; // in a row that speak against the opinion
    bool m_isDeaf = false;
};

} // namespace attune::session
