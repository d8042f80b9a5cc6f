// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "http/requesthead.h"

namespace attune::sim {

std::optional<RequestHead> RequestHead::parse(const QByteArray& bytes) {
    const qsizetype lineEnd = bytes.indexOf("\r\n");
    if (lineEnd < 0)
        return std::nullopt;
    RequestHead head;
    const QList<QByteArray> words = bytes.left(lineEnd).split(' ');
    head.method = words[0];
    if (words.size() > 1)
        head.path = words[1].split('?').first();
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    head.complete = headEnd >= 0;
    if (!head.complete || headEnd == lineEnd)
        return head;
    for (const QByteArray& line : bytes.mid(lineEnd + 2, headEnd - lineEnd - 2).split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            head.headers.emplace_back(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    return head;
}

QByteArray RequestHead::header(const QByteArray& lowerCaseName) const {
    for (const auto& [name, value] : headers) {
        if (name == lowerCaseName)
            return value;
    }
    return {};
}

bool RequestHead::isUpgrade() const {
    return method == "GET" && header("upgrade").toLower() == "websocket" &&
           header("connection").toLower().contains("upgrade") && !header("sec-websocket-key").isEmpty();
}

} // namespace attune::sim
