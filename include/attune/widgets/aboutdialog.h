// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <QStringList>

namespace attune::widgets {

/// Name, version and licence of the program, and those of what it is made of.
class AboutDialog : public QDialog {
    Q_OBJECT
public:
    /// `components` are lines such as "OpenSSL 3.0.15 (Apache-2.0)", shown as they come.
    explicit AboutDialog(const QStringList& components, QWidget* parent = nullptr);
    /// Everything the dialog says, for a bug report.
    [[nodiscard]] QString text() const { return m_text; }

private:
    QString m_text;
};

} // namespace attune::widgets
