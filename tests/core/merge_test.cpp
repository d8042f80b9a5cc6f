// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/rows.h"

#include "attune/core/merge.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

namespace attune::core {
namespace {

using test::makeRow;
using test::second;

EnforcementRow onlyId(Id id) {
    EnforcementRow row;
    row.id = id;
    return row;
}

class Merge : public ::testing::Test {
protected:
    Vocabulary m_vocabulary;
};

TEST_F(Merge, unknownFields_eraseNothing) {
    const EnforcementRow before = test::resolved(makeRow(m_vocabulary, 7));
    EnforcementRow known = before;
    const MergeResult result = merge(known, onlyId(7));
    EXPECT_EQ(result.changed, Field::None);
    EXPECT_EQ(result.conflicts, Field::None);
    EXPECT_EQ(known, before);
}

TEST_F(Merge, emptyRow_takesEverything) {
    const EnforcementRow full = test::resolved(makeRow(m_vocabulary, 7));
    EnforcementRow known = onlyId(7);
    const MergeResult result = merge(known, full);
    EXPECT_EQ(known, full);
    EXPECT_EQ(result.changed, difference(onlyId(7), full));
    for (const Field field : {Field::Event, Field::Rule, Field::Created, Field::ResolvedAt, Field::RuleRef,
                              Field::TriggerRef, Field::Status, Field::Condition, Field::TraceTag})
        EXPECT_TRUE(has(result.changed, field)) << static_cast<int>(field);
}

TEST_F(Merge, finalStatus_neverGoesBack) {
    EnforcementRow known = test::resolved(makeRow(m_vocabulary, 7));
    const MergeResult result = merge(known, makeRow(m_vocabulary, 7));
    EXPECT_EQ(result.changed, Field::None);
    EXPECT_EQ(result.conflicts, Field::None);
    EXPECT_EQ(known.status, Status::Processed);
    EXPECT_EQ(known.resolvedAt, second(7) + 500'000);
}

TEST_F(Merge, newWord_liesBetweenCreatedAndFinal) {
    const WordCode held = *Vocabulary::word(m_vocabulary.statuses, "held");
    EnforcementRow incoming = makeRow(m_vocabulary, 7);
    incoming.status = held;
    EnforcementRow known = makeRow(m_vocabulary, 7);
    EXPECT_EQ(merge(known, incoming).changed, Field::Status);
    EXPECT_EQ(known.status, held);
    EXPECT_EQ(merge(known, makeRow(m_vocabulary, 7)).changed, Field::None);
    incoming.status = Status::Disabled;
    EXPECT_EQ(merge(known, incoming).changed, Field::Status);
    EXPECT_EQ(known.status, Status::Disabled);
}

TEST_F(Merge, twoFinalStatuses_areAConflictAndTheKnownOneStays) {
    EnforcementRow known = test::resolved(makeRow(m_vocabulary, 7), Status::Processed);
    const MergeResult result = merge(known, test::resolved(makeRow(m_vocabulary, 7), Status::Disabled));
    EXPECT_EQ(result.conflicts, Field::Status);
    EXPECT_EQ(known.status, Status::Processed);
}

TEST_F(Merge, differentImmutableFields_areConflicts) {
    EnforcementRow known = makeRow(m_vocabulary, 7);
    EnforcementRow other = makeRow(m_vocabulary, 7, "ops.other", "mon.other");
    other.event += 1;
    other.rule += 1;
    other.created += 1;
    other.condition = Condition::Any;
    const EnforcementRow before = known;
    const MergeResult result = merge(known, other);
    EXPECT_EQ(result.conflicts,
              Field::Event | Field::Rule | Field::Created | Field::RuleRef | Field::TriggerRef | Field::Condition);
    EXPECT_EQ(result.changed, Field::None);
    EXPECT_EQ(known, before);
    overwrite(known, other, result.conflicts);
    EXPECT_EQ(known, other);
}

TEST_F(Merge, ruleNull_isFinalButEventNullIsNot) {
    EnforcementRow gone = makeRow(m_vocabulary, 7);
    gone.rule = NullId;
    gone.event = NullId;
    EnforcementRow known = makeRow(m_vocabulary, 7);
    EXPECT_EQ(merge(known, gone).changed, Field::Rule);
    EXPECT_EQ(known.rule, NullId);
    EXPECT_EQ(known.event, 90'007);
    EXPECT_EQ(merge(gone, makeRow(m_vocabulary, 7)).changed, Field::Event);
    EXPECT_EQ(gone, known);
}

TEST_F(Merge, redactedRef_yieldsToTheRealOne) {
    EnforcementRow hidden = makeRow(m_vocabulary, 7);
    hidden.ruleRef = RedactedRef;
    EnforcementRow known = makeRow(m_vocabulary, 7);
    EXPECT_EQ(merge(known, hidden).changed, Field::Withheld);
    EXPECT_EQ(merge(hidden, makeRow(m_vocabulary, 7)).changed, Field::RuleRef | Field::Withheld);
    EXPECT_EQ(hidden, known);
    EXPECT_EQ(known.ruleRef, makeRow(m_vocabulary, 7).ruleRef);
}

TEST_F(Merge, withheldRefs_areNotDisclosedAndNothingElseIsMissing) {
    EnforcementRow hidden = makeRow(m_vocabulary, 7);
    hidden.ruleRef = RedactedRef;
    hidden.triggerRef = RedactedRef;
    hidden.rule = UnknownId;
    hidden.traceTag = TraceTag::Unknown;
    EnforcementRow known = test::resolved(makeRow(m_vocabulary, 7));
    merge(known, hidden);
    EXPECT_EQ(known.rule, 12);
    EXPECT_EQ(known.traceTag, TraceTag::Derived);
    EnforcementRow read = test::resolved(hidden);
    read.rule = NullId;
    EXPECT_EQ(disclosed(known), read);
    known.withheld = Withheld::None;
    EXPECT_EQ(disclosed(known), known);
}

TEST_F(Merge, storedTag_isDisclosedAlsoWhenItsTriggerIsNot) {
    EnforcementRow known = makeRow(m_vocabulary, 7);
    known.traceTag = TraceTag::Stored; // which a read answer would tell as well
    known.withheld = Withheld::Trigger;
    EXPECT_EQ(disclosed(known).traceTag, TraceTag::Stored);
    EXPECT_EQ(disclosed(known).triggerRef, RedactedRef);
    EXPECT_EQ(disclosed(known).ruleRef, known.ruleRef);
}

TEST_F(Merge, changedRow_carriesTheNewestArrival) {
    EnforcementRow known = makeRow(m_vocabulary, 7);
    known.setReceived(EnforcementRow::ReceivedEpoch + 40'000);
    EnforcementRow late = test::resolved(known);
    late.setReceived(EnforcementRow::ReceivedEpoch + 5'000'000'000'000);
    merge(known, late);
    EXPECT_EQ(known.received(), EnforcementRow::ReceivedEpoch + 5'000'000'000'000);
    late.setReceived(EnforcementRow::ReceivedEpoch + 6'000'000'000'000); // says nothing new
    merge(known, late);
    EXPECT_EQ(known.received(), EnforcementRow::ReceivedEpoch + 5'000'000'000'000);
}

// Partial knowledge about one true row, as any answer of an honest server is.
EnforcementRow partOf(const EnforcementRow& truth, std::mt19937& random) {
    EnforcementRow row = onlyId(truth.id);
    const auto flip = [&random] { return random() % 2 == 0; };
    if (flip())
        row.event = flip() ? truth.event : NullId;
    if (flip())
        row.rule = flip() ? truth.rule : NullId;
    if (flip())
        row.created = truth.created;
    if (flip())
        row.ruleRef = flip() ? truth.ruleRef : RedactedRef;
    if (flip())
        row.triggerRef = flip() ? truth.triggerRef : RedactedRef;
    if (flip())
        row.condition = truth.condition;
    if (flip())
        row.traceTag = flip() ? TraceTag::Derived : TraceTag::Stored;
    constexpr std::array<WordCode, 5> Words{Status::Unknown, Status::Created, Status::FirstOther,
                                            Status::FirstOther + 1, Status::Processed};
    row.status = Words[random() % Words.size()];
    constexpr std::array<UtcMicros, 2> Absent{UnknownTime, NullTime};
    row.resolvedAt = flip() ? truth.resolvedAt : Absent[random() % 2];
    return row;
}

TEST_F(Merge, honestAnswers_joinInAnyOrder) {
    std::mt19937 random(1);
    const EnforcementRow truth = test::resolved(makeRow(m_vocabulary, 7));
    for (int round = 0; round < 20'000; ++round) {
        std::array<EnforcementRow, 3> parts{partOf(truth, random), partOf(truth, random), partOf(truth, random)};
        EnforcementRow expected = parts[0];
        merge(expected, parts[1]);
        merge(expected, parts[2]);

        EnforcementRow grouped = parts[1]; // associative
        merge(grouped, parts[2]);
        EnforcementRow first = parts[0];
        EXPECT_EQ(merge(first, grouped).conflicts, Field::None);
        ASSERT_EQ(first, expected);

        std::shuffle(parts.begin(), parts.end(), random); // commutative
        EnforcementRow shuffled = parts[0];
        merge(shuffled, parts[1]);
        merge(shuffled, parts[2]);
        ASSERT_EQ(shuffled, expected);

        ASSERT_EQ(merge(shuffled, parts[random() % 3]).changed, Field::None); // idempotent
    }
}

} // namespace
} // namespace attune::core
