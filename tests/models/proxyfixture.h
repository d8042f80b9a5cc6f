// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "signallog.h"
#include "support/rows.h"

#include "attune/models/enforcementfilterproxymodel.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>

#include <vector>

namespace attune::models {

/// A proxy over a table, both watched by a tester.
class EnforcementFilterProxyModelTest : public ::testing::Test {
protected:
    [[nodiscard]] core::EnforcementRow row(core::Id id) { return test::makeRow(m_vocabulary, id); }
    void fill(core::Id first, core::Id last) {
        core::EnforcementBatch rows;
        for (core::Id id = first; id <= last; ++id)
            rows.updates.push_back(test::update(row(id)));
        m_model.apply(rows);
        (void)m_log.take();
    }
    void resolve(const std::vector<core::Id>& ids) {
        core::EnforcementBatch changes;
        for (const core::Id id : ids)
            changes.updates.push_back(test::update(test::resolved(row(id))));
        m_model.apply(changes);
    }
    void showOnly(const QString& status) {
        core::EnforcementFilter filter;
        filter.statuses = {status};
        m_proxy.setFilter(filter);
        (void)m_log.take();
    }
    [[nodiscard]] std::vector<core::Id> shown() const {
        std::vector<core::Id> ids;
        for (int i = 0; i < m_proxy.rowCount(); ++i)
            ids.push_back(m_proxy.idAt(i));
        return ids;
    }

    core::Vocabulary m_vocabulary;
    EnforcementTableModel m_model{m_vocabulary};
    EnforcementFilterProxyModel m_proxy{m_model};
    QAbstractItemModelTester m_tester{&m_proxy, QAbstractItemModelTester::FailureReportingMode::Fatal};
    test::SignalLog m_log{m_proxy};
};

} // namespace attune::models
