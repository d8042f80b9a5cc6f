// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcementfilter.h"
#include "attune/models/export/exportjob.h"

#include <QString>

namespace attune::widgets {

/// The filter as a line: `Status: created · Rule: disk -core.* · created in the last 15 min`.
[[nodiscard]] QString filterWords(const core::EnforcementFilter& filter, core::UtcMicros now);
/// How an export ended, for the operator; `place` is a path, or empty when it is no file.
[[nodiscard]] QString resultWords(const models::ExportResult& result, const QString& place);
/// `attune-prod-20260601-123000.csv`: whatever would trouble a file system becomes a hyphen.
[[nodiscard]] QString exportFileName(const QString& server, core::UtcMicros now, const QString& suffix);

} // namespace attune::widgets
