// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"

#include "attune/models/jsontreemodel.h"
#include "attune/models/roles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <QAbstractItemModelTester>

#include <optional>

namespace attune::models {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

core::JsonDocument parsed(const char* text) {
    return std::make_shared<const nlohmann::json>(nlohmann::json::parse(text));
}

class JsonTreeModelTest : public ::testing::Test {
protected:
    // A tester of its own for every document: a tester opens containers while it still believes in the reset.
    void show(const char* text) {
        m_tester.reset();
        m_model.setDocument(parsed(text));
        m_tester.emplace(&m_model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    }
    [[nodiscard]] QModelIndex at(const JsonPath& path) { return m_model.indexAt(path); }
    [[nodiscard]] QString value(const JsonPath& path) { return at(path).siblingAtColumn(1).data().toString(); }
    [[nodiscard]] JsonKind kind(const JsonPath& path) {
        return static_cast<JsonKind>(at(path).data(JsonKindRole).toInt());
    }

    JsonTreeModel m_model;
    std::optional<QAbstractItemModelTester> m_tester;
};

TEST_F(JsonTreeModelTest, nothing_hasNoRows) {
    EXPECT_EQ(m_model.rowCount(), 0);
    EXPECT_TRUE(m_model.isEmpty());
    for (const char* text : {"null", "{}", "[]"}) {
        show(text);
        EXPECT_EQ(m_model.rowCount(), 0) << text;
        EXPECT_TRUE(m_model.isEmpty()) << text;
    }
    m_tester.reset();
    m_model.setDocument(nullptr);
    EXPECT_TRUE(m_model.isEmpty());
    EXPECT_EQ(m_model.search(QStringLiteral("x")).matches.size(), 0U);
}

TEST_F(JsonTreeModelTest, values_areRowsWithKeyValueAndType) {
    show(R"({"a":"text","b":true,"c":null,"d":1.5,"e":[1,2],"f":{"x":0}})");
    ASSERT_EQ(m_model.rowCount(), 6);
    EXPECT_EQ(m_model.columnCount(), 3);
    EXPECT_EQ(at({0}).data().toString(), QStringLiteral("a"));
    EXPECT_EQ(value({0}), QStringLiteral("text"));
    EXPECT_EQ(at({0}).siblingAtColumn(2).data().toString(), QStringLiteral("string"));
    EXPECT_EQ(value({1}), QStringLiteral("true"));
    EXPECT_EQ(value({2}), QStringLiteral("null"));
    EXPECT_EQ(value({3}), QStringLiteral("1.5"));
    EXPECT_TRUE(value({4}).startsWith(QStringLiteral("2 ")));
    EXPECT_TRUE(value({5}).startsWith(QStringLiteral("1 ")));
    EXPECT_EQ(at({4, 1}).data().toString(), QStringLiteral("1"));
    EXPECT_EQ(value({4, 1}), QStringLiteral("2"));
    EXPECT_EQ(kind({1}), JsonKind::Boolean);
    EXPECT_EQ(kind({2}), JsonKind::Null);
    EXPECT_EQ(kind({3}), JsonKind::Number);
    EXPECT_EQ(kind({4}), JsonKind::Array);
    EXPECT_EQ(kind({5}), JsonKind::Object);
    EXPECT_EQ(m_model.parent(at({4, 1})), at({4}));
    for (int column = 0; column < JsonTreeModel::ColumnCount; ++column)
        EXPECT_FALSE(m_model.headerData(column, Qt::Horizontal).toString().isEmpty());
    EXPECT_FALSE(m_model.headerData(9, Qt::Horizontal).isValid());
}

TEST_F(JsonTreeModelTest, integers_keepEveryDigit) {
    show("[9223372036854775807, -9223372036854775808, 18446744073709551615, 9007199254740993]");
    EXPECT_EQ(value({0}), QStringLiteral("9223372036854775807"));
    EXPECT_EQ(value({1}), QStringLiteral("-9223372036854775808"));
    EXPECT_EQ(value({2}), QStringLiteral("18446744073709551615"));
    EXPECT_EQ(value({3}), QStringLiteral("9007199254740993"));
}

TEST_F(JsonTreeModelTest, secret_isOneMarkedRow) {
    show(R"({"password":{"$attune_secret":true,"redacted":true},"plain":{"$attune_secret":false}})");
    EXPECT_EQ(kind({0}), JsonKind::Secret);
    EXPECT_FALSE(m_model.hasChildren(at({0})));
    EXPECT_TRUE(value({0}).contains(QStringLiteral("redacted")));
    EXPECT_EQ(kind({1}), JsonKind::Object);
    EXPECT_TRUE(m_model.search(QStringLiteral("attune_secret")).matches.size() == 1U);
}

TEST_F(JsonTreeModelTest, plainDocument_isOneRow) {
    show("\"alone\"");
    ASSERT_EQ(m_model.rowCount(), 1);
    EXPECT_EQ(at({}).data().toString(), QStringLiteral("$"));
    EXPECT_EQ(value({}), QStringLiteral("alone"));
    EXPECT_EQ(m_model.path(at({})), QStringLiteral("$"));
    EXPECT_THAT(m_model.search(QStringLiteral("alo")).matches, ElementsAre(IsEmpty()));
}

TEST_F(JsonTreeModelTest, path_readsLikeJsonPath) {
    show(R"({"hosts":[{"name":1,"odd key":2,"it's":3,"":4,"9x":5}]})");
    std::vector<QString> paths;
    for (int i = 0; i < 5; ++i)
        paths.push_back(at({0, 0, i}).data(JsonPathRole).toString());
    EXPECT_THAT(paths, ::testing::UnorderedElementsAre(
                           QStringLiteral("$.hosts[0].name"), QStringLiteral("$.hosts[0]['odd key']"),
                           QStringLiteral("$.hosts[0]['it\\'s']"), QStringLiteral("$.hosts[0]['']"),
                           QStringLiteral("$.hosts[0]['9x']")));
    EXPECT_EQ(m_model.path({}), QStringLiteral("$"));
}

TEST_F(JsonTreeModelTest, valueText_isTheWholeValue) {
    show(R"({"a":{"b":[1]},"s":"line\nbreak"})");
    EXPECT_EQ(at({0}).data(JsonValueRole).toString(), QStringLiteral("{\n  \"b\": [\n    1\n  ]\n}"));
    EXPECT_EQ(m_model.valueText(at({1})), QStringLiteral("line\nbreak"));
}

TEST_F(JsonTreeModelTest, hostileText_isMadeSafeToDraw) {
    show("{\"k\\u202e\":\"<b>x</b>\\u0007\"}");
    EXPECT_FALSE(at({0}).data().toString().contains(QChar(0x202E)));
    EXPECT_FALSE(value({0}).contains(QChar(7)));
    EXPECT_FALSE(at({0}).siblingAtColumn(1).data(Qt::ToolTipRole).toString().contains(QStringLiteral("<b>x")));
    EXPECT_TRUE(m_model.valueText(at({0})).contains(QChar(7))) << "the clipboard gets the value itself";
}

TEST_F(JsonTreeModelTest, bigContainer_isOpenedPageByPage) {
    nlohmann::json big = nlohmann::json::array();
    for (int i = 0; i < 25'000; ++i)
        big.push_back(i);
    JsonTreeModel model; // the tester would look at every row after every signal
    model.setDocument(std::make_shared<const nlohmann::json>(std::move(big)));
    EXPECT_EQ(model.rowCount(), JsonTreeModel::PageSize);
    EXPECT_TRUE(model.canFetchMore({}));
    EXPECT_EQ(model.indexAt({24'999}).siblingAtColumn(1).data().toString(), QStringLiteral("24999"));
    EXPECT_FALSE(model.canFetchMore({}));
    EXPECT_FALSE(model.indexAt({25'000}).isValid());
}

TEST_F(JsonTreeModelTest, children_areMadeWhenTheyAreAskedFor) {
    JsonTreeModel model; // the tester would ask
    model.setDocument(parsed(R"({"a":{"b":{"c":1}}})"));
    const QModelIndex a = model.index(0, 0);
    EXPECT_EQ(model.rowCount(a), 0);
    EXPECT_TRUE(model.hasChildren(a));
    EXPECT_TRUE(model.canFetchMore(a));
    model.fetchMore(a);
    EXPECT_EQ(model.rowCount(a), 1);
    EXPECT_FALSE(model.canFetchMore(a));
}

TEST_F(JsonTreeModelTest, search_findsKeysAndValuesInOrder) {
    show(R"({"disk":"full","list":[{"host":"DISK-3"},"none"],"z":{"deep":{"my_disk":0}}})");
    const auto result = m_model.search(QStringLiteral("disk"));
    EXPECT_FALSE(result.truncated);
    ASSERT_THAT(result.matches, ElementsAre(ElementsAre(0), ElementsAre(1, 0, 0), ElementsAre(2, 0, 0)));
    EXPECT_EQ(m_model.path(at(result.matches[2])), QStringLiteral("$.z.deep.my_disk"));
    EXPECT_THAT(m_model.search({}).matches, IsEmpty());
}

TEST_F(JsonTreeModelTest, search_isBounded) {
    nlohmann::json big = nlohmann::json::array();
    for (int i = 0; i < 5000; ++i)
        big.push_back("same");
    JsonTreeModel model;
    model.setDocument(std::make_shared<const nlohmann::json>(std::move(big)));
    const auto result = model.search(QStringLiteral("same"));
    EXPECT_TRUE(result.truncated);
    EXPECT_EQ(result.matches.size(), JsonTreeModel::MaxMatches);
}

} // namespace
} // namespace attune::models
