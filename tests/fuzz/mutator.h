// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace attune::fuzz {

/// Makes new inputs out of known ones: flips, cuts, repeats, splices, and puts in what parsers stumble over. The same
/// seed gives the same inputs.
class Mutator {
public:
    Mutator(std::vector<std::string> corpus, std::uint64_t seed) : m_corpus(std::move(corpus)), m_engine(seed) {}

    [[nodiscard]] std::string next();

    static constexpr std::size_t MaxBytes = 4096;

private:
    [[nodiscard]] std::size_t below(std::size_t limit) { return limit == 0 ? 0 : m_engine() % limit; }
    void change(std::string& text);

    std::vector<std::string> m_corpus;
    std::mt19937_64 m_engine;
};

} // namespace attune::fuzz
