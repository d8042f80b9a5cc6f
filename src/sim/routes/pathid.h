// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/httprequest.h"

#include "attune/core/enforcement.h"

#include <charconv>
#include <optional>
#include <string>

namespace attune::sim {

/// The numeric id in the path, if it is one.
[[nodiscard]] inline std::optional<core::Id> pathId(const HttpRequest& request) {
    const std::string& text = request.args.front();
    core::Id id = 0;
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, id);
    return error == std::errc() && stopped == end ? std::optional(id) : std::nullopt;
}

/// What the extractor says when it is not.
[[nodiscard]] inline HttpAnswer badPathId(const HttpRequest& request) {
    return HttpAnswer::text(400, "Invalid URL: Cannot parse `" + request.args.front() + "` to a `i64`");
}

} // namespace attune::sim
