// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tailoptions.h"

#include "attune/core/enforcementstore.h"

#include <QFile>

namespace attune::tail {

/// Writes rows to standard output, one line each. False when the reader of a pipe is gone.
class RowPrinter {
public:
    RowPrinter(TailOptions::Format format, const core::Vocabulary& vocabulary);

    [[nodiscard]] bool print(const core::EnforcementRow& row, const core::EnforcementStore& store);
    [[nodiscard]] bool flush();

private:
    [[nodiscard]] QByteArray tableLine(const core::EnforcementRow& row) const;

    TailOptions::Format m_format;
    const core::Vocabulary& m_vocabulary;
    QFile m_out;
    bool m_headerWritten = false;
};

} // namespace attune::tail
