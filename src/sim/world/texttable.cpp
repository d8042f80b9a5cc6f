// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "world/texttable.h"

#include "json/jsontext.h"

namespace attune::sim {

TextTable::TextTable() { static_cast<void>(add({})); }

TextId TextTable::add(std::string_view utf8) {
    if (const auto known = m_index.find(utf8); known != m_index.end())
        return known->second;
    const auto id = static_cast<TextId>(m_entries.size());
    Entry& entry = m_entries.emplace_back(Entry{std::string(utf8), {}});
    appendQuoted(entry.json, entry.text);
    m_index.emplace(entry.text, id);
    return id;
}

} // namespace attune::sim
