// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/sim/simoptions.h"

#include <QString>
#include <QStringList>

#include <variant>

namespace attune::sim {

/// The program is asked to print something and to end.
struct PrintAndExit {
    QString text;
    bool isError = false; ///< a usage error: exit code 2
};

/// What the arguments say. `arguments` includes the program's name.
[[nodiscard]] std::variant<SimOptions, PrintAndExit> parseCommandLine(const QStringList& arguments);

} // namespace attune::sim
