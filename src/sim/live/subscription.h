// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcement.h"
#include "attune/core/result.h"
#include "attune/sim/simoptions.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace attune::sim {

/// What a notification is about.
struct Envelope {
    std::string_view notificationType;
    std::string_view entityType;
    core::Id entityId = 0;
    std::string_view triggerRef; ///< of a rule's lifecycle, else empty
};

/// One subscription (protocol section 7.3).
struct Subscription {
    enum class Kind : std::uint8_t { All, EntityType, Entity, NotificationType, User, TriggerRef };

    Kind kind = Kind::All;
    std::string word; ///< entity type, notification type or ref
    core::Id id = 0;  ///< of an entity or user

    /// The server's own words when the filter is not one.
    [[nodiscard]] static core::Result<Subscription> parse(const std::string& filter, Generation generation);
    [[nodiscard]] bool matches(const Envelope& envelope) const;
    friend bool operator==(const Subscription&, const Subscription&) = default;
};

} // namespace attune::sim
