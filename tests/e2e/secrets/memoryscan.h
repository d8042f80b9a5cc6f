// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace attune::e2e {

/// Whether this process may look into the other one: the superuser may, and often a parent.
[[nodiscard]] bool memoryCanBeRead(qint64 pid);

/// Where a text stands in the writable memory of a process, in UTF-8 or UTF-16: a line for each place, with what is
/// around it. Freed memory counts.
[[nodiscard]] QStringList placesInMemory(qint64 pid, const QByteArray& text);

} // namespace attune::e2e
