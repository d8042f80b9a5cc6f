// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcement.h"
#include "attune/core/timestamp.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace attune::sim {

// JSON by appending: a notification is built a hundred times faster than through a document.

void appendQuoted(std::string& out, std::string_view utf8);
void appendNumber(std::string& out, std::int64_t number);
/// `null` for ids below 1.
void appendId(std::string& out, core::Id id);

// The three spellings of an instant (protocol section 2.2). `null` for what is not an instant.

/// 0, 3 or 6 fraction digits, as few as keep the value, and `Z`.
void appendRestTime(std::string& out, core::UtcMicros time);
/// 0 to 6 fraction digits without trailing zeros, and `+00:00`.
void appendPayloadTime(std::string& out, core::UtcMicros time);
/// Always nine fraction digits, and `Z`.
void appendOuterTime(std::string& out, core::UtcMicros time);
/// Always six fraction digits, and `Z`.
void appendStateTime(std::string& out, core::UtcMicros time);

/// The REST spelling as a document value.
[[nodiscard]] nlohmann::json restTime(core::UtcMicros time);
[[nodiscard]] nlohmann::json idOrNull(core::Id id);
/// The document as text; bytes that are not UTF-8 are replaced.
[[nodiscard]] std::string dumped(const nlohmann::json& document);

} // namespace attune::sim
