// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace attune::widgets {

/// One sentence about the field above it; takes no room while there is nothing to say.
class ErrorLabel : public QLabel {
    Q_OBJECT
public:
    explicit ErrorLabel(QWidget* parent = nullptr);

    /// Empty hides the label.
    void setError(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;

private:
    void updateColor();
};

} // namespace attune::widgets
