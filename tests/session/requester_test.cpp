// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "parts.h"

#include <array>
#include <set>

using namespace attune;
using session::ServiceError;
using session::ServiceResult;
using session::Urgency;
using Outcome = net::HttpReply::Outcome;
using Kind = ServiceError::Kind;
using namespace std::chrono_literals;

namespace {

class RequesterTest : public test::PartsFixture {
protected:
    RequesterTest() {
        signIn();
        QObject::connect(&requester, &session::Requester::bodyRejected, &context,
                         [this](const QString& path, const QString& reason) { rejections += path + u' ' + reason; });
        QObject::connect(&requester, &session::Requester::certificateRefused, &context,
                         [this](const QString& reason) { certificate = reason; });
    }

    void get(const QString& path, Urgency urgency = Urgency::Foreground) {
        requester.get<QByteArray>(path, {}, urgency, decode, [this, path](ServiceResult<QByteArray> result) {
            (result ? values : failures) += path;
            if (!result)
                errors.push_back(result.error());
        });
    }
    [[nodiscard]] QStringList sentPaths() const {
        QStringList paths;
        for (const net::HttpRequest& request : transport.sent)
            paths += request.url.path();
        return paths;
    }
    void answerAll() {
        for (const net::RequestId id : transport.waiting())
            transport.answer(id, "ok");
    }

    static core::Result<QByteArray> decode(const QByteArray& body) {
        if (body == "bad")
            return core::Error{QStringLiteral("unreadable")};
        return body;
    }
    QStringList values;
    QStringList failures;
    std::vector<ServiceError> errors;
    QStringList rejections;
    std::optional<QString> certificate;
};

} // namespace

TEST_F(RequesterTest, get_asksTheServerOfTheProfileWithTheBearer) {
    requester.reset(QUrl(QStringLiteral("https://host/some%20where")));
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("page"), QStringLiteral("2"));
    requester.get<QByteArray>(QStringLiteral("/api/v1/rules/a%2Fb"), query, Urgency::Foreground, decode,
                              [](ServiceResult<QByteArray>) {});
    const net::HttpRequest& request = transport.sent.back();
    EXPECT_EQ(request.url.toEncoded(), "https://host/some%20where/api/v1/rules/a%2Fb?page=2");
    EXPECT_EQ(request.bearer, "access-1");
    EXPECT_FALSE(request.url.toEncoded().contains("access-1"));
}

TEST_F(RequesterTest, whatHangsWhenTheServerIsBack_isAskedAnewAndAnsweredOnce) {
    for (const char* path : {"/a", "/b", "/c"})
        get(QString::fromLatin1(path), Urgency::List);
    clock.advance(session::Requester::StalledAfter);
    get(QStringLiteral("/young"));
    const auto before = transport.waiting();
    ASSERT_EQ(before.size(), 4U);
    requester.resendStalled();
    clock.advance(2s); // background requests are paced
    EXPECT_EQ(transport.waiting().size(), 4U);
    for (const net::RequestId id : transport.waiting())
        EXPECT_EQ(std::find(before.begin(), before.end(), id) != before.end(),
                  transport.request(id).url.path() == QStringLiteral("/young"));
    answerAll();
    values.sort();
    EXPECT_EQ(values, (QStringList{QStringLiteral("/a"), QStringLiteral("/b"), QStringLiteral("/c"),
                                   QStringLiteral("/young")}));
    EXPECT_TRUE(failures.isEmpty());
    requester.resendStalled();
    EXPECT_TRUE(transport.waiting().empty()) << "nothing hangs";
}

TEST_F(RequesterTest, post_isAPost) {
    std::optional<QByteArray> answer;
    requester.post<QByteArray>(QStringLiteral("/x"), decode,
                               [&](ServiceResult<QByteArray> result) { answer = *result; });
    EXPECT_EQ(transport.request(only()).method, net::HttpRequest::Method::Post);
    transport.answer(only(), "done");
    EXPECT_EQ(answer, "done");
}

TEST_F(RequesterTest, atMostFourAreUnderWay) {
    for (int i = 0; i < 10; ++i)
        get(QStringLiteral("/%1").arg(i));
    EXPECT_EQ(transport.waiting().size(), 4U);
    transport.answer(transport.waiting().front(), "ok");
    EXPECT_EQ(transport.waiting().size(), 4U);
    EXPECT_EQ(sentPaths().last(), QStringLiteral("/4"));
    for (int i = 0; i < 9; ++i)
        transport.answer(transport.waiting().front(), "ok");
    EXPECT_EQ(values.size(), 10);
}

TEST_F(RequesterTest, serverThatAnswersAgain_isToldOnce) {
    int told = 0;
    QObject::connect(&requester, &session::Requester::reachedAgain, &context, [&told] { ++told; });
    const auto ask = [this] {
        get(QStringLiteral("/x"));
        return transport.waiting().front();
    };
    transport.answer(ask(), "ok");
    EXPECT_EQ(told, 0) << "it never was away";
    transport.fail(ask(), Outcome::Unreachable);
    transport.answer(ask(), 502, "bad gateway");
    EXPECT_EQ(told, 0) << "a proxy in front of it answers";
    transport.answer(ask(), 404, errorJson("Enforcement with ID 1 not found"));
    EXPECT_EQ(told, 1);
    transport.answer(ask(), "ok");
    EXPECT_EQ(told, 1);
}

TEST_F(RequesterTest, lists_goBeforeSingleRowsButLeaveThemATurn) {
    for (int i = 0; i < 10; ++i)
        get(QStringLiteral("/row/%1").arg(i), Urgency::Row);
    EXPECT_EQ(transport.waiting().size(), 2U) << "one place is kept free for lists";
    for (int i = 0; i < 8; ++i)
        get(QStringLiteral("/list/%1").arg(i), Urgency::List);
    QStringList order;
    while (!transport.waiting().empty()) {
        order += transport.request(transport.waiting().front()).url.path().section(u'/', 1, 1);
        transport.answer(transport.waiting().front(), "ok");
        clock.advance(1s); // background requests are paced
    }
    EXPECT_EQ(order.join(u' '),
              QStringLiteral("row row list list list row list list list row list list row row row row "
                             "row row"));
    EXPECT_EQ(values.size(), 18);
}

TEST_F(RequesterTest, checks_goLastButNotNever) {
    get(QStringLiteral("/list/0"), Urgency::List);
    for (int i = 0; i < 4; ++i)
        get(QStringLiteral("/check/%1").arg(i), Urgency::Check);
    for (int i = 1; i < 40; ++i)
        get(QStringLiteral("/list/%1").arg(i), Urgency::List);
    get(QStringLiteral("/row/0"), Urgency::Row);
    QStringList order;
    while (!transport.waiting().empty()) {
        order += transport.request(transport.waiting().front()).url.path().section(u'/', 1, 1);
        transport.answer(transport.waiting().front(), "ok");
        clock.advance(1s); // background requests are paced
    }
    EXPECT_EQ(order.mid(0, 3), QStringList({QStringLiteral("list"), QStringLiteral("check"), QStringLiteral("check")}))
        << "while nothing else is there";
    const auto third = order.indexOf(QStringLiteral("check"), 3);
    EXPECT_EQ(third, 3 + session::Requester::OthersPerCheck);
    EXPECT_EQ(order.indexOf(QStringLiteral("check"), third + 1), third + 1 + session::Requester::OthersPerCheck);
    EXPECT_LT(order.indexOf(QStringLiteral("row")), third);
}

TEST_F(RequesterTest, background_isSentAtEvenDistances) {
    for (int i = 0; i < 40; ++i)
        get(QStringLiteral("/%1").arg(i), Urgency::List);
    std::vector<std::chrono::nanoseconds> times;
    for (const auto end = clock.steady() + 20s; clock.steady() < end;) {
        const auto before = transport.sent.size();
        answerAll();
        pass(1ms);
        if (transport.sent.size() > before)
            times.push_back(clock.steady());
    }
    ASSERT_GT(times.size(), 20U);
    for (std::size_t i = times.size() - 15; i < times.size(); ++i)
        EXPECT_NEAR(std::chrono::duration<double>(times[i] - times[i - 1]).count(), 0.2, 0.005);
}

TEST_F(RequesterTest, foreground_overtakesAndFindsAFreePlace) {
    for (int i = 0; i < 10; ++i)
        get(QStringLiteral("/background/%1").arg(i), Urgency::List);
    EXPECT_EQ(transport.waiting().size(), 3U) << "one place is kept free";
    get(QStringLiteral("/click"));
    EXPECT_EQ(sentPaths().last(), QStringLiteral("/click"));
    get(QStringLiteral("/second"));
    transport.answer(transport.waiting().front(), "ok");
    EXPECT_EQ(sentPaths().last(), QStringLiteral("/second"));
}

TEST_F(RequesterTest, background_isFiveInAnySecondAtMost) {
    const auto ask = [this](int count) {
        for (int i = 0; i < count; ++i)
            get(QStringLiteral("/%1").arg(i),
                std::array{Urgency::List, Urgency::Row, Urgency::Check}.at(static_cast<std::size_t>(i) % 3));
    };
    std::vector<std::chrono::nanoseconds> times;
    const auto passAndAnswer = [&](std::chrono::milliseconds span) {
        for (const auto end = clock.steady() + span; clock.steady() < end; pass(1ms)) {
            while (!transport.waiting().empty())
                transport.answer(transport.waiting().front(), "ok");
            times.resize(transport.sent.size(), clock.steady());
        }
    };
    ask(40);
    passAndAnswer(1ms);
    EXPECT_EQ(times.size(), 5U) << "at once, after a rest";
    passAndAnswer(9s);
    EXPECT_EQ(values.size(), 40) << "no slower than that";
    for (const auto rest : {300ms, 700ms, 1100ms, 1500ms, 2500ms}) {
        passAndAnswer(rest);
        ask(11);
        passAndAnswer(2200ms);
    }
    ASSERT_EQ(values.size(), 40 + 5 * 11);
    for (std::size_t i = 5; i < times.size(); ++i)
        EXPECT_GE(times[i] - times[i - 5], 1s) << i;
}

TEST_F(RequesterTest, foreground_isCountedButNotHeldBack) {
    for (int i = 0; i < 4; ++i) {
        get(QStringLiteral("/window%1").arg(i));
        answerAll();
    }
    get(QStringLiteral("/list"), Urgency::List);
    answerAll();
    get(QStringLiteral("/next"), Urgency::List);
    EXPECT_EQ(transport.sent.size(), 5U);
    get(QStringLiteral("/click"));
    EXPECT_EQ(sentPaths().last(), QStringLiteral("/click"));
    answerAll();
    pass(1s);
    EXPECT_EQ(sentPaths().last(), QStringLiteral("/next"));
}

TEST_F(RequesterTest, serverThatAsksForTime_getsIt) {
    const auto sent = [this] { return transport.sent.size(); };
    transport.retryAfter = 30s;
    get(QStringLiteral("/0"), Urgency::List);
    transport.answer(only(), 429, errorJson("too many requests"));
    get(QStringLiteral("/1"), Urgency::List);
    get(QStringLiteral("/2"), Urgency::Row);
    get(QStringLiteral("/window"), Urgency::Foreground);
    EXPECT_EQ(transport.sent.back().url.path(), QStringLiteral("/window")) << "somebody looks at it";
    answerAll();
    EXPECT_EQ(sent(), 2U);
    pass(29s);
    EXPECT_EQ(sent(), 2U);
    pass(1s);
    EXPECT_EQ(sent(), 4U);
    transport.answer(transport.waiting().front(), 503, errorJson("busy"));
    transport.retryAfter = 5s; // of an answer that was on its way: it does not shorten the wait
    transport.answer(transport.waiting().front(), 503, errorJson("busy"));
    get(QStringLiteral("/3"), Urgency::List);
    pass(29s);
    EXPECT_EQ(sent(), 4U);
    pass(1s);
    EXPECT_EQ(sent(), 5U);
    transport.answer(only(), 500, errorJson("out of order"));
    get(QStringLiteral("/4"), Urgency::List);
    EXPECT_EQ(sent(), 6U) << "only where it means that";
}

TEST_F(RequesterTest, anotherServer_hasNotAskedForTime) {
    transport.retryAfter = 300s;
    get(QStringLiteral("/0"), Urgency::List);
    transport.answer(only(), 429, errorJson("too many requests"));
    requester.reset(base);
    get(QStringLiteral("/1"), Urgency::List);
    EXPECT_EQ(transport.sent.size(), 2U);
}

TEST_F(RequesterTest, foreground_isNotPaced) {
    for (int i = 0; i < 40; ++i)
        get(QStringLiteral("/%1").arg(i));
    while (!transport.waiting().empty())
        transport.answer(transport.waiting().front(), "ok");
    EXPECT_EQ(values.size(), 40);
}

TEST_F(RequesterTest, unauthorized_isCuredOnceByAFreshToken) {
    get(QStringLiteral("/a"));
    get(QStringLiteral("/b"));
    transport.answer(only(QStringLiteral("/a")), 401, errorJson("expired"));
    transport.answer(only(QStringLiteral("/b")), 401, errorJson("expired"));
    EXPECT_EQ(transport.waiting(QStringLiteral("/auth/refresh")).size(), 1U);
    transport.answer(only(), grantJson("access-2"));
    EXPECT_EQ(transport.request(only(QStringLiteral("/a"))).bearer, "access-2");
    transport.answer(only(QStringLiteral("/a")), "ok");
    transport.answer(only(QStringLiteral("/b")), 401, errorJson("still not"));
    EXPECT_EQ(values, QStringList(QStringLiteral("/a")));
    EXPECT_EQ(failures, QStringList(QStringLiteral("/b")));
    EXPECT_EQ(errors.front().kind, Kind::SignedOut);
    EXPECT_TRUE(transport.waiting().empty()) << "no second renewal for the same request";
}

TEST_F(RequesterTest, renewal_isOneOfTheFour) {
    tokens.refresh();
    for (int i = 0; i < 6; ++i)
        get(QStringLiteral("/%1").arg(i));
    EXPECT_EQ(transport.waiting().size(), 4U);
    EXPECT_EQ(transport.waiting(QStringLiteral("/auth/refresh")).size(), 1U);
    transport.answer(only(QStringLiteral("/auth/refresh")), 500, errorJson("out of order"));
    EXPECT_EQ(transport.waiting().size(), 4U) << "its place is free whatever came of it";
    EXPECT_EQ(sentPaths().last(), QStringLiteral("/3"));
}

TEST_F(RequesterTest, renewalAmongFour_takesTheFirstPlaceThatGetsFree) {
    for (int i = 0; i < 6; ++i)
        get(QStringLiteral("/%1").arg(i));
    tokens.refresh();
    tokens.refresh();
    EXPECT_EQ(transport.waiting().size(), 4U);
    EXPECT_TRUE(transport.waiting(QStringLiteral("/auth/refresh")).empty());
    transport.answer(only(QStringLiteral("/0")), "ok");
    EXPECT_EQ(transport.waiting().size(), 4U);
    EXPECT_EQ(sentPaths().last(), QStringLiteral("/auth/refresh")) << "before those that wait longer";
    transport.answer(only(QStringLiteral("/auth/refresh")), grantJson("access-2"));
    EXPECT_EQ(transport.request(only(QStringLiteral("/4"))).bearer, "access-2");
    EXPECT_EQ(transport.waiting().size(), 4U);
}

TEST_F(RequesterTest, renewalThatWaitsForAPlace_endsWithItsIdentity) {
    for (int i = 0; i < 4; ++i)
        get(QStringLiteral("/%1").arg(i));
    tokens.refresh();
    tokens.forget();
    requester.reset({});
    signIn(3600, "other");
    get(QStringLiteral("/mine"));
    pass(60s);
    EXPECT_TRUE(transport.waiting(QStringLiteral("/auth/refresh")).empty());
}

TEST_F(RequesterTest, unauthorizedForEver_endsSignedOut) {
    get(QStringLiteral("/a"));
    transport.answer(only(), 401, errorJson("expired"));
    transport.answer(only(QStringLiteral("/auth/refresh")), 401, errorJson("revoked"));
    ASSERT_EQ(errors.size(), 1U);
    EXPECT_EQ(errors.front().kind, Kind::SignedOut);
    EXPECT_EQ(errors.front().httpStatus, 401);
}

TEST_F(RequesterTest, errorPagesOfAProxy_areNotTheServersNo) {
    for (const int status : {401, 403, 404}) {
        get(QStringLiteral("/a"));
        transport.answer(only(), status, "<html>gateway</html>", false);
        EXPECT_EQ(errors.back().kind, Kind::Refused) << status;
        EXPECT_EQ(errors.back().httpStatus, status);
        EXPECT_FALSE(errors.back().message.isEmpty());
    }
    EXPECT_TRUE(transport.waiting().empty()) << "no token was renewed for it";
}

TEST_F(RequesterTest, everyEnd_hasItsKind) {
    const std::vector<std::pair<int, Kind>> statuses{{400, Kind::Refused},  {403, Kind::Forbidden},
                                                     {404, Kind::NotFound}, {409, Kind::Conflict},
                                                     {500, Kind::Refused},  {503, Kind::Refused}};
    for (const auto& [status, kind] : statuses) {
        get(QStringLiteral("/a"));
        transport.answer(only(), status, errorJson("words of the server"));
        EXPECT_EQ(errors.back().kind, kind) << status;
        EXPECT_EQ(errors.back().httpStatus, status);
        EXPECT_EQ(errors.back().message, QStringLiteral("words of the server"));
    }
    const std::vector<std::pair<Outcome, Kind>> outcomes{
        {Outcome::Unreachable, Kind::Unreachable}, {Outcome::TimedOut, Kind::Unreachable},
        {Outcome::Certificate, Kind::Unreachable}, {Outcome::ProxyDenied, Kind::Unreachable},
        {Outcome::Redirected, Kind::Malformed},    {Outcome::NotJson, Kind::Malformed},
        {Outcome::TooLarge, Kind::Malformed}};
    for (const auto& [outcome, kind] : outcomes) {
        get(QStringLiteral("/a"));
        transport.fail(only(), outcome, QStringLiteral("why"));
        EXPECT_EQ(errors.back().kind, kind);
        EXPECT_EQ(errors.back().httpStatus, 0);
        EXPECT_EQ(errors.back().message, QStringLiteral("why"));
    }
    EXPECT_EQ(certificate, QStringLiteral("why"));
    EXPECT_EQ(rejections.size(), 2);
    get(QStringLiteral("/a"));
    transport.answer(only(), "bad");
    EXPECT_EQ(errors.back().kind, Kind::Malformed);
    EXPECT_EQ(rejections.back(), QStringLiteral("/a unreadable"));
}

TEST_F(RequesterTest, reset_answersSignedOutAndDiscardsLateAnswers) {
    for (int i = 0; i < 3; ++i)
        get(QStringLiteral("/b%1").arg(i), Urgency::List);
    for (int i = 0; i < 6; ++i)
        get(QStringLiteral("/%1").arg(i));
    get(QStringLiteral("/late"), Urgency::List);
    const auto underWay = transport.waiting();
    requester.reset(base);
    EXPECT_EQ(failures.size(), 10);
    for (const ServiceError& error : errors)
        EXPECT_EQ(error.kind, Kind::SignedOut);
    EXPECT_EQ(std::set(transport.cancelled.begin(), transport.cancelled.end()),
              std::set(underWay.begin(), underWay.end()));
    for (const net::RequestId id : underWay) {
        net::HttpReply reply;
        reply.id = id;
        reply.outcome = Outcome::Answered;
        reply.status = 200;
        reply.value = QByteArray("data of somebody else");
        Q_EMIT transport.requestFinished(reply);
    }
    pass(60s);
    EXPECT_TRUE(values.isEmpty());
    EXPECT_EQ(failures.size(), 10);
    EXPECT_EQ(requester.inFlight(), 0);
}

TEST_F(RequesterTest, reset_whileAJobWaitsForItsToken) {
    get(QStringLiteral("/a"));
    transport.answer(only(), 401, errorJson("expired"));
    tokens.forget();
    requester.reset({});
    EXPECT_EQ(failures, QStringList(QStringLiteral("/a")));
    signIn(3600, "other");
    pass(60s);
    EXPECT_TRUE(transport.waiting().empty());
}

TEST_F(RequesterTest, signedOut_answersLaterAndSendsNothing) {
    tokens.forget();
    get(QStringLiteral("/a"));
    EXPECT_TRUE(failures.isEmpty()) << "never before get() returns";
    test::deliverEvents();
    EXPECT_EQ(failures.size(), 1);
    EXPECT_EQ(errors.front().kind, Kind::SignedOut);
    EXPECT_TRUE(transport.sent.empty());
}

TEST_F(RequesterTest, counters_coverTheLastMinute) {
    for (int i = 0; i < 3; ++i) {
        get(QStringLiteral("/%1").arg(i));
        answerAll();
        pass(25s);
    }
    EXPECT_EQ(requester.total(), 3U);
    EXPECT_EQ(requester.lastMinute(), 2);
    pass(60s);
    EXPECT_EQ(requester.lastMinute(), 0);
}
