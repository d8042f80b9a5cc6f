// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/column.h"
#include "attune/session/settings.h"

#include <QObject>

#include <utility>
#include <vector>

class QKeySequence;
class QMenu;
class QWidget;

namespace attune::models {
class EnforcementTableModel;
}

namespace attune::widgets {

class ConnectionPanel;
class EnforcementView;
class FilterBar;
class StatusBar;
class ThemeController;

/// The settings that change how the main window looks, as menus, and their effect. A setting changed anywhere takes
/// effect at once.
class ViewSettings : public QObject {
    Q_OBJECT
public:
    struct Targets {
        session::Settings& settings;
        ThemeController& theme;
        models::EnforcementTableModel& table;
        EnforcementView& view;
        FilterBar& filterBar;
        StatusBar& statusBar;
        ConnectionPanel& panel;
        QWidget& activity;
    };

    ViewSettings(const Targets& targets, QMenu& menu, QObject* parent);

private:
    using Choices = std::vector<std::pair<QString, QString>>; // word of the setting, text
    void addChoice(QMenu& menu, const QString& title, session::Setting setting, const QString& current,
                   const Choices& choices);
    void addReach(QMenu& menu);
    void addFlag(QMenu& menu, const QString& title, session::Setting setting, const QKeySequence& keys = {});
    void apply(session::Setting setting);
    void applyTimeStyle();

    Targets m_targets;
};

} // namespace attune::widgets
