// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace attune::app {

/// Durations gathered over one line of statistics.
class Samples {
public:
    struct Summary {
        double p50 = 0;
        double p99 = 0;
        double max = 0;
    };

    void add(double milliseconds) {
        if (m_values.size() < MaxSamples)
            m_values.push_back(milliseconds);
    }
    /// In milliseconds; each of them, in no order.
    [[nodiscard]] const std::vector<double>& values() const { return m_values; }
    /// In milliseconds; zeros when there was nothing. Forgets the samples.
    [[nodiscard]] Summary take() {
        if (m_values.empty())
            return {};
        std::sort(m_values.begin(), m_values.end());
        const auto at = [this](double part) {
            return m_values[static_cast<std::size_t>(part * static_cast<double>(m_values.size() - 1))];
        };
        const Summary summary{at(0.5), at(0.99), m_values.back()};
        m_values.clear();
        return summary;
    }

    static constexpr std::size_t MaxSamples = 100'000;

private:
    std::vector<double> m_values;
};

} // namespace attune::app
