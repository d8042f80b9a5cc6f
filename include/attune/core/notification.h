// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcement.h"
#include "attune/core/execution.h"
#include "attune/core/result.h"

#include <QString>
#include <QStringEncoder>
#include <QStringView>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

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
/// A well-formed frame of a kind this program does not read: counted, never an error.
struct UnknownFrame {
    QString what;
    bool isOfTheProtocol = false; ///< which names it as news of something else; any other may be about enforcements
};

using Frame =
    std::variant<WelcomeFrame, ErrorFrame, EnforcementUpdate, ExecutionUpdate, RuleNotification, UnknownFrame>;

class QuickFrame;

/// Reads one text frame of the notifier (protocol section 7) without building a document. Refuses, with a reason, what
/// is malformed, deeper than MaxJsonDepth, larger than MaxFrameBytes or wrongly typed in a field that matters. Keeps
/// its buffers between frames; belongs to one thread; `vocabulary` outlives it.
class NotificationDecoder {
public:
    /// Both ways give the same for every frame. The thorough one, a SAX parser, is the one that decides; the quick one
    /// spares it the usual enforcement notifications.
    enum class Way : std::uint8_t { Quick, Thorough };

    explicit NotificationDecoder(Vocabulary& vocabulary, Way way = Way::Quick);
    ~NotificationDecoder();
    NotificationDecoder(const NotificationDecoder&) = delete;
    NotificationDecoder& operator=(const NotificationDecoder&) = delete;

    [[nodiscard]] Result<Frame> decode(std::string_view utf8);
    [[nodiscard]] Result<Frame> decode(QStringView utf16);

    /// How many frames were read the quick way.
    [[nodiscard]] std::uint64_t quickFrames() const noexcept { return m_quickFrames; }

private:
    class Handler;
    [[nodiscard]] Result<Frame> decodePadded(std::size_t size);
    [[nodiscard]] Result<Frame> decodeThoroughly(std::string_view utf8);

    std::unique_ptr<Handler> m_handler;
    std::unique_ptr<QuickFrame> m_quick; // null: never
    QStringEncoder m_encoder{QStringEncoder::Utf8, QStringEncoder::Flag::Stateless};
    std::vector<char> m_text; // with room behind the text, as QuickFrame wants it
    std::uint64_t m_quickFrames = 0;
};

} // namespace attune::core
