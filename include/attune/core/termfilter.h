// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcement.h"

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace attune::core {

/// The terms of a rule or trigger field: plain text is a case-insensitive substring, `*` and `?` make a term a glob
/// over the whole ref, a leading `=` means this ref and no other, a leading `-` (before the `=`) excludes; several
/// terms separated by white space must all hold. Empty matches everything.
class TermFilter {
public:
    TermFilter() = default;
    [[nodiscard]] static TermFilter parse(QStringView text);

    [[nodiscard]] bool isEmpty() const noexcept { return m_terms.empty(); }
    [[nodiscard]] bool match(QStringView ref) const;
    /// The terms in canonical spelling, such as `disk -core.*`.
    [[nodiscard]] QString toString() const;
    /// The text, case-folded, that every match equals; nothing unless some term demands that (`=core.disk`).
    [[nodiscard]] std::optional<QString> exactTerm() const;

    friend bool operator==(const TermFilter&, const TermFilter&) = default;

private:
    struct Term {
        QString text; // case-folded
        bool exclude = false;
        bool glob = false;
        bool exact = false;
        friend bool operator==(const Term&, const Term&) = default;
    };
    std::vector<Term> m_terms;
};

} // namespace attune::core
