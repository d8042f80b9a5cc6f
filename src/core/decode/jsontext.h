// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace attune::core {

// Operations on JSON as text, for what must stay exactly as the server wrote it. `json` is valid JSON, if not said
// otherwise.

[[nodiscard]] inline std::string_view viewOf(const QByteArray& bytes) {
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// The text of a member of the outermost object, the last one of that name; empty if there is none.
[[nodiscard]] QByteArray memberText(const QByteArray& body, std::string_view name);

/// The text without the members of that name, at any depth.
[[nodiscard]] QByteArray withoutMembers(const QByteArray& body, std::string_view name);

/// What becomes of a number that no double can hold, such as 1e400, which nlohmann/json refuses to read.
enum class HugeNumbers : std::uint8_t { AsText, AsOne };
[[nodiscard]] std::string rewriteHugeNumbers(std::string_view json, HugeNumbers how); ///< any text will do

} // namespace attune::core
