// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "parts.h"
#include "sync/walkrunner.h"

#include <QPointer>

using namespace attune;
using session::VerifiedWalk;
using session::WalkRunner;
using Outcome = net::HttpReply::Outcome;
using namespace std::chrono_literals;

namespace {

class WalkRunnerTest : public test::PartsFixture {
protected:
    WalkRunnerTest() { signIn(); }

    WalkRunner& start(WalkRunner::Plan plan = {}) {
        runner = new WalkRunner(requester, vocabulary, clock, random, std::move(plan), &context);
        QObject::connect(runner, &WalkRunner::pageRead, &context,
                         [this](const core::EnforcementPage& page) { rows += page.items.size(); });
        QObject::connect(runner, &WalkRunner::completed, &context, [this] { ++completed; });
        QObject::connect(runner, &WalkRunner::abandoned, &context, [this](const QString& why) { abandoned = why; });
        runner->start();
        return *runner;
    }
    /// `count` rows from `newest` down, one second apart.
    [[nodiscard]] static QByteArray pageJson(int newest, int count, bool hasNext = false) {
        QByteArrayList items;
        for (int id = newest; id > newest - count; --id)
            items +=
                R"({"id":)" + QByteArray::number(id) +
                R"(,"rule":1,"rule_ref":"a.b","trigger_ref":"c.d","event":2,"status":"created","condition":"all",)" +
                R"("created":"2026-10-07T09:)" + QByteArray::number(10 + id / 60) + ':' +
                QByteArray::number(100 + id % 60).mid(1) + "Z\"}";
        return R"({"items":[)" + items.join(',') + R"(],"pagination":{"page":1,"page_size":100,"has_previous":false,)" +
               "\"has_next\":" + (hasNext ? "true" : "false") + "}}";
    }

    core::Vocabulary vocabulary;
    QPointer<WalkRunner> runner;
    std::size_t rows = 0;
    int completed = 0;
    std::optional<QString> abandoned;
};

} // namespace

TEST_F(WalkRunnerTest, readsPageAfterPageAndEndsOnce) {
    WalkRunner::Plan plan;
    plan.filter.addQueryItem(QStringLiteral("status"), QStringLiteral("created"));
    start(plan);
    EXPECT_EQ(transport.request(only()).url.toString(),
              QStringLiteral("http://127.0.0.1:8080/api/v1/enforcements?status=created&page=1&per_page=100"));
    transport.answer(only(), pageJson(1000, 100, true));
    EXPECT_EQ(rows, 100U);
    EXPECT_TRUE(transport.request(only()).url.toString().contains(QStringLiteral("page=2&per_page=98")));
    transport.answer(only(), pageJson(902, 20));
    EXPECT_EQ(completed, 1);
    EXPECT_EQ(runner->walk().seen().size(), 118U);
    test::deliverEvents();
    EXPECT_TRUE(runner.isNull()) << "deletes itself";
    EXPECT_FALSE(abandoned);
}

TEST_F(WalkRunnerTest, failingPage_isTriedAgainAndThenTheWalkGoesOn) {
    start();
    for (int i = 0; i < WalkRunner::MaxRetries; ++i) {
        transport.fail(only(), i % 2 == 0 ? Outcome::TimedOut : Outcome::Unreachable);
        ASSERT_TRUE(test::passUntil(clock, 16s, [&] { return !transport.waiting().empty(); }));
    }
    transport.answer(only(), pageJson(1000, 100, true));
    for (int i = 0; i < WalkRunner::MaxRetries; ++i) {
        transport.answer(only(), 503, errorJson("later"));
        ASSERT_TRUE(test::passUntil(clock, 16s, [&] { return !transport.waiting().empty(); }));
    }
    transport.answer(only(), pageJson(902, 1));
    EXPECT_EQ(completed, 1);
}

TEST_F(WalkRunnerTest, pageThatAlwaysFails_abandonsTheWalk) {
    start();
    int tries = 0;
    while (!abandoned) {
        ASSERT_TRUE(test::passUntil(clock, 16s, [&] { return !transport.waiting().empty(); }));
        transport.answer(only(), 500, errorJson("broken"));
        ++tries;
    }
    EXPECT_EQ(tries, WalkRunner::MaxRetries + 1);
    EXPECT_EQ(abandoned, QStringLiteral("broken"));
    EXPECT_EQ(completed, 0);
    pass(60s);
    EXPECT_TRUE(transport.waiting().empty());
}

TEST_F(WalkRunnerTest, forbidden_isNotTriedAgain) {
    start();
    transport.answer(only(), 403, errorJson("Insufficient permissions: enforcements:read"));
    EXPECT_EQ(abandoned, QStringLiteral("Insufficient permissions: enforcements:read"));
}

TEST_F(WalkRunnerTest, restlessList_abandonsTheWalk) {
    start();
    transport.answer(only(), pageJson(1000, 100, true));
    for (int i = 0; !abandoned && i < 1000; ++i) {
        const bool first = transport.request(only()).url.toString().contains(QStringLiteral("page=1&"));
        transport.answer(only(), first ? pageJson(1000, 100, true) : pageJson(10, 5));
        (void)test::passUntil(clock, 2s, [&] { return abandoned || !transport.waiting().empty(); });
    }
    EXPECT_TRUE(abandoned);
}

TEST_F(WalkRunnerTest, stop_isSilent) {
    start();
    const net::RequestId id = only();
    runner->stop();
    transport.answer(id, pageJson(1000, 10));
    test::deliverEvents();
    EXPECT_TRUE(runner.isNull());
    EXPECT_EQ(rows, 0U);
    EXPECT_EQ(completed, 0);
}

TEST_F(WalkRunnerTest, stopWithinItsOwnSignal_isSilentFromThenOn) {
    start();
    QObject::connect(runner, &WalkRunner::pageRead, &context, [this] { runner->stop(); });
    transport.answer(only(), pageJson(1000, 10));
    test::deliverEvents();
    EXPECT_TRUE(runner.isNull());
    EXPECT_EQ(completed, 0);
}

TEST_F(WalkRunnerTest, stopBetweenTries_endsThem) {
    start();
    transport.fail(only(), Outcome::Unreachable);
    runner->stop();
    pass(60s);
    EXPECT_TRUE(transport.waiting().empty());
}

TEST_F(WalkRunnerTest, onlyTheFirstPage_isUrgent) {
    for (int i = 0; i < 3; ++i)
        requester.get<QByteArray>(
            QStringLiteral("/slow"), {}, session::Urgency::List,
            [](const QByteArray& body) -> core::Result<QByteArray> { return body; },
            [](session::ServiceResult<QByteArray>) {});
    WalkRunner::Plan plan;
    plan.firstPageIsUrgent = true;
    start(plan);
    transport.answer(only(QStringLiteral("enforcements")), pageJson(1000, 100, true));
    EXPECT_TRUE(transport.waiting(QStringLiteral("enforcements")).empty());
    transport.answer(transport.waiting(QStringLiteral("slow")).front(), "x");
    EXPECT_EQ(transport.waiting(QStringLiteral("enforcements")).size(), 1U);
}
