// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <random>

namespace attune::core {

/// Randomness, as a dependency.
class Random {
public:
    Random() = default;
    virtual ~Random();
    Random(const Random&) = delete;
    Random& operator=(const Random&) = delete;

    /// Uniform in [0, 1).
    [[nodiscard]] virtual double uniform() = 0;
};

/// A seeded generator: the same seed gives the same sequence on every machine.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : m_engine(seed) {}
    [[nodiscard]] static std::uint64_t systemSeed();
    [[nodiscard]] double uniform() override;

private:
    std::mt19937_64 m_engine;
};

} // namespace attune::core
