// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "injectionfixture.h"
#include "support/rows.h"

#include "attune/core/displaytext.h"
#include "attune/models/enforcementtablemodel.h"
#include "attune/models/executionmodel.h"
#include "attune/models/jsontreemodel.h"
#include "attune/models/refcompletionmodel.h"
#include "attune/models/roles.h"
#include "attune/models/statusfiltermodel.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace attune::models {
namespace {

using core::Column;

class InjectedModels : public test::Injected<::testing::Test> {};

/// Small enough for the words of one vocabulary.
constexpr std::size_t Portion = 60;

/// A row in which each text of the server is the same.
core::EnforcementUpdate rowOf(core::Vocabulary& vocabulary, core::Id id, const std::string& text) {
    core::EnforcementUpdate update = test::update(test::makeRow(vocabulary, id, text, text));
    update.row.status = core::Vocabulary::word(vocabulary.statuses, text).value_or(core::Status::Created);
    update.row.condition =
        core::Vocabulary::word(vocabulary.conditions, text).value_or(core::Condition::All) & core::Condition::Last;
    update.row.traceTag = core::TraceTag::Stored;
    update.traceTag = text;
    return update;
}

void expectCells(const EnforcementTableModel& model, int row, const QString& text) {
    const QString shown = core::displayText(text);
    for (const Column column : {Column::Rule, Column::Trigger, Column::Status, Column::Condition, Column::TraceTag}) {
        const QModelIndex cell = model.index(row, static_cast<int>(column));
        EXPECT_EQ(cell.data().toString(), shown);
        EXPECT_EQ(cell.data(ServerTextRole).toString(), text) << "filters compare what the server wrote";
        const test::Drawn tip = test::drawn(cell.data(Qt::ToolTipRole).toString());
        const QString firstLine = core::displayText(text.section(u'\n', 0, 0), 1000).left(900);
        EXPECT_EQ(tip.text.left(firstLine.size()), QString(firstLine).replace(QChar(0xA0), u' '));
    }
}

TEST_F(InjectedModels, cellsOfTheTable_arePlainAndComplete) {
    for (std::size_t from = 0; from < sent.size(); from += Portion) {
        core::Vocabulary vocabulary;
        EnforcementTableModel model(vocabulary);
        core::EnforcementBatch batch;
        const std::size_t end = std::min(sent.size(), from + Portion);
        for (std::size_t i = from; i < end; ++i)
            batch.updates.push_back(rowOf(vocabulary, static_cast<core::Id>(i + 1), sent[i]));
        model.apply(batch);
        ASSERT_EQ(model.rowCount(), static_cast<int>(end - from));
        expectNone(test::problemsOf(model), QString::fromStdString(sent[from]));
        for (std::size_t i = from; i < end; ++i) {
            SCOPED_TRACE(sent[i].substr(0, 100));
            expectCells(model, model.rowOfId(static_cast<core::Id>(i + 1)), core::exactText(sent[i]));
        }
    }
}

TEST_F(InjectedModels, executions_arePlain) {
    ExecutionModel model;
    model.setEnforcement(1);
    std::vector<core::ExecutionRow> rows;
    for (const QString& text : texts) {
        core::ExecutionRow row;
        row.id = static_cast<core::Id>(rows.size() + 1);
        row.enforcement = 1;
        row.actionRef = row.status = row.taskName = text;
        row.created = test::second(row.id);
        rows.push_back(row);
    }
    model.merge(rows);
    ASSERT_EQ(model.rowCount(), static_cast<int>(texts.size()));
    expectNone(test::problemsOf(model), u"executions"_qs);
}

TEST_F(InjectedModels, keysAndValuesOfJson_arePlain) {
    nlohmann::json document = nlohmann::json::object();
    for (const std::string& text : sent)
        document[text] = nlohmann::json{{text, text}, {"list", {text}}};
    JsonTreeModel model;
    model.setDocument(std::make_shared<const nlohmann::json>(std::move(document)));
    ASSERT_EQ(model.rowCount(), static_cast<int>(sent.size()));
    expectNone(test::problemsOf(model), u"JSON"_qs);
}

TEST_F(InjectedModels, completionsAndStatuses_arePlainAndExactWhereTheyAreUsed) {
    core::Vocabulary vocabulary;
    EnforcementTableModel table(vocabulary);
    RefCompletionModel refs(table, RefCompletionModel::Kind::Rule);
    refs.setServerRefs(texts);
    refs.refresh();
    ASSERT_EQ(refs.rowCount(), static_cast<int>(texts.size()));
    expectNone(test::problemsOf(refs), u"completions"_qs);
    StatusFilterModel statuses(vocabulary);
    statuses.setChecked({texts.begin(), texts.end()});
    ASSERT_GT(statuses.rowCount(), static_cast<int>(texts.size()));
    expectNone(test::problemsOf(statuses), u"statuses"_qs);
    for (const QAbstractItemModel* model :
         {static_cast<QAbstractItemModel*>(&refs), static_cast<QAbstractItemModel*>(&statuses)}) {
        for (int row = 0; row < model->rowCount(); ++row) {
            const QString exact = model->index(row, 0).data(Qt::EditRole).toString();
            EXPECT_EQ(model->index(row, 0).data().toString(), core::displayText(exact));
        }
    }
}

} // namespace
} // namespace attune::models
