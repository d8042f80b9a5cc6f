// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace attune::session {

/// Makes the file fit to be read by QSettings, which takes any type out of a file, and memory for as much of it as the
/// file claims: lines that could hold more than texts, numbers and bytes are taken out, the file is for its owner only,
/// and a lock that nobody holds is gone. Returns in words what was taken out; empty if nothing.
[[nodiscard]] QStringList prepareSettingsFile(const QString& filePath);

/// QSettings leaves a file the permissions it has, so it gets them before the first value is written.
void makePrivate(const QString& filePath);

} // namespace attune::session
