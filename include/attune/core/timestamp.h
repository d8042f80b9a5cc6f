// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace attune::core {

/// Microseconds since 1970-01-01T00:00:00Z. An integer because QDateTime keeps milliseconds only and would tie rows
/// that the server distinguishes (protocol section 2.2).
using UtcMicros = std::int64_t;

/// Nothing is known about this instant: the field was absent.
inline constexpr UtcMicros UnknownTime = std::numeric_limits<UtcMicros>::min();
/// The server said null: there is no such instant (an enforcement that is not resolved yet).
inline constexpr UtcMicros NullTime = UnknownTime + 1;

[[nodiscard]] constexpr bool isInstant(UtcMicros time) noexcept { return time > NullTime; }

/// Reads the three spellings of the server: `2026-06-01T20:16:21Z` with 0 to 9 fraction digits, and the same with a
/// numeric offset. Digits beyond the microsecond are cut. Nothing for anything else, 30 February and second 60
/// included.
[[nodiscard]] std::optional<UtcMicros> parseTimestamp(std::string_view text) noexcept;

/// `2026-06-01T20:16:21.417803Z`; `digits` fraction digits, 0 to 6. Precondition: isInstant(time), years 1 to 9999.
[[nodiscard]] std::string formatRfc3339(UtcMicros time, int digits = 6);

} // namespace attune::core
