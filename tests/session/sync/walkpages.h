// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/verifiedwalk.h"

#include <vector>

namespace attune::test {

struct ListRow {
    core::Id id = 0;
    core::UtcMicros created = 0;
};

[[nodiscard]] inline core::EnforcementPage pageOf(const std::vector<ListRow>& rows, bool hasNext = false) {
    core::EnforcementPage page;
    for (const ListRow& row : rows) {
        core::EnforcementUpdate update;
        update.row.id = row.id;
        update.row.created = row.created;
        page.items.push_back(update);
    }
    page.pagination.hasNext = hasNext;
    return page;
}

/// Rows `first` … `first - count + 1`, one microsecond apart, id = created.
[[nodiscard]] inline std::vector<ListRow> rowsDown(core::Id first, int count) {
    std::vector<ListRow> rows;
    for (int i = 0; i < count; ++i)
        rows.push_back({first - i, first - i});
    return rows;
}

/// Feeds what `answer` says until the walk ends.
template<class Answer>
int drive(session::VerifiedWalk& walk, Answer answer, int limit = 5000) {
    int requests = 0;
    while (walk.state() == session::VerifiedWalk::State::Reading && requests < limit) {
        walk.feed(answer(walk.request()));
        ++requests;
    }
    return requests;
}

} // namespace attune::test
