// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "viewfixture.h"

#include <QLineEdit>
#include <QMenu>
#include <QPointer>

#include <random>
#include <set>
#include <vector>

namespace attune::widgets {

/// Random life of the table in a real window: rows come, change, leave, are filtered and sorted, while somebody clicks,
/// turns the wheel, types and opens menus. After each thing that the operator did not do, what they had is still there.
class ViewLife : public ViewFixture {
protected:
    void SetUp() override;
    /// One random thing happens; what it must not touch is compared.
    void step();
    [[nodiscard]] int held() const { return m_held; }
    [[nodiscard]] int menusUsed() const { return m_menusUsed; }

private:
    struct Eye { ///< what the operator sees before something happens
        std::set<core::Id> selected;
        core::Id current = core::UnknownId;
        bool following = false;
        int scrolled = 0;
        std::vector<std::pair<core::Id, int>> rows; ///< and their upper edges; the one that counts most comes first
    };

    [[nodiscard]] int pick(int choices) { return static_cast<int>(m_random() % static_cast<unsigned>(choices)); }
    [[nodiscard]] Eye look() const;
    [[nodiscard]] std::set<core::Id> selectedIds() const;
    [[nodiscard]] core::Id someIdInSight();

    // The world.
    void applyBatch();
    void passTime();
    void expectUntouched(const Eye& before) const;
    void expectSelection(const Eye& before) const;
    void expectPlace(const Eye& before) const;
    // What the operator asks for.
    void filter();
    void sort();
    void click();
    void wheel();
    void press();
    void openMenu();
    void leaveMenu();
    void type();
    void expectEditor() const;

    std::mt19937 m_random{4711};
    QLineEdit m_editor; ///< in the same window; never touched by rows
    QString m_typed;
    int m_caret = 0;
    std::int64_t m_seconds = 1'000;
    QPointer<QMenu> m_menu;
    QString m_menuValue;
    int m_held = 0;
    int m_menusUsed = 0;
};

} // namespace attune::widgets
