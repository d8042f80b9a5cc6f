// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "http/faults.h"

namespace attune::sim {

std::optional<HttpAnswer> Faults::takeFailure(const QByteArray& path) {
    for (SimFailure& failure : failures) {
        if (failure.count == 0 || !path.startsWith(failure.pathPrefix))
            continue;
        if (failure.count > 0)
            --failure.count;
        HttpAnswer answer = HttpAnswer::empty(failure.status);
        answer.contentType = failure.contentType;
        answer.body = failure.body;
        answer.headers = failure.headers;
        return answer;
    }
    return std::nullopt;
}

} // namespace attune::sim
