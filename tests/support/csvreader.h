// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attune::test {

/// Records of a file as RFC 4180 has them, each with its line end. Nothing when a quote stands where none may, or the
/// last record has no end.
[[nodiscard]] inline std::optional<std::vector<std::vector<std::string>>> readCsv(std::string_view text) {
    std::vector<std::vector<std::string>> records;
    std::vector<std::string> fields;
    while (!text.empty()) {
        std::string field;
        const bool isQuoted = text.starts_with('"');
        if (isQuoted)
            text.remove_prefix(1);
        for (bool isOpen = true; isOpen;) {
            const std::size_t end = text.find_first_of(isQuoted ? "\"" : "\",\r\n");
            if (end == std::string_view::npos)
                return std::nullopt;
            field += text.substr(0, end);
            text.remove_prefix(end + (isQuoted ? 1 : 0));
            isOpen = isQuoted && text.starts_with('"');
            if (isOpen) {
                field += '"';
                text.remove_prefix(1);
            }
        }
        fields.push_back(std::move(field));
        if (text.starts_with(',')) {
            text.remove_prefix(1);
        } else if (text.starts_with("\r\n")) {
            text.remove_prefix(2);
            records.push_back(std::exchange(fields, {}));
        } else {
            return std::nullopt;
        }
    }
    return fields.empty() ? std::optional(std::move(records)) : std::nullopt;
}

/// Whether a spreadsheet would calculate, also one that takes the quotes around a pasted text away.
[[nodiscard]] inline bool isFormula(std::string_view text) {
    const std::size_t begin = text.find_first_not_of('"');
    if (begin == std::string_view::npos)
        return false;
    text.remove_prefix(begin);
    for (const std::string_view sign : {"=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"}) {
        if (text.starts_with(sign))
            return true;
    }
    return text.front() == '\0';
}

} // namespace attune::test
