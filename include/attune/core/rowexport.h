// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcement.h"

#include <QByteArray>

#include <cstdint>
#include <string_view>

namespace attune::core {

// Rows written for other programs, UTF-8, with the field names of the REST API plus `resolved_at`. Texts are exact, not
// made fit for a screen. Of a ref that the server withholds nothing is written: see disclosed().

/// One row as a JSON object on one line, without a line break. Ids are numbers with all digits, times RFC 3339 with
/// microseconds; what is unknown is left out, what the server said is null is null. Control characters are escaped,
/// those that JSON would allow too: a terminal may obey them.
[[nodiscard]] QByteArray rowToJson(const EnforcementRow& row, std::string_view traceTag, const Vocabulary& vocabulary);

/// Whether a spreadsheet would take the text for a formula, also one that takes quotes around it away.
[[nodiscard]] bool looksLikeFormula(std::string_view text);

/// CSV has no escapes for what a terminal may obey.
enum class CsvTexts : std::uint8_t {
    Exact,
    WithoutControls ///< each has become the mark that displayText() shows; all else is exact
};

/// The column names, CRLF included.
[[nodiscard]] QByteArray csvHeader();
/// One row, CRLF included (RFC 4180). A text that a spreadsheet would take for a formula gets a leading apostrophe.
[[nodiscard]] QByteArray rowToCsv(const EnforcementRow& row, std::string_view traceTag, const Vocabulary& vocabulary,
                                  CsvTexts texts = CsvTexts::Exact);

} // namespace attune::core
