// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcement.h"
#include "attune/core/execution.h"
#include "attune/core/result.h"

#include <QString>

#include <memory>
#include <string>
#include <string_view>
#include <variant>

namespace attune::core {

/// First frame of every connection.
struct WelcomeFrame {
    QString clientId;
};
/// A complaint of the notifier; never closes the connection. `Invalid filter 'fence:7': …` answers a fence.
struct ErrorFrame {
    QString message;
};
/// A rule was created, enabled, disabled or deleted (newest generation only).
struct RuleNotification {
    Symbol ruleRef = 0;
    bool active = false;
};
/// A well-formed frame of a kind this program does not know: counted, never an error.
struct UnknownFrame {
    QString what;
};

using Frame =
    std::variant<WelcomeFrame, ErrorFrame, EnforcementUpdate, ExecutionUpdate, RuleNotification, UnknownFrame>;

/// Reads one text frame of the notifier (protocol section 7) with a SAX parser, without building a document. Refuses,
/// with a reason, what is malformed, deeper than MaxJsonDepth, larger than MaxFrameBytes or wrongly typed in a field
/// that matters. Keeps its buffers between frames; belongs to one thread; `vocabulary` outlives it.
class NotificationDecoder {
public:
    explicit NotificationDecoder(Vocabulary& vocabulary);
    ~NotificationDecoder();
    NotificationDecoder(const NotificationDecoder&) = delete;
    NotificationDecoder& operator=(const NotificationDecoder&) = delete;

    [[nodiscard]] Result<Frame> decode(std::string_view utf8);

private:
    class Handler;
    std::unique_ptr<Handler> m_handler;
};

} // namespace attune::core
