// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "activity/activitywords.h"

#include "attune/core/column.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace attune::widgets {

namespace {

using namespace std::chrono_literals;
using Share = core::ActivityBuckets::Share;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(attune::widgets::ActivityWords)
};

core::ActivityBuckets::Bucket sum(const core::ActivityBuckets& buckets, BucketRange range) {
    core::ActivityBuckets::Bucket all = buckets.at(range.first);
    for (std::size_t i = range.first + 1; i <= range.last; ++i) {
        for (std::size_t share = 0; share < core::ActivityBuckets::ShareCount; ++share)
            all.counts[share] += buckets.at(i).counts[share];
        all.took.merge(buckets.at(i).took);
    }
    return all;
}

} // namespace

QString shareName(Share share) {
    switch (share) {
    case Share::Created:
        return Words::tr("created");
    case Share::Processed:
        return Words::tr("processed");
    case Share::Disabled:
        return Words::tr("disabled");
    case Share::Other:
        return Words::tr("other");
    }
    Q_UNREACHABLE();
}

QString widthWords(std::chrono::microseconds width) {
    if (width % 24h == 0us)
        return Words::tr("%1 d").arg(width / 24h);
    if (width % 1h == 0us)
        return Words::tr("%1 h").arg(width / 1h);
    if (width % 1min == 0us)
        return Words::tr("%1 min").arg(width / 1min);
    return width % 1s == 0us ? Words::tr("%1 s").arg(width / 1s) : Words::tr("%1 ms").arg(width / 1ms);
}

QString boundaryWords(const core::ActivityBuckets& buckets, std::size_t index, core::UtcMicros now) {
    const core::UtcMicros time = buckets.beginOf(index);
    QString text = core::instantText(time, core::TimeStyle::Local, now);
    if (buckets.width() < 1s)
        text += QStringLiteral(".%1").arg((time % 1'000'000 + 1'000'000) % 1'000'000 / 1'000, 3, 10, QChar(u'0'));
    return text;
}

QString rangeWords(const core::ActivityBuckets& buckets, BucketRange range, core::UtcMicros now) {
    return Words::tr("%1 – %2").arg(boundaryWords(buckets, range.first, now),
                                    boundaryWords(buckets, range.last + 1, now));
}

QString bucketWords(const core::ActivityBuckets& buckets, BucketRange range, core::UtcMicros now) {
    const core::ActivityBuckets::Bucket all = sum(buckets, range);
    const QLocale locale;
    QStringList lines{rangeWords(buckets, range, now)};
    if (all.total() == 0)
        lines += Words::tr("nothing");
    for (std::size_t share = 0; share < core::ActivityBuckets::ShareCount; ++share) {
        if (all.counts[share] > 0)
            lines += Words::tr("%1: %2").arg(shareName(static_cast<Share>(share)), locale.toString(all.counts[share]));
    }
    const auto half = all.took.percentile(50);
    const auto most = all.took.percentile(95);
    if (half && most)
        lines += Words::tr("took p50 %1, p95 %2").arg(core::durationText(*half), core::durationText(*most));
    return lines.join(u'\n');
}

} // namespace attune::widgets
