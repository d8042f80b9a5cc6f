// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "world.h"

namespace attune::test {

// Rows as the server writes them (protocol sections 4 and 7).

/// An item of a list; kept with the row until the row changes.
[[nodiscard]] const QByteArray& listItem(const World::Row& row);
[[nodiscard]] QByteArray detailBody(const World::Row& row);
/// A whole frame; `deferred`: the compact payload without creation time and resolution.
[[nodiscard]] QByteArray notificationFrame(const World::News& news, bool deferred, core::UtcMicros sentAt);

[[nodiscard]] QByteArray ruleRef(int kind);
[[nodiscard]] QByteArray triggerRef(int kind);
/// The other way round.
[[nodiscard]] int kindOf(const QByteArray& ruleRef);
[[nodiscard]] QByteArray statusWord(core::WordCode status);

} // namespace attune::test
