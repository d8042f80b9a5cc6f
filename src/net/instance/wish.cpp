// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "instance/wish.h"

namespace attune::net {

Wish wishOf(std::string_view message) {
    if (message == RaiseMessage)
        return Wish::Raise;
    return RaiseMessage.starts_with(message) ? Wish::Unfinished : Wish::Refused;
}

} // namespace attune::net
