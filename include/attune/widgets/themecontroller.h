// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/widgets/theme.h"

#include <QObject>

#include <memory>

namespace attune::widgets {

enum class ThemeChoice : std::uint8_t { System, Light, Dark };

/// The words of the setting and of `--theme`: system, light, dark; anything else is System.
[[nodiscard]] ThemeChoice themeChoiceFromWord(QStringView word);

/// Gives the whole application the Fusion style and one of the two themes, now and whenever the choice or the system's
/// preference changes. One per program; GUI thread.
class ThemeController : public QObject {
    Q_OBJECT
public:
    /// Applies `choice` at once. The application exists, and outlives the controller.
    explicit ThemeController(ThemeChoice choice = ThemeChoice::System, QObject* parent = nullptr);
    ~ThemeController() override;

    [[nodiscard]] const Theme& theme() const;
    [[nodiscard]] ThemeChoice choice() const { return m_choice; }
    void setChoice(ThemeChoice choice);
    /// What the desktop prefers; called by the watcher of the desktop portal.
    void setSystemPrefersDark(bool dark);

Q_SIGNALS:
    void themeChanged(const attune::widgets::Theme& theme);

private:
    void apply();

    std::unique_ptr<QObject> m_portal;
    ThemeChoice m_choice;
    bool m_systemDark = false;
    const Theme* m_applied = nullptr;
};

} // namespace attune::widgets
