// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/timestamp.h"

#include <chrono>
#include <limits>
#include <optional>
#include <vector>

namespace attune::session {

/// Stretches of creation time during which no stream could be believed: rows of then may be missing until a walk has
/// gone over them. Says what to read first, not what is complete (Coverage does): of rows committed late it knows
/// nothing. A value.
class MissedSpans {
public:
    /// Rows created after `from`, up to `to`.
    struct Span {
        core::UtcMicros from = 0;
        core::UtcMicros to = 0;
    };

    /// No stream is believed from here on; the newest row that was announced before was created at `newestKnown`,
    /// UnknownTime = there was none; `slack` before that it was not complete any more. Without effect if none was
    /// believed before.
    void lost(core::UtcMicros newestKnown, std::chrono::microseconds slack = Slack);
    /// Rows of then may be missing or not as they are now.
    void add(Span span);
    /// A walk has gone over all rows created after `above`, up to `top`.
    void noteRead(core::UtcMicros above, core::UtcMicros top);
    /// Older rows are not kept.
    void forgetBefore(core::UtcMicros instant);
    void clear() { m_spans.clear(); }

    [[nodiscard]] std::optional<Span> newest() const;
    /// The newest one that is over: what is still being missed is left out.
    [[nodiscard]] std::optional<Span> newestEnded() const;

    static constexpr core::UtcMicros EndOfTime = std::numeric_limits<core::UtcMicros>::max();
    /// Announcements are not quite in the order of creation, and rows change for some seconds after it.
    static constexpr std::chrono::seconds Slack{10};
    /// Beyond, those next to each other become one.
    static constexpr std::size_t MaxSpans = 64;

private:
    void joinClosest();

    std::vector<Span> m_spans; // newest first, apart from each other
};

} // namespace attune::session
