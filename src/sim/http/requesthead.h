// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/httprequest.h"

#include <QByteArray>

#include <optional>

namespace attune::sim {

/// The first bytes of a connection, as far as they tell where it belongs.
struct RequestHead {
    QByteArray method;
    QByteArray path;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case; empty while incomplete
    bool complete = false;                            ///< the empty line was seen

    /// Nothing while not even the request line is there.
    [[nodiscard]] static std::optional<RequestHead> parse(const QByteArray& bytes);
    [[nodiscard]] QByteArray header(const QByteArray& lowerCaseName) const;
    /// Does it ask for a WebSocket? Precondition: complete.
    [[nodiscard]] bool isUpgrade() const;
};

} // namespace attune::sim
