// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "routes/controlbody.h"

namespace attune::sim {

using nlohmann::json;

ControlBody::ControlBody(const HttpRequest& request) : m_body(json::object()) {
    if (request.body.trimmed().isEmpty())
        return;
    json body = json::parse(request.body.toStdString(), nullptr, false);
    if (body.is_object())
        m_body = std::move(body);
    else
        m_error = "the body must be a JSON object";
}

std::int64_t ControlBody::number(const char* key, std::int64_t fallback) {
    const json* field = find(key, &json::is_number_integer);
    return field != nullptr ? field->get<std::int64_t>() : fallback;
}

double ControlBody::real(const char* key, double fallback) {
    const json* field = find(key, &json::is_number);
    return field != nullptr ? field->get<double>() : fallback;
}

bool ControlBody::flag(const char* key, bool fallback) {
    const json* field = find(key, &json::is_boolean);
    return field != nullptr ? field->get<bool>() : fallback;
}

std::string ControlBody::text(const char* key, const std::string& fallback) {
    const json* field = find(key, &json::is_string);
    return field != nullptr ? field->get<std::string>() : fallback;
}

std::vector<std::int64_t> ControlBody::numbers(const char* key) {
    std::vector<std::int64_t> values;
    for (const json& item : list(key)) {
        if (item.is_number_integer())
            values.push_back(item.get<std::int64_t>());
        else
            m_error = std::string("`") + key + "` must hold integers";
    }
    return values;
}

json ControlBody::list(const char* key) {
    const json* field = find(key, &json::is_array);
    return field != nullptr ? *field : json::array();
}

void ControlBody::refuse(const std::string& reason) {
    if (m_error.empty())
        m_error = reason;
}

const json* ControlBody::find(const char* key, bool (json::*isType)() const noexcept) {
    const auto field = m_body.find(key);
    if (field == m_body.end())
        return nullptr;
    if (((*field).*isType)())
        return &*field;
    if (m_error.empty())
        m_error = std::string("`") + key + "` has the wrong type";
    return nullptr;
}

HttpAnswer controlAnswer(const ControlBody& body, const json& extra) {
    if (!body.error().empty())
        return HttpAnswer::error(400, "BAD_REQUEST", body.error());
    json answer = {{"ok", true}};
    answer.update(extra);
    return HttpAnswer::json(answer);
}

} // namespace attune::sim
