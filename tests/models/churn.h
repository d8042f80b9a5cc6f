// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelmirror.h"

#include "attune/models/enforcementfilterproxymodel.h"

#include <QPersistentModelIndex>

#include <map>
#include <random>
#include <set>
#include <vector>

namespace attune::test {

/// Random life of a table and its proxy beside a plain map and vector that mean the same. Every step is compared:
/// the rows of both models, what their signals said, and persistent indexes by id.
class Churn {
public:
    struct Options {
        unsigned seed = 1;
        std::size_t cap = 32;
        unsigned updatesPerBatch = 12;
        bool sortsOnThread = false; ///< with however few rows
        bool comesInOrder = false;  ///< rows come in the order of their age and stay there
        bool keepsLeaving = false;  ///< some of those that stop matching, for a while
        bool pins = false;          ///< some rows, known and unknown ones, do not retire
        unsigned resolvedOf4 = 1;   ///< how many of four new rows come resolved
    };

    explicit Churn(const Options& options);

    /// One random thing happens; everything is compared.
    void step();
    [[nodiscard]] std::size_t updates() const { return m_updates; }
    [[nodiscard]] models::EnforcementTableModel& model() { return m_model; }
    [[nodiscard]] models::EnforcementFilterProxyModel& proxy() { return m_proxy; }
    [[nodiscard]] const ModelMirror& proxyMirror() const { return m_proxyMirror; }

    void compare();

private:
    using Held = std::map<core::Id, QPersistentModelIndex>;

    [[nodiscard]] unsigned pick(unsigned choices) { return static_cast<unsigned>(m_random() % choices); }
    [[nodiscard]] core::EnforcementRow freshRow();
    [[nodiscard]] core::EnforcementUpdate randomUpdate();
    [[nodiscard]] core::EnforcementUpdate contradiction(core::EnforcementRow row);
    void applyBatch();
    void applyToReference(const core::EnforcementBatch& batch);
    void retireInReference();
    /// Leaves out what a full table does not take, oldest first.
    void limitInReference(std::vector<core::EnforcementRow>& history, std::size_t news);
    [[nodiscard]] bool isExempt(core::Id id) const;
    void pinSome();
    void changeFilter();
    void changeSort();
    void letThreadWork();
    void advance();
    void clear();
    void dismissSome();
    void hold();
    void compareFirings();
    void compareOrder(const std::vector<core::Id>& expected);
    void compareHeld(Held& held, const QAbstractItemModel& model, const std::vector<core::Id>& shown);
    [[nodiscard]] bool isExpected(const core::EnforcementRow& row) const;
    [[nodiscard]] std::vector<core::Id> expectedOrder() const;

    Options m_options;
    std::mt19937 m_random;
    core::Vocabulary m_vocabulary;
    models::EnforcementTableModel m_model{m_vocabulary};
    models::EnforcementFilterProxyModel m_proxy{m_model};
    ModelMirror m_modelMirror{m_model};
    ModelMirror m_proxyMirror{m_proxy};

    std::map<core::Id, core::EnforcementRow> m_rows; // the reference
    std::vector<core::Id> m_arrival;
    std::size_t m_stayed = 0; ///< of the first of them: younger ones than these have retired
    std::set<core::Id> m_pinned;
    core::EnforcementFilter m_filter;
    core::SortKeys m_keys{{}};

    core::Id m_nextId = 1000;
    std::int64_t m_seconds = 1000;
    core::UtcMicros m_lastCreated = 0;
    std::size_t m_updates = 0;
    std::set<core::Id> m_kept; ///< leaving, unless they match again
    Held m_heldInModel;
    Held m_heldInProxy;
};

} // namespace attune::test
