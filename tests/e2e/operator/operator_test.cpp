// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "operatoratwork.h"
#include "support/printers.h"

#include <algorithm>
#include <set>

// An operator in front of a busy table, from the outside: keys and mouse in, pixels, clipboard and files out.
namespace attune::e2e {
namespace {

using Operator = OperatorAtWork;

QString ruleOf(const QJsonObject& row) { return row[u"rule_ref"].toString(); }
bool isCore(const QJsonObject& row) { return ruleOf(row).startsWith(QStringLiteral("core.")); }
qint64 idOf(const QJsonObject& row) { return row[u"id"].toInteger(); }

TEST_F(Operator, at_the_top_sees_the_newest_rows_come) {
    qint64 newest = 0;
    for (int look = 0; look < 3; ++look) {
        const qint64 before = stat("received");
        ASSERT_TRUE(await([&] { return stat("received") > before; }));
        const Rows rows = selectTopRows();
        ASSERT_GT(rows.size(), 10U);
        EXPECT_GT(idOf(rows.front()), newest);
        EXPECT_TRUE(std::ranges::is_sorted(rows, std::greater<>(),
                                           [](const QJsonObject& row) { return row[u"created"].toString(); }));
        newest = idOf(rows.front());
        goToNewest();
    }
}

TEST_F(Operator, who_scrolls_reads_rows_that_stand_still) {
    wheelDown(60);
    expectStill(place.names(), Many);
    wheelDown(7);
    expectStill(place.names(), Many);
}

TEST_F(Operator, who_selects_keeps_the_row_and_its_place) {
    wheelDown(20);
    const QPoint spot = place.at(60, 6);
    Hands::click(spot);
    const qint64 id = currentId();
    ASSERT_GT(id, 0);
    expectStill(place.names(6, 1), Many);
    EXPECT_EQ(currentId(), id);
    Hands::click(spot); // what is under the same pixel now
    EXPECT_EQ(currentId(), id);
    const Rows rows = selectedRows();
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(idOf(rows.front()), id);
}

TEST_F(Operator, pill_tells_of_new_rows_and_leads_back_to_them) {
    EXPECT_FALSE(pill().has_value()) << "nothing is missed at the top";
    Hands::click(place.at(60, 3));
    const qint64 held = currentId();
    std::optional<QPoint> shown;
    ASSERT_TRUE(await([&] {
        shown = pill();
        return shown.has_value();
    }));
    const qint64 before = stat("received");
    ASSERT_TRUE(await([&] { return stat("received") > before + RowsPerSecond; }));
    Hands::click(*shown);
    ASSERT_TRUE(await([this] { return !pill().has_value(); }));
    const Rows top = selectTopRows();
    ASSERT_FALSE(top.empty());
    EXPECT_GT(idOf(top.front()), held + RowsPerSecond / 4);
}

TEST_F(Operator, pause_freezes_what_is_seen_and_loses_nothing) {
    Hands::press(QStringLiteral("space"));
    ASSERT_TRUE(await([this] { return isIn("paused"); }));
    const qint64 rows = stat("rows");
    expectStill(place.names(), Many);
    EXPECT_EQ(stat("rows"), rows);
    Hands::press(QStringLiteral("space"));
    ASSERT_TRUE(await([this] { return isIn("live"); }));
    ASSERT_TRUE(await([&] { return stat("rows") > rows + Many / 4; })) << "what was held has come";
    quieten();
    const Truth all = truth();
    EXPECT_TRUE(await([&] { return stat("rows") == static_cast<qint64>(all.size()); }))
        << stat("rows") << " of " << all.size();
    goToNewest();
    const Rows top = selectTopRows();
    ASSERT_FALSE(top.empty());
    EXPECT_EQ(idOf(top.front()), all.rbegin()->first);
    expectTrue(top, all);
}

TEST_F(Operator, who_sorts_keeps_the_row_and_gets_an_order_that_holds) {
    Hands::click(place.at(60, 4));
    const qint64 id = currentId();
    Hands::click(place.title(20)); // Rule
    const auto isInOrder = [](const Rows& rows, auto&& order) {
        return rows.size() > 10 && std::ranges::is_sorted(rows, order, ruleOf);
    };
    EXPECT_EQ(currentId(), id);
    ASSERT_EQ(selectedRows().size(), 1U);
    Rows top;
    ASSERT_TRUE(await([&] {
        top = selectTopRows();
        return isInOrder(top, std::less<>());
    }));
    const qint64 before = stat("received");
    ASSERT_TRUE(await([&] { return stat("received") > before + Many; }));
    EXPECT_EQ(selectedRows().size(), top.size()) << "what was selected still is";
    EXPECT_TRUE(isInOrder(selectTopRows(), std::less<>()));
    Hands::click(place.title(20)); // the other way round
    ASSERT_TRUE(await([&] { return isInOrder(selectTopRows(), std::greater<>()); }));
}

TEST_F(Operator, filter_holds_for_what_is_there_and_for_what_comes) {
    Hands::press(QStringLiteral("ctrl+f"));
    Hands::type(QStringLiteral("-core."));
    Hands::press(QStringLiteral("Return"));
    ASSERT_TRUE(await([this] { return stat("shown") < stat("rows"); }));
    for (int look = 0; look < 3; ++look) {
        goToNewest();
        const Rows rows = selectTopRows();
        ASSERT_GT(rows.size(), 5U);
        EXPECT_TRUE(std::ranges::none_of(rows, isCore));
        const qint64 before = stat("received");
        ASSERT_TRUE(await([&] { return stat("received") > before + RowsPerSecond; }));
    }
    Hands::click(place.at(60, 2));
    const qint64 id = currentId();
    Hands::press(QStringLiteral("ctrl+shift+x")); // all filters
    ASSERT_TRUE(await([this] { return stat("shown") == stat("rows"); }));
    Hands::press(QStringLiteral("ctrl+t"));
    EXPECT_EQ(currentId(), id) << "the selected row is the same one among many more";
}

TEST_F(Operator, export_is_what_the_server_has) {
    Hands::press(QStringLiteral("ctrl+f"));
    Hands::type(QStringLiteral("-core."));
    Hands::press(QStringLiteral("Return"));
    ASSERT_TRUE(await([this] { return stat("shown") < stat("rows"); }));
    goToNewest();
    const qint64 shown = stat("shown");
    const Rows live = exportedRows("live.jsonl");
    EXPECT_GE(live.size(), static_cast<std::size_t>(shown));
    quieten();
    const Truth all = truth();
    std::set<qint64> ids;
    for (const QJsonObject& row : live) {
        EXPECT_FALSE(isCore(row));
        EXPECT_TRUE(all.contains(idOf(row)));
        EXPECT_TRUE(ids.insert(idOf(row)).second) << "twice: " << idOf(row);
    }
    const Rows quiet = exportedRows("quiet.jsonl");
    EXPECT_EQ(quiet.size(), static_cast<std::size_t>(
                                std::ranges::count_if(all, [](const auto& row) { return !isCore(row.second); })));
    expectTrue(quiet, all);
}

} // namespace
} // namespace attune::e2e
