// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/rows.h"
#include "support/waiting.h"

#include "attune/models/enforcementfilterproxymodel.h"
#include "attune/models/export/rowexporter.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <optional>

namespace attune::test {
namespace {

constexpr int Million = 1'000'000;

TEST(ExportCost, aMillionRows_areReadInSmallSlicesThatGiveWay) {
    core::Vocabulary vocabulary;
    models::EnforcementTableModel table(vocabulary);
    models::EnforcementFilterProxyModel proxy(table);
    for (core::Id id = 1; id <= Million;) {
        core::EnforcementBatch batch;
        for (const core::Id end = id + 10'000; id < end; ++id)
            batch.updates.push_back(update(makeRow(vocabulary, id)));
        table.apply(batch);
    }
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("rows.csv"));
    models::RowExporter exporter(proxy, models::RowSnapshot::allRows(proxy),
                                 {path, core::WholeFile::Existing::Keep, core::ExportFormat::Csv});
    qint64 longest = 0;
    qint64 before = 0;
    int turns = 0;
    std::optional<models::ExportResult> result;
    QObject::connect(&exporter, &models::ExportJob::progressed, &exporter, [&](qint64 done, qint64 total) {
        EXPECT_EQ(total, Million);
        longest = std::max(longest, done - std::exchange(before, done));
    });
    QObject::connect(&exporter, &models::ExportJob::finished, &exporter,
                     [&](const models::ExportResult& end) { result = end; });
    exporter.start();
    while (!result) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        ++turns;
    }
    constexpr auto Slice = static_cast<qint64>(models::RowExporter::SliceRows);
    EXPECT_EQ(result->end, models::ExportResult::End::Written);
    EXPECT_EQ(result->rows, Million);
    EXPECT_EQ(longest, Slice);
    EXPECT_EQ(exporter.slices(), (Million + Slice - 1) / Slice);
    EXPECT_GT(turns, exporter.slices() / 8) << "the event loop hardly had a turn";
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const auto* bytes = reinterpret_cast<const char*>(file.map(0, file.size()));
    EXPECT_EQ(std::count(bytes, bytes + file.size(), '\n'), Million + 1);
}

} // namespace
} // namespace attune::test
