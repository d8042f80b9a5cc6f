// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/session/savedview.h"

#include <algorithm>
#include <random>

namespace attune::test {

/// Views of every kind, the same for the same seed.
class RandomViews {
public:
    explicit RandomViews(std::uint64_t seed) : m_engine(seed) {}

    [[nodiscard]] session::SavedView next() {
        session::SavedView view;
        view.name = session::viewName(QStringLiteral("View \"%1\" ü ⟨x⟩ <b>").arg(m_number++));
        view.filter = filter();
        view.isCompact = coin();
        view.layout.automatic = coin();
        for (session::ColumnView& column : view.layout.columns)
            column = {column.column, coin() ? 0 : below(20, 4'000), coin()};
        std::shuffle(view.layout.columns.begin(), view.layout.columns.end(), m_engine);
        view.layout.columns.front().visible = true;
        core::SortKeys keys;
        for (int i = below(1, 6); i > 0; --i)
            keys.push_back({static_cast<core::Column>(below(0, core::ColumnCount - 1)),
                            coin() ? Qt::AscendingOrder : Qt::DescendingOrder});
        view.layout.sort = core::validKeys(keys);
        return view;
    }
    [[nodiscard]] int below(int least, int most) { return std::uniform_int_distribution(least, most)(m_engine); }
    [[nodiscard]] bool coin() { return below(0, 1) == 1; }

private:
    [[nodiscard]] core::EnforcementFilter filter() {
        core::EnforcementFilter filter;
        if (coin())
            filter.statuses = {QStringLiteral("created"), QStringLiteral("ünknown \"word\"")};
        if (coin())
            filter.rule = core::TermFilter::parse(u"Disk -core.* =Ops.X");
        if (coin())
            filter.trigger = core::TermFilter::parse(u"-=core.timer mon?");
        if (coin())
            filter.event = coin() ? core::Id{9'223'372'036'854'775'807} : core::Id{1};
        if (coin())
            filter.traceTag = QStringLiteral("Trace tag.1");
        if (coin())
            filter.expression = *core::Expression::parse(u"status in (created) and not took > 2s or rule ~ \"o*\"");
        if (coin())
            filter.window = std::chrono::microseconds(1'000'000 + below(0, 2'000'000'000));
        if (coin())
            filter.from = 1'700'000'000'000'001 + below(0, 1'000'000);
        if (coin())
            filter.to = 1'800'000'000'000'000 + below(0, 1'000'000);
        return filter;
    }

    std::mt19937_64 m_engine;
    int m_number = 0;
};

} // namespace attune::test
