// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "auth/permissionwatch.h"
#include "sessionfixture.h"

using namespace attune;
using session::PermissionWatch;
using namespace std::chrono_literals;

namespace {

class PermissionWatchTest : public test::SessionFixture {
protected:
    /// The identity may read the rules of one pack only: row `hidden` is of another one.
    void restrictTo(core::Id hidden) {
        server->permissions = R"([{"resource":"rules","actions":["read"],"constraints":{"pack_refs":["ops"]}}])";
        server->rows[hidden].hidden = true;
    }
    [[nodiscard]] int asked() const { return server->count(QStringLiteral("/auth/me")); }
};

} // namespace

TEST_F(PermissionWatchTest, fewerPermissions_takeEverythingAwayAndReadAnew) {
    server->fill(200);
    live();
    const core::Id hidden = server->rows.rbegin()->first - 150;
    ASSERT_TRUE(has(hidden));
    const net::Generation before = newest();
    restrictTo(hidden);
    states.clear();
    ASSERT_TRUE(test::passUntil(clock, PermissionWatch::Period + 1s, [&] { return clears == 1; }));
    EXPECT_EQ(store.size(), 0U) << "at once, and not when a reading has proved it";
    EXPECT_EQ(session->status().reason, QStringLiteral("The permissions of this sign-in have changed"));
    ASSERT_TRUE(comes(State::Live, 5s));
    EXPECT_EQ(states, (std::vector{State::Live, State::Connecting, State::Syncing, State::Live}));
    EXPECT_EQ(store.size(), 199U);
    EXPECT_FALSE(has(hidden));
    EXPECT_GT(newest(), before) << "the notifier goes by what held when the stream was opened";
    EXPECT_EQ(transport->openStreams().size(), 1U);
    pass(1h);
    EXPECT_EQ(clears, 1);
    EXPECT_EQ(difference(), "");
}

TEST_F(PermissionWatchTest, morePermissions_showWhatWasHidden) {
    server->fill(200);
    const core::Id hidden = server->rows.rbegin()->first - 150;
    restrictTo(hidden);
    live();
    ASSERT_FALSE(has(hidden));
    server->rows[hidden].hidden = false;
    server->permissions = "[]";
    // The periodic reading of everything may come first, and shows it, too.
    EXPECT_TRUE(test::passUntil(clock, PermissionWatch::Period + 5s, [&] { return clears == 1 && has(hidden); }));
}

TEST_F(PermissionWatchTest, renewal_isFollowedByAQuestion) {
    server->tokenLifetime = 100;
    server->fill(100);
    live();
    const core::Id hidden = server->rows.rbegin()->first;
    restrictTo(hidden);
    EXPECT_TRUE(test::passUntil(clock, 85s, [&] { return clears == 1; })) << "at four fifths of the life";
    ASSERT_TRUE(comes(State::Live, 5s));
    EXPECT_FALSE(has(hidden));
}

TEST_F(PermissionWatchTest, whatIsReadMeanwhile_belongsToNobody) {
    server->fill(300);
    live();
    const core::Id hidden = server->rows.rbegin()->first;
    ASSERT_TRUE(test::passUntil(clock, PermissionWatch::Period, [&] { return asked() == 2; }));
    server->latency = 5ms; // the answer overtakes what is on its way
    restrictTo(hidden);
    core::EnforcementUpdate update;
    update.row = store.row(*store.find(hidden));
    session->refresh();
    QObject::connect(session.get(), &session::Session::cleared, &context,
                     [&] { transport->stream(newest()).request.sink->push(update); });
    ASSERT_TRUE(test::passUntil(clock, PermissionWatch::Period + 1s, [&] { return clears == 1; }));
    ASSERT_TRUE(comes(State::Live, 5s));
    EXPECT_FALSE(has(hidden));
    EXPECT_EQ(store.size(), 299U);
}

TEST_F(PermissionWatchTest, detailAskedForBefore_bringsNoRowBack) {
    server->fill(300);
    live();
    const core::Id hidden = server->rows.rbegin()->first;
    net::RequestId slow = 0;
    transport->onRequest = [&slow, others = transport->onRequest](const net::HttpRequest& request) {
        if (slow == 0 && request.url.path().startsWith(QStringLiteral("/api/v1/enforcements/")))
            slow = request.id;
        else
            others(request);
    };
    std::optional<session::ServiceResult<core::EnforcementDetail>> result;
    session->fetchEnforcement(hidden, &context, [&](auto detail) { result = std::move(detail); });
    ASSERT_NE(slow, 0U);
    restrictTo(hidden);
    ASSERT_TRUE(test::passUntil(clock, PermissionWatch::Period + 1s, [&] { return clears == 1; }));
    if (transport->requests.contains(slow))
        transport->answer(slow, R"({"data":{"id":)" + QByteArray::number(hidden) +
                                    R"(,"rule":12,"rule_ref":"a.b","trigger_ref":"c.d","event":1,"status":"processed",)"
                                    R"("condition":"all","created":"2026-01-01T00:00:00Z","resolved_at":null,)"
                                    R"("payload":{},"conditions":[],"config":null}})");
    ASSERT_TRUE(comes(State::Live, 5s));
    EXPECT_FALSE(has(hidden));
    EXPECT_EQ(store.size(), 299U);
    ASSERT_TRUE(result.has_value());
    ASSERT_FALSE(*result) << "and nobody is shown it";
    EXPECT_EQ(result->error().kind, session::ServiceError::Kind::SignedOut);
}

TEST_F(PermissionWatchTest, samePermissions_changeNothing) {
    server->fill(50);
    live();
    pass(3h);
    EXPECT_GE(asked(), 12);
    EXPECT_LE(asked(), 20) << "and they are not asked for all the time";
    EXPECT_EQ(clears, 0);
    EXPECT_EQ(state(), State::Live);
    EXPECT_EQ(session->counters().reconnects, 0U);
}

TEST_F(PermissionWatchTest, noAnswer_changesNothingAndIsAskedForAgainSoon) {
    server->fill(50);
    live();
    pass(1s);
    server->restStatus = 500;
    pass(PermissionWatch::Period);
    const int before = asked();
    pass(PermissionWatch::RetryPeriod * 3);
    EXPECT_EQ(asked(), before + 3);
    EXPECT_EQ(clears, 0);
    server->restStatus = 0;
    server->permissions = R"([{"resource":"rules","actions":["read"]}])";
    EXPECT_TRUE(test::passUntil(clock, PermissionWatch::RetryPeriod, [&] { return clears == 1; }));
}

TEST_F(PermissionWatchTest, serverThatDoesNotTell_hasChangedNothing) {
    server->permissions = "null";
    server->fill(50);
    live();
    pass(20min);
    server->permissions = "[]";
    pass(20min);
    server->permissions = "null";
    pass(20min);
    EXPECT_EQ(clears, 0);
}

TEST_F(PermissionWatchTest, frozenAccount_endsTheSignInAndLeavesTheRows) {
    server->fill(50);
    live();
    server->frozenAccount = true;
    ASSERT_TRUE(comes(State::SignedOut, PermissionWatch::Period + 1s));
    EXPECT_EQ(session->status().reason, QStringLiteral("Identity is frozen"));
    EXPECT_EQ(store.size(), 50U) << "readable until somebody signs in";
    EXPECT_TRUE(transport->openStreams().empty());
    const int before = asked();
    pass(1h);
    EXPECT_EQ(asked(), before);
}

TEST_F(PermissionWatchTest, refusedCertificate_asksNothingUntilTheOperatorActs) {
    server->fill(50);
    live();
    server->restCertificateBad = true;
    ASSERT_TRUE(comes(State::CertificateRefused, 2min));
    const int before = asked();
    pass(1h);
    EXPECT_EQ(asked(), before);
    server->restCertificateBad = false;
    server->permissions = R"([{"resource":"rules","actions":["read"]}])";
    session->retryNow();
    EXPECT_TRUE(test::passUntil(clock, 5s, [&] { return clears == 1; })) << "it was not looked for a long while";
}

TEST_F(PermissionWatchTest, anotherSignIn_isComparedWithItselfOnly) {
    server->fill(50);
    live();
    session->signOut();
    EXPECT_EQ(clears, 1);
    server->permissions = R"([{"resource":"rules","actions":["read"]}])";
    live();
    pass(1h);
    EXPECT_EQ(clears, 1);
}
