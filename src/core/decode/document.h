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
/// nlohmann/json, so nothing deep may ever become a document.
[[nodiscard]] Result<nlohmann::json> parseDocument(const QByteArray& body, std::size_t maxBytes);

/// The object under "data" of a single-object answer (protocol section 2.4).
[[nodiscard]] Result<nlohmann::json> parseData(const QByteArray& body);

/// The scalars of an object that this program knows, in the form the readers of fieldset.h take.
[[nodiscard]] FieldSet fieldsOf(const nlohmann::json& object);

/// Moves a member out as a shared document; null when it is absent or null.
[[nodiscard]] JsonDocument takeDocument(nlohmann::json& object, const char* name);

[[nodiscard]] QString stringOf(const nlohmann::json& object, const char* name);
[[nodiscard]] bool flagOf(const nlohmann::json& object, const char* name);

} // namespace attune::core
