// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/jwt.h"
#include "http/query.h"

#include <QByteArray>
#include <QList>

#include <string>
#include <utility>
#include <vector>

namespace attune::sim {

/// One request, taken apart.
struct HttpRequest {
    QByteArray method;
    QByteArray path; ///< encoded, without query
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    Query query;
    std::vector<std::string> args; ///< the segments that matched `{}` in the route, decoded
    Claims claims;                 ///< of the bearer token, on routes that need one

    [[nodiscard]] QByteArray header(const QByteArray& lowerCaseName) const {
        for (const auto& [name, value] : headers) {
            if (name == lowerCaseName)
                return value;
        }
        return {};
    }
};

} // namespace attune::sim
