// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "http/handshake.h"

#include <algorithm>

namespace attune::sim {

namespace {

constexpr char ProtocolPrefix[] = "attune.jwt.";

QByteArray tokenOf(const RequestHead& head) {
    const QByteArray authorization = head.header("authorization");
    if (authorization.left(7).toLower() == "bearer ")
        return authorization.mid(7).trimmed();
    for (const QByteArray& offered : head.header("sec-websocket-protocol").split(',')) {
        if (offered.trimmed().startsWith(ProtocolPrefix))
            return offered.trimmed().mid(static_cast<qsizetype>(sizeof ProtocolPrefix) - 1);
    }
    return {};
}

HttpAnswer refusal(std::string_view word, int status = 401) {
    return HttpAnswer::json(R"({"error":")" + std::string(word) + R"("})", status);
}

bool isNumber(const std::string& text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

core::Result<std::int64_t, HttpAnswer> checkHandshake(const RequestHead& head, const Tokens& tokens,
                                                      Generation generation) {
    if (head.header("sec-websocket-version") != "13")
        return HttpAnswer::text(400, "`Sec-WebSocket-Version` header did not include '13'");
    const QByteArray token = tokenOf(head);
    if (token.isEmpty())
        return refusal("missing_token");
    const auto checked = tokens.check(token, std::chrono::seconds(0));
    if (checked.verdict != Tokens::Verdict::Good)
        return refusal("invalid_or_expired_token");
    const std::string& type = checked.claims.tokenType;
    if (type == "refresh" || type == "worker")
        return refusal(type + "_tokens_not_allowed");
    if (type == "sensor" && generation == Generation::June)
        return refusal("sensor_tokens_not_allowed");
    if (!isNumber(checked.claims.sub))
        return refusal("invalid_subject_in_token");
    if (tokens.frozen && generation == Generation::Newest)
        return refusal("permission_lookup_failed", 500);
    return checked.claims.exp;
}

} // namespace attune::sim
