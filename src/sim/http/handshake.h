// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/tokens.h"
#include "http/httpanswer.h"
#include "http/requesthead.h"

#include "attune/core/result.h"

#include <cstdint>

namespace attune::sim {

/// The notifier's opinion of an upgrade request (protocol section 7.1): when the token expires, in Unix seconds, or the
/// answer that refuses it.
[[nodiscard]] core::Result<std::int64_t, HttpAnswer> checkHandshake(const RequestHead& head, const Tokens& tokens,
                                                                    Generation generation);

} // namespace attune::sim
