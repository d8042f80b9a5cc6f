// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/log/textrange.h"
#include "attune/core/random.h"

#include <QStringView>

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <vector>

namespace attune::core {

/// Finds the secrets of this process in a text without keeping them: what is kept is a keyed fingerprint of each, from
/// which a long secret cannot be told. A secret of at least BlockLength units is known by its blocks, so that a piece
/// of it is found as well, wherever it was cut, as long as a whole block is in it. Any thread.
class KnownSecrets {
public:
    /// `random` makes the key, here and now.
    explicit KnownSecrets(Random& random);

    /// What a server issues again and again. Also in the forms it takes in URLs and in JSON. Ignores what is shorter
    /// than MinLength: such a text would be found in every other word. Of very long ones only the beginning counts. The
    /// oldest of more than MaxSecrets is forgotten.
    void learn(QStringView secret);
    /// What somebody typed or keeps, which stays in use however many tokens come and go: is never forgotten, and takes
    /// none of their room.
    void learnForGood(QStringView secret);
    /// Unsorted; ranges may overlap.
    [[nodiscard]] std::vector<TextRange> find(QStringView text) const;

    static constexpr qsizetype MinLength = 6;
    static constexpr qsizetype BlockLength = 24;
    static constexpr qsizetype MaxLength = 16 * 1024;
    static constexpr std::size_t MaxSecrets = 64; ///< of those that may be forgotten

private:
    using Fingerprint = std::uint64_t;
    struct Block {
        qsizetype length;
        Fingerprint fingerprint;
        friend bool operator==(const Block&, const Block&) = default;
    };
    using Secret = std::vector<Block>;
    class Window;

    [[nodiscard]] std::vector<Secret> formsOf(QStringView secret) const;
    [[nodiscard]] Secret blocksOf(QStringView form) const;
    void index();
    [[nodiscard]] Fingerprint fingerprintOf(QStringView text) const;
    void findLength(QStringView text, qsizetype length, const std::vector<Fingerprint>& wanted,
                    std::vector<TextRange>& found) const;

    std::array<std::uint64_t, 2> m_key;
    mutable std::mutex m_mutex;
    std::vector<Secret> m_forGood;
    std::deque<Secret> m_passing; // oldest first, none of those above
    std::map<qsizetype, std::vector<Fingerprint>> m_byLength;
};

} // namespace attune::core
