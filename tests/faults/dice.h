// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <cstdint>
#include <random>
#include <vector>

namespace attune::test {

[[nodiscard]] inline int numberFromEnvironment(const char* variable, int otherwise) {
    bool ok = false;
    const int value = qEnvironmentVariableIntValue(variable, &ok);
    return ok ? value : otherwise;
}

/// Chance that a seed decides.
class Dice {
public:
    void setSeed(int seed) { m_engine.seed(static_cast<std::uint32_t>(seed)); }
    /// Both ends are among them.
    [[nodiscard]] std::int64_t between(std::int64_t low, std::int64_t high) {
        return std::uniform_int_distribution<std::int64_t>(low, high)(m_engine);
    }
    [[nodiscard]] bool coin() { return between(0, 1) == 1; }
    template<class T>
    [[nodiscard]] const T& oneOf(const std::vector<T>& choices) {
        return choices[static_cast<std::size_t>(between(0, static_cast<std::int64_t>(choices.size()) - 1))];
    }

private:
    std::mt19937 m_engine;
};

} // namespace attune::test
