// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/models/export/rowexporter.h"

#include "attune/models/enforcementfilterproxymodel.h"

#include <utility>

namespace attune::models {

namespace {

const core::Vocabulary& vocabularyOf(const EnforcementFilterProxyModel& proxy) {
    return static_cast<const EnforcementTableModel&>(*proxy.sourceModel()).vocabulary();
}

} // namespace

RowExporter::RowExporter(const EnforcementFilterProxyModel& proxy, const std::vector<RowSpan>& spans,
                         const Target& target, QObject* parent)
    : ExportJob(parent), m_snapshot(proxy, spans), m_work(std::make_shared<Work>(target, vocabularyOf(proxy))) {
    m_pool.setMaxThreadCount(1); // one step after the other
}

RowExporter::~RowExporter() { m_work->isCancelled = true; }

void RowExporter::start() {
    post(
        [](Work& work, const core::RowSlice&) {
            auto error = work.file->open();
            return error ? error : work.file->write(work.encoder.begin());
        },
        {});
}

void RowExporter::cancel() {
    // A thread that is about to give the file its name does so, or does not.
    m_work->isCancelled = true;
}

void RowExporter::post(Step step, core::RowSlice slice) {
    ++m_pending;
    m_pool.start([this, step, work = m_work, slice = std::move(slice)] {
        std::optional<core::Error> error;
        if (work->file && !work->isCancelled)
            error = step(*work, slice);
        if (error || work->isCancelled)
            work->file.reset();
        QMetaObject::invokeMethod(
            this, [this, rows = slice.rows.size(), error] { onDone(rows, error); }, Qt::QueuedConnection);
    });
}

void RowExporter::onDone(std::size_t rows, const std::optional<core::Error>& error) {
    --m_pending;
    if (m_error.isEmpty() && error)
        m_error = error->message;
    if (m_error.isEmpty() && m_snapshot.isVoid() && !m_isLast)
        m_error = tableEmptied();
    if (!m_error.isEmpty())
        m_work->isCancelled = true;
    m_written += static_cast<qint64>(rows);
    if (rows > 0 && !m_work->isCancelled)
        Q_EMIT progressed(m_written + static_cast<qint64>(m_snapshot.missing()),
                          static_cast<qint64>(m_snapshot.size()));
    if (!m_work->isCancelled)
        readOn();
    if (m_pending == 0)
        finish();
}

void RowExporter::readOn() {
    while (!m_snapshot.atEnd() && m_pending < SlicesAhead) {
        ++m_slices;
        post([](Work& work, const core::RowSlice& slice) { return work.file->write(work.encoder.encode(slice)); },
             m_snapshot.next(SliceRows));
    }
    if (m_pending > 0 || m_isLast)
        return;
    m_isLast = true;
    post(
        [](Work& work, const core::RowSlice&) {
            auto error = work.file->write(work.encoder.end());
            if (!error)
                error = work.file->commit();
            work.isCommitted = !error;
            return error;
        },
        {});
}

/// The thread is done with everything it was given.
void RowExporter::finish() {
    m_work->file.reset();
    ExportResult result{ExportResult::End::Written, m_written, static_cast<qint64>(m_snapshot.missing()), {}};
    if (!m_work->isCommitted) {
        result.end = m_error.isEmpty() ? ExportResult::End::Cancelled : ExportResult::End::Failed;
        result.error = m_error;
    }
    Q_EMIT finished(result);
}

} // namespace attune::models
