// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <QByteArray>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace attune::sim {

/// What a request gets, in one of the shapes of protocol section 2.
struct HttpAnswer {
    enum class Manner : std::uint8_t {
        Answer,
        Hang, ///< never answers, keeps the connection
        Drop, ///< ends the connection without a word
    };

    int status = 200;
    QByteArray contentType;
    QByteArray body;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    Manner manner = Manner::Answer;

    [[nodiscard]] static HttpAnswer json(const std::string& text, int status = 200);
    [[nodiscard]] static HttpAnswer json(const nlohmann::json& document, int status = 200);
    /// `{"data": …}`
    [[nodiscard]] static HttpAnswer data(const nlohmann::json& value, std::string_view message = {});
    /// Shape 1: an error of a handler.
    [[nodiscard]] static HttpAnswer error(int status, std::string_view code, std::string_view message);
    [[nodiscard]] static HttpAnswer notFound(std::string_view message) { return error(404, "NOT_FOUND", message); }
    [[nodiscard]] static HttpAnswer forbidden(std::string_view message) { return error(403, "FORBIDDEN", message); }
    /// Shape 2: an error of the bearer token.
    [[nodiscard]] static HttpAnswer bearerError(std::string_view message);
    /// Shape 3: an error of an extractor.
    [[nodiscard]] static HttpAnswer text(int status, std::string_view message);
    /// Shape 4: an error of the router.
    [[nodiscard]] static HttpAnswer empty(int status);
    [[nodiscard]] static HttpAnswer of(Manner manner);

    /// The response as it goes over the wire, up to the body.
    [[nodiscard]] QByteArray wireHead(bool keepAlive) const;
};

} // namespace attune::sim
