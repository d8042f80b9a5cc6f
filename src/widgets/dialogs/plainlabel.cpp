// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "dialogs/plainlabel.h"

#include <QLabel>

namespace attune::widgets {

QLabel* createPlainLabel(QWidget* parent) {
    auto* label = new QLabel(parent);
    makePlain(*label);
    return label;
}

void makePlain(QLabel& label) {
    label.setTextFormat(Qt::PlainText);
    label.setWordWrap(true);
    label.setTextInteractionFlags(Qt::TextSelectableByMouse);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    label.setSizePolicy(policy);
}

} // namespace attune::widgets
