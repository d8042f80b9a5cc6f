// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace attune::sim {

/// A small generator (splitmix64) whose sequence is the same on every machine, unlike the standard distributions. Cheap
/// enough to make one per item, so that an item looks the same whenever it is asked for.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_state(seed) {}

    /// The generator of one item: `salt` separates the uses, `id` the items.
    [[nodiscard]] static Dice forItem(std::uint64_t seed, std::uint64_t salt, std::int64_t id) {
        Dice dice(seed ^ (salt * 0x9e3779b97f4a7c15U) ^ (static_cast<std::uint64_t>(id) * 0xd1342543de82ef95U));
        static_cast<void>(dice.next());
        return dice;
    }

    [[nodiscard]] std::uint64_t next() {
        m_state += 0x9e3779b97f4a7c15U;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }
    /// Uniform in [0, 1).
    [[nodiscard]] double unit() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
    /// Uniform in [0, bound). Precondition: bound > 0.
    [[nodiscard]] std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }
    /// Uniform in [low, high].
    [[nodiscard]] std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(below(static_cast<std::size_t>(high - low + 1)));
    }
    [[nodiscard]] bool chance(double probability) { return unit() < probability; }
    template<class List>
    [[nodiscard]] const auto& pick(const List& list) {
        return list[below(list.size())];
    }

private:
    std::uint64_t m_state;
};

/// What a Dice::forItem is used for.
namespace Salt {
inline constexpr std::uint64_t Catalog = 1;
inline constexpr std::uint64_t History = 2;
inline constexpr std::uint64_t Enforcement = 3;
inline constexpr std::uint64_t Payload = 4;
inline constexpr std::uint64_t Execution = 5;
inline constexpr std::uint64_t Result = 6;
inline constexpr std::uint64_t Secret = 7;
inline constexpr std::uint64_t Config = 8;
} // namespace Salt

} // namespace attune::sim
