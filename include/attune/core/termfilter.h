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
    /// The text, as it was typed, that every match equals but for its case; nothing unless some term demands that
    /// (`=core.disk`).
    [[nodiscard]] std::optional<QString> exactTerm() const;

    friend bool operator==(const TermFilter&, const TermFilter&) = default;

private:
    struct Term {
        QString text;  // case-folded
        QString typed; // the same as it was; no part of the meaning
        bool exclude = false;
        bool glob = false;
        bool exact = false;
        friend bool operator==(const Term& a, const Term& b) {
            return a.text == b.text && a.exclude == b.exclude && a.glob == b.glob && a.exact == b.exact;
        }
    };
    std::vector<Term> m_terms;
};

} // namespace attune::core
