// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/column.h"
#include "attune/core/enforcementstore.h"

#include <QVariant>

namespace attune::models {

/// What the roles of one cell say. Lives for one question.
class RowText {
public:
    RowText(const core::EnforcementStore& store, const core::Vocabulary& vocabulary, core::TimeStyle style,
            core::UtcMicros now, const core::RowFacts& facts)
        : m_store(store), m_vocabulary(vocabulary), m_style(style), m_now(now), m_facts(facts) {}

    [[nodiscard]] QVariant value(const core::EnforcementRow& row, core::Column column, int role) const;
    [[nodiscard]] static QVariant alignment(core::Column column);

private:
    [[nodiscard]] QVariant rowValue(const core::EnforcementRow& row, int role) const;
    [[nodiscard]] QString serverText(const core::EnforcementRow& row, core::Column column) const;
    [[nodiscard]] QString disclosedText(const core::EnforcementRow& row, core::Column column) const;
    [[nodiscard]] QString paperText(const core::EnforcementRow& row, core::Column column) const;
    [[nodiscard]] QVariant sortValue(const core::EnforcementRow& row, core::Column column) const;
    [[nodiscard]] QString toolTip(const core::EnforcementRow& row, core::Column column) const;
    [[nodiscard]] QString text(const core::EnforcementRow& row, core::Column column) const;

    const core::EnforcementStore& m_store;
    const core::Vocabulary& m_vocabulary;
    core::TimeStyle m_style;
    core::UtcMicros m_now;
    const core::RowFacts& m_facts;
};

} // namespace attune::models
