// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"

#include "attune/core/execution.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace attune::core {
namespace {

ExecutionRow row(const QString& status, UtcMicros updated = UnknownTime) {
    ExecutionRow row;
    row.id = 5;
    row.status = status;
    row.updated = updated;
    return row;
}

ExecutionRow fullRow() {
    ExecutionRow full = row(QStringLiteral("running"), 200);
    full.parent = 1;
    full.enforcement = 4711;
    full.originalExecution = 3;
    full.actionRef = QStringLiteral("core.echo");
    full.taskName = QStringLiteral("task");
    full.created = 100;
    full.startedAt = 150;
    return full;
}

TEST(ExecutionRow, isFinal_knowsTheFiveEnds) {
    for (const char* word : {"completed", "failed", "cancelled", "timeout", "abandoned"})
        EXPECT_TRUE(row(QString::fromLatin1(word)).isFinal()) << word;
    for (const char* word :
         {"requested", "scheduling", "scheduled", "running", "canceling", "canceled", "Completed", "expired", ""})
        EXPECT_FALSE(row(QString::fromLatin1(word)).isFinal()) << word;
}

TEST(MergeExecution, compactUpdate_erasesNothing) {
    ExecutionRow known = fullRow();
    ExecutionRow expected = known;
    expected.status = QStringLiteral("completed");
    EXPECT_TRUE(mergeExecution(known, row(QStringLiteral("completed"))));
    EXPECT_EQ(known, expected);
}

TEST(MergeExecution, sameKnowledge_changesNothing) {
    ExecutionRow known = fullRow();
    EXPECT_FALSE(mergeExecution(known, fullRow()));
    EXPECT_FALSE(mergeExecution(known, row({})));
    EXPECT_EQ(known, fullRow());
}

TEST(MergeExecution, gaps_areFilled) {
    ExecutionRow known = row(QStringLiteral("running"), 200);
    EXPECT_TRUE(mergeExecution(known, fullRow()));
    EXPECT_EQ(known, fullRow());
}

TEST(MergeExecution, finalStatus_neverGoesBack) {
    ExecutionRow known = row(QStringLiteral("failed"), 200);
    EXPECT_FALSE(mergeExecution(known, row(QStringLiteral("running"), 300)));
    EXPECT_EQ(known, row(QStringLiteral("failed"), 200));
    EXPECT_FALSE(mergeExecution(known, row(QStringLiteral("running"))));
    EXPECT_EQ(known.status, QStringLiteral("failed"));
}

TEST(MergeExecution, finalStatus_mayBeCorrectedByANewerFinal) {
    ExecutionRow known = row(QStringLiteral("cancelled"), 200);
    EXPECT_TRUE(mergeExecution(known, row(QStringLiteral("completed"), 300)));
    EXPECT_EQ(known, row(QStringLiteral("completed"), 300));
    EXPECT_FALSE(mergeExecution(known, row(QStringLiteral("cancelled"), 200)));
    EXPECT_EQ(known.status, QStringLiteral("completed"));
}

TEST(MergeExecution, olderAnswer_onlyFillsGaps) {
    ExecutionRow known = row(QStringLiteral("running"), 200);
    known.actionRef = QStringLiteral("core.new");
    ExecutionRow late = row(QStringLiteral("scheduled"), 100);
    late.actionRef = QStringLiteral("core.old");
    late.created = 50;
    EXPECT_TRUE(mergeExecution(known, late));
    EXPECT_EQ(known.status, QStringLiteral("running"));
    EXPECT_EQ(known.updated, 200);
    EXPECT_EQ(known.actionRef, QStringLiteral("core.new"));
    EXPECT_EQ(known.created, 50);
}

TEST(MergeExecution, olderAnswerWithTheEnd_isTheEnd) {
    ExecutionRow known = row(QStringLiteral("running"), 200);
    EXPECT_TRUE(mergeExecution(known, row(QStringLiteral("completed"), 199)));
    EXPECT_EQ(known.status, QStringLiteral("completed"));
    EXPECT_EQ(known.updated, 200);
}

TEST(MergeExecution, nullStart_doesNotEraseAKnownStart) {
    ExecutionRow known = fullRow();
    ExecutionRow incoming = row(QStringLiteral("running"));
    incoming.startedAt = NullTime; // of the notification sent before it started
    incoming.created = NullTime;
    EXPECT_FALSE(mergeExecution(known, incoming));
    EXPECT_EQ(known.startedAt, 150);
    ExecutionRow fresh = row(QStringLiteral("requested"));
    EXPECT_TRUE(mergeExecution(fresh, incoming));
    EXPECT_EQ(fresh.startedAt, NullTime);
}

TEST(MergeExecution, nullLink_isNews) {
    ExecutionRow known = fullRow();
    ExecutionRow incoming = row(QStringLiteral("running"), 300);
    incoming.enforcement = NullId; // the enforcement was deleted
    EXPECT_TRUE(mergeExecution(known, incoming));
    EXPECT_EQ(known.enforcement, NullId);
    incoming.enforcement = 4711;
    incoming.updated = 250;
    EXPECT_FALSE(mergeExecution(known, incoming)) << "an older answer does not bring it back";
}

TEST(MergeExecution, statusWithoutTime_isTakenAsItCame) {
    ExecutionRow known = row(QStringLiteral("scheduled"), 200);
    EXPECT_TRUE(mergeExecution(known, row(QStringLiteral("running"))));
    EXPECT_EQ(known, row(QStringLiteral("running"), 200));
}

TEST(MergeExecution, lifeInAnyOrder_endsTheSame) {
    std::vector<ExecutionRow> life;
    UtcMicros time = 100;
    for (const char* word : {"requested", "scheduling", "scheduled", "running", "completed"})
        life.push_back(row(QString::fromLatin1(word), time += 10));
    life[3].startedAt = 130;
    life[4].startedAt = 130;
    life[1].startedAt = NullTime;
    std::vector<int> order{0, 1, 2, 3, 4};
    do {
        ExecutionRow known = life[static_cast<std::size_t>(order[0])];
        for (const int step : order)
            mergeExecution(known, life[static_cast<std::size_t>(step)]);
        ASSERT_EQ(known, life[4]);
    } while (std::next_permutation(order.begin(), order.end()));
}

} // namespace
} // namespace attune::core
