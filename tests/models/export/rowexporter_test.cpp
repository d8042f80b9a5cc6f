// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"
#include "support/rows.h"
#include "support/waiting.h"

#include "attune/models/enforcementfilterproxymodel.h"
#include "attune/models/export/rowexporter.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <numeric>
#include <optional>

namespace attune::models {
namespace {

using core::Id;
using End = ExportResult::End;

class RowExporterTest : public ::testing::Test {
protected:
    void add(Id first, Id last) {
        core::EnforcementBatch batch;
        for (Id id = first; id <= last; ++id)
            batch.updates.push_back(test::update(test::makeRow(vocabulary, id, id % 2 == 0 ? "ops.even" : "ops.odd")));
        table.apply(batch);
    }
    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("rows.jsonl")); }
    RowExporter& start(const std::vector<RowSpan>& spans,
                       core::WholeFile::Existing existing = core::WholeFile::Existing::Keep) {
        exporter.emplace(proxy, spans, RowExporter::Target{path(), existing, core::ExportFormat::JsonLines});
        QObject::connect(&*exporter, &RowExporter::finished, &context, [this](const ExportResult& end) {
            EXPECT_FALSE(result) << "ended twice";
            result = end;
        });
        exporter->start();
        return *exporter;
    }
    RowExporter& startAll() { return start(RowSnapshot::allRows(proxy)); }
    bool end() {
        return test::waitFor([this] { return result.has_value(); });
    }
    /// The ids in the file, in its order.
    [[nodiscard]] std::vector<Id> ids() const {
        QFile file(path());
        std::vector<Id> found;
        if (!file.open(QIODevice::ReadOnly))
            return found;
        for (const QByteArray& line : file.readAll().split('\n')) {
            if (!line.isEmpty())
                found.push_back(line.mid(6, line.indexOf(',') - 6).toLongLong()); // {"id":
        }
        return found;
    }
    [[nodiscard]] static std::vector<Id> down(Id from, Id to) {
        std::vector<Id> expected;
        for (Id id = from; id >= to; --id)
            expected.push_back(id);
        return expected;
    }
    [[nodiscard]] QStringList names() const { return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden); }

    QTemporaryDir folder;
    core::Vocabulary vocabulary;
    EnforcementTableModel table{vocabulary};
    EnforcementFilterProxyModel proxy{table};
    QObject context;
    std::optional<RowExporter> exporter;
    std::optional<ExportResult> result;
};

constexpr Id Many = 20'000; // five slices

TEST_F(RowExporterTest, rowThatOnlyFadesAway_isNoPartOfTheView) {
    add(1, 9);
    core::EnforcementFilter filter;
    filter.statuses = {QStringLiteral("created")};
    proxy.setFilter(filter);
    proxy.setLeavingKept([](Id id) { return id != 1; });
    core::EnforcementBatch batch;
    for (const Id id : {1, 4, 9})
        batch.updates.push_back(test::update(test::resolved(test::makeRow(vocabulary, id, "ops.even"))));
    table.apply(batch);
    ASSERT_EQ(proxy.shownCount(), 8) << "two of the three are still seen";
    startAll();
    ASSERT_TRUE(end());
    EXPECT_EQ(ids(), (std::vector<Id>{8, 7, 6, 5, 3, 2}));
}

TEST_F(RowExporterTest, everyShownRow_inTheOrderShown) {
    add(1, Many);
    startAll();
    ASSERT_TRUE(end());
    EXPECT_EQ(result->end, End::Written);
    EXPECT_EQ(result->rows, Many);
    EXPECT_EQ(result->missing, 0);
    EXPECT_EQ(ids(), down(Many, 1));
    EXPECT_EQ(exporter->slices(), 5);
}

TEST_F(RowExporterTest, filterAndSort_areThoseOfTheStart) {
    add(1, Many);
    core::EnforcementFilter filter;
    filter.rule = core::TermFilter::parse(QStringLiteral("even"));
    proxy.setFilter(filter);
    proxy.sort(static_cast<int>(core::Column::Id), Qt::AscendingOrder);
    startAll();
    proxy.setFilter({});
    proxy.sort(static_cast<int>(core::Column::Rule), Qt::DescendingOrder);
    ASSERT_TRUE(end());
    std::vector<Id> expected(Many / 2);
    for (std::size_t i = 0; i < expected.size(); ++i)
        expected[i] = static_cast<Id>(i + 1) * 2;
    EXPECT_EQ(ids(), expected);
}

TEST_F(RowExporterTest, spans_areTakenInTheirOrderAndCut) {
    add(1, 100);
    start({{2, 2}, {95, 10}, {-3, 4}, {200, 5}});
    ASSERT_TRUE(end());
    EXPECT_EQ(ids(), (std::vector<Id>{98, 97, 5, 4, 3, 2, 1, 100}));
}

TEST_F(RowExporterTest, rowsThatComeAndChangeMeanwhile_areReadAsTheyAre) {
    add(1, Many);
    startAll();
    ASSERT_TRUE(test::waitFor([this] { return exporter->slices() > 0; }));
    add(Many + 1, Many + 500);
    table.apply(test::batch(test::resolved(test::makeRow(vocabulary, 1, "ops.odd"))));
    ASSERT_TRUE(end());
    EXPECT_EQ(ids(), down(Many, 1));
    QFile file(path());
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray last = file.readAll().trimmed();
    EXPECT_TRUE(last.mid(last.lastIndexOf('\n')).contains("\"processed\""));
}

TEST_F(RowExporterTest, rowsThatGoMeanwhile_areCountedAndTheOthersStayThemselves) {
    add(1, Many);
    startAll();
    core::EnforcementBatch gone;
    gone.removed = {10, 11, 5'000};
    table.apply(gone); // before anything is read
    table.setCap(Many - 1'003);
    table.setCap(0);
    core::EnforcementBatch history; // history takes the numbers of the retired rows
    for (Id id = 1; id <= 50; ++id) {
        core::EnforcementRow row = test::makeRow(vocabulary, 900'000 + id);
        row.created = test::second(-id);
        history.updates.push_back(test::update(row));
    }
    table.apply(history);
    ASSERT_TRUE(end());
    EXPECT_EQ(result->end, End::Written);
    std::vector<Id> expected = down(Many, 1);
    std::erase_if(expected, [this](Id id) { return table.rowOfId(id) < 0; });
    EXPECT_EQ(ids(), expected);
    EXPECT_EQ(result->missing, Many - static_cast<qint64>(expected.size()));
    EXPECT_GE(result->missing, 1'003);
}

TEST_F(RowExporterTest, cancel_leavesTheOldFileAndNothingElse) {
    QFile old(path());
    ASSERT_TRUE(old.open(QIODevice::WriteOnly));
    ASSERT_EQ(old.write("old"), 3);
    old.close();
    add(1, Many);
    start(RowSnapshot::allRows(proxy), core::WholeFile::Existing::Replace);
    ASSERT_TRUE(test::waitFor([this] { return exporter->slices() > 0; }));
    exporter->cancel();
    ASSERT_TRUE(end());
    EXPECT_EQ(result->end, End::Cancelled);
    EXPECT_EQ(names(), QStringList{QStringLiteral("rows.jsonl")});
    ASSERT_TRUE(old.open(QIODevice::ReadOnly));
    EXPECT_EQ(old.readAll(), "old");
}

TEST_F(RowExporterTest, cancelAtAnyMoment_endsOnceWholeOrWithoutATrace) {
    add(1, Many);
    for (int turns = 0; turns < 12; ++turns) {
        result.reset();
        startAll();
        for (int i = 0; i < turns; ++i)
            QCoreApplication::processEvents();
        exporter->cancel();
        ASSERT_TRUE(end());
        EXPECT_EQ(names().size(), result->end == End::Written ? 1 : 0);
        EXPECT_EQ(ids().size(), result->end == End::Written ? std::size_t{Many} : 0U);
        QFile::remove(path());
    }
}

TEST_F(RowExporterTest, deletedInTheMiddle_leavesNothing) {
    add(1, Many);
    startAll();
    ASSERT_TRUE(test::waitFor([this] { return exporter->slices() > 0; }));
    exporter.reset();
    EXPECT_EQ(names(), QStringList());
}

TEST_F(RowExporterTest, anEmptiedTable_isAFailureWithoutAFile) {
    add(1, Many);
    startAll();
    table.clear();
    ASSERT_TRUE(end());
    EXPECT_EQ(result->end, End::Failed);
    EXPECT_TRUE(result->error.contains(QStringLiteral("emptied")));
    EXPECT_EQ(names(), QStringList());
}

TEST_F(RowExporterTest, noRows_makeAnEmptyFile) {
    startAll();
    ASSERT_TRUE(end());
    EXPECT_EQ(result->end, End::Written);
    EXPECT_EQ(names().size(), 1);
}

TEST_F(RowExporterTest, anExistingFile_isAFailureAndStays) {
    QFile old(path());
    ASSERT_TRUE(old.open(QIODevice::WriteOnly));
    old.close();
    add(1, 10);
    startAll();
    ASSERT_TRUE(end());
    EXPECT_EQ(result->end, End::Failed);
    EXPECT_TRUE(result->error.contains(QStringLiteral("exists already")));
}

} // namespace
} // namespace attune::models
