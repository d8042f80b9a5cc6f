// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "faultsfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace attune;
using namespace std::chrono_literals;
using State = session::ConnectionState;
using test::waitFor;

namespace {

class ListFaults : public test::FaultsFixture {
protected:
    /// Always with more to follow.
    static sim::SimFailure page(const QJsonArray& items, int count) {
        const QJsonObject pagination{{QStringLiteral("page"), 1},
                                     {QStringLiteral("page_size"), 100},
                                     {QStringLiteral("has_previous"), false},
                                     {QStringLiteral("has_next"), true}};
        const QJsonObject body{{QStringLiteral("items"), items}, {QStringLiteral("pagination"), pagination}};
        return {.pathPrefix = "/",
                .status = 200,
                .contentType = "application/json",
                .body = QJsonDocument(body).toJson(QJsonDocument::Compact),
                .count = count};
    }
    /// A hundred of the newest rows: the newest last, or first as it should be.
    [[nodiscard]] QJsonArray rows(bool newestLast) {
        const QJsonDocument truth = QJsonDocument::fromJson(control().stateJson());
        const QJsonArray byId = truth.object().value(QStringLiteral("items")).toArray();
        QJsonArray rows;
        for (qsizetype i = byId.size() - 100; i < byId.size(); ++i)
            newestLast ? rows.append(byId[i]) : rows.prepend(byId[i]);
        return rows;
    }
};

} // namespace

// A walk goes on for a while in case that rows only moved, at five requests a second.
TEST_F(ListFaults, pagesThatLeadNowhere_endTheWalkAndDeleteNothing) {
    liveAt(0);
    const auto known = store.size();
    takeApi({page({}, 34), page(rows(true), 33), page(rows(false), -1)});
    session->refresh();
    ASSERT_TRUE(waitFor([&] { return !session->status().reason.isEmpty(); }, 40s));
    EXPECT_GE(stranger->control().stats().requests, 68U) << "each of the three has come up";
    EXPECT_LE(stranger->control().stats().requests, 130U) << "one walk, and what was under way beside it";
    EXPECT_EQ(state(), State::Syncing);
    EXPECT_EQ(store.size(), known);
    giveApiBack();
    expectRecovery(40s);
    EXPECT_EQ(store.size(), known);
}
