// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/httprequest.h"

#include "attune/core/result.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace attune::sim {

/// The body as JSON, or the answer of the server's extractor (protocol section 2.6, shape 3).
[[nodiscard]] core::Result<nlohmann::json, HttpAnswer> jsonBody(const HttpRequest& request);

/// A string field of a body, or 422.
[[nodiscard]] core::Result<std::string, HttpAnswer> stringField(const nlohmann::json& body, std::string_view name);

} // namespace attune::sim
