// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/result.h"

#include <cstdint>
#include <string>

namespace attune::sim {

/// A frame of a client (protocol section 7.2).
struct ClientFrame {
    enum class Kind : std::uint8_t { Subscribe, Unsubscribe, Ping };

    Kind kind = Kind::Ping;
    std::string filter;

    /// The server's own words when the text is not a frame.
    [[nodiscard]] static core::Result<ClientFrame> parse(const std::string& text);
};

} // namespace attune::sim
