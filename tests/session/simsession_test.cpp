// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "simsessionfixture.h"

using namespace attune;
using session::Profile;
using session::ProfileField;
using session::Session;
using State = session::ConnectionState;
using test::waitFor;
using namespace std::chrono_literals;

namespace {

class SimSessionTest : public test::SimSessionFixture {};

} // namespace

TEST_F(SimSessionTest, signsInAndReadsTheNewestThousand) {
    serve([](sim::SimOptions& options) { options.rows = 3000; });
    live();
    EXPECT_GE(store.size(), 1000U);
    EXPECT_EQ(difference(), "");
    EXPECT_EQ(session->status().login, QStringLiteral("admin"));
    EXPECT_EQ(control().stats().clients, 1U);
    EXPECT_EQ(control().stats().handshakes, 1U);
    EXPECT_EQ(session->counters().malformed, 0U);
    EXPECT_EQ(session->counters().gapsFound, 0U);
}

TEST_F(SimSessionTest, notifications_keepTheMirrorTrue) {
    serve([](sim::SimOptions& options) { options.rows = 500; });
    live();
    const auto created = control().emitCreated(200);
    EXPECT_TRUE(waitFor([&] { return hasAll(created); }));
    control().emitChanges(150);
    EXPECT_TRUE(mirrors());
    const auto deferred = control().emitCreated(5, false, true);
    EXPECT_TRUE(waitFor([&] { return hasAll(deferred); })) << "compact payloads are completed by their details";
    EXPECT_EQ(session->counters().gapsFound, 0U);
    EXPECT_TRUE(waitFor([&] { return session->status().lag.has_value(); }));
}

TEST_F(SimSessionTest, rowsCreatedAndChangedWhileAway_areReadOnReturn) {
    serve([](sim::SimOptions& options) { options.rows = 500; });
    live();
    const auto open = control().emitCreated(20);
    ASSERT_TRUE(waitFor([&] { return hasAll(open); }));
    control().disconnectSockets();
    const auto away = control().emitCreated(150);
    control().emitChanges(160);
    ASSERT_TRUE(waitFor([&] { return state() != State::Live; }));
    ASSERT_TRUE(comes(State::Live));
    EXPECT_TRUE(hasAll(away));
    EXPECT_EQ(difference(), "") << "when it says Live, not some time later";
    EXPECT_EQ(session->counters().reconnects, 1U);
}

TEST_F(SimSessionTest, droppedNotifications_areFoundByReading) {
    serve([](sim::SimOptions& options) { options.rows = 300; });
    live();
    control().dropNotifications(10);
    const auto lost = control().emitCreated(10);
    EXPECT_FALSE(hasAll(lost));
    EXPECT_TRUE(waitFor([&] { return hasAll(lost); }, 30s)) << "the first re-read comes after five seconds";
    EXPECT_EQ(difference(), "");
}

TEST_F(SimSessionTest, deletedRows_areFoundByARefresh) {
    serve([](sim::SimOptions& options) { options.rows = 300; });
    live();
    const std::vector<core::Id> victims{control().state()[10].id, control().state()[200].id};
    control().deleteRows(victims);
    session->refresh();
    EXPECT_TRUE(waitFor([&] { return !has(victims[0]) && !has(victims[1]); }));
    EXPECT_TRUE(comes(State::Live));
    EXPECT_EQ(store.size(), 298U);
}

TEST_F(SimSessionTest, olderRowsOfARule_areFoundByTheServersOwnFilter) {
    serve([](sim::SimOptions& options) { options.rows = 8'000; });
    live();
    const core::UtcMicros since = session->status().completeSince;
    const QString rule = vocabulary.refs.text(store.row(store.firstSeq()).ruleRef);
    core::EnforcementFilter filter;
    filter.rule = core::TermFilter::parse(QString(u'=' + rule));
    filter.statuses = {QStringLiteral("processed")};
    const auto phase = [this] { return session->search().phase; };
    session->searchOlder(filter);
    EXPECT_EQ(session->search().criteria, QStringLiteral("rule_ref=%1 status=processed").arg(rule));
    ASSERT_TRUE(waitFor([&] { return phase() != session::HistorySearch::Phase::Reading; }, 60s));
    ASSERT_TRUE(phase() == session::HistorySearch::Phase::AtEnd || phase() == session::HistorySearch::Phase::Paused)
        << session->search().reason.toStdString();
    EXPECT_TRUE(waitFor([&] {
        const auto rows = control().state();
        return std::all_of(rows.begin(), rows.end(), [&](const sim::StateRow& row) {
            return row.ruleRef != rule || row.status != QStringLiteral("processed") ||
                   row.created <= session->search().back || has(row.id);
        });
    }));
    EXPECT_GT(session->search().found, 0U);
    EXPECT_LT(session->search().back, since);
    EXPECT_LE(session->search().read, 8'000U / 4) << "rows of other rules are not sent";
}

TEST_F(SimSessionTest, shortLivedTokens_areRenewedWithoutAGap) {
    serve([](sim::SimOptions& options) {
        options.rows = 300;
        options.rate = 100;
        options.accessLifetime = 3s;
        options.expiryCheck = 500ms;
        options.delayScale = 0.01;
    });
    live();
    const auto handshakes = control().stats().handshakes;
    ASSERT_TRUE(waitFor([&] { return control().stats().handshakes >= handshakes + 3; }, 30s));
    EXPECT_EQ(session->counters().reconnects, 0U);
    EXPECT_EQ(session->counters().gapsFound, 0U);
    control().setRate(0);
    EXPECT_TRUE(mirrors());
    EXPECT_TRUE(waitFor([&] { return control().stats().clients == 1; }));
    EXPECT_EQ(state(), State::Live);
}

TEST_F(SimSessionTest, serverDownAndUp_isReportedAndSurvived) {
    serve([](sim::SimOptions& options) { options.rows = 300; });
    live();
    ASSERT_TRUE(control().setDown(true));
    ASSERT_TRUE(comes(State::Offline));
    EXPECT_FALSE(session->status().reason.isEmpty());
    const auto away = control().emitCreated(30);
    ASSERT_TRUE(waitFor([&] { return session->status().attempt >= 2; }));
    ASSERT_TRUE(control().setDown(false));
    ASSERT_TRUE(comes(State::Live));
    EXPECT_TRUE(hasAll(away));
    EXPECT_EQ(difference(), "");
}

TEST_F(SimSessionTest, closeFrames_areFollowedByAReturn) {
    serve([](sim::SimOptions& options) { options.rows = 100; });
    live();
    for (const int code : {1000, 1012, 4401}) {
        control().closeSockets(code);
        ASSERT_TRUE(waitFor([&] { return state() != State::Live; })) << code;
        ASSERT_TRUE(comes(State::Live)) << code;
    }
    EXPECT_EQ(session->counters().reconnects, 3U);
    EXPECT_EQ(control().stats().clients, 1U);
}

TEST_F(SimSessionTest, complaintOfTheNotifier_isNotLive) {
    serve([](sim::SimOptions& options) { options.rows = 100; });
    live();
    control().sendText(R"({"type":"error","message":"Unauthorized to subscribe to requested filter"})");
    ASSERT_TRUE(comes(State::Delayed));
    EXPECT_TRUE(session->status().reason.contains(QStringLiteral("Unauthorized")));
    EXPECT_TRUE(comes(State::Live));
}

TEST_F(SimSessionTest, nonsenseOnTheWire_isCountedAndDisturbsNothing) {
    serve([](sim::SimOptions& options) { options.rows = 100; });
    live();
    control().sendText("{\"type\":");
    control().sendText(R"({"type":"notification","entity_type":"enforcement","payload":{"id":1.5}})");
    control().sendBinary("binary");
    control().sendText(R"({"type":"tomorrow"})");
    EXPECT_TRUE(waitFor([&] { return session->counters().malformed == 3 && session->counters().unknown == 1; }));
    EXPECT_TRUE(waitFor([&] { return session->rejections().size() == 3; }));
    const auto created = control().emitCreated(3);
    EXPECT_TRUE(waitFor([&] { return hasAll(created); }));
    EXPECT_EQ(state(), State::Live);
}

TEST_F(SimSessionTest, refusedHandshakes_endInAReturn) {
    serve([](sim::SimOptions& options) { options.rows = 100; });
    ASSERT_FALSE(signIn());
    ASSERT_TRUE(comes(State::Live));
    control().fail({.pathPrefix = "/ws", .status = 500, .body = R"({"error":"permission_lookup_failed"})", .count = 2});
    control().disconnectSockets();
    ASSERT_TRUE(comes(State::Offline));
    EXPECT_TRUE(waitFor([&] { return state() == State::Live; }, 60s));
}

TEST_F(SimSessionTest, newSecretOfTheServer_needsANewSignIn) {
    serve([](sim::SimOptions& options) { options.rows = 100; });
    live();
    control().rotateSecret();
    control().disconnectSockets();
    EXPECT_TRUE(waitFor([&] { return state() == State::SignedOut; }, 60s));
    EXPECT_FALSE(session->status().reason.isEmpty());
    EXPECT_EQ(store.size(), 100U) << "readable until somebody signs in";
    live();
    EXPECT_EQ(difference(), "");
}

TEST_F(SimSessionTest, restBroken_isNeverLive) {
    serve([](sim::SimOptions& options) { options.rows = 100; });
    control().fail({.pathPrefix = "/api/v1/enforcements", .status = 503, .body = R"({"error":"lock"})", .count = -1});
    ASSERT_FALSE(signIn());
    ASSERT_TRUE(comes(State::Syncing));
    EXPECT_TRUE(waitFor([&] { return session->counters().requests >= 3; }));
    EXPECT_FALSE(wasLive);
}

TEST_F(SimSessionTest, problems_standNextToTheirFields) {
    serve([](sim::SimOptions& options) { options.rows = 10; });
    secret = QStringLiteral("wrong");
    ASSERT_TRUE(signIn().has_value());
    EXPECT_EQ(signIn()->field, ProfileField::Secret);
    secret = server->options().password;
    control().setFrozen(true);
    EXPECT_EQ(signIn()->field, ProfileField::Login);
    control().setFrozen(false);
    profile.method = session::SignInMethod::Ldap;
    EXPECT_EQ(signIn()->field, ProfileField::Method);
    profile.method = session::SignInMethod::Password;
    const QUrl api = profile.api;
    profile.api.setPath(QStringLiteral("/nowhere"));
    EXPECT_EQ(signIn()->field, ProfileField::Api);
    profile.api = QUrl(QStringLiteral("http://127.0.0.1:1"));
    EXPECT_EQ(signIn()->field, ProfileField::Api);
    profile.api = api;
    EXPECT_FALSE(signIn());
}

TEST_F(SimSessionTest, integrationToken_signsInUntilItIsRevoked) {
    serve([](sim::SimOptions& options) {
        options.rows = 100;
        options.accessLifetime = 2s;
    });
    profile.method = session::SignInMethod::IntegrationToken;
    profile.login.clear();
    secret = QStringLiteral("attune_it_unknown");
    ASSERT_TRUE(signIn().has_value());
    secret = server->options().integrationToken;
    live();
    control().setIntegrationTokenRevoked(true);
    EXPECT_TRUE(comes(State::SignedOut)) << "at the next renewal";
}

TEST_F(SimSessionTest, oneAddressForBoth_works) {
    serve([](sim::SimOptions& options) {
        options.rows = 100;
        options.singlePort = 0;
    });
    profile.ws.clear();
    live();
    EXPECT_EQ(difference(), "");
    profile.api.setScheme(QStringLiteral("http"));
    EXPECT_EQ(session->apiUrl(), profile.api);
}

TEST_F(SimSessionTest, juneServer_worksToo) {
    serve([](sim::SimOptions& options) {
        options.rows = 300;
        options.generation = sim::Generation::June;
        options.permissions = sim::PermissionMode::JuneViewer;
    });
    live();
    const auto created = control().emitCreated(10);
    EXPECT_TRUE(waitFor([&] { return hasAll(created); }));
    EXPECT_EQ(difference(), "");
}

TEST_F(SimSessionTest, destroyedWhileEverythingMoves_isSilent) {
    serve([](sim::SimOptions& options) {
        options.rows = 500;
        options.rate = 500;
    });
    for (int i = 0; i < 10; ++i) {
        std::size_t seen = 0;
        session->signIn(profile, secret, &context, [](const auto&) {});
        ASSERT_TRUE(
            waitFor([&] { return session->counters().requests >= static_cast<std::uint64_t>(i) || ++seen > 1000; }));
        session.reset();
        store.clear();
        newSession();
    }
    live();
}
