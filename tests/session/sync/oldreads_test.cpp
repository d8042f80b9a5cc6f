// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sessionfixture.h"

#include <optional>
#include <utility>

using namespace attune;
using namespace std::chrono_literals;

namespace {

/// Answers that arrive late show the server as it was when they were written.
class OldReads : public test::SessionFixture {
protected:
    OldReads() {
        transport->onRequest = [this, answer = transport->onRequest](const net::HttpRequest& request) {
            if (std::exchange(m_holdsNextList, false) && request.url.query().contains(QStringLiteral("per_page")))
                m_held = {request, server->rows};
            else
                answer(request);
        };
    }
    void holdNextList() { m_holdsNextList = true; }
    [[nodiscard]] bool isHeld() const { return transport->requests.contains(m_held.first.id); }
    void deliverHeld() {
        pass(5s); // nothing else is asked meanwhile
        const auto now = std::exchange(server->rows, m_held.second);
        transport->onRequest(m_held.first);
        pass(server->latency);
        server->rows = now;
        pass(1s);
    }
    [[nodiscard]] int asked(core::Id id) const {
        return server->count(QStringLiteral("/enforcements/") + QString::number(id));
    }
    /// A row that was on show and is proven to be gone.
    [[nodiscard]] test::FakeServer::Row gone(core::Id id) {
        const auto row = server->rows.at(id);
        server->remove(id);
        session->refresh();
        EXPECT_TRUE(test::passUntil(clock, 15s, [&] { return !has(id); }));
        return row;
    }
    void tell(const test::FakeServer::Row& row) {
        server->rows[row.id] = row;
        server->resolve(row.id);
        server->remove(row.id);
    }
    /// A list that was asked for, and shows row 50, is on its way when that row is deleted.
    void deleteBehindAHeldList() {
        server->fill(100);
        live();
        pass(1min);
        holdNextList();
        session->refresh();
        server->remove(50);
    }

private:
    bool m_holdsNextList = false;
    std::pair<net::HttpRequest, std::map<core::Id, test::FakeServer::Row>> m_held;
};

} // namespace

TEST_F(OldReads, pageThatWasAskedForBeforeADeletionWasProven_doesNotBringTheRowBack) {
    deleteBehindAHeldList();
    ASSERT_TRUE(test::passUntil(clock, 15s, [&] { return !has(50); }));
    ASSERT_TRUE(isHeld());
    deliverHeld();
    EXPECT_FALSE(has(50));
    EXPECT_EQ(store.size(), 99U);
}

TEST_F(OldReads, pageThatWasAskedForLater_bringsARowBackThatCanBeSeenAgain) {
    server->fill(100);
    live();
    const auto row = gone(50);
    server->rows[50] = row;
    session->refresh();
    EXPECT_TRUE(test::passUntil(clock, 15s, [&] { return has(50); }));
}

TEST_F(OldReads, lateNotificationOfADeletedRow_asksForItOnceAndShowsNothing) {
    server->fill(100, 1'000'000, "created");
    live();
    const auto row = gone(50);
    const int before = asked(50);
    tell(row);
    tell(row);
    ASSERT_TRUE(test::passUntil(clock, 5s, [&] { return asked(50) > before; }));
    pass(5s);
    EXPECT_EQ(asked(50), before + 1);
    EXPECT_FALSE(has(50));
    EXPECT_EQ(store.incompleteCount(), 0U);
}

TEST_F(OldReads, notificationOfARowThatCanBeSeenAgain_bringsItBackWithWhatItTold) {
    server->fill(100, 1'000'000, "created");
    live();
    server->rows[50] = gone(50);
    server->resolve(50);
    EXPECT_TRUE(test::passUntil(clock, 5s, [&] { return statusOf(50) == core::Status::Processed; }));
}

TEST_F(OldReads, detailThatIsGone_countsForTheTableEvenIfAWindowAsked) {
    deleteBehindAHeldList();
    session->fetchEnforcement(50, &context, [](const auto& /*detail*/) {});
    ASSERT_TRUE(test::passUntil(clock, 2s, [&] { return !has(50); }));
    ASSERT_TRUE(isHeld());
    deliverHeld();
    EXPECT_FALSE(has(50));
}
