// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fieldset.h"

#include "attune/core/details.h"
#include "attune/core/result.h"

#include <nlohmann/json.hpp>

#include <QByteArray>

#include <cstddef>

namespace attune::core {

/// Builds a document for bodies that are read once, after checking size and depth: copying and printing recurse in
/// nlohmann/json, so nothing deep may ever become a document. A number beyond the range of a double becomes a text.
[[nodiscard]] Result<nlohmann::json> parseDocument(const QByteArray& body, std::size_t maxBytes);

/// The object under "data" of a single-object answer (protocol section 2.4).
struct DataObject {
    nlohmann::json json;
    FieldSet fields; ///< the scalars this program knows
};
[[nodiscard]] Result<DataObject> parseData(const QByteArray& body);

/// Moves a member out as a shared document; null when it is absent or null.
[[nodiscard]] JsonDocument takeDocument(nlohmann::json& object, const char* name);

[[nodiscard]] QString stringOf(const nlohmann::json& object, const char* name);
[[nodiscard]] bool flagOf(const nlohmann::json& object, const char* name);

} // namespace attune::core
