// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "live/clientframe.h"

#include <nlohmann/json.hpp>

namespace attune::sim {

namespace {

core::Error malformed(const std::string& why) { return {QString::fromStdString("Malformed message: " + why)}; }

} // namespace

core::Result<ClientFrame> ClientFrame::parse(const std::string& text) {
    const auto body = nlohmann::json::parse(text, nullptr, false);
    if (body.is_discarded())
        return malformed("expected value at line 1 column 1");
    if (!body.is_object())
        return malformed("invalid type: expected internally tagged enum ClientMessage at line 1 column 1");
    const auto type = body.find("type");
    if (type == body.end() || !type->is_string())
        return malformed("missing field `type` at line 1 column " + std::to_string(text.size()));
    if (*type == "ping")
        return ClientFrame{};
    const bool subscribes = *type == "subscribe";
    if (!subscribes && *type != "unsubscribe")
        return malformed("unknown variant `" + type->get<std::string>() +
                         "`, expected one of `subscribe`, `unsubscribe`, `ping`");
    const auto filter = body.find("filter");
    if (filter == body.end())
        return malformed("missing field `filter`");
    if (!filter->is_string())
        return malformed("invalid type: expected a string");
    return ClientFrame{subscribes ? Kind::Subscribe : Kind::Unsubscribe, filter->get<std::string>()};
}

} // namespace attune::sim
