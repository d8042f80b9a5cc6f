// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/execution.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace attune::core {

namespace {

[[nodiscard]] bool isFinalStatus(const QString& status) {
    static constexpr std::array Words{u"completed", u"failed", u"cancelled", u"timeout", u"abandoned"};
    return std::any_of(Words.begin(), Words.end(), [&](const char16_t* word) { return status == QStringView(word); });
}

[[nodiscard]] int levelOf(const QString& text) { return text.isEmpty() ? 0 : 1; }
[[nodiscard]] int levelOfId(Id id) { return id == UnknownId ? 0 : 1; }
[[nodiscard]] int levelOfTime(UtcMicros time) { return isInstant(time) ? 2 : time == NullTime ? 1 : 0; }
[[nodiscard]] int levelOfStatus(const QString& status) { return isFinalStatus(status) ? 2 : levelOf(status); }

} // namespace

bool ExecutionRow::isFinal() const { return isFinalStatus(status); }

bool mergeExecution(ExecutionRow& known, const ExecutionRow& incoming) {
    Q_ASSERT(known.id == incoming.id);
    // An older answer may arrive late.
    const bool older = isInstant(incoming.updated) && isInstant(known.updated) && incoming.updated < known.updated;
    const bool endStays = known.isFinal() && !incoming.isFinal() && !incoming.status.isEmpty();
    bool changed = false;
    const auto take = [&](auto& field, const auto& said, auto level) {
        const int saidLevel = level(said);
        if (saidLevel == 0 || saidLevel < level(field) || (saidLevel == level(field) && older) || said == field)
            return;
        field = said;
        changed = true;
    };
    take(known.parent, incoming.parent, levelOfId);
    take(known.enforcement, incoming.enforcement, levelOfId);
    take(known.originalExecution, incoming.originalExecution, levelOfId);
    take(known.actionRef, incoming.actionRef, levelOf);
    take(known.taskName, incoming.taskName, levelOf);
    take(known.created, incoming.created, levelOfTime);
    take(known.startedAt, incoming.startedAt, levelOfTime);
    take(known.status, incoming.status, levelOfStatus);
    if (!endStays)
        take(known.updated, incoming.updated, levelOfTime);
    return changed;
}

} // namespace attune::core
