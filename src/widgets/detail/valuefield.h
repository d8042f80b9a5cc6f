// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

namespace attune::widgets {

/// A value to read and to copy: looks like a label, selects like a field, takes any length on one line.
class ValueField : public QLineEdit {
    Q_OBJECT
public:
    explicit ValueField(QWidget* parent = nullptr);

    /// `value` may come from the server as it is. Shows a dash when it is empty; leaves selection and caret alone when
    /// nothing changed.
    void setValue(const QString& value);

protected:
    void changeEvent(QEvent* event) override;

private:
    void align();
};

} // namespace attune::widgets
