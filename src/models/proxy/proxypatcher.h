// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layoutchange.h"
#include "proxyorder.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace attune::models {

/// Follows rows whose values change. Before the change, while the order still fits the old values, rows that will leave
/// the filter go and the others are looked up; after it, rows are moved, shown or repainted.
class ProxyPatcher {
public:
    ProxyPatcher(EnforcementFilterProxyModel& model, ProxyOrder& order) : m_model(model), m_order(order) {}

    void onAboutToBePatched(const std::vector<core::RowPatch>& patches);
    void onPatched(const std::vector<core::RowPatch>& patches);

private:
    using Seq = ProxyOrder::Seq;
    struct Stay {
        std::size_t position;
        const core::RowPatch* patch;
        bool mayMove;
    };

    void sortOut(const std::vector<core::RowPatch>& patches, Positions& leaving);
    [[nodiscard]] bool wasShown(const core::RowPatch& patch) const;
    [[nodiscard]] bool staysOrComes(const core::RowPatch& patch, bool shown);
    void closeGaps(const Positions& leaving);
    [[nodiscard]] bool someRowMoves() const;
    [[nodiscard]] const core::EnforcementRow& rowAfter(std::size_t stay, std::size_t position) const;
    void moveRows();
    void repaint(bool positionsHold) const;

    EnforcementFilterProxyModel& m_model;
    ProxyOrder& m_order;
    std::vector<Stay> m_stays; // ascending positions
    std::vector<Seq> m_entering;
    std::optional<LayoutChange> m_change; // while rows move
};

} // namespace attune::models
