// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

#include <cstdint>

namespace attune::models {

/// How writing rows to somewhere ended.
struct ExportResult {
    enum class End : std::uint8_t { Written, Cancelled, Failed };

    End end = End::Written;
    qint64 rows = 0;    ///< written
    qint64 missing = 0; ///< that had left the table before it was their turn
    QString error;      ///< when Failed: a sentence
};

/// Something that writes many rows, a piece per turn of the event loop, so that nobody waits for it. Ends exactly once
/// after start(); one that is deleted before ends without a word and leaves nothing behind. GUI thread.
class ExportJob : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void start() = 0;
    /// finished() follows, with whatever end was still possible.
    virtual void cancel() = 0;

Q_SIGNALS:
    void progressed(qint64 done, qint64 total);
    void finished(const attune::models::ExportResult& result);

protected:
    [[nodiscard]] static QString tableEmptied() { return tr("The table was emptied while its rows were written."); }
};

} // namespace attune::models
