// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace attune::sim {

/// A text of a TextTable; 0 is the empty text.
using TextId = std::uint32_t;

/// Texts that many rows share, each kept once with its JSON spelling.
class TextTable {
public:
    TextTable();

    [[nodiscard]] TextId add(std::string_view utf8);
    [[nodiscard]] const std::string& text(TextId id) const { return m_entries[id].text; }
    /// The text quoted and escaped.
    [[nodiscard]] const std::string& json(TextId id) const { return m_entries[id].json; }

private:
    struct Entry {
        std::string text;
        std::string json;
    };
    std::deque<Entry> m_entries; // a deque: the keys of the index point into it
    std::unordered_map<std::string_view, TextId> m_index;
};

} // namespace attune::sim
