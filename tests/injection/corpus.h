// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <string>
#include <vector>

namespace attune::test {

class Canary;

/// Texts that try to be more than texts: markup, references, controls, directions, formulas and so on, each of them
/// once. Files and addresses in them are those of the canary.
[[nodiscard]] std::vector<QString> injections(const Canary& canary);
/// Those a server can send, as bytes.
[[nodiscard]] std::vector<std::string> sendable(const std::vector<QString>& texts);

} // namespace attune::test
