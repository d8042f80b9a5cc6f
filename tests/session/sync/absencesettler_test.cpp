// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "parts.h"
#include "sync/absencesettler.h"

#include <numeric>

using namespace attune;
using namespace std::chrono_literals;

namespace {

class AbsenceSettlerTest : public test::PartsFixture {
protected:
    AbsenceSettlerTest() { signIn(); }

    [[nodiscard]] static std::vector<core::Id> ids(core::Id first, std::size_t count) {
        std::vector<core::Id> ids(count);
        std::iota(ids.begin(), ids.end(), first);
        return ids;
    }
    /// Answers one request after the other that the row is gone, and says which were asked for.
    std::vector<core::Id> answer(std::size_t count) {
        std::vector<core::Id> asked;
        while (asked.size() < count && !transport.waiting().empty()) {
            const net::RequestId request = transport.waiting().front();
            asked.push_back(transport.request(request).url.path().section(u'/', -1).toLongLong());
            transport.answer(request, 404, errorJson("not found"));
            pass(1s); // background requests are paced
        }
        return asked;
    }

    /// Open rows, a second apart.
    void know(core::Id first, std::size_t count) {
        core::EnforcementBatch batch;
        for (const core::Id id : ids(first, count)) {
            core::EnforcementUpdate update;
            update.row.id = id;
            update.row.created = id * 1'000'000;
            update.row.status = core::Status::Created;
            update.row.ruleRef = update.row.triggerRef = 1;
            batch.updates.push_back(update);
        }
        store.apply(batch, 100'000);
        settler.setStore(&store);
    }

    core::EnforcementStore store;
    core::Vocabulary vocabulary;
    core::UpdateQueue queue{[] {}};
    session::ReadSink sink{queue};
    session::AbsenceSettler settler{requester, sink, vocabulary, clock, random, &context};
};

} // namespace

TEST_F(AbsenceSettlerTest, whatLiveWaitsFor_isAskedForBeforeWhatIsOnlyDoubtful) {
    settler.settleAbsent({.gone = {}, .doubtful = ids(1'000, 500)});
    settler.settleOpen({.gone = ids(1, session::AbsenceSettler::FewOpen), .doubtful = {}}, true);
    settler.settleAbsent({.gone = {}, .doubtful = ids(2'000, 500)});
    const auto first = answer(4 + session::AbsenceSettler::FewOpen);
    EXPECT_TRUE(settler.isSettled());
    EXPECT_EQ(std::ranges::count_if(first, [](core::Id id) { return id <= 20; }),
              static_cast<std::ptrdiff_t>(session::AbsenceSettler::FewOpen));
    const auto then = answer(1'000);
    EXPECT_EQ(then.size(), 2 * session::AbsenceSettler::MaxById - 4) << "the others have their turn then";
}

TEST_F(AbsenceSettlerTest, doubtfulRowThatLiveWaitsFor_movesUpAndIsAskedForOnce) {
    settler.settleAbsent({.gone = {}, .doubtful = ids(1'000, 50)});
    settler.settleOpen({.gone = ids(1'030, session::AbsenceSettler::FewOpen), .doubtful = {}}, true);
    const auto first = answer(4 + session::AbsenceSettler::FewOpen);
    EXPECT_TRUE(settler.isSettled());
    EXPECT_EQ(first.size() + answer(100).size(), 50U);
}

TEST_F(AbsenceSettlerTest, rowsCloseTogether_areLeftToPagesAndTheRestOfThemIsAskedForLater) {
    know(1, 3'000);
    std::vector<std::pair<core::UtcMicros, core::UtcMicros>> wanted;
    QObject::connect(&settler, &session::AbsenceSettler::stretchWanted, &context,
                     [&wanted](core::UtcMicros from, core::UtcMicros to) { wanted.emplace_back(from, to); });
    auto gone = ids(100, 12);
    gone.push_back(2'000);
    settler.settleOpen({.gone = gone, .doubtful = {}}, true);
    ASSERT_EQ(wanted.size(), 1U);
    EXPECT_EQ(wanted[0], std::pair(core::UtcMicros{100'000'000 - 1}, core::UtcMicros{111'000'000}));
    EXPECT_EQ(answer(100), std::vector<core::Id>{2'000});
    EXPECT_EQ(settler.unsettled(), 12U);
    settler.askForTheRest(); // no page has told of them
    EXPECT_EQ(answer(100).size(), 12U);
    EXPECT_TRUE(settler.isSettled());
}

TEST_F(AbsenceSettlerTest, stretchThatWasRead_settlesWhatItCovers) {
    know(1, 3'000);
    settler.settleOpen({.gone = ids(100, 12), .doubtful = {}}, true);
    ASSERT_FALSE(settler.isSettled());
    session::VerifiedWalk walk({.low = 50'000'000});
    core::EnforcementPage page;
    for (core::Id id = 200; id > 30; --id) {
        core::EnforcementUpdate update;
        update.row.id = id;
        update.row.created = id * 1'000'000;
        page.items.push_back(update);
    }
    page.pagination.hasNext = true;
    ASSERT_EQ(walk.feed(page), session::VerifiedWalk::State::Complete);
    settler.stretchRead(walk);
    EXPECT_TRUE(settler.isSettled());
    EXPECT_TRUE(answer(1).empty());
}

TEST_F(AbsenceSettlerTest, pageOfRowsThatWaitToBeRemoved_keepsThemOnlyIfItWasAskedForSinceTheProof) {
    core::UpdateQueue narrow{[] {}, 400};
    session::ReadSink narrowSink{narrow};
    session::AbsenceSettler pending(requester, narrowSink, vocabulary, clock, random, &context);
    core::EnforcementPage page;
    for (const core::Id id : ids(1, 1'000))
        page.items.emplace_back().row.id = id;
    const auto handOver = [&] {
        const auto removed = narrow.drain().enforcements.removed.size();
        narrowSink.onHandedOver();
        pending.onSinkDrained();
        return removed;
    };
    const auto before = clock.steady();
    pass(1s);
    const auto proven = clock.steady();
    pending.settleAbsent({.gone = ids(1, 350), .doubtful = {}});
    EXPECT_EQ(handOver(), 100U);
    pass(1s);
    pending.noteSeen(page, before);
    EXPECT_EQ(handOver(), 100U);
    EXPECT_EQ(handOver(), 100U) << "the page may have been written before the rows went";
    for (const core::Id id : ids(1, 350))
        narrowSink.push({page.items[static_cast<std::size_t>(id) - 1]}, proven - 1ns);
    EXPECT_LE(narrow.drain().enforcements.updates.size(), 50U)
        << "the proof is as old as it is, however long it waited";
    pending.settleAbsent({.gone = ids(1, 350), .doubtful = {}});
    EXPECT_EQ(handOver(), 100U);
    pending.noteSeen(page, clock.steady());
    EXPECT_EQ(handOver(), 100U) << "what is in the sink already";
    EXPECT_EQ(handOver(), 0U);
}
