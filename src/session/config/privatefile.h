// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace attune::session {

/// Writes a file that only its owner may read (mode 0600), whole or not at all. What is there already
/// may be a link, which stays one.
[[nodiscard]] std::optional<core::Error> writePrivateFile(const QString& path, const QByteArray& bytes);

} // namespace attune::session
