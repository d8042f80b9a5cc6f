// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/widgets/themecontroller.h"

#include "theme/flatstyle.h"
#include "theme/portalcolorscheme.h"

#include <QApplication>

namespace attune::widgets {

ThemeChoice themeChoiceFromWord(QStringView word) {
    if (word.compare(u"light", Qt::CaseInsensitive) == 0)
        return ThemeChoice::Light;
    if (word.compare(u"dark", Qt::CaseInsensitive) == 0)
        return ThemeChoice::Dark;
    return ThemeChoice::System;
}

ThemeController::ThemeController(ThemeChoice choice, QObject* parent)
    : QObject(parent)
    , m_choice(choice)
    // Before the first own palette is set this is the one of the platform's theme.
    , m_systemDark(QGuiApplication::palette().color(QPalette::Window).lightness() < 128) {
    QApplication::setStyle(new FlatStyle);
    if (PortalColorScheme::isAvailable()) {
        auto portal = std::make_unique<PortalColorScheme>();
        connect(portal.get(), &PortalColorScheme::darkPreferred, this, &ThemeController::setSystemPrefersDark);
        m_portal = std::move(portal);
    }
    apply();
}

ThemeController::~ThemeController() = default;

const Theme& ThemeController::theme() const { return *m_applied; }

void ThemeController::setChoice(ThemeChoice choice) {
    m_choice = choice;
    apply();
}

void ThemeController::setSystemPrefersDark(bool dark) {
    m_systemDark = dark;
    apply();
}

void ThemeController::apply() {
    const bool dark = m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && m_systemDark);
    const Theme* theme = dark ? &Theme::darkTheme() : &Theme::light();
    if (theme == m_applied)
        return;
    m_applied = theme;
    QApplication::setPalette(theme->palette);
    Q_EMIT themeChanged(*theme);
}

} // namespace attune::widgets
