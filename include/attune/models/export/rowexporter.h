// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/export/rowencoder.h"
#include "attune/core/export/wholefile.h"
#include "attune/models/export/exportjob.h"
#include "attune/models/export/rowsnapshot.h"

#include <QThreadPool>

#include <atomic>
#include <memory>
#include <optional>

namespace attune::models {

/// Writes rows to a file: reads them in slices that take a millisecond or so on the thread of the models, and turns
/// them into text and into bytes on the disk on a thread of its own, never more than a few slices ahead of it. The file
/// appears at the end, whole.
class RowExporter : public ExportJob {
    Q_OBJECT
public:
    struct Target {
        QString path;
        core::WholeFile::Existing existing = core::WholeFile::Existing::Keep;
        core::ExportFormat format = core::ExportFormat::Csv;
    };
    static constexpr std::size_t SliceRows = 4'096;

    /// Takes the order of the rows now. The proxy's source and its vocabulary outlive the exporter.
    RowExporter(const EnforcementFilterProxyModel& proxy, const std::vector<RowSpan>& spans, const Target& target,
                QObject* parent = nullptr);
    ~RowExporter() override;

    void start() override;
    void cancel() override;
    /// Slices read so far.
    [[nodiscard]] int slices() const { return m_slices; }

private:
    /// What the thread works on, and nobody else once it is started.
    struct Work {
        Work(const Target& target, const core::Vocabulary& vocabulary)
            : file(std::in_place, target.path, target.existing), encoder(target.format, vocabulary) {}

        std::optional<core::WholeFile> file; ///< nothing once it is given up
        core::RowEncoder encoder;
        bool isCommitted = false;
        std::atomic<bool> isCancelled{false};
    };
    using Step = std::optional<core::Error> (*)(Work&, const core::RowSlice&);
    static constexpr int SlicesAhead = 3;

    void post(Step step, core::RowSlice slice);
    void onDone(std::size_t rows, const std::optional<core::Error>& error);
    void readOn();
    void finish();

    RowSnapshot m_snapshot;
    std::shared_ptr<Work> m_work;
    qint64 m_written = 0;
    int m_pending = 0; ///< steps the thread has not done yet
    int m_slices = 0;
    bool m_isLast = false; ///< the step that ends it is on its way
    QString m_error;
    QThreadPool m_pool; // the last member: waits for the thread, which still uses the others
};

} // namespace attune::models
