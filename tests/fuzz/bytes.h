// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <algorithm>
#include <string_view>

namespace attune::fuzz {

/// Takes the bytes one after the other; zeros when there are no more.
class Bytes {
public:
    explicit Bytes(std::string_view bytes) : m_bytes(bytes) {}
    [[nodiscard]] bool isEmpty() const { return m_bytes.empty(); }
    [[nodiscard]] unsigned next() {
        if (m_bytes.empty())
            return 0;
        const auto byte = static_cast<unsigned char>(m_bytes.front());
        m_bytes.remove_prefix(1);
        return byte;
    }
    /// Up to and without `end`, which is taken, too.
    [[nodiscard]] std::string_view until(char end) {
        const std::string_view part = m_bytes.substr(0, m_bytes.find(end));
        m_bytes.remove_prefix(std::min(m_bytes.size(), part.size() + 1));
        return part;
    }

private:
    std::string_view m_bytes;
};

[[nodiscard]] inline QByteArray bytesOf(std::string_view text) {
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace attune::fuzz
