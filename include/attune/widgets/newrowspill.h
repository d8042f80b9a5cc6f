// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

namespace attune::widgets {

/// "↑ 137 new · 4 match": floats over a table that holds still and takes the operator back to its top.
class NewRowsPill : public QAbstractButton {
    Q_OBJECT
public:
    explicit NewRowsPill(QWidget* parent = nullptr);

    /// `matching` is what the filter lets through; when it equals `arrived` only one number is shown.
    void setCounts(std::int64_t arrived, std::int64_t matching);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace attune::widgets
