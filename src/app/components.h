// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace attune::app {

/// The libraries that the program is linked with, such as "OpenSSL 3.0.15": each in the version that runs where it can
/// tell, otherwise in the one that the program was built with.
[[nodiscard]] QStringList components();

/// The same with their licences, such as "OpenSSL 3.0.15 (Apache-2.0)".
[[nodiscard]] QStringList componentsWithLicenses();

} // namespace attune::app
