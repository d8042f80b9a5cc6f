// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "randomviews.h"
#include "support/printers.h"

#include <gtest/gtest.h>

using namespace attune::session;
using attune::core::Column;

namespace {

/// The only view of a file whose view has these fields, beside its name.
ReadViews readFields(const QByteArray& fields) {
    auto read = viewsFromJson(R"({"format":"attune-watch-views","version":1,"views":[{"name":"x",)" + fields + "}]}");
    EXPECT_TRUE(read.ok());
    return read ? *read : ReadViews();
}

SavedView onlyView(const ReadViews& read) {
    EXPECT_EQ(read.views.size(), 1U);
    return read.views.empty() ? SavedView() : read.views.front();
}

SavedView plainView() {
    SavedView view;
    view.name = QStringLiteral("x");
    return view;
}

} // namespace

TEST(SavedView, anyView_comesBackAsItWas) {
    attune::test::RandomViews random(20'260'601);
    std::vector<SavedView> views;
    for (int i = 0; i < 200; ++i)
        views.push_back(random.next());
    const auto read = viewsFromJson(viewsToJson(views));
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read->problems, QStringList());
    ASSERT_EQ(read->views.size(), views.size());
    for (std::size_t i = 0; i < views.size(); ++i)
        EXPECT_TRUE(read->views[i] == views[i]) << viewsToJson({views[i]}).toStdString();
    EXPECT_EQ(viewsToJson(read->views), viewsToJson(views));
}

TEST(SavedView, missingFields_areTheUsualOnes) {
    const ReadViews read = readFields(R"("comment":"unknown fields do not matter")");
    EXPECT_EQ(read.problems, QStringList());
    EXPECT_TRUE(onlyView(read) == plainView());
}

TEST(SavedView, eachWrongField_isLeftOutAndNamed) {
    const char* const fields[] = {
        R"("filter":7)",
        R"("filter":{"statuses":"created"})",
        R"("filter":{"statuses":[1]})",
        R"("filter":{"rule":["ops"]})",
        R"("filter":{"event":"12x"})",
        R"("filter":{"event":12})",
        R"("filter":{"expression":"status ="})",
        R"("filter":{"last_seconds":"60"})",
        R"("filter":{"from":"yesterday"})",
        R"("columns":{})",
        R"("columns":["no_such_column"])",
        R"("columns":[{"column":"id","visible":false}])",
        R"("sort":{"column":"colour"})",
        R"("sort":{"direction":"up"})",
        R"("sort":{"then":"status"})",
        R"("sort":{"then":["colour"]})",
        R"("sort":{"then":["trace_tag"]})",
        R"("sort":{"then":["created"]})",
        R"("automatic_widths":1)",
        R"("density":"cosy")",
    };
    for (const char* field : fields) {
        const ReadViews read = readFields(field);
        EXPECT_GE(read.problems.size(), 1) << field;
        EXPECT_TRUE(onlyView(read) == plainView()) << field;
    }
}

TEST(SavedView, numbersOutOfRange_areClampedAndNamed) {
    const ReadViews read = readFields(R"("filter":{"last_seconds":-5},"columns":[{"column":"rule","width":1e300},)"
                                      R"({"column":"id","width":3}])");
    EXPECT_EQ(read.problems.size(), 2) << read.problems.join(u'\n').toStdString();
    const SavedView view = onlyView(read);
    EXPECT_EQ(view.filter.window, std::chrono::seconds(1));
    EXPECT_EQ(view.layout.columns[0].width, 4'000);
    EXPECT_EQ(view.layout.columns[1].width, 20);
}

TEST(SavedView, columnsThatAreNotNamed_areHidden) {
    const ReadViews read = readFields(R"("columns":["status","rule","status"])");
    EXPECT_EQ(read.problems.size(), 1); // one is there twice
    const SavedView view = onlyView(read);
    ASSERT_EQ(view.layout.columns.size(), static_cast<std::size_t>(attune::core::ColumnCount));
    EXPECT_EQ(view.layout.columns[0].column, Column::Status);
    EXPECT_EQ(view.layout.columns[1].column, Column::Rule);
    for (std::size_t i = 0; i < view.layout.columns.size(); ++i)
        EXPECT_EQ(view.layout.columns[i].visible, i < 2);
}

TEST(SavedView, furtherSortKeys_areReadInTurnAsFarAsThereIsRoom) {
    using attune::core::SortKey;
    const ReadViews read = readFields(
        R"("sort":{"column":"status","direction":"ascending","then":["rule",{"column":"id","direction":"descending"}]})");
    EXPECT_EQ(read.problems, QStringList());
    EXPECT_EQ(onlyView(read).layout.sort, (attune::core::SortKeys{SortKey{Column::Status, Qt::AscendingOrder},
                                                                  SortKey{Column::Rule, Qt::AscendingOrder},
                                                                  SortKey{Column::Id, Qt::DescendingOrder}}));
    const ReadViews many = readFields(R"("sort":{"then":["rule","id","status","event","trigger"]})");
    EXPECT_EQ(many.problems.size(), 2);
    EXPECT_EQ(onlyView(many).layout.sort.size(), attune::core::MaxSortKeys);
}

TEST(SavedView, names_areCleanAndUnique) {
    const auto read = viewsFromJson(R"({"format":"attune-watch-views","version":2,"views":[
        {"name":"  a\n b "},{"name":"a b"},{"name":""},{},7,{"name":12}]})");
    ASSERT_TRUE(read.ok());
    ASSERT_EQ(read->views.size(), 2U);
    EXPECT_EQ(read->views[0].name, QStringLiteral("a b"));
    EXPECT_EQ(read->views[1].name, QStringLiteral("a b (2)"));
    EXPECT_EQ(read->problems.size(), 6); // the version, a name that is taken, four without a name
    EXPECT_EQ(viewName(QString(500, u'n')).size(), MaxViewName);
    EXPECT_EQ(freeViewName(QString(MaxViewName, u'n'), {}).size(), MaxViewName);
}

TEST(SavedView, otherFiles_areRefusedInWords) {
    for (const char* bytes : {"", "x", "[]", "{}", R"({"views":[]})", R"({"format":"attune-watch-views","views":{}})",
                              R"({"format":"attune-watch-views","version":1,"views":[)"}) {
        const auto read = viewsFromJson(bytes);
        EXPECT_FALSE(read.ok()) << bytes;
        if (!read) {
            EXPECT_TRUE(read.error().message.startsWith(QStringLiteral("This is not a file of views")));
        }
    }
}

TEST(SavedView, damagedFiles_areReadInPartOrRefusedAndNeverMore) {
    attune::test::RandomViews random(7);
    std::vector<SavedView> views;
    for (int i = 0; i < 5; ++i)
        views.push_back(random.next());
    const QByteArray whole = viewsToJson(views);
    const QByteArray pieces[] = {"\"", "{", "}", "[", "null", "1e999", "-1", "\\u0000", "\xff\xfe", ":", ","};
    int readable = 0;
    for (int round = 0; round < 3'000; ++round) {
        QByteArray bytes = whole;
        for (int i = random.below(1, 4); i > 0; --i) {
            const int at = random.below(0, static_cast<int>(bytes.size()));
            if (random.coin())
                bytes.insert(at, pieces[random.below(0, static_cast<int>(std::size(pieces)) - 1)]);
            else
                bytes.remove(at, random.below(1, 60));
        }
        const auto read = viewsFromJson(bytes);
        if (!read)
            continue;
        ++readable;
        // What was read is a view like any other: it can be kept, and comes back without complaints.
        const auto again = viewsFromJson(viewsToJson(read->views));
        ASSERT_TRUE(again.ok());
        EXPECT_EQ(again->problems, QStringList());
        EXPECT_TRUE(again->views == read->views);
        for (const SavedView& view : read->views) {
            EXPECT_FALSE(view.name.isEmpty());
            EXPECT_EQ(view.layout.columns.size(), static_cast<std::size_t>(attune::core::ColumnCount));
        }
        EXPECT_LE(read->problems.size(), 31);
    }
    EXPECT_GT(readable, 100);
}
