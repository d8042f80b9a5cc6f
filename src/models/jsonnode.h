// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/models/jsontreemodel.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <string>
#include <vector>

namespace attune::models {

/// One value of a document and those of its children that were opened so far.
struct JsonTreeModel::Node {
    const nlohmann::json* value = nullptr;
    const std::string* key = nullptr; ///< in its object; null in an array and for the document itself
    Node* parent = nullptr;           ///< null for the document itself
    int row = 0;
    std::vector<std::unique_ptr<Node>> children;
    nlohmann::json::const_iterator next{}; ///< the first child that was not opened
};

[[nodiscard]] JsonKind kindOf(const nlohmann::json& value);
/// An array or object, unless it stands for a protected value.
[[nodiscard]] bool isContainer(const nlohmann::json& value);
/// A plain value as text, every digit of an integer kept; nothing for containers and secrets.
[[nodiscard]] QString scalarText(const nlohmann::json& value);
/// `.name` or `['odd name']`, as a path goes on behind an object.
[[nodiscard]] QString pathStep(const std::string& key);

} // namespace attune::models
