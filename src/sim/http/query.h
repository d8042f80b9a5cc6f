// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/httpanswer.h"

#include <QByteArray>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace attune::sim {

/// The query of a request, read as the server's extractors do: a value of the wrong type or a repeated parameter is an
/// error (protocol section 2.6, shape 3), an unknown parameter is not. The first error is kept.
class Query {
public:
    Query() = default;
    explicit Query(const QByteArray& encoded);

    [[nodiscard]] std::optional<std::string> text(std::string_view name);
    [[nodiscard]] std::optional<std::int64_t> number(std::string_view name);
    [[nodiscard]] std::uint32_t count(std::string_view name, std::uint32_t fallback);
    [[nodiscard]] bool flag(std::string_view name);
    [[nodiscard]] std::optional<std::string> oneOf(std::string_view name,
                                                   std::initializer_list<std::string_view> words);

    [[nodiscard]] const std::optional<HttpAnswer>& error() const { return m_error; }

private:
    [[nodiscard]] const std::string* find(std::string_view name);
    void refuse(std::string_view name, const std::string& why);

    std::vector<std::pair<std::string, std::string>> m_items;
    std::optional<HttpAnswer> m_error;
};

} // namespace attune::sim
