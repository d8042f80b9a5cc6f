// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "parts.h"
#include "support/rows.h"
#include "sync/gaps/countcheck.h"

#include <QSignalSpy>

#include <algorithm>

using namespace attune;
using session::CountCheck;
using session::Requester;
using Outcome = net::HttpReply::Outcome;
using namespace std::chrono_literals;

namespace {

constexpr auto Latest = 72min; // from one count to the next, with the jitter

class CountCheckTest : public test::PartsFixture {
protected:
    CountCheckTest() {
        signIn(1'000'000);
        for (core::Id id = 1; id <= 6; ++id)
            learn(test::makeRow(vocabulary, id));
        learn(test::resolved(test::makeRow(vocabulary, 6)));
        check.setStore(&store);
    }
    /// As a session does it.
    void learn(const core::EnforcementRow& row) {
        core::EnforcementBatch batch;
        batch.updates.push_back(test::update(row));
        store.apply(batch);
        check.noteBatch(batch);
    }
    void forget(core::Id id) {
        core::EnforcementBatch batch;
        batch.removed.push_back(id);
        store.apply(batch);
        check.noteBatch(batch);
    }
    [[nodiscard]] bool asks(std::chrono::milliseconds within = Latest) {
        return test::passUntil(clock, within, [this] { return !transport.waiting().empty(); });
    }
    void answer(int total) {
        transport.answer(only(), R"({"items":[],"pagination":{"page":1,"page_size":1,"total_items":)" +
                                     QByteArray::number(total) + R"(,"has_next":false}})");
    }
    /// Lets the server count once. Whether it was a difference.
    [[nodiscard]] bool differsAt(int total) {
        const auto before = differences.count();
        EXPECT_TRUE(asks());
        answer(total);
        pass(CountCheck::Grace);
        return differences.count() > before;
    }

    core::Vocabulary vocabulary;
    core::EnforcementStore store; ///< five rows are open
    bool isComplete = true;
    CountCheck check{requester, vocabulary, clock, random, [this] { return isComplete; }};
    QSignalSpy differences{&check, &CountCheck::differs};
};

struct NoNumber {
    const char* name;
    int status;
    QByteArray body;
};
class NoNumberFromTheServer : public CountCheckTest, public ::testing::WithParamInterface<NoNumber> {};

} // namespace

TEST_F(CountCheckTest, server_isAskedOnceAnHourAndNeverAtTheSameMinute) {
    check.setLive(true);
    std::vector<std::chrono::nanoseconds> waits;
    for (int i = 0; i < 50; ++i) {
        const auto from = clock.steady();
        ASSERT_FALSE(differsAt(5));
        waits.push_back(clock.steady() - from);
    }
    std::ranges::sort(waits);
    EXPECT_GE(waits.front(), 48min);
    EXPECT_LE(waits.back(), Latest + CountCheck::Grace);
    EXPECT_GT(waits.back() - waits.front(), 15min);
    const net::HttpRequest& request = transport.sent.back();
    EXPECT_EQ(request.url.path(), QStringLiteral("/api/v1/enforcements"));
    EXPECT_EQ(request.url.query(), QStringLiteral("status=created&include_total=true&page=1&per_page=1"));
    EXPECT_GE(request.timeout, 45s) << "counting may take half a minute";
    EXPECT_LT(request.timeout, request.deadline);
}

TEST_F(CountCheckTest, oneMoreOnTheServer_isToldOnceHoweverLongItLasts) {
    check.setLive(true);
    EXPECT_TRUE(differsAt(6));
    for (int i = 0; i < 24; ++i)
        EXPECT_FALSE(differsAt(6)) << "it counts what it does not show";
    EXPECT_TRUE(differsAt(7)) << "another one";
    EXPECT_FALSE(differsAt(7));
    EXPECT_FALSE(differsAt(7));
}

TEST_F(CountCheckTest, oneMoreThatReadingBrought_isNewsTheNextTime) {
    check.setLive(true);
    EXPECT_TRUE(differsAt(6));
    learn(test::makeRow(vocabulary, 7));
    ASSERT_TRUE(asks(6min)) << "to know whether that was all";
    EXPECT_FALSE(differsAt(6));
    EXPECT_FALSE(asks(48min)) << "but it was";
    EXPECT_TRUE(differsAt(7));
}

TEST_F(CountCheckTest, differenceThatWentAway_isNewsWhenItComesAgain) {
    check.setLive(true);
    EXPECT_TRUE(differsAt(6));
    EXPECT_FALSE(differsAt(6));
    EXPECT_FALSE(differsAt(5));
    EXPECT_TRUE(differsAt(6));
}

TEST_F(CountCheckTest, oneFewerOnTheServer_isToldToo) {
    check.setLive(true);
    EXPECT_TRUE(differsAt(4));
    EXPECT_FALSE(differsAt(4));
    EXPECT_TRUE(differsAt(0));
}

TEST_F(CountCheckTest, rowsThatComeAndGoBetweenQuestionAndAnswer_countEitherWay) {
    check.setLive(true);
    for (const int total : {4, 5, 6, 7}) {
        ASSERT_TRUE(asks());
        const core::Id next = 10 * (total + 1);
        learn(test::makeRow(vocabulary, next));
        learn(test::makeRow(vocabulary, next + 1));
        learn(test::resolved(test::makeRow(vocabulary, next + 1)));
        const core::Id first = store.row(store.firstSeq()).id;
        forget(first);
        answer(total);
        pass(CountCheck::Grace);
        EXPECT_EQ(differences.count(), 0) << total;
        forget(next);
        forget(next + 1);
        learn(test::makeRow(vocabulary, first));
    }
    EXPECT_TRUE(differsAt(6));
}

TEST_F(CountCheckTest, newsThatComesAfterTheAnswer_isWaitedFor) {
    check.setLive(true);
    ASSERT_TRUE(asks());
    answer(6);
    pass(CountCheck::Grace - 1s);
    learn(test::makeRow(vocabulary, 7));
    pass(1s);
    EXPECT_EQ(differences.count(), 0);
    ASSERT_TRUE(asks());
    answer(5);
    pass(CountCheck::Grace - 1s);
    learn(test::resolved(test::makeRow(vocabulary, 1)));
    pass(1s);
    EXPECT_EQ(differences.count(), 0);
    ASSERT_TRUE(asks());
    answer(4);
    pass(CountCheck::Grace);
    EXPECT_EQ(differences.count(), 1) << "what came before the question is known";
}

TEST_F(CountCheckTest, noClaimToKnowAll_nothingIsAskedUntilThereIs) {
    check.setLive(true);
    isComplete = false;
    EXPECT_FALSE(asks(5h));
    isComplete = true;
    EXPECT_TRUE(asks(72s));
    answer(6);
    isComplete = false;
    pass(CountCheck::Grace);
    isComplete = true;
    EXPECT_EQ(differences.count(), 0) << "nor is anything concluded";
    EXPECT_TRUE(asks(72s));
}

TEST_F(CountCheckTest, connectionLostBetweenQuestionAndAnswer_makesItWorthless) {
    check.setLive(true);
    for (const bool isAnswered : {false, true}) {
        ASSERT_TRUE(asks());
        if (isAnswered)
            answer(6);
        check.setLive(false);
        check.setLive(true);
        if (!isAnswered)
            answer(6);
        pass(CountCheck::Grace);
        EXPECT_EQ(differences.count(), 0) << isAnswered;
    }
    EXPECT_TRUE(asks(72s)) << "soon again";
}

TEST_F(CountCheckTest, flapping_doesNotPutTheCountOffNorMakeItMoreFrequent) {
    for (int i = 0; i < 3 * 60; ++i) {
        check.setLive(true);
        pass(59s);
        for (const net::RequestId id : transport.waiting())
            transport.fail(id, Outcome::Unreachable);
        check.setLive(false);
        pass(1s);
    }
    EXPECT_GE(transport.sent.size(), 2U);
    EXPECT_LE(transport.sent.size(), 4U);
}

TEST_F(CountCheckTest, slowCount_isWaitedForAndNotAskedAnewWhenTheServerIsBack) {
    check.setLive(true);
    ASSERT_TRUE(asks());
    pass(40s);
    requester.resendStalled();
    pass(5s);
    EXPECT_EQ(transport.sent.size(), 1U) << "one count at a time is work enough";
    answer(6);
    pass(CountCheck::Grace);
    EXPECT_EQ(differences.count(), 1);
}

TEST_F(CountCheckTest, rowsThatAreTooOldToBeKept_mayBeOpenOnTheServerAlone) {
    store.retireOldest(1);
    check.setLive(true);
    EXPECT_FALSE(differsAt(5));
    EXPECT_FALSE(differsAt(500));
    EXPECT_TRUE(differsAt(3)) << "but not here alone";
}

TEST_F(CountCheckTest, rowsThatWaitForTheirDetail_mayBeOpen) {
    core::EnforcementRow bare;
    bare.id = 7;
    bare.status = core::Status::Created;
    learn(bare);
    ASSERT_EQ(store.incompleteCount(), 1U);
    check.setLive(true);
    EXPECT_FALSE(differsAt(6));
    EXPECT_TRUE(differsAt(7));
}

TEST_F(CountCheckTest, stopped_isForgotten) {
    check.setLive(true);
    ASSERT_TRUE(differsAt(6));
    ASSERT_FALSE(differsAt(6)) << "not to be explained";
    ASSERT_TRUE(asks());
    check.stop();
    answer(9);
    EXPECT_FALSE(asks(5h));
    EXPECT_EQ(differences.count(), 1);
    check.setLive(true);
    EXPECT_TRUE(differsAt(6)) << "it is another server";
}

TEST_P(NoNumberFromTheServer, isNoDifferenceAndNoReasonToAskAgainSoon) {
    check.setLive(true);
    for (int i = 0; i < 3; ++i) {
        ASSERT_TRUE(asks());
        if (GetParam().status == 0)
            transport.fail(only(), Outcome::TimedOut);
        else
            transport.answer(only(), GetParam().status, GetParam().body);
        EXPECT_FALSE(asks(47min));
    }
    EXPECT_EQ(differences.count(), 0);
    EXPECT_TRUE(differsAt(6)) << "now it tells";
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, NoNumberFromTheServer,
    ::testing::Values(NoNumber{"noAnswer", 0, {}}, NoNumber{"forbidden", 403, R"({"error":"no"})"},
                      NoNumber{"broken", 500, R"({"error":"panicked"})"},
                      NoNumber{"busy", 503, R"({"error":"lock timeout"})"},
                      NoNumber{"badRequest", 400, "include_total: provided string was not bool"},
                      NoNumber{"noTotal", 200, R"({"items":[],"pagination":{"page":1}})"},
                      NoNumber{"nullTotal", 200, R"({"items":[],"pagination":{"page":1,"total_items":null}})"},
                      NoNumber{"negativeTotal", 200, R"({"items":[],"pagination":{"page":1,"total_items":-1}})"}),
    [](const auto& which) { return which.param.name; });
