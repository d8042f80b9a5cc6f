// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QLocalSocket;

namespace attune::net {

/// Whether a program of this user is at the other end.
[[nodiscard]] bool isOwnUser(const QLocalSocket& socket);

} // namespace attune::net
