// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sessionfixture.h"

using namespace attune;
using session::ServiceError;
using session::ServiceResult;
using Kind = ServiceError::Kind;
using namespace std::chrono_literals;

namespace {

/// Signed in and live; after that every request waits for the test.
class DetailTest : public test::SessionFixture {
protected:
    void SetUp() override {
        server->fill(3);
        live();
        pass(1s);
        transport->onRequest = nullptr;
    }
    /// The newest request.
    [[nodiscard]] const net::HttpRequest& request() const { return transport->sent.back(); }
    [[nodiscard]] QByteArray url() const { return request().url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority); }
    void answer(const QByteArray& body) { transport->answer(request().id, body); }

    template<class T>
    auto into(std::optional<ServiceResult<T>>& result) {
        return [&result](ServiceResult<T> answer) { result.emplace(std::move(answer)); };
    }
};

/// The server answers by itself.
class SecretValues : public test::SessionFixture {};

} // namespace

TEST_F(DetailTest, enforcement_isReadAndFeedsTheTableToo) {
    std::optional<ServiceResult<core::EnforcementDetail>> result;
    session->fetchEnforcement(4711, &context, into(result));
    EXPECT_EQ(url(), "/api/v1/enforcements/4711");
    answer(R"({"data":{"id":4711,"rule":12,"rule_ref":"a.b","trigger_ref":"c.d","event":1,"status":"processed",)"
           R"("condition":"all","created":"2026-01-01T00:00:00Z","resolved_at":"2026-01-01T00:00:01Z",)"
           R"("payload":{},"conditions":[],"config":null}})");
    ASSERT_TRUE(result && *result);
    EXPECT_EQ((*result)->update.row.id, 4711);
    pass(20ms);
    EXPECT_TRUE(has(4711));
}

TEST_F(DetailTest, failures_areToldApart) {
    std::optional<ServiceResult<core::EnforcementDetail>> result;
    const auto expect = [&](int status, Kind kind) {
        session->fetchEnforcement(1, &context, into(result));
        transport->answer(request().id, status, R"({"error":"Insufficient permissions: enforcements:read"})");
        ASSERT_TRUE(result && !*result);
        EXPECT_EQ(result->error().kind, kind);
        EXPECT_EQ(result->error().message, QStringLiteral("Insufficient permissions: enforcements:read"));
    };
    expect(403, Kind::Forbidden);
    expect(404, Kind::NotFound);
    expect(409, Kind::Conflict);
    expect(500, Kind::Refused);
    session->fetchEnforcement(1, &context, into(result));
    answer("{}");
    EXPECT_EQ(result->error().kind, Kind::Malformed);
    EXPECT_EQ(session->rejections().back().what, QStringLiteral("/api/v1/enforcements/1"));
}

TEST_F(DetailTest, windowThatIsGone_isNotCalled) {
    auto window = std::make_unique<QObject>();
    bool called = false;
    session->fetchEnforcement(1, window.get(), [&](const auto&) { called = true; });
    session->fetchRuleRefs(window.get(), [&](const auto&) { called = true; });
    window.reset();
    for (const net::RequestId id : transport->waiting())
        transport->answer(id, 404, R"({"error":"gone"})");
    EXPECT_FALSE(called);
}

TEST_F(DetailTest, signOut_answersEveryWindow) {
    int answers = 0;
    const auto count = [&](const auto& result) {
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().kind, Kind::SignedOut);
        ++answers;
    };
    for (int i = 0; i < 8; ++i)
        session->fetchEvent(i + 1, &context, count);
    session->fetchTriggerRefs(&context, count);
    session->signOut();
    EXPECT_EQ(answers, 9);
    session->fetchEvent(1, &context, count);
    test::deliverEvents();
    EXPECT_EQ(answers, 10) << "also when asked afterwards";
}

TEST_F(DetailTest, pathsAndVerbs_areThoseOfTheProtocol) {
    const auto ignore = [](const auto&) {};
    session->fetchEvent(90210, &context, ignore);
    EXPECT_EQ(url(), "/api/v1/events/90210");
    answer(R"({"data":{"id":90210,"trigger_ref":"c.d","created":"2026-01-01T00:00:00Z"}})");
    session->fetchExecution(9223372036854775807, &context, ignore);
    EXPECT_EQ(url(), "/api/v1/executions/9223372036854775807");
    answer(R"({"data":{"id":9223372036854775807,"action_ref":"core.mail","status":"running"}})");
    session->fetchTrigger(QStringLiteral("mon.disk"), &context, ignore);
    EXPECT_EQ(url(), "/api/v1/triggers/mon.disk");
    answer(R"({"data":{"id":1,"ref":"mon.disk"}})");
    session->setRuleEnabled(QStringLiteral("ops.x"), true, &context, ignore);
    EXPECT_EQ(url(), "/api/v1/rules/ops.x/enable");
    EXPECT_EQ(request().method, net::HttpRequest::Method::Post);
    answer(R"({"data":{"id":1,"ref":"ops.x","enabled":true}})");
    session->setRuleEnabled(QStringLiteral("ops.x"), false, &context, ignore);
    EXPECT_EQ(url(), "/api/v1/rules/ops.x/disable");
    answer(R"({"data":{"id":1,"ref":"ops.x","enabled":false}})");
    session->cancelExecution(7, &context, ignore);
    EXPECT_EQ(url(), "/api/v1/executions/7/cancel");
    EXPECT_EQ(request().method, net::HttpRequest::Method::Post);
}

TEST_F(SecretValues, areNeverAskedFor) {
    server->fill(3);
    live();
    const auto ignore = [](const auto&) {};
    session->fetchEnforcement(12, &context, ignore);
    session->fetchEvent(90210, &context, ignore);
    session->fetchRule(QStringLiteral("ops.x"), &context, ignore);
    session->fetchTrigger(QStringLiteral("mon.disk"), &context, ignore);
    session->fetchExecution(7, &context, ignore);
    session->fetchExecutions(12, &context, ignore);
    session->fetchTriggerRefs(&context, ignore);
    session->fetchRuleRefs(&context, ignore);
    session->setRuleEnabled(QStringLiteral("ops.x"), true, &context, ignore);
    session->cancelExecution(7, &context, ignore);
    session->requestHydration({12, 13});
    session->refresh();
    pass(1min);
    for (const char* what : {"/enforcements/12", "/events/", "/rules/ops.x", "/triggers/mon.disk", "/executions/7",
                             "/executions?", "/triggers?", "/rules?", "/enable", "/cancel", "/auth/"})
        EXPECT_GT(server->count(QString::fromLatin1(what)), 0) << what;
    for (const net::HttpRequest& request : transport->sent) {
        const std::string said = request.url.toEncoded().toStdString() + request.body.toStdString();
        EXPECT_EQ(said.find("secret_values"), std::string::npos) << said;
        EXPECT_EQ(said.find("reveal"), std::string::npos) << said;
    }
}

TEST_F(DetailTest, hostileRef_staysOnePathSegment) {
    session->fetchRule(QStringLiteral("a/../b?c=d#e %2F\u202E.x"), &context, [](const auto&) {});
    EXPECT_EQ(url(), "/api/v1/rules/a%2F..%2Fb%3Fc%3Dd%23e%20%252F%E2%80%AE.x");
}

TEST_F(DetailTest, executions_areReadPageByPage) {
    std::optional<ServiceResult<core::ExecutionPage>> result;
    session->fetchExecutions(12, &context, into(result));
    EXPECT_EQ(url(), "/api/v1/enforcements/12/executions?page=1&page_size=100");
    const auto page = [](int id, bool hasNext) -> QByteArray {
        return R"({"items":[{"id":)" + QByteArray::number(id) +
               R"(,"action_ref":"core.mail","status":"running","created":"2026-01-01T00:00:00Z",)" +
               R"("updated":"2026-01-01T00:00:00Z"}],"pagination":{"has_next":)" + (hasNext ? "true" : "false") + "}}";
    };
    answer(page(1, true));
    EXPECT_EQ(url(), "/api/v1/enforcements/12/executions?page=2&page_size=100");
    answer(page(2, false));
    ASSERT_TRUE(result && *result);
    EXPECT_EQ((*result)->items.size(), 2U);
}

TEST_F(DetailTest, endlessExecutions_endAtAThousand) {
    std::optional<ServiceResult<core::ExecutionPage>> result;
    session->fetchExecutions(12, &context, into(result));
    QByteArrayList items;
    for (int i = 1; i <= 100; ++i)
        items += R"({"id":)" + QByteArray::number(i) + R"(,"action_ref":"core.mail","status":"running"})";
    const auto before = transport->sent.size();
    while (!result && transport->sent.size() < before + 50)
        answer("{\"items\":[" + items.join(',') + R"(],"pagination":{"has_next":true}})");
    ASSERT_TRUE(result && *result);
    EXPECT_EQ((*result)->items.size(), 1000U);
}

TEST_F(DetailTest, emptyPageWithANextOne_endsTheReading) {
    std::optional<ServiceResult<core::ExecutionPage>> result;
    session->fetchExecutions(12, &context, into(result));
    answer(R"({"items":[],"pagination":{"has_next":true}})");
    EXPECT_TRUE(result && *result);
}

TEST_F(DetailTest, failingPage_failsTheReading) {
    std::optional<ServiceResult<std::vector<QString>>> result;
    session->fetchTriggerRefs(&context, into(result));
    EXPECT_EQ(url(), "/api/v1/triggers?page=1&page_size=100");
    answer(R"({"items":[{"ref":"mon.disk"}],"pagination":{"has_next":true}})");
    transport->answer(request().id, 500, R"({"error":"broken"})");
    ASSERT_TRUE(result && !*result);
    EXPECT_EQ(result->error().kind, Kind::Refused);
}

TEST_F(DetailTest, refs_areCollected) {
    std::optional<ServiceResult<std::vector<QString>>> result;
    session->fetchRuleRefs(&context, into(result));
    EXPECT_EQ(url(), "/api/v1/rules?page=1&page_size=100");
    answer(R"({"items":[{"ref":"a.b"},{"ref":"c.d"}],"pagination":{"has_next":false}})");
    ASSERT_TRUE(result && *result);
    EXPECT_EQ(**result, (std::vector{QStringLiteral("a.b"), QStringLiteral("c.d")}));
}
