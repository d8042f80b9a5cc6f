// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "http/jsonbody.h"

namespace attune::sim {

namespace {

constexpr qsizetype MaxBody = 2 * 1024 * 1024;

} // namespace

core::Result<nlohmann::json, HttpAnswer> jsonBody(const HttpRequest& request) {
    if (!request.header("content-type").toLower().startsWith("application/json"))
        return HttpAnswer::text(415, "Expected request with `Content-Type: application/json`");
    if (request.body.size() > MaxBody)
        return HttpAnswer::text(413, "Failed to buffer the request body: length limit exceeded");
    nlohmann::json body = nlohmann::json::parse(request.body.toStdString(), nullptr, false);
    if (body.is_discarded())
        return HttpAnswer::text(400, "Failed to parse the request body as JSON: expected value at line 1 column 1");
    if (!body.is_object())
        return HttpAnswer::text(422, "Failed to deserialize the JSON body into the target type: invalid type");
    return body;
}

core::Result<std::string, HttpAnswer> stringField(const nlohmann::json& body, std::string_view name) {
    const auto field = body.find(name);
    if (field != body.end() && field->is_string())
        return field->get<std::string>();
    return HttpAnswer::text(422, "Failed to deserialize the JSON body into the target type: missing field `" +
                                     std::string(name) + "`");
}

} // namespace attune::sim
