// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "executiontree.h"

#include <algorithm>
#include <unordered_map>

namespace attune::models {

namespace {

class Arranger {
public:
    explicit Arranger(const std::vector<core::ExecutionRow>& rows) : m_rows(rows), m_placed(rows.size(), false) {
        std::unordered_map<core::Id, std::size_t> positions;
        for (std::size_t i = 0; i < rows.size(); ++i)
            positions.emplace(rows[i].id, i);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const bool hasParent = rows[i].parent > 0 && positions.contains(rows[i].parent);
            (hasParent ? m_children[rows[i].parent] : m_roots).push_back(i);
        }
    }

    [[nodiscard]] std::vector<ExecutionModel::Line> run() {
        for (const std::size_t root : m_roots)
            place(root);
        for (std::size_t i = 0; i < m_rows.size(); ++i) // what hangs on a circle
            place(i);
        return std::move(m_lines);
    }

private:
    // With a stack of its own: how deep workflows nest is the server's choice.
    void place(std::size_t root) {
        std::vector<std::pair<std::size_t, int>> open{{root, 0}};
        while (!open.empty()) {
            const auto [position, depth] = open.back();
            open.pop_back();
            if (m_placed[position])
                continue;
            m_placed[position] = true;
            m_lines.push_back({m_rows[position], depth});
            const std::vector<std::size_t>& children = m_children[m_rows[position].id];
            for (auto child = children.rbegin(); child != children.rend(); ++child)
                open.emplace_back(*child, depth + 1);
        }
    }

    const std::vector<core::ExecutionRow>& m_rows;
    std::vector<bool> m_placed;
    std::vector<std::size_t> m_roots;
    std::unordered_map<core::Id, std::vector<std::size_t>> m_children;
    std::vector<ExecutionModel::Line> m_lines;
};

} // namespace

std::vector<ExecutionModel::Line> arrangedByParent(std::vector<core::ExecutionRow> rows) {
    std::ranges::sort(rows, {}, [](const core::ExecutionRow& row) { return std::pair(row.created, row.id); });
    return Arranger(rows).run();
}

} // namespace attune::models
