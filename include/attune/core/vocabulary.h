// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/symboltable.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace attune::core {

/// A word of an enumeration the server may extend at any time: an index into one of the small tables of Vocabulary.
using WordCode = std::uint8_t;

/// Codes of the enforcement status words (protocol section 8). Codes from FirstOther on are words of a newer server,
/// kept and shown as they came.
namespace Status {
inline constexpr WordCode Unknown = 0;
inline constexpr WordCode Created = 1;
inline constexpr WordCode Processed = 2;
inline constexpr WordCode Disabled = 3;
inline constexpr WordCode FirstOther = 4;

[[nodiscard]] constexpr bool isFinal(WordCode code) noexcept { return code == Processed || code == Disabled; }
} // namespace Status

/// Codes of how conditions combine.
namespace Condition {
inline constexpr WordCode Unknown = 0;
inline constexpr WordCode All = 1;
inline constexpr WordCode Any = 2;
inline constexpr WordCode Last = 63; ///< a row has six bits for it
} // namespace Condition

/// A ref the server hides from this identity (protocol section 9): data to show, nothing to learn from.
inline constexpr Symbol RedactedRef = 1;

/// The texts all rows of one session share. Thread-safe like its tables; outlives every decoder, store and filter.
class Vocabulary {
public:
    SymbolTable refs{"[redacted]"};
    SymbolTable statuses{{"created", "processed", "disabled"}, 256};
    SymbolTable conditions{{"all", "any"}, Condition::Last + 1};

    /// What a filter compares of a ref: of a hidden one as little as of an unknown one.
    [[nodiscard]] const QString& filterText(Symbol ref) const { return refs.text(ref == RedactedRef ? 0 : ref); }

    /// Nothing when the server invented more words than a byte can hold.
    [[nodiscard]] static std::optional<WordCode> word(SymbolTable& table, std::string_view text) {
        const auto symbol = table.intern(text);
        return symbol ? std::optional(static_cast<WordCode>(*symbol)) : std::nullopt;
    }
};

} // namespace attune::core
