// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/activity/activitybuckets.h"

#include <QString>

namespace attune::widgets {

/// A stretch of neighbouring buckets; `last` is part of it.
struct BucketRange {
    std::size_t first = 0;
    std::size_t last = 0;
    friend bool operator==(const BucketRange&, const BucketRange&) = default;
};

[[nodiscard]] QString shareName(core::ActivityBuckets::Share share);
/// When a bucket begins, or the last one ends.
[[nodiscard]] QString boundaryWords(const core::ActivityBuckets& buckets, std::size_t index, core::UtcMicros now);
/// `12:04:30 – 12:04:35`, with the date where it is not today's.
[[nodiscard]] QString rangeWords(const core::ActivityBuckets& buckets, BucketRange range, core::UtcMicros now);
/// The range, the number for each status that has one, and how long it took; line by line.
[[nodiscard]] QString bucketWords(const core::ActivityBuckets& buckets, BucketRange range, core::UtcMicros now);
/// `5 s`, `15 min`: the width of a bucket.
[[nodiscard]] QString widthWords(std::chrono::microseconds width);

} // namespace attune::widgets
