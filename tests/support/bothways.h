// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/notification.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

namespace attune::test {

[[nodiscard]] inline bool isSame(const core::WelcomeFrame& a, const core::WelcomeFrame& b) {
    return a.clientId == b.clientId;
}
[[nodiscard]] inline bool isSame(const core::ErrorFrame& a, const core::ErrorFrame& b) {
    return a.message == b.message;
}
[[nodiscard]] inline bool isSame(const core::EnforcementUpdate& a, const core::EnforcementUpdate& b) {
    return a.row == b.row && a.origin == b.origin && a.oldStatus == b.oldStatus && a.traceTag == b.traceTag &&
           a.sentAt == b.sentAt && a.receivedNs == b.receivedNs;
}
[[nodiscard]] inline bool isSame(const core::ExecutionUpdate& a, const core::ExecutionUpdate& b) {
    return a.row == b.row && a.oldStatus == b.oldStatus;
}
[[nodiscard]] inline bool isSame(const core::RuleNotification& a, const core::RuleNotification& b) {
    return a.ruleRef == b.ruleRef && a.active == b.active;
}
[[nodiscard]] inline bool isSame(const core::UnknownFrame& a, const core::UnknownFrame& b) {
    return a.what == b.what && a.isOfTheProtocol == b.isOfTheProtocol;
}

[[nodiscard]] inline bool isSame(const core::Result<core::Frame>& a, const core::Result<core::Frame>& b) {
    if (!a || !b)
        return a.ok() == b.ok() && a.error() == b.error();
    return a->index() == b->index() &&
           std::visit([&b](const auto& frame) { return isSame(frame, std::get<std::decay_t<decltype(frame)>>(*b)); },
                      *a);
}

/// Reads every frame quickly, quickly from UTF-16, and thoroughly, each way with words and buffers of its own.
class BothWays {
public:
    /// Whether all ways came to the same, in symbols too.
    [[nodiscard]] bool agree(std::string_view utf8) {
        m_last = m_thorough.decode(utf8);
        if (!isSame(m_quick.decode(utf8), *m_last) || m_words.refs.size() != m_quickWords.refs.size())
            return false;
        const QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
        if (text.toStdString() != utf8)
            return true; // no UTF-8, or with a byte order mark
        return isSame(m_quick16.decode(QStringView(text)), *m_last);
    }
    /// What they came to last.
    [[nodiscard]] const core::Result<core::Frame>& last() const { return *m_last; }
    /// Of all frames so far, how many were read the quick way.
    [[nodiscard]] std::uint64_t quickFrames() const { return m_quick.quickFrames(); }

private:
    core::Vocabulary m_words;
    core::Vocabulary m_quickWords;
    core::Vocabulary m_quick16Words;
    core::NotificationDecoder m_thorough{m_words, core::NotificationDecoder::Way::Thorough};
    core::NotificationDecoder m_quick{m_quickWords};
    core::NotificationDecoder m_quick16{m_quick16Words};
    std::optional<core::Result<core::Frame>> m_last;
};

} // namespace attune::test
