// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>

namespace attune::test {

/// What is wrong at this moment. Probabilities are per request or per notification.
struct Faults {
    enum class Rest : std::uint8_t { Fine, Down, Error500, GatewayPage, WebPage, Hang, Malformed, Forbidden };
    enum class Listing : std::uint8_t { Fine, RefusedRows, ShortPages, Unsorted };

    Rest rest = Rest::Fine;
    Listing listing = Listing::Fine;
    double restFlaky = 0; ///< a single request fails in some way
    bool restSlow = false;
    std::chrono::milliseconds restDelay{0}; ///< of every answer
    bool detailsForbidden = false;
    bool refreshFails = false;

    bool refuse = false; ///< handshakes
    bool frozen = false; ///< nothing comes from the notifier
    bool deaf = false;   ///< notifications are lost, pings are answered
    bool deny = false;   ///< subscriptions
    bool swallowFence = false;
    bool flap = false; ///< streams end soon after they began
    double lose = 0;
    double duplicate = 0;
    double reorder = 0;
    double defer = 0; ///< compact payload

    [[nodiscard]] bool readsFail() const {
        return rest != Rest::Fine || listing != Listing::Fine || restFlaky > 0 || restSlow || detailsForbidden;
    }
};

} // namespace attune::test
