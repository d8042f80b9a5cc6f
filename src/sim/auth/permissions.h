// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "world/world.h"

#include "attune/sim/simoptions.h"

#include <nlohmann/json_fwd.hpp>

#include <string_view>

namespace attune::sim {

/// What the identity may see (protocol section 9).
class Permissions {
public:
    /// `world` outlives it.
    Permissions(PermissionMode mode, const World& world) : m_mode(mode), m_world(world) {}

    /// Requests and notifications go by it from now on.
    void setMode(PermissionMode mode) { m_mode = mode; }

    [[nodiscard]] bool isAdmin() const { return m_mode == PermissionMode::Full; }
    /// Rows of the list, and what the socket delivers.
    [[nodiscard]] bool sees(const Enforcement& row) const;
    [[nodiscard]] bool seesRule(std::string_view ref) const;
    [[nodiscard]] bool seesTrigger(std::string_view ref) const;
    [[nodiscard]] bool seesEvent(const Event& event) const;
    [[nodiscard]] bool seesExecution(const Execution& execution) const;
    [[nodiscard]] bool opensEnforcements() const { return m_mode != PermissionMode::JuneViewer; }
    [[nodiscard]] bool readsAnalytics() const { return m_mode != PermissionMode::RulesScoped; }
    [[nodiscard]] bool decrypts() const { return m_mode == PermissionMode::Full; }
    /// Trace tags in REST need unconstrained grants.
    [[nodiscard]] bool seesTraceTags() const { return m_mode == PermissionMode::Full; }

    /// The two lists of `/auth/me`.
    [[nodiscard]] nlohmann::json effective() const;
    [[nodiscard]] nlohmann::json permissionSets() const;

private:
    [[nodiscard]] bool isScoped() const { return m_mode == PermissionMode::RulesScoped; }

    PermissionMode m_mode;
    const World& m_world;
};

} // namespace attune::sim
