// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <string_view>

namespace attune::core {

/// The text of a member of the outermost object, exactly as it stands; empty if there is none. `json` is valid JSON.
[[nodiscard]] QByteArray memberText(const QByteArray& json, std::string_view name);

} // namespace attune::core
