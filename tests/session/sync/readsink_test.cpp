// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "readsink.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace attune::session {
namespace {

using namespace std::chrono_literals;
using core::Origin;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ReadSinkTest : public ::testing::Test {
protected:
    static constexpr ReadSink::Instant Proven = 100s;

    [[nodiscard]] static std::vector<core::EnforcementUpdate> rows(std::vector<core::Id> ids,
                                                                   Origin origin = Origin::ListPage) {
        std::vector<core::EnforcementUpdate> rows;
        for (const core::Id id : ids) {
            rows.emplace_back().row.id = id;
            rows.back().origin = origin;
        }
        return rows;
    }
    /// What one frame brings, as ids.
    [[nodiscard]] std::vector<core::Id> arriving() {
        std::vector<core::Id> ids;
        for (const core::EnforcementUpdate& update : m_queue.drain().enforcements.updates)
            ids.push_back(update.row.id);
        m_sink.onHandedOver();
        return ids;
    }
    void remove(core::Id id, ReadSink::Instant proven = Proven) {
        m_sink.pushRemoved(id, proven);
        EXPECT_THAT(arriving(), IsEmpty());
    }

    core::UpdateQueue m_queue{[] {}};
    ReadSink m_sink{m_queue};
};

TEST_F(ReadSinkTest, rowsThatWereNeverRemoved_passWheneverTheyWereAskedFor) {
    remove(9);
    m_sink.push(rows({1, 2}), 0s);
    EXPECT_THAT(arriving(), ElementsAre(1, 2));
    EXPECT_THAT(m_sink.toldOf(rows({1, 2}, Origin::Notification)), IsEmpty());
}

TEST_F(ReadSinkTest, answerAskedForBeforeTheProof_doesNotBringTheRowBack) {
    remove(1);
    m_sink.push(rows({1, 2}), Proven - 1ns);
    EXPECT_THAT(arriving(), ElementsAre(2));
}

TEST_F(ReadSinkTest, answerAskedForSinceTheProof_bringsTheRowBackAndEndsTheMatter) {
    remove(1);
    m_sink.push(rows({1}), Proven);
    EXPECT_THAT(arriving(), ElementsAre(1));
    EXPECT_THAT(m_sink.toldOf(rows({1}, Origin::Notification)), IsEmpty());
    m_sink.push(rows({1}), 0s);
    EXPECT_THAT(arriving(), ElementsAre(1)) << "it is there, and old knowledge of it is knowledge";
}

TEST_F(ReadSinkTest, latestProof_countsWhicheverCameLast) {
    remove(1, 2 * Proven);
    remove(1, Proven);
    m_sink.push(rows({1}), 2 * Proven - 1ns);
    EXPECT_THAT(arriving(), IsEmpty());
    m_sink.push(rows({1}), 2 * Proven);
    EXPECT_THAT(arriving(), ElementsAre(1));
}

TEST_F(ReadSinkTest, notificationsOfRemovedRows_areAReasonToReadEachOnce) {
    remove(1);
    remove(2);
    EXPECT_THAT(m_sink.toldOf(rows({2, 1, 3, 2}, Origin::Notification)), ElementsAre(1, 2));
    EXPECT_THAT(m_sink.toldOf(rows({1, 2}, Origin::Detail)), IsEmpty()) << "what was read has been judged already";
}

TEST_F(ReadSinkTest, answerIntoTheFrameOfTheRemoval_waitsForTheNextOne) {
    m_sink.pushRemoved(1, Proven);
    m_sink.push(rows({1, 2}), Proven + 1s);
    EXPECT_FALSE(m_sink.toldOf(rows({1}, Origin::Notification)).empty()) << "the removal would win over it, too";
    EXPECT_THAT(arriving(), ElementsAre(2));
    EXPECT_FALSE(m_sink.isEmpty());
    EXPECT_THAT(arriving(), ElementsAre(1));
    EXPECT_TRUE(m_sink.isEmpty());
}

TEST_F(ReadSinkTest, removalBehindWhatWaits_isNotUndoneByIt) {
    m_sink.pushRemoved(1, Proven);
    m_sink.push(rows({1}), Proven + 1s);
    m_sink.pushRemoved(1, Proven + 2s);
    EXPECT_THAT(arriving(), IsEmpty());
    EXPECT_THAT(arriving(), IsEmpty());
    EXPECT_TRUE(m_sink.isEmpty());
}

TEST_F(ReadSinkTest, clear_forgetsWhatWasProvenAndWhatWaits) {
    m_sink.pushRemoved(1, Proven);
    m_sink.push(rows({1}), Proven + 1s);
    m_sink.push(rows({2}), Proven + 1s);
    m_sink.clear();
    EXPECT_TRUE(m_queue.isEmpty()) << "nor does it reach those who begin anew";
    EXPECT_THAT(arriving(), IsEmpty());
    m_sink.push(rows({1}), 0s);
    EXPECT_THAT(arriving(), ElementsAre(1));
}

TEST_F(ReadSinkTest, proofsThatNoAnswerIsUnderWayForAnyMore_areForgotten) {
    remove(1);
    remove(2, Proven + 1min);
    m_sink.push(rows({1}), 0s);
    EXPECT_THAT(arriving(), IsEmpty());
    remove(3, Proven + 1h);
    m_sink.push(rows({1, 2, 3}), 0s);
    EXPECT_THAT(arriving(), ElementsAre(1, 2));
}

TEST_F(ReadSinkTest, proofs_areBoundedAndTheOldestGoes) {
    const auto most = static_cast<core::Id>(ReadSink::MaxRemoved);
    for (core::Id id = most + 1; id >= 1; --id)
        m_sink.pushRemoved(id, Proven + id * 1ns);
    EXPECT_THAT(arriving(), IsEmpty());
    m_sink.push(rows({1, 2, most + 1}), Proven);
    EXPECT_THAT(arriving(), ElementsAre(1));
}

} // namespace
} // namespace attune::session
