// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "main/viewsettings.h"

#include "attune/models/enforcementtablemodel.h"
#include "attune/widgets/connectionpanel.h"
#include "attune/widgets/enforcementview.h"
#include "attune/widgets/filterbar.h"
#include "attune/widgets/statusbar.h"
#include "attune/widgets/themecontroller.h"

#include <QAction>
#include <QActionGroup>
#include <QKeySequence>
#include <QMenu>

namespace attune::widgets {

using session::Setting;

namespace {

QString word(ThemeChoice choice) {
    switch (choice) {
    case ThemeChoice::Light:
        return QStringLiteral("light");
    case ThemeChoice::Dark:
        return QStringLiteral("dark");
    case ThemeChoice::System:
        break;
    }
    return QStringLiteral("system");
}

} // namespace

ViewSettings::ViewSettings(const Targets& targets, QMenu& menu, QObject* parent) : QObject(parent), m_targets(targets) {
    session::Settings& settings = targets.settings;
    // The command line may have chosen another theme than the one saved.
    addChoice(menu, tr("&Theme"), Setting::Theme, word(targets.theme.choice()),
              {{QStringLiteral("system"), tr("Like the &System")},
               {QStringLiteral("light"), tr("&Light")},
               {QStringLiteral("dark"), tr("&Dark")}});
    addChoice(menu, tr("T&imes"), Setting::TimeStyle, settings.text(Setting::TimeStyle),
              {{QStringLiteral("local"), tr("&Local")},
               {QStringLiteral("utc"), tr("&UTC")},
               {QStringLiteral("relative"), tr("&Relative")}});
    addChoice(menu, tr("&Density"), Setting::Density, settings.text(Setting::Density),
              {{QStringLiteral("comfortable"), tr("&Comfortable")}, {QStringLiteral("compact"), tr("Com&pact")}});
    addReach(menu);
    addFlag(menu, tr("&Reduced Motion"), Setting::ReducedMotion);
    addFlag(menu, tr("&Activity"), Setting::ActivityStrip, Qt::CTRL | Qt::SHIFT | Qt::Key_G);
    for (const Setting setting : {Setting::TimeStyle, Setting::Density, Setting::ReducedMotion, Setting::ActivityStrip,
                                  Setting::TextDebounceMs, Setting::SelectionDebounceMs, Setting::RowCap})
        apply(setting);
    connect(&settings, &session::Settings::changed, this, &ViewSettings::apply);
}

void ViewSettings::addChoice(QMenu& menu, const QString& title, Setting setting, const QString& current,
                             const Choices& choices) {
    QMenu* sub = menu.addMenu(title);
    auto* group = new QActionGroup(sub);
    for (const auto& [value, text] : choices) {
        QAction* action = sub->addAction(text);
        action->setCheckable(true);
        action->setChecked(value == current);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, setting, chosen = value] {
            m_targets.settings.set(setting, chosen);
            apply(setting); // also when the saved value was this one already
        });
    }
}

/// More rows than the table keeps cannot be complete: it keeps as many, then.
void ViewSettings::addReach(QMenu& menu) {
    Choices choices;
    for (const int rows : {1'000, 5'000, 20'000, 100'000, 1'000'000})
        choices.emplace_back(QString::number(rows), tr("The Newest %L1").arg(rows));
    addChoice(menu, tr("&Kept Complete"), Setting::ReadDepth, m_targets.settings.text(Setting::ReadDepth), choices);
}

void ViewSettings::addFlag(QMenu& menu, const QString& title, Setting setting, const QKeySequence& keys) {
    QAction* action = menu.addAction(title);
    action->setCheckable(true);
    action->setChecked(m_targets.settings.flag(setting));
    action->setShortcut(keys);
    connect(action, &QAction::toggled, this, [this, setting](bool on) { m_targets.settings.set(setting, on); });
}

void ViewSettings::apply(Setting setting) {
    const session::Settings& settings = m_targets.settings;
    switch (setting) {
    case Setting::Theme:
        m_targets.theme.setChoice(themeChoiceFromWord(settings.text(setting)));
        break;
    case Setting::TimeStyle:
        applyTimeStyle();
        break;
    case Setting::Density:
        m_targets.view.setDensity(settings.text(setting) == u"compact" ? Density::Compact : Density::Comfortable);
        break;
    case Setting::ReducedMotion:
        m_targets.statusBar.setReducedMotion(settings.flag(setting));
        m_targets.view.setReducedMotion(settings.flag(setting));
        break;
    case Setting::ActivityStrip:
        m_targets.activity.setVisible(settings.flag(setting));
        break;
    case Setting::TextDebounceMs:
    case Setting::SelectionDebounceMs:
        m_targets.filterBar.setDelays(
            {settings.delay(Setting::TextDebounceMs), settings.delay(Setting::SelectionDebounceMs)});
        break;
    case Setting::RowCap:
        m_targets.table.setCap(static_cast<std::size_t>(settings.number(setting)));
        break;
    case Setting::ReadDepth:
        if (settings.number(setting) > settings.number(Setting::RowCap))
            m_targets.settings.set(Setting::RowCap, settings.number(setting));
        break;
    case Setting::WindowGeometry:
    case Setting::WindowState:
    case Setting::HeaderState:
    case Setting::DetailGeometry:
        break;
    }
}

void ViewSettings::applyTimeStyle() {
    const QString chosen = m_targets.settings.text(Setting::TimeStyle);
    const core::TimeStyle style = chosen == u"utc"        ? core::TimeStyle::Utc
                                  : chosen == u"relative" ? core::TimeStyle::Relative
                                                          : core::TimeStyle::Local;
    m_targets.table.setTimeStyle(style);
    m_targets.panel.setTimeStyle(style);
}

} // namespace attune::widgets
