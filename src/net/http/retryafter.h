// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace attune::net {

/// The wait that a `Retry-After` header asks for: seconds, or a date. A date counts from the answer's own `Date`
/// header, as the clocks of client and server may differ; `now` stands in for one that is missing or unreadable. At
/// most MaxRetryAfter; nothing for what is unreadable or over.
[[nodiscard]] std::optional<std::chrono::seconds> readRetryAfter(const QByteArray& retryAfter, const QByteArray& date,
                                                                 const QDateTime& now);

/// How far the clock that wrote the `Date` header of an answer is ahead of `now`, when it came; negative = behind. Good
/// to a second and the time of the answer. Nothing for what is unreadable.
[[nodiscard]] std::optional<std::chrono::seconds> readClockAhead(const QByteArray& date, const QDateTime& now);

inline constexpr std::chrono::seconds MaxRetryAfter{300};

} // namespace attune::net
