// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "faultsfixture.h"
#include "support/memory.h"

#include <QDateTime>
#include <QLocale>

using namespace attune;
using namespace std::chrono_literals;
using State = session::ConnectionState;
using test::waitFor;

namespace {

constexpr char Lists[] = "/api/v1/enforcements";
constexpr char Json[] = "application/json";
constexpr char EmptyList[] =
    R"({"items":[],"pagination":{"page":1,"page_size":100,"has_previous":false,"has_next":false}})";

/// The list is answered, but not with rows.
class AnswerFaults : public test::FaultsFixture {
protected:
    void liveAndQuiet() {
        liveAt(0);
        ASSERT_TRUE(waitFor([&] { return api->busyLinks() == 0; }));
    }
    [[nodiscard]] std::uint64_t requests() { return control().stats().requests; }
    [[nodiscard]] std::string reason() const { return session->status().reason.toStdString(); }
    /// Asks for a reading, which the server refuses as it has too much to do. How long it is left alone then.
    [[nodiscard]] std::chrono::milliseconds quietAfterPlea(const QByteArray& retryAfter,
                                                           std::chrono::seconds patience) {
        QElapsedTimer quiet;
        quiet.start();
        control().fail({.pathPrefix = Lists,
                        .status = 429,
                        .body = R"({"error":"slow down"})",
                        .headers = {{"Retry-After", retryAfter}}});
        session->refresh();
        EXPECT_TRUE(waitFor([&] { return api->receivedByClients().contains("slow down"); }));
        auto before = requests();
        while (waitFor([&] { return requests() > before; }, 500ms))
            before = requests(); // what was under way beside the refused one
        (void)waitFor([&] { return requests() > before; }, patience);
        return std::chrono::milliseconds(quiet.elapsed());
    }
    static QByteArray httpDate(std::chrono::seconds fromNow) {
        const QDateTime then = QDateTime::currentDateTimeUtc().addSecs(fromNow.count());
        return QLocale::c().toString(then, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1();
    }
    void expectReadAgain() {
        EXPECT_NE(state(), State::Live) << "nothing was read yet";
        expectRecovery(5s);
        EXPECT_EQ(session->counters().reconnects, 0U);
    }
};

struct Useless {
    const char* name;
    int status;
    QByteArray contentType;
    QByteArray body;
};

/// What makes no list, however it is meant.
class UselessAnswer : public AnswerFaults, public ::testing::WithParamInterface<Useless> {};

} // namespace

TEST_F(AnswerFaults, pleaForSeconds_isHeardAndSaid) {
    liveAndQuiet();
    const auto quiet = quietAfterPlea("3", 10s);
    EXPECT_GE(quiet, 2900ms);
    EXPECT_LE(quiet, 5s);
    expectReadAgain();
}

TEST_F(AnswerFaults, pleaUntilADate_isHeardAndSaid) {
    liveAndQuiet();
    const auto quiet = quietAfterPlea(httpDate(4s), 10s);
    EXPECT_GE(quiet, 2900ms) << "a date knows no fractions";
    EXPECT_LE(quiet, 6s);
    expectReadAgain();
}

TEST_F(AnswerFaults, pleaWithoutATime_isFollowedByTheUsualPause) {
    liveAndQuiet();
    control().fail({.pathPrefix = Lists, .status = 429, .body = R"({"error":"slow down"})", .count = 2});
    const auto before = requests();
    session->refresh();
    ASSERT_TRUE(waitFor([&] { return requests() >= before + 2; }));
    expectReadAgain();
    EXPECT_LE(requests() - before, 20U) << "four pages, the open rows, and what was refused";
}

TEST_F(AnswerFaults, pleaForDecades_stopsReadingButNotTheNotifierNorTheOperator) {
    liveAndQuiet();
    EXPECT_GE(quietAfterPlea("1000000000", 3s), 3s);
    EXPECT_EQ(state(), State::Syncing);
    EXPECT_NE(reason().find("busy"), std::string::npos) << reason();
    const auto created = control().emitCreated(3);
    EXPECT_TRUE(waitFor([&] { return hasAll(created); }, 2s));
    bool answered = false;
    session->fetchEnforcement(created[0], &context, [&](const auto& detail) { answered = bool(detail); });
    EXPECT_TRUE(waitFor([&] { return answered; }, 2s));
    EXPECT_NE(state(), State::Live);
    session->signOut();
    live(); // it was another sign-in that was asked to wait
    expectRecovery();
}

TEST_P(UselessAnswer, isNotLiveAndTakesNothingAway) {
    liveAndQuiet();
    const auto rows = store.size();
    const sim::SimFailure answer{.pathPrefix = Lists,
                                 .status = GetParam().status,
                                 .contentType = GetParam().contentType,
                                 .body = GetParam().body,
                                 .count = 2}; // the newest rows, and the open ones beside them
    std::size_t removed = 0;
    QObject::connect(session.get(), &Session::batchReady, &context,
                     [&](const core::EnforcementBatch& batch) { removed += batch.removed.size(); });
    QObject::connect(session.get(), &Session::cleared, &context, [&] { removed += rows; });
    control().fail(answer);
    wasLive = false;
    const auto before = requests();
    session->refresh();
    ASSERT_TRUE(waitFor([&] { return requests() >= before + 2 && api->busyLinks() == 0; }));
    EXPECT_FALSE(wasLive);
    EXPECT_EQ(state(), State::Syncing);
    expectRecovery();
    EXPECT_EQ(store.size(), rows);
    EXPECT_EQ(removed, 0U);
    EXPECT_EQ(session->counters().reconnects, 0U);
}

INSTANTIATE_TEST_SUITE_P(Kinds, UselessAnswer,
                         ::testing::Values(Useless{"aPart", 206, Json, EmptyList}, Useless{"nothing", 204, {}, {}},
                                           Useless{"anErrorThatClaimsToBeNone", 200, Json,
                                                   R"({"error":"lock timeout"})"},
                                           Useless{"aBrokenServer", 500, Json, R"({"error":"panicked"})"},
                                           Useless{"aProxyWithoutIt", 502, "text/html", "<h1>502</h1>"},
                                           Useless{"aProxyThatGaveUp", 504, "text/html", "<h1>504</h1>"}),
                         [](const auto& which) { return which.param.name; });

TEST_F(AnswerFaults, pageThatGrowsAThousandfold_isGivenUpAtItsLimit) {
    liveAndQuiet();
    constexpr int Unpacked = 128 * 1024 * 1024;
    const QByteArray packed = qCompress(QByteArray(Unpacked, ' '), 9).mid(4);
    ASSERT_LT(packed.size(), Unpacked / 900);
    sim::SimFailure bomb{.pathPrefix = Lists, .status = 200, .body = packed, .count = 2};
    bomb.headers = {{"Content-Encoding", "deflate"}};
    const auto rows = store.size();
    const auto rejected = session->rejections().size();
    test::forgetPeak();
    const qint64 before = test::memoryKib("VmRSS:");
    control().fail(bomb);
    session->refresh();
    ASSERT_TRUE(waitFor([&] { return session->rejections().size() >= rejected + 2; }));
    EXPECT_LE(test::memoryKib("VmHWM:") - before, test::MemoryOverhead * 24 * 1024) << "two at once, 8 MiB each";
    EXPECT_EQ(state(), State::Syncing);
    EXPECT_EQ(store.size(), rows);
    expectRecovery();
}
