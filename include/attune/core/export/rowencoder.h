// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcement.h"

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace attune::core {

enum class ExportFormat : std::uint8_t {
    Csv,      ///< RFC 4180 with a line of column names
    Json,     ///< one array of objects
    JsonLines ///< one object a line
};

/// Rows on their way out: what they were when they were read.
struct RowSlice {
    std::vector<EnforcementRow> rows;
    std::vector<std::pair<std::size_t, std::string>> tags; ///< ascending indexes into `rows`: tags that are stored

    [[nodiscard]] bool isEmpty() const noexcept { return rows.empty(); }
};

/// Turns slices of rows into the bytes of a file: begin(), any number of slices, end(). UTF-8 without a byte order
/// mark. Belongs to one thread; `vocabulary` outlives it.
class RowEncoder {
public:
    RowEncoder(ExportFormat format, const Vocabulary& vocabulary) : m_format(format), m_vocabulary(vocabulary) {}

    [[nodiscard]] QByteArray begin() const;
    [[nodiscard]] QByteArray encode(const RowSlice& slice);
    [[nodiscard]] QByteArray end() const;

private:
    void append(QByteArray& bytes, const EnforcementRow& row, std::string_view tag);

    ExportFormat m_format;
    const Vocabulary& m_vocabulary;
    bool m_hasRows = false;
};

} // namespace attune::core
