// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "live/subscription.h"

#include <charconv>
#include <optional>
#include <vector>

namespace attune::sim {

namespace {

std::vector<std::string> splitAtColons(const std::string& text) {
    std::vector<std::string> parts;
    std::size_t start = 0;
    for (std::size_t colon = text.find(':'); colon != std::string::npos; colon = text.find(':', start)) {
        parts.push_back(text.substr(start, colon - start));
        start = colon + 1;
    }
    parts.push_back(text.substr(start));
    return parts;
}

std::optional<core::Id> parsedId(const std::string& text) {
    core::Id id = 0;
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, id);
    return error == std::errc() && stopped == end && !text.empty() ? std::optional(id) : std::nullopt;
}

core::Error invalid(const std::string& filter, const std::string& why) {
    return {QString::fromStdString("Invalid filter '" + filter + "': " + why)};
}

} // namespace

core::Result<Subscription> Subscription::parse(const std::string& filter, Generation generation) {
    if (filter == "all")
        return Subscription{};
    const std::vector<std::string> parts = splitAtColons(filter);
    if (parts.size() < 2)
        return invalid(filter, "Invalid filter format: " + filter);
    if (parts[0] == "entity_type")
        return Subscription{Kind::EntityType, parts[1], 0};
    if (parts[0] == "notification_type")
        return Subscription{Kind::NotificationType, parts[1], 0};
    if (parts[0] == "trigger_ref" && generation == Generation::Newest)
        return Subscription{Kind::TriggerRef, parts[1], 0};
    if (parts[0] == "user") {
        const auto id = parsedId(parts[1]);
        return id ? core::Result<Subscription>(Subscription{Kind::User, {}, *id}) : invalid(filter, "Invalid user ID");
    }
    if (parts[0] != "entity")
        return invalid(filter, "Unknown filter type: " + parts[0]);
    if (parts.size() < 3)
        return invalid(filter, "Entity filter requires type and id: entity:type:id");
    const auto id = parsedId(parts[2]);
    return id ? core::Result<Subscription>(Subscription{Kind::Entity, parts[1], *id})
              : invalid(filter, "Invalid entity ID");
}

bool Subscription::matches(const Envelope& envelope) const {
    switch (kind) {
    case Kind::All:
        return true;
    case Kind::EntityType:
        return word == envelope.entityType;
    case Kind::Entity:
        return id == envelope.entityId && word == envelope.entityType;
    case Kind::NotificationType:
        return word == envelope.notificationType;
    case Kind::User:
        return false; // notifications carry no user
    case Kind::TriggerRef:
        return !envelope.triggerRef.empty() && word == envelope.triggerRef;
    }
    return false;
}

} // namespace attune::sim
