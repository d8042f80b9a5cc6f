// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "http/httpanswer.h"

#include "json/jsontext.h"

#include <nlohmann/json.hpp>

namespace attune::sim {

namespace {

QByteArray reason(int status) {
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 307:
        return "Temporary Redirect";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 409:
        return "Conflict";
    case 413:
        return "Payload Too Large";
    case 415:
        return "Unsupported Media Type";
    case 422:
        return "Unprocessable Entity";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    default:
        return "Status";
    }
}

QByteArray bytes(std::string_view text) { return {text.data(), static_cast<qsizetype>(text.size())}; }

} // namespace

HttpAnswer HttpAnswer::json(const std::string& text, int status) {
    HttpAnswer answer;
    answer.status = status;
    answer.contentType = "application/json";
    answer.body = bytes(text);
    return answer;
}

HttpAnswer HttpAnswer::json(const nlohmann::json& document, int status) { return json(dumped(document), status); }

HttpAnswer HttpAnswer::data(const nlohmann::json& value, std::string_view message) {
    nlohmann::json envelope = {{"data", value}};
    if (!message.empty())
        envelope["message"] = message;
    return json(envelope);
}

HttpAnswer HttpAnswer::error(int status, std::string_view code, std::string_view message) {
    return json(nlohmann::json{{"error", message}, {"code", code}}, status);
}

HttpAnswer HttpAnswer::bearerError(std::string_view message) {
    return json(nlohmann::json{{"error", {{"code", 401}, {"message", message}}}}, 401);
}

HttpAnswer HttpAnswer::text(int status, std::string_view message) {
    HttpAnswer answer = empty(status);
    answer.contentType = "text/plain; charset=utf-8";
    answer.body = bytes(message);
    return answer;
}

HttpAnswer HttpAnswer::empty(int status) {
    HttpAnswer answer;
    answer.status = status;
    return answer;
}

HttpAnswer HttpAnswer::of(Manner manner) {
    HttpAnswer answer;
    answer.manner = manner;
    return answer;
}

QByteArray HttpAnswer::wireHead(bool keepAlive) const {
    QByteArray out = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reason(status) + "\r\n";
    if (!contentType.isEmpty())
        out += "content-type: " + contentType + "\r\n";
    out += "content-length: " + QByteArray::number(body.size()) + "\r\n";
    for (const auto& [name, value] : headers)
        out += name + ": " + value + "\r\n";
    if (!keepAlive)
        out += "connection: close\r\n";
    return out + "\r\n";
}

} // namespace attune::sim
