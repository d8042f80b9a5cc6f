// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/execution.h"

#include <algorithm>
#include <array>

namespace attune::core {

namespace {

[[nodiscard]] bool isFinalStatus(const QString& status) {
    static constexpr std::array Words{u"completed", u"failed", u"cancelled", u"timeout", u"abandoned"};
    return std::any_of(Words.begin(), Words.end(), [&](const char16_t* word) { return status == QStringView(word); });
}

template<class T>
bool take(T& known, const T& incoming, const T& unknown) {
    if (incoming == unknown || incoming == known)
        return false;
    known = incoming;
    return true;
}

} // namespace

bool ExecutionRow::isFinal() const { return isFinalStatus(status); }

bool mergeExecution(ExecutionRow& known, const ExecutionRow& incoming) {
    bool changed = take(known.parent, incoming.parent, UnknownId);
    changed |= take(known.enforcement, incoming.enforcement, UnknownId);
    changed |= take(known.originalExecution, incoming.originalExecution, UnknownId);
    changed |= take(known.actionRef, incoming.actionRef, QString());
    changed |= take(known.taskName, incoming.taskName, QString());
    changed |= take(known.created, incoming.created, UnknownTime);
    changed |= take(known.startedAt, incoming.startedAt, UnknownTime);
    // An older answer may arrive late: what was updated later wins, and a final status stays.
    const bool older = isInstant(incoming.updated) && isInstant(known.updated) && incoming.updated < known.updated;
    if (!older && !(known.isFinal() && !incoming.isFinal())) {
        changed |= take(known.status, incoming.status, QString());
        changed |= take(known.updated, incoming.updated, UnknownTime);
    }
    return changed;
}

} // namespace attune::core
