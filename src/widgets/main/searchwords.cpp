// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "main/searchwords.h"

#include "attune/core/column.h"
#include "attune/core/displaytext.h"

#include <QCoreApplication>
#include <QLocale>

namespace attune::widgets {

namespace {

using session::HistorySearch;
using Phase = HistorySearch::Phase;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(attune::widgets::SearchWords)
};

[[nodiscard]] QString time(core::UtcMicros instant, core::UtcMicros now) {
    return core::instantText(instant, core::TimeStyle::Local, now);
}

[[nodiscard]] QString found(const HistorySearch& search) {
    return Words::tr("%Ln found", nullptr, static_cast<int>(search.found));
}

[[nodiscard]] QString reading(const HistorySearch& search, core::UtcMicros now) {
    const QString what = search.criteria.isEmpty()
                             ? Words::tr("Searching all enforcements on the server")
                             : Words::tr("Searching the server for %1").arg(core::displayText(search.criteria, 120));
    return Words::tr("%1: back to %2, %3", "what is searched; time; so many found")
        .arg(what, time(search.back, now), found(search));
}

/// How it ended, and up to where it went.
[[nodiscard]] QString outcome(const HistorySearch& search, core::UtcMicros now) {
    const QString back = time(search.back, now);
    switch (search.phase) {
    case Phase::None:
    case Phase::Reading:
        return {};
    case Phase::Paused:
        return Words::tr("Searched back to %1: %2.").arg(back, found(search));
    case Phase::Cancelled:
        return Words::tr("Search stopped at %1: %2.").arg(back, found(search));
    case Phase::Failed:
        return Words::tr("The search ended at %1: %2. %3").arg(back, found(search), search.reason);
    case Phase::AtBound:
        return Words::tr("Searched back to where the filter begins: %1.").arg(found(search));
    case Phase::AtEnd:
        return Words::tr("Searched back to the oldest enforcement of the server: %1.").arg(found(search));
    case Phase::Full:
        return Words::tr("Searched back to %1: %2. The table holds no more rows.").arg(back, found(search));
    }
    Q_UNREACHABLE();
}

[[nodiscard]] bool canGoOn(Phase phase) {
    return phase == Phase::Paused || phase == Phase::Cancelled || phase == Phase::Failed;
}

} // namespace

SearchHint searchHint(const HistorySearch& search, core::UtcMicros completeSince, core::UtcMicros now) {
    if (search.phase == Phase::None)
        return {Words::tr("Enforcements from before %1 are not loaded.").arg(time(completeSince, now)),
                Words::tr("Search older on server"), SearchAction::Search};
    if (search.phase == Phase::Reading)
        return {reading(search, now), Words::tr("Cancel"), SearchAction::Cancel};
    QString text = outcome(search, now);
    if (!search.isProven)
        text += u' ' + Words::tr("Some may be missing: the list of the server was not in order.");
    if (!canGoOn(search.phase))
        return {text, {}, SearchAction::None};
    return {text, Words::tr("Search further"), SearchAction::Search};
}

} // namespace attune::widgets
