// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/httprequest.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace attune::sim {

/// The body of a control request, read leniently as to presence and strictly as to type. The first error is kept.
class ControlBody {
public:
    explicit ControlBody(const HttpRequest& request);

    [[nodiscard]] bool has(const char* key) const { return m_body.contains(key); }
    [[nodiscard]] std::int64_t number(const char* key, std::int64_t fallback = 0);
    [[nodiscard]] double real(const char* key, double fallback = 0);
    [[nodiscard]] bool flag(const char* key, bool fallback = false);
    [[nodiscard]] std::string text(const char* key, const std::string& fallback = {});
    [[nodiscard]] std::vector<std::int64_t> numbers(const char* key);
    [[nodiscard]] nlohmann::json list(const char* key);

    /// The value makes no sense; kept unless an earlier error is.
    void refuse(const std::string& reason);
    /// Empty: none.
    [[nodiscard]] const std::string& error() const { return m_error; }

private:
    [[nodiscard]] const nlohmann::json* find(const char* key, bool (nlohmann::json::*isType)() const noexcept);

    nlohmann::json m_body;
    std::string m_error;
};

/// `{"ok":true}` merged with `extra`, or 400 with the error of the body.
[[nodiscard]] HttpAnswer controlAnswer(const ControlBody& body, const nlohmann::json& extra = nlohmann::json::object());

} // namespace attune::sim
