// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "world/world.h"

#include <string>
#include <string_view>

namespace attune::sim {

/// Writes the payloads of notifications (protocol section 7.5) by appending text.
class NotificationWriter {
public:
    /// `world` outlives it.
    explicit NotificationWriter(const World& world) : m_world(world) {}

    /// `oldStatus` is empty for a new row. `deferred` forces the compact form.
    void enforcement(std::string& out, const Enforcement& row, std::string_view oldStatus, bool deferred) const;
    void event(std::string& out, const Event& event) const;
    void execution(std::string& out, const Execution& execution, std::string_view oldStatus) const;
    void workflow(std::string& out, const Execution& execution, std::string_view oldStatus) const;
    void rule(std::string& out, const RuleInfo& rule, std::string_view eventType, UtcMicros now) const;

    /// Payloads above this size are sent in the compact form by the newest generation.
    static constexpr std::size_t CompactAbove = 7000;

private:
    void enforcementTail(std::string& out, const Enforcement& row) const;
    void executionRefs(std::string& out, const Execution& execution) const;

    const World& m_world;
};

} // namespace attune::sim
